// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/models.yaml`.

use crate::model::{Field, JsonObject, Timestamp, either, object, strings};

object! {
    /// Whether something is supported.
    pub struct Capability {
        /// True if supported.
        may supported: bool = "supported",
    }
}

object! {
    /// Object form of a reasoning effort.
    pub struct Effort {
        /// Kind tag of this object.
        need r#type: EffortLevel = "type",
    }
}

impl Effort {
    /// One with its required members.
    pub fn new(r#type: impl Into<EffortLevel>) -> Self {
        Self { r#type: r#type.into(), extra: Default::default() }
    }
}

object! {
    /// Feature support of a model.
    pub struct ModelCapabilities {
        /// Batch requests.
        may batch: Capability = "batch",
        /// Citations.
        may citations: Capability = "citations",
        /// Code execution.
        may code_execution: Capability = "code_execution",
        /// Context management, by strategy.
        need context_management: JsonObject = "context_management",
        /// Reasoning effort, by level.
        need effort: JsonObject = "effort",
        /// Images as input.
        may image_input: Capability = "image_input",
        /// PDF as input.
        may pdf_input: Capability = "pdf_input",
        /// Structured output.
        may structured_outputs: Capability = "structured_outputs",
        /// Thinking, by mode.
        need thinking: JsonObject = "thinking",
    }
}

object! {
    /// Model with its tuning, as returned.
    pub struct ModelConfig {
        /// Model ID.
        need id: String = "id",
        /// Reasoning effort in use.
        may effort: EffortSpec = "effort",
        /// Context window in tokens.
        may context_window: i64 = "context_window",
        /// Window the session really uses; seen in session snapshots.
        may effective_context_window: i64 = "effective_context_window",
        /// Serving speed.
        may speed: ModelSpeed = "speed",
        /// Geography in which inference runs.
        may inference_geo: String = "inference_geo",
    }
}

object! {
    /// Model choice with tuning. Models without listed efforts or windows accept only the plain ID.
    pub struct ModelConfigParams {
        /// Model ID from models.list, for example `ultimate` or `auto`.
        need id: String = "id",
        /// Reasoning effort; must be one of the model's `efforts`.
        set effort: EffortSpec = "effort",
        /// One of the model's `available_context_windows`.
        set context_window: i64 = "context_window",
        /// Serving speed.
        set speed: ModelSpeed = "speed",
        /// Geography in which inference should run.
        set inference_geo: String = "inference_geo",
    }
}

impl ModelConfigParams {
    /// One with its required members.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Reasoning effort; must be one of the model's `efforts`.
    pub fn effort(mut self, effort: impl Into<Field<EffortSpec>>) -> Self {
        self.effort = effort.into();
        self
    }

    /// One of the model's `available_context_windows`.
    pub fn context_window(mut self, context_window: impl Into<Field<i64>>) -> Self {
        self.context_window = context_window.into();
        self
    }

    /// Serving speed.
    pub fn speed(mut self, speed: impl Into<Field<ModelSpeed>>) -> Self {
        self.speed = speed.into();
        self
    }

    /// Geography in which inference should run.
    pub fn inference_geo(mut self, inference_geo: impl Into<Field<String>>) -> Self {
        self.inference_geo = inference_geo.into();
        self
    }
}

object! {
    /// Model that agents may use.
    pub struct ModelInfo tag "type" = "model" {
        /// Value for an agent's `model`.
        need id: String = "id",
        /// Human-readable label.
        may display_name: String = "display_name",
        /// Origin of the model, for example `system`.
        may source: String = "source",
        /// Whether the account may use it.
        may is_enabled: bool = "is_enabled",
        /// Recently added.
        may is_new: bool = "is_new",
        /// Relative credit price.
        may price_factor: f64 = "price_factor",
        /// Accepted reasoning efforts; absent when not tunable.
        need efforts: Vec<EffortLevel> = "efforts",
        /// Effort used when none is given.
        may default_effort: String = "default_effort",
        /// Largest input.
        may max_input_tokens: i64 = "max_input_tokens",
        /// Largest output.
        may max_tokens: i64 = "max_tokens",
        /// Window used when none is given.
        may default_context_window: i64 = "default_context_window",
        /// Accepted windows; absent when not tunable.
        may available_context_windows: Vec<i64> = "available_context_windows",
        /// Models the service may switch to.
        need allowed_fallback_models: Vec<String> = "allowed_fallback_models",
        /// Feature support.
        may capabilities: Box<ModelCapabilities> = "capabilities",
        /// Creation time, RFC 3339.
        may created_at: Timestamp = "created_at",
    }
}

strings! {
    /// Serving speed of a model.
    pub enum ModelSpeed {
        Standard = "standard",
        Fast = "fast",
    }
}

strings! {
    /// How much reasoning a model spends.
    pub enum EffortLevel {
        Low = "low",
        Medium = "medium",
        High = "high",
        Xhigh = "xhigh",
        Max = "max",
    }
}

either! {
    /// Model ID, or the model with its tuning.
    pub enum ModelSpec {
        /// As text.
        Text(String),
        /// Model with its tuning, as returned.
        ModelConfig(ModelConfig),
    }
}

either! {
    /// Model ID from models.list, or the model with its tuning.
    pub enum ModelParam {
        /// As text.
        Text(String),
        /// Model choice with tuning. Models without listed efforts or windows accept only the plain ID.
        ModelConfigParams(ModelConfigParams),
    }
}

either! {
    /// Effort as a plain level or as an object.
    pub enum EffortSpec {
        /// By name.
        EffortLevel(EffortLevel),
        /// Object form of a reasoning effort.
        Effort(Effort),
    }
}

//! Functions that agents may call.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::host::Boxed;
use crate::procedure::Answer;
use crate::types::{self, ContentBlock, CustomTool, ToolInputSchema};

/// A custom tool: its definition for [`create`](crate::resources::agents::Agents::create), and the function behind it
/// for [`run`](crate::resources::sessions::Sessions::run).
///
/// ```
/// use qoder_cloud::{FunctionTool, ToolError};
/// use serde_json::{Value, json};
///
/// let schema = json!({
///     "type": "object",
///     "required": ["city"],
///     "properties": { "city": { "type": "string" } },
/// });
/// let weather = FunctionTool::with_schema("weather", "The weather in a city.", schema, async |input: Value| {
///     match input["city"].as_str() {
///         Some("Ulm") => Ok("fog".to_owned()),
///         _ => Err(ToolError::new("There is no station in that city.")),
///     }
/// });
/// assert_eq!(weather.name(), "weather");
/// ```
#[derive(Clone)]
pub struct FunctionTool {
    definition: CustomTool,
    /// Whether the arguments are checked against the schema before the function sees them.
    checked: bool,
    call: Arc<dyn Fn(Bytes) -> Boxed<Answer> + Send + Sync>,
}

/// What a tool gives: a text, content blocks, or any JSON.
#[derive(Debug, Clone)]
pub struct ToolOutput(Value);

/// Why a tool failed, in words for the agent.
#[derive(Debug, Clone)]
pub struct ToolError(String);

impl FunctionTool {
    /// A tool whose arguments are a type: the agent is told its schema, and arguments that do not fit never reach the
    /// function.
    ///
    /// ```
    /// use qoder_cloud::{FunctionTool, ToolError};
    ///
    /// #[derive(serde::Deserialize, schemars::JsonSchema)]
    /// struct Place {
    ///     /// A city in Germany.
    ///     city: String,
    /// }
    ///
    /// let weather = FunctionTool::new("weather", "The weather in a city.", async |place: Place| {
    ///     Ok::<_, ToolError>(format!("fog in {}", place.city))
    /// });
    /// ```
    #[cfg(feature = "schemars")]
    pub fn new<A, F, R, O>(name: impl Into<String>, description: impl Into<String>, run: F) -> Self
    where
        A: DeserializeOwned + schemars::JsonSchema,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<O, ToolError>> + Send + 'static,
        O: Into<ToolOutput>,
    {
        let schema =
            schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<A>();
        FunctionTool { checked: false, ..Self::of(name.into(), description.into(), schema.into(), run) }
    }

    /// A tool with a JSON Schema of its own; arguments that do not fit it never reach the function.
    pub fn with_schema<A, F, R, O>(
        name: impl Into<String>,
        description: impl Into<String>,
        input_schema: Value,
        run: F,
    ) -> Self
    where
        A: DeserializeOwned,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<O, ToolError>> + Send + 'static,
        O: Into<ToolOutput>,
    {
        Self::of(name.into(), description.into(), input_schema, run)
    }

    fn of<A, F, R, O>(name: String, description: String, schema: Value, run: F) -> Self
    where
        A: DeserializeOwned,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<O, ToolError>> + Send + 'static,
        O: Into<ToolOutput>,
    {
        let schema: ToolInputSchema = serde_json::from_value(schema).unwrap_or_default();
        let definition = CustomTool::new(name, description, schema);
        let call = move |input: Bytes| -> Boxed<Answer> {
            let given = serde_json::from_slice::<A>(&input).map(&run);
            Box::pin(async move {
                match given {
                    Err(cause) => Err(format!("The arguments do not fit: {cause}")),
                    Ok(running) => match running.await {
                        Ok(output) => Ok(output.into().0.to_string().into()),
                        Err(ToolError(message)) => Err(message),
                    },
                }
            })
        };
        FunctionTool { definition, checked: true, call: Arc::new(call) }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.definition.name
    }

    /// What agents are told of it.
    pub fn definition(&self) -> types::Tool {
        types::Tool::CustomTool(self.definition.clone())
    }

    pub(super) fn schema(&self) -> Option<Value> {
        self.checked.then(|| serde_json::to_value(&self.definition.input_schema).unwrap_or_default())
    }

    pub(super) fn call(&self, input: Bytes) -> Boxed<Answer> {
        (self.call)(input)
    }
}

impl From<FunctionTool> for types::Tool {
    fn from(tool: FunctionTool) -> Self {
        tool.definition()
    }
}

impl From<&FunctionTool> for types::Tool {
    fn from(tool: &FunctionTool) -> Self {
        tool.definition()
    }
}

impl ToolError {
    /// The message is what the agent reads.
    pub fn new(message: impl Into<String>) -> Self {
        ToolError(message.into())
    }

    /// What the agent reads.
    pub fn message(&self) -> &str {
        &self.0
    }
}

/// The agent is told that the tool failed, not how: an error may quote what is not for its eyes. It goes to `tracing`.
impl<E: std::error::Error> From<E> for ToolError {
    fn from(error: E) -> Self {
        tracing::error!(%error, "a tool failed");
        ToolError("The tool failed.".to_owned())
    }
}

impl From<&str> for ToolOutput {
    fn from(text: &str) -> Self {
        ToolOutput(text.into())
    }
}

impl From<String> for ToolOutput {
    fn from(text: String) -> Self {
        ToolOutput(text.into())
    }
}

impl From<Value> for ToolOutput {
    fn from(value: Value) -> Self {
        ToolOutput(value)
    }
}

impl From<ContentBlock> for ToolOutput {
    fn from(block: ContentBlock) -> Self {
        vec![block].into()
    }
}

impl From<Vec<ContentBlock>> for ToolOutput {
    fn from(blocks: Vec<ContentBlock>) -> Self {
        ToolOutput(serde_json::to_value(blocks).unwrap_or_default())
    }
}

impl fmt::Debug for FunctionTool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FunctionTool").field("name", &self.name()).finish_non_exhaustive()
    }
}

// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/dreams.yaml`.

use crate::generated::types::ModelSpeed;
use crate::model::{Timestamp, either, object, strings, tagged, untagged};

object! {
    /// Background job that reorganises memory stores.
    pub struct Dream tag "type" = "dream" {
        /// Dream ID, prefix `drm_`.
        need id: String = "id",
        /// Life-cycle state.
        need status: DreamStatus = "status",
        /// What it reads.
        need inputs: Vec<DreamInput> = "inputs",
        /// What it wrote.
        need outputs: Vec<DreamOutput> = "outputs",
        /// Where results go.
        may output_behavior: OutputBehavior = "output_behavior",
        /// Model in use: an object, or its ID on older servers.
        may model: DreamModelSpec = "model",
        /// Guidance given by the caller.
        may instructions: String = "instructions",
        /// Session doing the work.
        may session_id: String = "session_id",
        /// Tokens used.
        may usage: DreamUsage = "usage",
        /// Why it failed.
        may error: DreamError = "error",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// When it ended.
        may ended_at: Timestamp = "ended_at",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
    }
}

object! {
    /// New dream.
    pub struct DreamCreateParams {
        /// What to read.
        need inputs: Vec<DreamInput> = "inputs",
        /// Model ID, for example `auto`, or model with speed.
        need model: DreamModelSpec = "model",
        /// Guidance.
        set instructions: String = "instructions",
        /// Where to put results.
        may output_behavior: OutputBehavior = "output_behavior",
    }
}

object! {
    /// Why a dream failed.
    pub struct DreamError {
        /// Failure code.
        may r#type: String = "type",
        /// Text for humans.
        may message: String = "message",
    }
}

tagged! {
    /// Source material of a dream.
    pub enum DreamInput by "type" {
        /// A memory store to reorganise.
        DreamMemoryStore(DreamMemoryStoreInput) = "memory_store",
        /// Sessions to learn from.
        DreamSessions(DreamSessionsInput) = "sessions",
    }
}

object! {
    /// A memory store to reorganise.
    pub struct DreamMemoryStoreInput tag "type" = "memory_store" {
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
    }
}

impl DreamMemoryStoreInput {
    /// One with its required members.
    pub fn new(memory_store_id: impl Into<String>) -> Self {
        Self { memory_store_id: memory_store_id.into(), extra: Default::default() }
    }
}

object! {
    /// Model of a dream.
    pub struct DreamModel {
        /// Model ID.
        need id: String = "id",
        /// Serving speed.
        may speed: ModelSpeed = "speed",
    }
}

impl DreamModel {
    /// One with its required members.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Serving speed.
    pub fn speed(mut self, speed: impl Into<ModelSpeed>) -> Self {
        self.speed = Some(speed.into());
        self
    }
}

object! {
    /// Result of a dream.
    pub struct DreamOutput tag "type" = "memory_store" {
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
        /// Paths written, or how many on older servers.
        may files_touched: FilesTouched = "files_touched",
    }
}

object! {
    /// Sessions to learn from.
    pub struct DreamSessionsInput tag "type" = "sessions" {
        /// Session IDs.
        need session_ids: Vec<String> = "session_ids",
    }
}

impl DreamSessionsInput {
    /// One with its required members.
    pub fn new(session_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { session_ids: session_ids.into_iter().map(Into::into).collect(), extra: Default::default() }
    }
}

object! {
    /// Tokens used by a dream.
    pub struct DreamUsage {
        /// Input tokens.
        may input_tokens: i64 = "input_tokens",
        /// Output tokens.
        may output_tokens: i64 = "output_tokens",
        /// Input tokens written to cache.
        may cache_creation_input_tokens: i64 = "cache_creation_input_tokens",
        /// Input tokens served from cache.
        may cache_read_input_tokens: i64 = "cache_read_input_tokens",
    }
}

tagged! {
    /// Where a dream puts its results.
    pub enum OutputBehavior by "type" {
        /// Write to a new store.
        OutputCreateNew(OutputCreateNew) = "create_new",
        /// Write to an existing store.
        OutputUpdateExisting(OutputUpdateExisting) = "update_existing",
    }
}

object! {
    /// Write to a new store.
    pub struct OutputCreateNew tag "type" = "create_new" {
    }
}

impl OutputCreateNew {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

object! {
    /// Write to an existing store.
    pub struct OutputUpdateExisting tag "type" = "update_existing" {
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
    }
}

impl OutputUpdateExisting {
    /// One with its required members.
    pub fn new(memory_store_id: impl Into<String>) -> Self {
        Self { memory_store_id: memory_store_id.into(), extra: Default::default() }
    }
}

strings! {
    /// Progress of a dream.
    pub enum DreamStatus {
        Pending = "pending",
        Running = "running",
        Completed = "completed",
        Failed = "failed",
        Canceled = "canceled",
    }
}

untagged! {
    /// Paths, or how many.
    pub enum FilesTouched {
        /// As a list.
        list List(Vec<String>),
        /// As a number.
        number Number(i64),
    }
}

either! {
    /// Model ID, or the model with its tuning.
    pub enum DreamModelSpec {
        /// As text.
        Text(String),
        /// Model of a dream.
        DreamModel(DreamModel),
    }
}

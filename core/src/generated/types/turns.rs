// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/turns.yaml`.

use crate::generated::types::{
    AgentArtifactDeliveredEvent, AgentMessageEvent, ContentBlock, SessionError, SessionUsage, StopReason,
};
use crate::model::{JsonObject, object, strings};

object! {
    /// How a message of the agent has grown.
    pub struct MessageUpdate {
        /// The `agent.message` that is being written.
        need event_id: String = "event_id",
        /// Position of the content block.
        need index: i64 = "index",
        /// The text that was added; with `replaces`, the whole text of the block so far.
        need text: String = "text",
        /// Whether what came before of this block is to be dropped.
        need replaces: bool = "replaces",
        /// Whether the message is complete; the last update of a block may add no text.
        need complete: bool = "complete",
    }
}

object! {
    /// A tool that the agent used during a turn, and what came of it.
    pub struct ToolCall {
        /// The event that called the tool.
        need id: String = "id",
        /// Whose tool it is.
        need kind: ToolCallKind = "kind",
        /// Name of the tool.
        need name: String = "name",
        /// Its arguments.
        need input: JsonObject = "input",
        /// Its output; empty while there is none.
        need content: Vec<ContentBlock> = "content",
        /// Whether it failed or was refused.
        may is_error: bool = "is_error",
        /// The thread that called it, when it is not the main one.
        may session_thread_id: String = "session_thread_id",
    }
}

strings! {
    /// Whose tool it is.
    pub enum ToolCallKind {
        Custom = "custom",
        Builtin = "builtin",
        Mcp = "mcp",
    }
}

object! {
    /// What came of a turn.
    pub struct TurnResult {
        /// Session ID, prefix `sess_`.
        need session_id: String = "session_id",
        /// The answer: what the agent said after it last used a tool. Messages are separated by an empty
        /// line.
        need text: String = "text",
        /// Why it ended. Besides what sessions report, `terminated` and `deleted` when the session itself
        /// ended.
        need stop_reason: StopReason = "stop_reason",
        /// Everything the agent said.
        need messages: Vec<AgentMessageEvent> = "messages",
        /// The tools it used, in the order of the calls.
        need tool_calls: Vec<ToolCall> = "tool_calls",
        /// The files it delivered.
        need artifacts: Vec<AgentArtifactDeliveredEvent> = "artifacts",
        /// Problems reported on the way; the platform may have got over them.
        need errors: Vec<SessionError> = "errors",
        /// What the session has cost so far, all turns together: the latest snapshot, never a sum.
        may credits: f64 = "credits",
        /// The snapshot itself.
        may usage: Box<SessionUsage> = "usage",
        /// The events of the turn, in order, those sent included.
        need event_ids: Vec<String> = "event_ids",
        /// The last of them, to resume a stream after.
        may last_event_id: String = "last_event_id",
    }
}

object! {
    /// What became of one object that was to be cleaned up.
    pub struct CleanupReport {
        /// Its ID.
        need id: String = "id",
        /// Kind of object, for example `session`.
        need r#type: String = "type",
        /// What became of it.
        need outcome: CleanupOutcome = "outcome",
        /// With `failed`: why it is still there.
        may message: String = "message",
    }
}

strings! {
    /// What became of an object: `gone` means that it was not there any more.
    pub enum CleanupOutcome {
        Deleted = "deleted",
        Archived = "archived",
        Gone = "gone",
        Failed = "failed",
    }
}

object! {
    /// What a worker has done.
    pub struct WorkSummary {
        /// Items that were done.
        need done: i64 = "done",
        /// Items that failed, or that another worker took over.
        need failed: i64 = "failed",
    }
}

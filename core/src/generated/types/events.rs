// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/events.yaml`.

use std::collections::BTreeMap;

use crate::generated::types::{
    Budget, ContentBlock, ErrorDetail, MessageBlock, SessionAgent, SessionUsage, TextBlock,
};
use crate::model::{Field, JsonObject, Timestamp, object, strings, tagged};

object! {
    /// File delivered by the agent; fetch it through files.download.
    pub struct AgentArtifactDeliveredEvent tag "type" = "agent.artifact_delivered" {
        /// Identifier of this object.
        need id: String = "id",
        /// File ID, prefix `file_`.
        need file_id: String = "file_id",
        /// Name chosen by the agent.
        may original_filename: String = "original_filename",
        /// MIME type.
        may content_type: String = "content_type",
        /// Size in bytes.
        may size: i64 = "size",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Call of a client-side tool; the session waits for user.custom_tool_result.
    pub struct AgentCustomToolUseEvent tag "type" = "agent.custom_tool_use" {
        /// Use it as custom_tool_use_id when answering.
        need id: String = "id",
        /// Tool name.
        need name: String = "name",
        /// Arguments.
        need input: JsonObject = "input",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Result of an MCP tool.
    pub struct AgentMcpToolResultEvent tag "type" = "agent.mcp_tool_result" {
        /// Identifier of this object.
        need id: String = "id",
        /// Call this answers.
        need mcp_tool_use_id: String = "mcp_tool_use_id",
        /// Tool output.
        need content: Vec<ContentBlock> = "content",
        /// Whether the tool failed.
        may is_error: bool = "is_error",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Call of a tool on an MCP server.
    pub struct AgentMcpToolUseEvent tag "type" = "agent.mcp_tool_use" {
        /// Identifier of this object.
        need id: String = "id",
        /// Server that offers the tool.
        need mcp_server_name: String = "mcp_server_name",
        /// Tool name.
        need name: String = "name",
        /// Arguments.
        need input: JsonObject = "input",
        /// `ask` means the turn waits for user.tool_confirmation.
        may evaluated_permission: EvaluatedPermission = "evaluated_permission",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Complete reply of the agent; authoritative over any deltas seen before.
    pub struct AgentMessageEvent tag "type" = "agent.message" {
        /// Identifier of this object.
        need id: String = "id",
        /// Text blocks of the reply.
        need content: Vec<ContentBlock> = "content",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Marker that the agent is reasoning; the reasoning itself is not exposed.
    pub struct AgentThinkingEvent tag "type" = "agent.thinking" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A thread's context was summarised to save space.
    pub struct AgentThreadContextCompactedEvent tag "type" = "agent.thread_context_compacted" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Message one agent received from another thread.
    pub struct AgentThreadMessageReceivedEvent tag "type" = "agent.thread_message_received" {
        /// Identifier of this object.
        need id: String = "id",
        /// Sending thread.
        need from_session_thread_id: String = "from_session_thread_id",
        /// Sending agent.
        may from_agent_name: String = "from_agent_name",
        /// Message content.
        need content: Vec<ContentBlock> = "content",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Message one agent sent to another thread.
    pub struct AgentThreadMessageSentEvent tag "type" = "agent.thread_message_sent" {
        /// Identifier of this object.
        need id: String = "id",
        /// Receiving thread.
        need to_session_thread_id: String = "to_session_thread_id",
        /// Receiving agent.
        may to_agent_name: String = "to_agent_name",
        /// Message content.
        need content: Vec<ContentBlock> = "content",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Result of a built-in tool.
    pub struct AgentToolResultEvent tag "type" = "agent.tool_result" {
        /// Identifier of this object.
        need id: String = "id",
        /// Call this answers.
        need tool_use_id: String = "tool_use_id",
        /// Tool output.
        need content: Vec<ContentBlock> = "content",
        /// Whether the tool failed.
        may is_error: bool = "is_error",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Call of a built-in tool.
    pub struct AgentToolUseEvent tag "type" = "agent.tool_use" {
        /// Use it as tool_use_id when answering.
        need id: String = "id",
        /// Tool name, for example `Bash`.
        need name: String = "name",
        /// Arguments.
        need input: JsonObject = "input",
        /// `ask` means the turn waits for user.tool_confirmation.
        may evaluated_permission: EvaluatedPermission = "evaluated_permission",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Addition to one content block.
    pub struct ContentDelta tag "type" = "content_delta" {
        /// Position of the content block.
        may index: i64 = "index",
        /// Text to append.
        may content: TextBlock = "content",
    }
}

object! {
    /// Appends to an incremental message; stream-only and never part of history.
    pub struct EventDelta tag "type" = "event_delta" {
        /// Event the delta belongs to.
        need event_id: String = "event_id",
        /// The addition.
        need delta: ContentDelta = "delta",
    }
}

tagged! {
    /// Event a client may send.
    pub enum EventParams by "type" {
        /// Message from the user.
        UserMessage(UserMessageEventParams) = "user.message",
        /// Stop the current turn.
        UserInterrupt(UserInterruptEventParams) = "user.interrupt",
        /// Answer to a tool call waiting for approval.
        UserToolConfirmation(UserToolConfirmationEventParams) = "user.tool_confirmation",
        /// Result of a built-in tool run by a self-hosted worker.
        UserToolResult(UserToolResultEventParams) = "user.tool_result",
        /// Result of a client-side tool.
        UserCustomToolResult(UserCustomToolResultEventParams) = "user.custom_tool_result",
        /// Goal with a rubric the platform grades against.
        UserDefineOutcome(UserDefineOutcomeEventParams) = "user.define_outcome",
        /// Extra guidance at system-prompt level.
        SystemMessage(SystemMessageEventParams) = "system.message",
    }
}

object! {
    /// Identity of an event still being generated.
    pub struct EventPreview {
        /// Kind tag of this object.
        need r#type: DeltaEventType = "type",
        /// Same ID as the SSE `id:` line, every delta and the final event.
        need id: String = "id",
    }
}

object! {
    /// Batch of client events.
    pub struct EventSendParams {
        /// Events in order. At most one system.message, and only as the last.
        need events: Vec<EventParams> = "events",
    }
}

object! {
    /// Accepted events, echoed with their IDs.
    pub struct EventSendResponse {
        /// In the order sent.
        need data: Vec<SessionEvent> = "data",
    }
}

object! {
    /// Opens an incremental message; stream-only. For agent.thinking this is all there is.
    pub struct EventStart tag "type" = "event_start" {
        /// The event being generated.
        need event: EventPreview = "event",
    }
}

object! {
    /// Rubric stored in an uploaded file.
    pub struct FileRubric tag "type" = "file" {
        /// File ID, prefix `file_`.
        need file_id: String = "file_id",
    }
}

impl FileRubric {
    /// One with its required members.
    pub fn new(file_id: impl Into<String>) -> Self {
        Self { file_id: file_id.into(), extra: Default::default() }
    }
}

object! {
    /// Spending of one model call. Credits are floored to two decimals and may be 0.
    pub struct ModelUsage {
        /// Credits spent.
        may credits: f64 = "credits",
        /// Input tokens.
        may input_tokens: i64 = "input_tokens",
        /// Output tokens.
        may output_tokens: i64 = "output_tokens",
        /// Input tokens served from cache.
        may cache_read_input_tokens: i64 = "cache_read_input_tokens",
        /// Input tokens written to cache.
        may cache_creation_input_tokens: i64 = "cache_creation_input_tokens",
        /// Serving speed.
        may speed: String = "speed",
    }
}

object! {
    /// What the platform does about an error.
    pub struct RetryStatus {
        /// Trying again, gave up after retries, or cannot recover.
        need r#type: RetryState = "type",
    }
}

tagged! {
    /// Grading rubric.
    pub enum Rubric by "type" {
        /// Rubric given inline.
        Text(TextRubric) = "text",
        /// Rubric stored in an uploaded file.
        File(FileRubric) = "file",
    }
}

object! {
    /// The session was deleted; stop reconnecting.
    pub struct SessionDeletedEvent tag "type" = "session.deleted" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Problem inside a session. Decide by retry_status, not by the code.
    pub struct SessionError {
        /// Kind tag of this object.
        need r#type: SessionErrorType = "type",
        /// Text for humans.
        need message: String = "message",
        /// Whether the platform tries again.
        may retry_status: RetryStatus = "retry_status",
        /// Diagnostic code; informative only.
        may qoder_error_code: String = "qoder_error_code",
        /// MCP errors: the server concerned.
        may mcp_server_name: String = "mcp_server_name",
        /// Credential errors: the credential concerned.
        may credential_id: String = "credential_id",
        /// Credential errors: its vault.
        may vault_id: String = "vault_id",
    }
}

object! {
    /// A problem while processing; look at retry_status for what happens next.
    pub struct SessionErrorEvent tag "type" = "session.error" {
        /// Identifier of this object.
        need id: String = "id",
        /// The problem.
        need error: Box<SessionError> = "error",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

tagged! {
    /// Buffered event of a session's history; also what a stream delivers by default.
    pub enum SessionEvent by "type" {
        /// User message as recorded.
        UserMessage(UserMessageEvent) = "user.message",
        /// Interrupt as recorded.
        UserInterrupt(UserInterruptEvent) = "user.interrupt",
        /// Approval decision as recorded.
        UserToolConfirmation(Box<UserToolConfirmationEvent>) = "user.tool_confirmation",
        /// Worker-supplied tool result as recorded.
        UserToolResult(Box<UserToolResultEvent>) = "user.tool_result",
        /// Client tool result as recorded.
        UserCustomToolResult(Box<UserCustomToolResultEvent>) = "user.custom_tool_result",
        /// Outcome definition as recorded.
        UserDefineOutcome(Box<UserDefineOutcomeEvent>) = "user.define_outcome",
        /// System guidance as recorded.
        SystemMessage(SystemMessageEvent) = "system.message",
        /// Complete reply of the agent; authoritative over any deltas seen before.
        AgentMessage(AgentMessageEvent) = "agent.message",
        /// Marker that the agent is reasoning; the reasoning itself is not exposed.
        AgentThinking(AgentThinkingEvent) = "agent.thinking",
        /// Call of a built-in tool.
        AgentToolUse(Box<AgentToolUseEvent>) = "agent.tool_use",
        /// Result of a built-in tool.
        AgentToolResult(AgentToolResultEvent) = "agent.tool_result",
        /// Call of a client-side tool; the session waits for user.custom_tool_result.
        AgentCustomToolUse(Box<AgentCustomToolUseEvent>) = "agent.custom_tool_use",
        /// Call of a tool on an MCP server.
        AgentMcpToolUse(Box<AgentMcpToolUseEvent>) = "agent.mcp_tool_use",
        /// Result of an MCP tool.
        AgentMcpToolResult(AgentMcpToolResultEvent) = "agent.mcp_tool_result",
        /// File delivered by the agent; fetch it through files.download.
        AgentArtifactDelivered(Box<AgentArtifactDeliveredEvent>) = "agent.artifact_delivered",
        /// Message one agent sent to another thread.
        AgentThreadMessageSent(AgentThreadMessageSentEvent) = "agent.thread_message_sent",
        /// Message one agent received from another thread.
        AgentThreadMessageReceived(AgentThreadMessageReceivedEvent) = "agent.thread_message_received",
        /// A thread's context was summarised to save space.
        AgentThreadContextCompacted(AgentThreadContextCompactedEvent) = "agent.thread_context_compacted",
        /// The session began working.
        SessionStatusRunning(SessionStatusRunningEvent) = "session.status_running",
        /// The session stopped working; read stop_reason before calling it done.
        SessionStatusIdle(SessionStatusIdleEvent) = "session.status_idle",
        /// The run is being moved; the stream may drop briefly.
        SessionStatusRescheduled(SessionStatusRescheduledEvent) = "session.status_rescheduled",
        /// The session ended for good; stop reconnecting.
        SessionStatusTerminated(SessionStatusTerminatedEvent) = "session.status_terminated",
        /// A problem while processing; look at retry_status for what happens next.
        SessionError(SessionErrorEvent) = "session.error",
        /// The session was changed; carries only what changed.
        SessionUpdated(Box<SessionUpdatedEvent>) = "session.updated",
        /// The session was deleted; stop reconnecting.
        SessionDeleted(SessionDeletedEvent) = "session.deleted",
        /// Running total of what the session has used.
        SessionUsage(Box<SessionUsageEvent>) = "session.usage",
        /// A child thread was started.
        SessionThreadCreated(SessionThreadCreatedEvent) = "session.thread_created",
        /// A thread began working.
        SessionThreadStatusRunning(SessionThreadStatusRunningEvent) = "session.thread_status_running",
        /// A thread stopped working.
        SessionThreadStatusIdle(Box<SessionThreadStatusIdleEvent>) = "session.thread_status_idle",
        /// A thread is being moved.
        SessionThreadStatusRescheduled(SessionThreadStatusRescheduledEvent) = "session.thread_status_rescheduled",
        /// A thread ended.
        SessionThreadStatusTerminated(SessionThreadStatusTerminatedEvent) = "session.thread_status_terminated",
        /// A model call began.
        SpanModelRequestStart(SpanModelRequestStartEvent) = "span.model_request_start",
        /// A model call ended; says nothing about the turn.
        SpanModelRequestEnd(Box<SpanModelRequestEndEvent>) = "span.model_request_end",
        /// Grading of an outcome began.
        SpanOutcomeEvaluationStart(SpanOutcomeEvaluationStartEvent) = "span.outcome_evaluation_start",
        /// Grading of an outcome is still going on.
        SpanOutcomeEvaluationOngoing(SpanOutcomeEvaluationOngoingEvent) = "span.outcome_evaluation_ongoing",
        /// Verdict of one grading cycle.
        SpanOutcomeEvaluationEnd(Box<SpanOutcomeEvaluationEndEvent>) = "span.outcome_evaluation_end",
    }
}

object! {
    /// The session stopped working; read stop_reason before calling it done.
    pub struct SessionStatusIdleEvent tag "type" = "session.status_idle" {
        /// Identifier of this object.
        need id: String = "id",
        /// Why it stopped.
        may stop_reason: StopReason = "stop_reason",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// The run is being moved; the stream may drop briefly.
    pub struct SessionStatusRescheduledEvent tag "type" = "session.status_rescheduled" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// The session began working.
    pub struct SessionStatusRunningEvent tag "type" = "session.status_running" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// The session ended for good; stop reconnecting.
    pub struct SessionStatusTerminatedEvent tag "type" = "session.status_terminated" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

tagged! {
    /// Frame of a live stream: a buffered event, a delta frame, or an error frame.
    pub enum SessionStreamEvent by "type" {
        /// Opens an incremental message; stream-only. For agent.thinking this is all there is.
        EventStart(EventStart) = "event_start",
        /// Appends to an incremental message; stream-only and never part of history.
        EventDelta(EventDelta) = "event_delta",
        /// Failure reported inside an open stream; clients raise it as an API error.
        StreamError(StreamError) = "error",
        /// User message as recorded.
        UserMessage(UserMessageEvent) = "user.message",
        /// Interrupt as recorded.
        UserInterrupt(UserInterruptEvent) = "user.interrupt",
        /// Approval decision as recorded.
        UserToolConfirmation(Box<UserToolConfirmationEvent>) = "user.tool_confirmation",
        /// Worker-supplied tool result as recorded.
        UserToolResult(Box<UserToolResultEvent>) = "user.tool_result",
        /// Client tool result as recorded.
        UserCustomToolResult(Box<UserCustomToolResultEvent>) = "user.custom_tool_result",
        /// Outcome definition as recorded.
        UserDefineOutcome(Box<UserDefineOutcomeEvent>) = "user.define_outcome",
        /// System guidance as recorded.
        SystemMessage(SystemMessageEvent) = "system.message",
        /// Complete reply of the agent; authoritative over any deltas seen before.
        AgentMessage(AgentMessageEvent) = "agent.message",
        /// Marker that the agent is reasoning; the reasoning itself is not exposed.
        AgentThinking(AgentThinkingEvent) = "agent.thinking",
        /// Call of a built-in tool.
        AgentToolUse(Box<AgentToolUseEvent>) = "agent.tool_use",
        /// Result of a built-in tool.
        AgentToolResult(AgentToolResultEvent) = "agent.tool_result",
        /// Call of a client-side tool; the session waits for user.custom_tool_result.
        AgentCustomToolUse(Box<AgentCustomToolUseEvent>) = "agent.custom_tool_use",
        /// Call of a tool on an MCP server.
        AgentMcpToolUse(Box<AgentMcpToolUseEvent>) = "agent.mcp_tool_use",
        /// Result of an MCP tool.
        AgentMcpToolResult(AgentMcpToolResultEvent) = "agent.mcp_tool_result",
        /// File delivered by the agent; fetch it through files.download.
        AgentArtifactDelivered(Box<AgentArtifactDeliveredEvent>) = "agent.artifact_delivered",
        /// Message one agent sent to another thread.
        AgentThreadMessageSent(AgentThreadMessageSentEvent) = "agent.thread_message_sent",
        /// Message one agent received from another thread.
        AgentThreadMessageReceived(AgentThreadMessageReceivedEvent) = "agent.thread_message_received",
        /// A thread's context was summarised to save space.
        AgentThreadContextCompacted(AgentThreadContextCompactedEvent) = "agent.thread_context_compacted",
        /// The session began working.
        SessionStatusRunning(SessionStatusRunningEvent) = "session.status_running",
        /// The session stopped working; read stop_reason before calling it done.
        SessionStatusIdle(SessionStatusIdleEvent) = "session.status_idle",
        /// The run is being moved; the stream may drop briefly.
        SessionStatusRescheduled(SessionStatusRescheduledEvent) = "session.status_rescheduled",
        /// The session ended for good; stop reconnecting.
        SessionStatusTerminated(SessionStatusTerminatedEvent) = "session.status_terminated",
        /// A problem while processing; look at retry_status for what happens next.
        SessionError(SessionErrorEvent) = "session.error",
        /// The session was changed; carries only what changed.
        SessionUpdated(Box<SessionUpdatedEvent>) = "session.updated",
        /// The session was deleted; stop reconnecting.
        SessionDeleted(SessionDeletedEvent) = "session.deleted",
        /// Running total of what the session has used.
        SessionUsage(Box<SessionUsageEvent>) = "session.usage",
        /// A child thread was started.
        SessionThreadCreated(SessionThreadCreatedEvent) = "session.thread_created",
        /// A thread began working.
        SessionThreadStatusRunning(SessionThreadStatusRunningEvent) = "session.thread_status_running",
        /// A thread stopped working.
        SessionThreadStatusIdle(Box<SessionThreadStatusIdleEvent>) = "session.thread_status_idle",
        /// A thread is being moved.
        SessionThreadStatusRescheduled(SessionThreadStatusRescheduledEvent) = "session.thread_status_rescheduled",
        /// A thread ended.
        SessionThreadStatusTerminated(SessionThreadStatusTerminatedEvent) = "session.thread_status_terminated",
        /// A model call began.
        SpanModelRequestStart(SpanModelRequestStartEvent) = "span.model_request_start",
        /// A model call ended; says nothing about the turn.
        SpanModelRequestEnd(Box<SpanModelRequestEndEvent>) = "span.model_request_end",
        /// Grading of an outcome began.
        SpanOutcomeEvaluationStart(SpanOutcomeEvaluationStartEvent) = "span.outcome_evaluation_start",
        /// Grading of an outcome is still going on.
        SpanOutcomeEvaluationOngoing(SpanOutcomeEvaluationOngoingEvent) = "span.outcome_evaluation_ongoing",
        /// Verdict of one grading cycle.
        SpanOutcomeEvaluationEnd(Box<SpanOutcomeEvaluationEndEvent>) = "span.outcome_evaluation_end",
    }
}

object! {
    /// A child thread was started.
    pub struct SessionThreadCreatedEvent tag "type" = "session.thread_created" {
        /// Identifier of this object.
        need id: String = "id",
        /// The new thread.
        need session_thread_id: String = "session_thread_id",
        /// Agent working on it.
        may agent_name: String = "agent_name",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A thread stopped working.
    pub struct SessionThreadStatusIdleEvent tag "type" = "session.thread_status_idle" {
        /// Identifier of this object.
        need id: String = "id",
        /// The thread.
        may session_thread_id: String = "session_thread_id",
        /// Agent working on it.
        may agent_name: String = "agent_name",
        /// Why it stopped.
        may stop_reason: StopReason = "stop_reason",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A thread is being moved.
    pub struct SessionThreadStatusRescheduledEvent tag "type" = "session.thread_status_rescheduled" {
        /// Identifier of this object.
        need id: String = "id",
        /// The thread.
        may session_thread_id: String = "session_thread_id",
        /// Agent working on it.
        may agent_name: String = "agent_name",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A thread began working.
    pub struct SessionThreadStatusRunningEvent tag "type" = "session.thread_status_running" {
        /// Identifier of this object.
        need id: String = "id",
        /// The thread.
        may session_thread_id: String = "session_thread_id",
        /// Agent working on it.
        may agent_name: String = "agent_name",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A thread ended.
    pub struct SessionThreadStatusTerminatedEvent tag "type" = "session.thread_status_terminated" {
        /// Identifier of this object.
        need id: String = "id",
        /// The thread.
        may session_thread_id: String = "session_thread_id",
        /// Agent working on it.
        may agent_name: String = "agent_name",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// The session was changed; carries only what changed.
    pub struct SessionUpdatedEvent tag "type" = "session.updated" {
        /// Identifier of this object.
        need id: String = "id",
        /// New agent snapshot.
        may agent: Box<SessionAgent> = "agent",
        /// New ceiling.
        may budget: Budget = "budget",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Human-readable title.
        may title: String = "title",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Running total of what the session has used.
    pub struct SessionUsageEvent tag "type" = "session.usage" {
        /// Identifier of this object.
        need id: String = "id",
        /// Usage snapshot.
        may usage: Box<SessionUsage> = "usage",
        /// Ceiling in force.
        may budget: Budget = "budget",
        /// Credits spent so far.
        may total_credits: f64 = "total_credits",
        /// Part spent on models.
        may model_credits: f64 = "model_credits",
        /// Part spent on sandbox time.
        may sandbox_runtime_credits: f64 = "sandbox_runtime_credits",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A model call ended; says nothing about the turn.
    pub struct SpanModelRequestEndEvent tag "type" = "span.model_request_end" {
        /// Identifier of this object.
        need id: String = "id",
        /// ID of the matching start event.
        may model_request_start_id: String = "model_request_start_id",
        /// Whether the call failed.
        may is_error: bool = "is_error",
        /// Spending of the call; absent when unknown.
        may model_usage: ModelUsage = "model_usage",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// A model call began.
    pub struct SpanModelRequestStartEvent tag "type" = "span.model_request_start" {
        /// Identifier of this object.
        need id: String = "id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Verdict of one grading cycle.
    pub struct SpanOutcomeEvaluationEndEvent tag "type" = "span.outcome_evaluation_end" {
        /// Identifier of this object.
        need id: String = "id",
        /// Matching start event.
        may outcome_evaluation_start_id: String = "outcome_evaluation_start_id",
        /// Outcome graded.
        may outcome_id: String = "outcome_id",
        /// Revision cycle, from 0.
        may iteration: i64 = "iteration",
        /// Verdict; only needs_revision leads to another cycle.
        may result: OutcomeVerdict = "result",
        /// Grader's reasoning.
        may explanation: String = "explanation",
        /// Spending of the grading.
        may usage: ModelUsage = "usage",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Grading of an outcome is still going on.
    pub struct SpanOutcomeEvaluationOngoingEvent tag "type" = "span.outcome_evaluation_ongoing" {
        /// Identifier of this object.
        need id: String = "id",
        /// Outcome graded.
        may outcome_id: String = "outcome_id",
        /// Revision cycle, from 0.
        may iteration: i64 = "iteration",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Grading of an outcome began.
    pub struct SpanOutcomeEvaluationStartEvent tag "type" = "span.outcome_evaluation_start" {
        /// Identifier of this object.
        need id: String = "id",
        /// Outcome graded.
        may outcome_id: String = "outcome_id",
        /// Revision cycle, from 0.
        may iteration: i64 = "iteration",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Why a session or thread went idle.
    pub struct StopReason {
        /// `requires_action` is a pause, not an end.
        need r#type: StopReasonType = "type",
        /// With requires_action: tool-use events waiting for an answer.
        need event_ids: Vec<String> = "event_ids",
    }
}

object! {
    /// Failure reported inside an open stream; clients raise it as an API error.
    pub struct StreamError tag "type" = "error" {
        /// What went wrong.
        may error: Box<ErrorDetail> = "error",
        /// Correlation ID.
        may request_id: String = "request_id",
    }
}

object! {
    /// System guidance as recorded.
    pub struct SystemMessageEvent tag "type" = "system.message" {
        /// Identifier of this object.
        need id: String = "id",
        /// Text blocks.
        need content: Vec<TextBlock> = "content",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Extra guidance at system-prompt level.
    pub struct SystemMessageEventParams tag "type" = "system.message" {
        /// Text blocks.
        need content: Vec<TextBlock> = "content",
    }
}

impl SystemMessageEventParams {
    /// One with its required members.
    pub fn new(content: impl IntoIterator<Item = impl Into<TextBlock>>) -> Self {
        Self { content: content.into_iter().map(Into::into).collect(), extra: Default::default() }
    }
}

object! {
    /// Rubric given inline.
    pub struct TextRubric tag "type" = "text" {
        /// Rubric text.
        need content: String = "content",
    }
}

impl TextRubric {
    /// One with its required members.
    pub fn new(content: impl Into<String>) -> Self {
        Self { content: content.into(), extra: Default::default() }
    }
}

object! {
    /// Client tool result as recorded.
    pub struct UserCustomToolResultEvent tag "type" = "user.custom_tool_result" {
        /// Identifier of this object.
        need id: String = "id",
        /// Tool call answered.
        need custom_tool_use_id: String = "custom_tool_use_id",
        /// Tool output.
        need content: Vec<ContentBlock> = "content",
        /// Whether the tool failed.
        may is_error: bool = "is_error",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Result of a client-side tool.
    pub struct UserCustomToolResultEventParams tag "type" = "user.custom_tool_result" {
        /// ID of the agent.custom_tool_use event.
        need custom_tool_use_id: String = "custom_tool_use_id",
        /// Tool output.
        set content: Vec<ContentBlock> = "content",
        /// Whether the tool failed.
        set is_error: bool = "is_error",
    }
}

impl UserCustomToolResultEventParams {
    /// One with its required members.
    pub fn new(custom_tool_use_id: impl Into<String>) -> Self {
        Self { custom_tool_use_id: custom_tool_use_id.into(), ..Self::default() }
    }

    /// Tool output.
    pub fn content(mut self, content: impl Into<Field<Vec<ContentBlock>>>) -> Self {
        self.content = content.into();
        self
    }

    /// Whether the tool failed.
    pub fn is_error(mut self, is_error: impl Into<Field<bool>>) -> Self {
        self.is_error = is_error.into();
        self
    }
}

object! {
    /// Outcome definition as recorded.
    pub struct UserDefineOutcomeEvent tag "type" = "user.define_outcome" {
        /// Identifier of this object.
        need id: String = "id",
        /// ID assigned to the outcome, prefix `outc_`.
        may outcome_id: String = "outcome_id",
        /// What to produce.
        need description: String = "description",
        /// How it is judged.
        need rubric: Rubric = "rubric",
        /// Revision limit.
        may max_iterations: i64 = "max_iterations",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Goal with a rubric the platform grades against.
    pub struct UserDefineOutcomeEventParams tag "type" = "user.define_outcome" {
        /// What to produce.
        need description: String = "description",
        /// How to judge it.
        need rubric: Rubric = "rubric",
        /// Revision cycles before giving up. At least 1.
        may max_iterations: i64 = "max_iterations",
    }
}

impl UserDefineOutcomeEventParams {
    /// One with its required members.
    pub fn new(description: impl Into<String>, rubric: impl Into<Rubric>) -> Self {
        Self { description: description.into(), rubric: rubric.into(), ..Self::default() }
    }

    /// Revision cycles before giving up. At least 1.
    pub fn max_iterations(mut self, max_iterations: i64) -> Self {
        self.max_iterations = Some(max_iterations);
        self
    }
}

object! {
    /// Interrupt as recorded.
    pub struct UserInterruptEvent tag "type" = "user.interrupt" {
        /// Identifier of this object.
        need id: String = "id",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Stop the current turn.
    pub struct UserInterruptEventParams tag "type" = "user.interrupt" {
        /// Interrupt only this thread.
        set session_thread_id: String = "session_thread_id",
    }
}

impl UserInterruptEventParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Interrupt only this thread.
    pub fn session_thread_id(mut self, session_thread_id: impl Into<Field<String>>) -> Self {
        self.session_thread_id = session_thread_id.into();
        self
    }
}

object! {
    /// User message as recorded.
    pub struct UserMessageEvent tag "type" = "user.message" {
        /// Identifier of this object.
        need id: String = "id",
        /// Message content.
        need content: Vec<ContentBlock> = "content",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Message from the user.
    pub struct UserMessageEventParams tag "type" = "user.message" {
        /// Content blocks; a plain string is refused.
        need content: Vec<MessageBlock> = "content",
    }
}

impl UserMessageEventParams {
    /// One with its required members.
    pub fn new(content: impl IntoIterator<Item = impl Into<MessageBlock>>) -> Self {
        Self { content: content.into_iter().map(Into::into).collect(), extra: Default::default() }
    }
}

object! {
    /// Approval decision as recorded.
    pub struct UserToolConfirmationEvent tag "type" = "user.tool_confirmation" {
        /// Identifier of this object.
        need id: String = "id",
        /// Tool call decided on.
        need tool_use_id: String = "tool_use_id",
        /// Decision.
        need result: ToolDecision = "result",
        /// Reason for refusal.
        may deny_message: String = "deny_message",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Answer to a tool call waiting for approval.
    pub struct UserToolConfirmationEventParams tag "type" = "user.tool_confirmation" {
        /// ID of the pending tool-use event.
        need tool_use_id: String = "tool_use_id",
        /// Decision.
        need result: ToolDecision = "result",
        /// Reason shown to the agent; only with deny.
        set deny_message: String = "deny_message",
    }
}

impl UserToolConfirmationEventParams {
    /// One with its required members.
    pub fn new(tool_use_id: impl Into<String>, result: impl Into<ToolDecision>) -> Self {
        Self { tool_use_id: tool_use_id.into(), result: result.into(), ..Self::default() }
    }

    /// Reason shown to the agent; only with deny.
    pub fn deny_message(mut self, deny_message: impl Into<Field<String>>) -> Self {
        self.deny_message = deny_message.into();
        self
    }
}

object! {
    /// Worker-supplied tool result as recorded.
    pub struct UserToolResultEvent tag "type" = "user.tool_result" {
        /// Identifier of this object.
        need id: String = "id",
        /// Tool call answered.
        need tool_use_id: String = "tool_use_id",
        /// Tool output.
        need content: Vec<ContentBlock> = "content",
        /// Whether the tool failed.
        may is_error: bool = "is_error",
        /// Thread that raised the event when it was surfaced from a child thread.
        may session_thread_id: String = "session_thread_id",
        /// When the service processed the event; absent on some generated events.
        may processed_at: Timestamp = "processed_at",
    }
}

object! {
    /// Result of a built-in tool run by a self-hosted worker.
    pub struct UserToolResultEventParams tag "type" = "user.tool_result" {
        /// ID of the agent.tool_use event.
        need tool_use_id: String = "tool_use_id",
        /// Tool output.
        set content: Vec<ContentBlock> = "content",
        /// Whether the tool failed.
        set is_error: bool = "is_error",
    }
}

impl UserToolResultEventParams {
    /// One with its required members.
    pub fn new(tool_use_id: impl Into<String>) -> Self {
        Self { tool_use_id: tool_use_id.into(), ..Self::default() }
    }

    /// Tool output.
    pub fn content(mut self, content: impl Into<Field<Vec<ContentBlock>>>) -> Self {
        self.content = content.into();
        self
    }

    /// Whether the tool failed.
    pub fn is_error(mut self, is_error: impl Into<Field<bool>>) -> Self {
        self.is_error = is_error.into();
        self
    }
}

strings! {
    /// Outcome of the permission rules for one tool call.
    pub enum EvaluatedPermission {
        Allow = "allow",
        Ask = "ask",
        Deny = "deny",
    }
}

strings! {
    /// Event type that can be streamed in pieces.
    pub enum DeltaEventType {
        AgentMessage = "agent.message",
        AgentThinking = "agent.thinking",
    }
}

strings! {
    /// State of an outcome evaluation.
    pub enum OutcomeResult {
        Pending = "pending",
        Running = "running",
        Evaluating = "evaluating",
        NeedsRevision = "needs_revision",
        Satisfied = "satisfied",
        MaxIterationsReached = "max_iterations_reached",
        Failed = "failed",
        Interrupted = "interrupted",
    }
}

strings! {
    /// Whether the service still retries a failed step.
    pub enum RetryState {
        Retrying = "retrying",
        Exhausted = "exhausted",
        Terminal = "terminal",
    }
}

strings! {
    /// Kind of a failure inside a session.
    pub enum SessionErrorType {
        UnknownError = "unknown_error",
        ModelOverloadedError = "model_overloaded_error",
        ModelRateLimitedError = "model_rate_limited_error",
        ModelRequestFailedError = "model_request_failed_error",
        McpConnectionFailedError = "mcp_connection_failed_error",
        McpAuthenticationFailedError = "mcp_authentication_failed_error",
        BillingError = "billing_error",
        CredentialHostUnreachableError = "credential_host_unreachable_error",
    }
}

strings! {
    /// Result of one finished outcome evaluation.
    pub enum OutcomeVerdict {
        Satisfied = "satisfied",
        NeedsRevision = "needs_revision",
        MaxIterationsReached = "max_iterations_reached",
        Failed = "failed",
        Interrupted = "interrupted",
    }
}

strings! {
    /// Why a turn ended.
    pub enum StopReasonType {
        EndTurn = "end_turn",
        Cancelled = "cancelled",
        RequiresAction = "requires_action",
        RetriesExhausted = "retries_exhausted",
        BudgetReached = "budget_reached",
    }
}

strings! {
    /// Decision on a tool call that waits for approval.
    pub enum ToolDecision {
        Allow = "allow",
        Deny = "deny",
    }
}

// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { CommonParams, ErrorDetail } from './common.js';
import type { ContentBlock, MessageBlock, TextBlock } from './content.js';
import type { Budget, SessionAgent, SessionUsage } from './sessions.js';

/** File delivered by the agent; fetch it through files.download. */
export interface AgentArtifactDeliveredEvent {
  /** Kind tag of this object. */
  type: 'agent.artifact_delivered';
  /** Identifier of this object. */
  id: string;
  /** File ID, prefix `file_`. */
  file_id: string;
  /** Name chosen by the agent. */
  original_filename?: string;
  /** MIME type. */
  content_type?: string;
  /** Size in bytes. */
  size?: number;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Call of a client-side tool; the session waits for user.custom_tool_result. */
export interface AgentCustomToolUseEvent {
  /** Kind tag of this object. */
  type: 'agent.custom_tool_use';
  /** Use it as custom_tool_use_id when answering. */
  id: string;
  /** Tool name. */
  name: string;
  /** Arguments. */
  input: Record<string, unknown>;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Result of an MCP tool. */
export interface AgentMcpToolResultEvent {
  /** Kind tag of this object. */
  type: 'agent.mcp_tool_result';
  /** Identifier of this object. */
  id: string;
  /** Call this answers. */
  mcp_tool_use_id: string;
  /** Tool output. */
  content?: ContentBlock[];
  /** Whether the tool failed. */
  is_error?: boolean | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Call of a tool on an MCP server. */
export interface AgentMcpToolUseEvent {
  /** Kind tag of this object. */
  type: 'agent.mcp_tool_use';
  /** Identifier of this object. */
  id: string;
  /** Server that offers the tool. */
  mcp_server_name: string;
  /** Tool name. */
  name: string;
  /** Arguments. */
  input: Record<string, unknown>;
  /** `ask` means the turn waits for user.tool_confirmation. */
  evaluated_permission?: EvaluatedPermission;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Complete reply of the agent; authoritative over any deltas seen before. */
export interface AgentMessageEvent {
  /** Kind tag of this object. */
  type: 'agent.message';
  /** Identifier of this object. */
  id: string;
  /** Text blocks of the reply. */
  content: ContentBlock[];
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Marker that the agent is reasoning; the reasoning itself is not exposed. */
export interface AgentThinkingEvent {
  /** Kind tag of this object. */
  type: 'agent.thinking';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A thread's context was summarised to save space. */
export interface AgentThreadContextCompactedEvent {
  /** Kind tag of this object. */
  type: 'agent.thread_context_compacted';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Message one agent received from another thread. */
export interface AgentThreadMessageReceivedEvent {
  /** Kind tag of this object. */
  type: 'agent.thread_message_received';
  /** Identifier of this object. */
  id: string;
  /** Sending thread. */
  from_session_thread_id: string;
  /** Sending agent. */
  from_agent_name?: string | null;
  /** Message content. */
  content: ContentBlock[];
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Message one agent sent to another thread. */
export interface AgentThreadMessageSentEvent {
  /** Kind tag of this object. */
  type: 'agent.thread_message_sent';
  /** Identifier of this object. */
  id: string;
  /** Receiving thread. */
  to_session_thread_id: string;
  /** Receiving agent. */
  to_agent_name?: string | null;
  /** Message content. */
  content: ContentBlock[];
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Result of a built-in tool. */
export interface AgentToolResultEvent {
  /** Kind tag of this object. */
  type: 'agent.tool_result';
  /** Identifier of this object. */
  id: string;
  /** Call this answers. */
  tool_use_id: string;
  /** Tool output. */
  content?: ContentBlock[];
  /** Whether the tool failed. */
  is_error?: boolean | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Call of a built-in tool. */
export interface AgentToolUseEvent {
  /** Kind tag of this object. */
  type: 'agent.tool_use';
  /** Use it as tool_use_id when answering. */
  id: string;
  /** Tool name, for example `Bash`. */
  name: string;
  /** Arguments. */
  input: Record<string, unknown>;
  /** `ask` means the turn waits for user.tool_confirmation. */
  evaluated_permission?: EvaluatedPermission;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Addition to one content block. */
export interface ContentDelta {
  /** Kind tag of this object. */
  type: 'content_delta' | (string & {});
  /** Position of the content block. */
  index?: number;
  /** Text to append. */
  content?: TextBlock;
}

/** Appends to an incremental message; stream-only and never part of history. */
export interface EventDelta {
  /** Kind tag of this object. */
  type: 'event_delta';
  /** Event the delta belongs to. */
  event_id: string;
  /** The addition. */
  delta: ContentDelta;
}

/** Event a client may send. */
export type EventParams =
  | UserMessageEventParams
  | UserInterruptEventParams
  | UserToolConfirmationEventParams
  | UserToolResultEventParams
  | UserCustomToolResultEventParams
  | UserDefineOutcomeEventParams
  | SystemMessageEventParams;

/** Identity of an event still being generated. */
export interface EventPreview {
  /** Kind tag of this object. */
  type: DeltaEventType;
  /** Same ID as the SSE `id:` line, every delta and the final event. */
  id: string;
}

/** Batch of client events. */
export interface EventSendParams extends CommonParams {
  /** Events in order. At most one system.message, and only as the last. */
  events: EventParams[];
}

/** Accepted events, echoed with their IDs. */
export interface EventSendResponse {
  /** In the order sent. */
  data: SessionEvent[];
}

/** Opens an incremental message; stream-only. For agent.thinking this is all there is. */
export interface EventStart {
  /** Kind tag of this object. */
  type: 'event_start';
  /** The event being generated. */
  event: EventPreview;
}

/** Rubric stored in an uploaded file. */
export interface FileRubric {
  /** Kind tag of this object. */
  type: 'file';
  /** File ID, prefix `file_`. */
  file_id: string;
}

/** Spending of one model call. Credits are floored to two decimals and may be 0. */
export interface ModelUsage {
  /** Credits spent. */
  credits?: number;
  /** Input tokens. */
  input_tokens?: number;
  /** Output tokens. */
  output_tokens?: number;
  /** Input tokens served from cache. */
  cache_read_input_tokens?: number;
  /** Input tokens written to cache. */
  cache_creation_input_tokens?: number;
  /** Serving speed. */
  speed?: string;
}

/** What the platform does about an error. */
export interface RetryStatus {
  /** Trying again, gave up after retries, or cannot recover. */
  type: RetryState;
}

/** Grading rubric. */
export type Rubric = TextRubric | FileRubric | UnknownVariant;

/** The session was deleted; stop reconnecting. */
export interface SessionDeletedEvent {
  /** Kind tag of this object. */
  type: 'session.deleted';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Problem inside a session. Decide by retry_status, not by the code. */
export interface SessionError {
  /** Kind tag of this object. */
  type: SessionErrorType;
  /** Text for humans. */
  message: string;
  /** Whether the platform tries again. */
  retry_status?: RetryStatus;
  /** Diagnostic code; informative only. */
  qoder_error_code?: string;
  /** MCP errors: the server concerned. */
  mcp_server_name?: string;
  /** Credential errors: the credential concerned. */
  credential_id?: string;
  /** Credential errors: its vault. */
  vault_id?: string;
}

/** A problem while processing; look at retry_status for what happens next. */
export interface SessionErrorEvent {
  /** Kind tag of this object. */
  type: 'session.error';
  /** Identifier of this object. */
  id: string;
  /** The problem. */
  error: SessionError;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Buffered event of a session's history; also what a stream delivers by default. */
export type SessionEvent =
  | UserMessageEvent
  | UserInterruptEvent
  | UserToolConfirmationEvent
  | UserToolResultEvent
  | UserCustomToolResultEvent
  | UserDefineOutcomeEvent
  | SystemMessageEvent
  | AgentMessageEvent
  | AgentThinkingEvent
  | AgentToolUseEvent
  | AgentToolResultEvent
  | AgentCustomToolUseEvent
  | AgentMcpToolUseEvent
  | AgentMcpToolResultEvent
  | AgentArtifactDeliveredEvent
  | AgentThreadMessageSentEvent
  | AgentThreadMessageReceivedEvent
  | AgentThreadContextCompactedEvent
  | SessionStatusRunningEvent
  | SessionStatusIdleEvent
  | SessionStatusRescheduledEvent
  | SessionStatusTerminatedEvent
  | SessionErrorEvent
  | SessionUpdatedEvent
  | SessionDeletedEvent
  | SessionUsageEvent
  | SessionThreadCreatedEvent
  | SessionThreadStatusRunningEvent
  | SessionThreadStatusIdleEvent
  | SessionThreadStatusRescheduledEvent
  | SessionThreadStatusTerminatedEvent
  | SpanModelRequestStartEvent
  | SpanModelRequestEndEvent
  | SpanOutcomeEvaluationStartEvent
  | SpanOutcomeEvaluationOngoingEvent
  | SpanOutcomeEvaluationEndEvent
  | UnknownVariant;

/** The session stopped working; read stop_reason before calling it done. */
export interface SessionStatusIdleEvent {
  /** Kind tag of this object. */
  type: 'session.status_idle';
  /** Identifier of this object. */
  id: string;
  /** Why it stopped. */
  stop_reason?: StopReason;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** The run is being moved; the stream may drop briefly. */
export interface SessionStatusRescheduledEvent {
  /** Kind tag of this object. */
  type: 'session.status_rescheduled';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** The session began working. */
export interface SessionStatusRunningEvent {
  /** Kind tag of this object. */
  type: 'session.status_running';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** The session ended for good; stop reconnecting. */
export interface SessionStatusTerminatedEvent {
  /** Kind tag of this object. */
  type: 'session.status_terminated';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Frame of a live stream: a buffered event, a delta frame, or an error frame. */
export type SessionStreamEvent =
  | EventStart
  | EventDelta
  | StreamError
  | UserMessageEvent
  | UserInterruptEvent
  | UserToolConfirmationEvent
  | UserToolResultEvent
  | UserCustomToolResultEvent
  | UserDefineOutcomeEvent
  | SystemMessageEvent
  | AgentMessageEvent
  | AgentThinkingEvent
  | AgentToolUseEvent
  | AgentToolResultEvent
  | AgentCustomToolUseEvent
  | AgentMcpToolUseEvent
  | AgentMcpToolResultEvent
  | AgentArtifactDeliveredEvent
  | AgentThreadMessageSentEvent
  | AgentThreadMessageReceivedEvent
  | AgentThreadContextCompactedEvent
  | SessionStatusRunningEvent
  | SessionStatusIdleEvent
  | SessionStatusRescheduledEvent
  | SessionStatusTerminatedEvent
  | SessionErrorEvent
  | SessionUpdatedEvent
  | SessionDeletedEvent
  | SessionUsageEvent
  | SessionThreadCreatedEvent
  | SessionThreadStatusRunningEvent
  | SessionThreadStatusIdleEvent
  | SessionThreadStatusRescheduledEvent
  | SessionThreadStatusTerminatedEvent
  | SpanModelRequestStartEvent
  | SpanModelRequestEndEvent
  | SpanOutcomeEvaluationStartEvent
  | SpanOutcomeEvaluationOngoingEvent
  | SpanOutcomeEvaluationEndEvent
  | UnknownVariant;

/** A child thread was started. */
export interface SessionThreadCreatedEvent {
  /** Kind tag of this object. */
  type: 'session.thread_created';
  /** Identifier of this object. */
  id: string;
  /** The new thread. */
  session_thread_id: string;
  /** Agent working on it. */
  agent_name?: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A thread stopped working. */
export interface SessionThreadStatusIdleEvent {
  /** Kind tag of this object. */
  type: 'session.thread_status_idle';
  /** Identifier of this object. */
  id: string;
  /** The thread. */
  session_thread_id?: string;
  /** Agent working on it. */
  agent_name?: string;
  /** Why it stopped. */
  stop_reason?: StopReason;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A thread is being moved. */
export interface SessionThreadStatusRescheduledEvent {
  /** Kind tag of this object. */
  type: 'session.thread_status_rescheduled';
  /** Identifier of this object. */
  id: string;
  /** The thread. */
  session_thread_id?: string;
  /** Agent working on it. */
  agent_name?: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A thread began working. */
export interface SessionThreadStatusRunningEvent {
  /** Kind tag of this object. */
  type: 'session.thread_status_running';
  /** Identifier of this object. */
  id: string;
  /** The thread. */
  session_thread_id?: string;
  /** Agent working on it. */
  agent_name?: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A thread ended. */
export interface SessionThreadStatusTerminatedEvent {
  /** Kind tag of this object. */
  type: 'session.thread_status_terminated';
  /** Identifier of this object. */
  id: string;
  /** The thread. */
  session_thread_id?: string;
  /** Agent working on it. */
  agent_name?: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** The session was changed; carries only what changed. */
export interface SessionUpdatedEvent {
  /** Kind tag of this object. */
  type: 'session.updated';
  /** Identifier of this object. */
  id: string;
  /** New agent snapshot. */
  agent?: SessionAgent | null;
  /** New ceiling. */
  budget?: Budget | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Human-readable title. */
  title?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Running total of what the session has used. */
export interface SessionUsageEvent {
  /** Kind tag of this object. */
  type: 'session.usage';
  /** Identifier of this object. */
  id: string;
  /** Usage snapshot. */
  usage?: SessionUsage;
  /** Ceiling in force. */
  budget?: Budget | null;
  /** Credits spent so far. */
  total_credits?: number;
  /** Part spent on models. */
  model_credits?: number;
  /** Part spent on sandbox time. */
  sandbox_runtime_credits?: number;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A model call ended; says nothing about the turn. */
export interface SpanModelRequestEndEvent {
  /** Kind tag of this object. */
  type: 'span.model_request_end';
  /** Identifier of this object. */
  id: string;
  /** ID of the matching start event. */
  model_request_start_id?: string;
  /** Whether the call failed. */
  is_error?: boolean | null;
  /** Spending of the call; absent when unknown. */
  model_usage?: ModelUsage;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** A model call began. */
export interface SpanModelRequestStartEvent {
  /** Kind tag of this object. */
  type: 'span.model_request_start';
  /** Identifier of this object. */
  id: string;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Verdict of one grading cycle. */
export interface SpanOutcomeEvaluationEndEvent {
  /** Kind tag of this object. */
  type: 'span.outcome_evaluation_end';
  /** Identifier of this object. */
  id: string;
  /** Matching start event. */
  outcome_evaluation_start_id?: string;
  /** Outcome graded. */
  outcome_id?: string;
  /** Revision cycle, from 0. */
  iteration?: number;
  /** Verdict; only needs_revision leads to another cycle. */
  result?: OutcomeVerdict;
  /** Grader's reasoning. */
  explanation?: string | null;
  /** Spending of the grading. */
  usage?: ModelUsage;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Grading of an outcome is still going on. */
export interface SpanOutcomeEvaluationOngoingEvent {
  /** Kind tag of this object. */
  type: 'span.outcome_evaluation_ongoing';
  /** Identifier of this object. */
  id: string;
  /** Outcome graded. */
  outcome_id?: string;
  /** Revision cycle, from 0. */
  iteration?: number;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Grading of an outcome began. */
export interface SpanOutcomeEvaluationStartEvent {
  /** Kind tag of this object. */
  type: 'span.outcome_evaluation_start';
  /** Identifier of this object. */
  id: string;
  /** Outcome graded. */
  outcome_id?: string;
  /** Revision cycle, from 0. */
  iteration?: number;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Why a session or thread went idle. */
export interface StopReason {
  /** `requires_action` is a pause, not an end. */
  type: StopReasonType;
  /** With requires_action: tool-use events waiting for an answer. */
  event_ids?: string[];
}

/** Failure reported inside an open stream; clients raise it as an API error. */
export interface StreamError {
  /** Kind tag of this object. */
  type: 'error';
  /** What went wrong. */
  error?: ErrorDetail;
  /** Correlation ID. */
  request_id?: string;
}

/** System guidance as recorded. */
export interface SystemMessageEvent {
  /** Kind tag of this object. */
  type: 'system.message';
  /** Identifier of this object. */
  id: string;
  /** Text blocks. */
  content: TextBlock[];
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Extra guidance at system-prompt level. */
export interface SystemMessageEventParams {
  /** Kind tag of this object. */
  type: 'system.message';
  /** Text blocks. */
  content: TextBlock[];
}

/** Rubric given inline. */
export interface TextRubric {
  /** Kind tag of this object. */
  type: 'text';
  /** Rubric text. */
  content: string;
}

/** Client tool result as recorded. */
export interface UserCustomToolResultEvent {
  /** Kind tag of this object. */
  type: 'user.custom_tool_result';
  /** Identifier of this object. */
  id: string;
  /** Tool call answered. */
  custom_tool_use_id: string;
  /** Tool output. */
  content?: ContentBlock[];
  /** Whether the tool failed. */
  is_error?: boolean | null;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Result of a client-side tool. */
export interface UserCustomToolResultEventParams {
  /** Kind tag of this object. */
  type: 'user.custom_tool_result';
  /** ID of the agent.custom_tool_use event. */
  custom_tool_use_id: string;
  /** Tool output. */
  content?: ContentBlock[] | null;
  /** Whether the tool failed. */
  is_error?: boolean | null;
}

/** Outcome definition as recorded. */
export interface UserDefineOutcomeEvent {
  /** Kind tag of this object. */
  type: 'user.define_outcome';
  /** Identifier of this object. */
  id: string;
  /** ID assigned to the outcome, prefix `outc_`. */
  outcome_id?: string | null;
  /** What to produce. */
  description: string;
  /** How it is judged. */
  rubric: Rubric;
  /** Revision limit. */
  max_iterations?: number | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Goal with a rubric the platform grades against. */
export interface UserDefineOutcomeEventParams {
  /** Kind tag of this object. */
  type: 'user.define_outcome';
  /** What to produce. */
  description: string;
  /** How to judge it. */
  rubric: Rubric;
  /** Revision cycles before giving up. At least 1. */
  max_iterations?: number | null;
}

/** Interrupt as recorded. */
export interface UserInterruptEvent {
  /** Kind tag of this object. */
  type: 'user.interrupt';
  /** Identifier of this object. */
  id: string;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Stop the current turn. */
export interface UserInterruptEventParams {
  /** Kind tag of this object. */
  type: 'user.interrupt';
  /** Interrupt only this thread. */
  session_thread_id?: string | null;
}

/** User message as recorded. */
export interface UserMessageEvent {
  /** Kind tag of this object. */
  type: 'user.message';
  /** Identifier of this object. */
  id: string;
  /** Message content. */
  content: ContentBlock[];
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Message from the user. */
export interface UserMessageEventParams {
  /** Kind tag of this object. */
  type: 'user.message';
  /** Content blocks; a plain string is refused. */
  content: MessageBlock[];
}

/** Approval decision as recorded. */
export interface UserToolConfirmationEvent {
  /** Kind tag of this object. */
  type: 'user.tool_confirmation';
  /** Identifier of this object. */
  id: string;
  /** Tool call decided on. */
  tool_use_id: string;
  /** Decision. */
  result: ToolDecision;
  /** Reason for refusal. */
  deny_message?: string | null;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Answer to a tool call waiting for approval. */
export interface UserToolConfirmationEventParams {
  /** Kind tag of this object. */
  type: 'user.tool_confirmation';
  /** ID of the pending tool-use event. */
  tool_use_id: string;
  /** Decision. */
  result: ToolDecision;
  /** Reason shown to the agent; only with deny. */
  deny_message?: string | null;
}

/** Worker-supplied tool result as recorded. */
export interface UserToolResultEvent {
  /** Kind tag of this object. */
  type: 'user.tool_result';
  /** Identifier of this object. */
  id: string;
  /** Tool call answered. */
  tool_use_id: string;
  /** Tool output. */
  content?: ContentBlock[];
  /** Whether the tool failed. */
  is_error?: boolean | null;
  /** Thread that raised the event when it was surfaced from a child thread. */
  session_thread_id?: string | null;
  /** When the service processed the event; absent on some generated events. */
  processed_at?: string | null;
}

/** Result of a built-in tool run by a self-hosted worker. */
export interface UserToolResultEventParams {
  /** Kind tag of this object. */
  type: 'user.tool_result';
  /** ID of the agent.tool_use event. */
  tool_use_id: string;
  /** Tool output. */
  content?: ContentBlock[] | null;
  /** Whether the tool failed. */
  is_error?: boolean | null;
}

/** Outcome of the permission rules for one tool call. */
export type EvaluatedPermission = 'allow' | 'ask' | 'deny' | (string & {});

/** Event type that can be streamed in pieces. */
export type DeltaEventType = 'agent.message' | 'agent.thinking' | (string & {});

/** State of an outcome evaluation. */
export type OutcomeResult =
  | 'pending'
  | 'running'
  | 'evaluating'
  | 'needs_revision'
  | 'satisfied'
  | 'max_iterations_reached'
  | 'failed'
  | 'interrupted'
  | (string & {});

/** Whether the service still retries a failed step. */
export type RetryState = 'retrying' | 'exhausted' | 'terminal' | (string & {});

/** Kind of a failure inside a session. */
export type SessionErrorType =
  | 'unknown_error'
  | 'model_overloaded_error'
  | 'model_rate_limited_error'
  | 'model_request_failed_error'
  | 'mcp_connection_failed_error'
  | 'mcp_authentication_failed_error'
  | 'billing_error'
  | 'credential_host_unreachable_error'
  | (string & {});

/** Result of one finished outcome evaluation. */
export type OutcomeVerdict =
  | 'satisfied'
  | 'needs_revision'
  | 'max_iterations_reached'
  | 'failed'
  | 'interrupted'
  | (string & {});

/** Why a turn ended. */
export type StopReasonType =
  | 'end_turn'
  | 'cancelled'
  | 'requires_action'
  | 'retries_exhausted'
  | 'budget_reached'
  | (string & {});

/** Decision on a tool call that waits for approval. */
export type ToolDecision = 'allow' | 'deny' | (string & {});

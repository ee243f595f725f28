# Generated from spec/ by codegen; edit the spec.
"""Types of events."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required
from .common import ErrorDetail
from .content import (
    ContentBlock,
    ContentBlockParams,
    MessageBlock,
    MessageBlockParams,
    TextBlock,
    TextBlockParams,
)

if TYPE_CHECKING:
    EvaluatedPermission: TypeAlias = Literal["allow", "ask", "deny"] | str
    """Outcome of the permission rules for one tool call."""
    DeltaEventType: TypeAlias = Literal["agent.message", "agent.thinking"] | str
    """Event type that can be streamed in pieces."""
    OutcomeResult: TypeAlias = (
        Literal[
            "pending",
            "running",
            "evaluating",
            "needs_revision",
            "satisfied",
            "max_iterations_reached",
            "failed",
            "interrupted",
        ]
        | str
    )
    """State of an outcome evaluation."""
    RetryState: TypeAlias = Literal["retrying", "exhausted", "terminal"] | str
    """Whether the service still retries a failed step."""
    SessionErrorType: TypeAlias = (
        Literal[
            "unknown_error",
            "model_overloaded_error",
            "model_rate_limited_error",
            "model_request_failed_error",
            "mcp_connection_failed_error",
            "mcp_authentication_failed_error",
            "billing_error",
            "credential_host_unreachable_error",
        ]
        | str
    )
    """Kind of a failure inside a session."""
    OutcomeVerdict: TypeAlias = (
        Literal["satisfied", "needs_revision", "max_iterations_reached", "failed", "interrupted"] | str
    )
    """Result of one finished outcome evaluation."""
    StopReasonType: TypeAlias = (
        Literal["end_turn", "cancelled", "requires_action", "retries_exhausted", "budget_reached"] | str
    )
    """Why a turn ended."""
    ToolDecision: TypeAlias = Literal["allow", "deny"] | str
    """Decision on a tool call that waits for approval."""
else:
    EvaluatedPermission = str
    DeltaEventType = str
    OutcomeResult = str
    RetryState = str
    SessionErrorType = str
    OutcomeVerdict = str
    StopReasonType = str
    ToolDecision = str


class AgentArtifactDeliveredEvent(Model, tag_field="type", tag="agent.artifact_delivered"):
    """File delivered by the agent; fetch it through files.download."""

    type: ClassVar[Literal["agent.artifact_delivered"]] = "agent.artifact_delivered"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    file_id: str = ABSENT
    """File ID, prefix `file_`."""

    original_filename: str | None = None
    """Name chosen by the agent."""

    content_type: str | None = None
    """MIME type."""

    size: int | None = None
    """Size in bytes."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentCustomToolUseEvent(Model, tag_field="type", tag="agent.custom_tool_use"):
    """Call of a client-side tool; the session waits for user.custom_tool_result."""

    type: ClassVar[Literal["agent.custom_tool_use"]] = "agent.custom_tool_use"
    """Kind tag of this object."""

    id: str = ABSENT
    """Use it as custom_tool_use_id when answering."""

    name: str = ABSENT
    """Tool name."""

    input: dict[str, Any] = {}
    """Arguments."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentMcpToolResultEvent(Model, tag_field="type", tag="agent.mcp_tool_result"):
    """Result of an MCP tool."""

    type: ClassVar[Literal["agent.mcp_tool_result"]] = "agent.mcp_tool_result"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    mcp_tool_use_id: str = ABSENT
    """Call this answers."""

    content: list[ContentBlock] = []
    """Tool output."""

    is_error: bool | None = None
    """Whether the tool failed."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentMcpToolUseEvent(Model, tag_field="type", tag="agent.mcp_tool_use"):
    """Call of a tool on an MCP server."""

    type: ClassVar[Literal["agent.mcp_tool_use"]] = "agent.mcp_tool_use"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    mcp_server_name: str = ABSENT
    """Server that offers the tool."""

    name: str = ABSENT
    """Tool name."""

    input: dict[str, Any] = {}
    """Arguments."""

    evaluated_permission: EvaluatedPermission | None = None
    """`ask` means the turn waits for user.tool_confirmation."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentMessageEvent(Model, tag_field="type", tag="agent.message"):
    """Complete reply of the agent; authoritative over any deltas seen before."""

    type: ClassVar[Literal["agent.message"]] = "agent.message"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    content: list[ContentBlock] = []
    """Text blocks of the reply."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentThinkingEvent(Model, tag_field="type", tag="agent.thinking"):
    """Marker that the agent is reasoning; the reasoning itself is not exposed."""

    type: ClassVar[Literal["agent.thinking"]] = "agent.thinking"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentThreadContextCompactedEvent(Model, tag_field="type", tag="agent.thread_context_compacted"):
    """A thread's context was summarised to save space."""

    type: ClassVar[Literal["agent.thread_context_compacted"]] = "agent.thread_context_compacted"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentThreadMessageReceivedEvent(Model, tag_field="type", tag="agent.thread_message_received"):
    """Message one agent received from another thread."""

    type: ClassVar[Literal["agent.thread_message_received"]] = "agent.thread_message_received"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    from_session_thread_id: str = ABSENT
    """Sending thread."""

    from_agent_name: str | None = None
    """Sending agent."""

    content: list[ContentBlock] = []
    """Message content."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentThreadMessageSentEvent(Model, tag_field="type", tag="agent.thread_message_sent"):
    """Message one agent sent to another thread."""

    type: ClassVar[Literal["agent.thread_message_sent"]] = "agent.thread_message_sent"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    to_session_thread_id: str = ABSENT
    """Receiving thread."""

    to_agent_name: str | None = None
    """Receiving agent."""

    content: list[ContentBlock] = []
    """Message content."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentToolResultEvent(Model, tag_field="type", tag="agent.tool_result"):
    """Result of a built-in tool."""

    type: ClassVar[Literal["agent.tool_result"]] = "agent.tool_result"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    tool_use_id: str = ABSENT
    """Call this answers."""

    content: list[ContentBlock] = []
    """Tool output."""

    is_error: bool | None = None
    """Whether the tool failed."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class AgentToolUseEvent(Model, tag_field="type", tag="agent.tool_use"):
    """Call of a built-in tool."""

    type: ClassVar[Literal["agent.tool_use"]] = "agent.tool_use"
    """Kind tag of this object."""

    id: str = ABSENT
    """Use it as tool_use_id when answering."""

    name: str = ABSENT
    """Tool name, for example `Bash`."""

    input: dict[str, Any] = {}
    """Arguments."""

    evaluated_permission: EvaluatedPermission | None = None
    """`ask` means the turn waits for user.tool_confirmation."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class ContentDelta(Model):
    """Addition to one content block."""

    type: str = ABSENT
    """Kind tag of this object. Known: `content_delta`."""

    index: int | None = None
    """Position of the content block."""

    content: TextBlock | None = None
    """Text to append."""


class EventDelta(Model, tag_field="type", tag="event_delta"):
    """Appends to an incremental message; stream-only and never part of history."""

    type: ClassVar[Literal["event_delta"]] = "event_delta"
    """Kind tag of this object."""

    event_id: str = ABSENT
    """Event the delta belongs to."""

    delta: ContentDelta = ABSENT
    """The addition."""


class EventPreview(Model):
    """Identity of an event still being generated."""

    type: DeltaEventType = ABSENT
    """Kind tag of this object."""

    id: str = ABSENT
    """Same ID as the SSE `id:` line, every delta and the final event."""


class EventSendParams(TypedDict, total=False):
    """Batch of client events."""

    events: "Required[Sequence[EventParams]]"
    """Events in order. At most one system.message, and only as the last."""


class EventSendResponse(Model):
    """Accepted events, echoed with their IDs."""

    data: "list[SessionEvent]" = []
    """In the order sent."""


class EventStart(Model, tag_field="type", tag="event_start"):
    """Opens an incremental message; stream-only. For agent.thinking this is all there is."""

    type: ClassVar[Literal["event_start"]] = "event_start"
    """Kind tag of this object."""

    event: EventPreview = ABSENT
    """The event being generated."""


class FileRubric(Model, tag_field="type", tag="file"):
    """Rubric stored in an uploaded file."""

    type: ClassVar[Literal["file"]] = "file"
    """Kind tag of this object."""

    file_id: str = ABSENT
    """File ID, prefix `file_`."""


class FileRubricParams(TypedDict, total=False):
    """Rubric stored in an uploaded file."""

    type: Required[Literal["file"]]
    """Kind tag of this object."""

    file_id: Required[str]
    """File ID, prefix `file_`."""


class ModelUsage(Model):
    """Spending of one model call. Credits are floored to two decimals and may be 0."""

    credits: float | None = None
    """Credits spent."""

    input_tokens: int | None = None
    """Input tokens."""

    output_tokens: int | None = None
    """Output tokens."""

    cache_read_input_tokens: int | None = None
    """Input tokens served from cache."""

    cache_creation_input_tokens: int | None = None
    """Input tokens written to cache."""

    speed: str | None = None
    """Serving speed."""


class RetryStatus(Model):
    """What the platform does about an error."""

    type: RetryState = ABSENT
    """Trying again, gave up after retries, or cannot recover."""


class SessionDeletedEvent(Model, tag_field="type", tag="session.deleted"):
    """The session was deleted; stop reconnecting."""

    type: ClassVar[Literal["session.deleted"]] = "session.deleted"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionError(Model):
    """Problem inside a session. Decide by retry_status, not by the code."""

    type: SessionErrorType = ABSENT
    """Kind tag of this object."""

    message: str = ABSENT
    """Text for humans."""

    retry_status: RetryStatus | None = None
    """Whether the platform tries again."""

    qoder_error_code: str | None = None
    """Diagnostic code; informative only."""

    mcp_server_name: str | None = None
    """MCP errors: the server concerned."""

    credential_id: str | None = None
    """Credential errors: the credential concerned."""

    vault_id: str | None = None
    """Credential errors: its vault."""


class SessionErrorEvent(Model, tag_field="type", tag="session.error"):
    """A problem while processing; look at retry_status for what happens next."""

    type: ClassVar[Literal["session.error"]] = "session.error"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    error: SessionError = ABSENT
    """The problem."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionStatusIdleEvent(Model, tag_field="type", tag="session.status_idle"):
    """The session stopped working; read stop_reason before calling it done."""

    type: ClassVar[Literal["session.status_idle"]] = "session.status_idle"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    stop_reason: "StopReason | None" = None
    """Why it stopped."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionStatusRescheduledEvent(Model, tag_field="type", tag="session.status_rescheduled"):
    """The run is being moved; the stream may drop briefly."""

    type: ClassVar[Literal["session.status_rescheduled"]] = "session.status_rescheduled"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionStatusRunningEvent(Model, tag_field="type", tag="session.status_running"):
    """The session began working."""

    type: ClassVar[Literal["session.status_running"]] = "session.status_running"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionStatusTerminatedEvent(Model, tag_field="type", tag="session.status_terminated"):
    """The session ended for good; stop reconnecting."""

    type: ClassVar[Literal["session.status_terminated"]] = "session.status_terminated"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionThreadCreatedEvent(Model, tag_field="type", tag="session.thread_created"):
    """A child thread was started."""

    type: ClassVar[Literal["session.thread_created"]] = "session.thread_created"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    session_thread_id: str = ABSENT
    """The new thread."""

    agent_name: str | None = None
    """Agent working on it."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionThreadStatusIdleEvent(Model, tag_field="type", tag="session.thread_status_idle"):
    """A thread stopped working."""

    type: ClassVar[Literal["session.thread_status_idle"]] = "session.thread_status_idle"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    session_thread_id: str | None = None
    """The thread."""

    agent_name: str | None = None
    """Agent working on it."""

    stop_reason: "StopReason | None" = None
    """Why it stopped."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionThreadStatusRescheduledEvent(Model, tag_field="type", tag="session.thread_status_rescheduled"):
    """A thread is being moved."""

    type: ClassVar[Literal["session.thread_status_rescheduled"]] = "session.thread_status_rescheduled"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    session_thread_id: str | None = None
    """The thread."""

    agent_name: str | None = None
    """Agent working on it."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionThreadStatusRunningEvent(Model, tag_field="type", tag="session.thread_status_running"):
    """A thread began working."""

    type: ClassVar[Literal["session.thread_status_running"]] = "session.thread_status_running"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    session_thread_id: str | None = None
    """The thread."""

    agent_name: str | None = None
    """Agent working on it."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionThreadStatusTerminatedEvent(Model, tag_field="type", tag="session.thread_status_terminated"):
    """A thread ended."""

    type: ClassVar[Literal["session.thread_status_terminated"]] = "session.thread_status_terminated"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    session_thread_id: str | None = None
    """The thread."""

    agent_name: str | None = None
    """Agent working on it."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionUpdatedEvent(Model, tag_field="type", tag="session.updated"):
    """The session was changed; carries only what changed."""

    type: ClassVar[Literal["session.updated"]] = "session.updated"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    agent: "SessionAgent | None" = None
    """New agent snapshot."""

    budget: "Budget | None" = None
    """New ceiling."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    title: str | None = None
    """Human-readable title."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SessionUsageEvent(Model, tag_field="type", tag="session.usage"):
    """Running total of what the session has used."""

    type: ClassVar[Literal["session.usage"]] = "session.usage"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    usage: "SessionUsage | None" = None
    """Usage snapshot."""

    budget: "Budget | None" = None
    """Ceiling in force."""

    total_credits: float | None = None
    """Credits spent so far."""

    model_credits: float | None = None
    """Part spent on models."""

    sandbox_runtime_credits: float | None = None
    """Part spent on sandbox time."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SpanModelRequestEndEvent(Model, tag_field="type", tag="span.model_request_end"):
    """A model call ended; says nothing about the turn."""

    type: ClassVar[Literal["span.model_request_end"]] = "span.model_request_end"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    model_request_start_id: str | None = None
    """ID of the matching start event."""

    is_error: bool | None = None
    """Whether the call failed."""

    model_usage: ModelUsage | None = None
    """Spending of the call; absent when unknown."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SpanModelRequestStartEvent(Model, tag_field="type", tag="span.model_request_start"):
    """A model call began."""

    type: ClassVar[Literal["span.model_request_start"]] = "span.model_request_start"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SpanOutcomeEvaluationEndEvent(Model, tag_field="type", tag="span.outcome_evaluation_end"):
    """Verdict of one grading cycle."""

    type: ClassVar[Literal["span.outcome_evaluation_end"]] = "span.outcome_evaluation_end"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    outcome_evaluation_start_id: str | None = None
    """Matching start event."""

    outcome_id: str | None = None
    """Outcome graded."""

    iteration: int | None = None
    """Revision cycle, from 0."""

    result: OutcomeVerdict | None = None
    """Verdict; only needs_revision leads to another cycle."""

    explanation: str | None = None
    """Grader's reasoning."""

    usage: ModelUsage | None = None
    """Spending of the grading."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SpanOutcomeEvaluationOngoingEvent(Model, tag_field="type", tag="span.outcome_evaluation_ongoing"):
    """Grading of an outcome is still going on."""

    type: ClassVar[Literal["span.outcome_evaluation_ongoing"]] = "span.outcome_evaluation_ongoing"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    outcome_id: str | None = None
    """Outcome graded."""

    iteration: int | None = None
    """Revision cycle, from 0."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class SpanOutcomeEvaluationStartEvent(Model, tag_field="type", tag="span.outcome_evaluation_start"):
    """Grading of an outcome began."""

    type: ClassVar[Literal["span.outcome_evaluation_start"]] = "span.outcome_evaluation_start"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    outcome_id: str | None = None
    """Outcome graded."""

    iteration: int | None = None
    """Revision cycle, from 0."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class StopReason(Model):
    """Why a session or thread went idle."""

    type: StopReasonType = ABSENT
    """`requires_action` is a pause, not an end."""

    event_ids: list[str] = []
    """With requires_action: tool-use events waiting for an answer."""


class StreamError(Model, tag_field="type", tag="error"):
    """Failure reported inside an open stream; clients raise it as an API error."""

    type: ClassVar[Literal["error"]] = "error"
    """Kind tag of this object."""

    error: ErrorDetail | None = None
    """What went wrong."""

    request_id: str | None = None  # pyright: ignore[reportIncompatibleMethodOverride]
    """Correlation ID."""


class SystemMessageEvent(Model, tag_field="type", tag="system.message"):
    """System guidance as recorded."""

    type: ClassVar[Literal["system.message"]] = "system.message"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    content: list[TextBlock] = []
    """Text blocks."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class StoredSystemMessageEvent(Model, tag_field="type", tag="system.message"):
    """Extra guidance at system-prompt level."""

    type: ClassVar[Literal["system.message"]] = "system.message"
    """Kind tag of this object."""

    content: list[TextBlock] = []
    """Text blocks."""


class SystemMessageEventParams(TypedDict, total=False):
    """Extra guidance at system-prompt level."""

    type: Required[Literal["system.message"]]
    """Kind tag of this object."""

    content: Required[Sequence[TextBlockParams]]
    """Text blocks."""


class TextRubric(Model, tag_field="type", tag="text"):
    """Rubric given inline."""

    type: ClassVar[Literal["text"]] = "text"
    """Kind tag of this object."""

    content: str = ABSENT
    """Rubric text."""


class TextRubricParams(TypedDict, total=False):
    """Rubric given inline."""

    type: Required[Literal["text"]]
    """Kind tag of this object."""

    content: Required[str]
    """Rubric text."""


class UserCustomToolResultEvent(Model, tag_field="type", tag="user.custom_tool_result"):
    """Client tool result as recorded."""

    type: ClassVar[Literal["user.custom_tool_result"]] = "user.custom_tool_result"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    custom_tool_use_id: str = ABSENT
    """Tool call answered."""

    content: list[ContentBlock] = []
    """Tool output."""

    is_error: bool | None = None
    """Whether the tool failed."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class UserCustomToolResultEventParams(TypedDict, total=False):
    """Result of a client-side tool."""

    type: Required[Literal["user.custom_tool_result"]]
    """Kind tag of this object."""

    custom_tool_use_id: Required[str]
    """ID of the agent.custom_tool_use event."""

    content: Sequence[ContentBlockParams] | None
    """Tool output."""

    is_error: bool | None
    """Whether the tool failed."""


class UserDefineOutcomeEvent(Model, tag_field="type", tag="user.define_outcome"):
    """Outcome definition as recorded."""

    type: ClassVar[Literal["user.define_outcome"]] = "user.define_outcome"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    outcome_id: str | None = None
    """ID assigned to the outcome, prefix `outc_`."""

    description: str = ABSENT
    """What to produce."""

    rubric: "Rubric" = ABSENT
    """How it is judged."""

    max_iterations: int | None = None
    """Revision limit."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class StoredUserDefineOutcomeEvent(Model, tag_field="type", tag="user.define_outcome"):
    """Goal with a rubric the platform grades against."""

    type: ClassVar[Literal["user.define_outcome"]] = "user.define_outcome"
    """Kind tag of this object."""

    description: str = ABSENT
    """What to produce."""

    rubric: "Rubric" = ABSENT
    """How to judge it."""

    max_iterations: int | None = None
    """Revision cycles before giving up."""


class UserDefineOutcomeEventParams(TypedDict, total=False):
    """Goal with a rubric the platform grades against."""

    type: Required[Literal["user.define_outcome"]]
    """Kind tag of this object."""

    description: Required[str]
    """What to produce."""

    rubric: "Required[RubricParams]"
    """How to judge it."""

    max_iterations: int | None
    """Revision cycles before giving up."""


class UserInterruptEvent(Model, tag_field="type", tag="user.interrupt"):
    """Interrupt as recorded."""

    type: ClassVar[Literal["user.interrupt"]] = "user.interrupt"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class UserInterruptEventParams(TypedDict, total=False):
    """Stop the current turn."""

    type: Required[Literal["user.interrupt"]]
    """Kind tag of this object."""

    session_thread_id: str | None
    """Interrupt only this thread."""


class UserMessageEvent(Model, tag_field="type", tag="user.message"):
    """User message as recorded."""

    type: ClassVar[Literal["user.message"]] = "user.message"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    content: list[ContentBlock] = []
    """Message content."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class StoredUserMessageEvent(Model, tag_field="type", tag="user.message"):
    """Message from the user."""

    type: ClassVar[Literal["user.message"]] = "user.message"
    """Kind tag of this object."""

    content: list[MessageBlock] = []
    """Content blocks; a plain string is refused."""


class UserMessageEventParams(TypedDict, total=False):
    """Message from the user."""

    type: Required[Literal["user.message"]]
    """Kind tag of this object."""

    content: Required[Sequence[MessageBlockParams]]
    """Content blocks; a plain string is refused."""


class UserToolConfirmationEvent(Model, tag_field="type", tag="user.tool_confirmation"):
    """Approval decision as recorded."""

    type: ClassVar[Literal["user.tool_confirmation"]] = "user.tool_confirmation"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    tool_use_id: str = ABSENT
    """Tool call decided on."""

    result: ToolDecision = ABSENT
    """Decision."""

    deny_message: str | None = None
    """Reason for refusal."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class UserToolConfirmationEventParams(TypedDict, total=False):
    """Answer to a tool call waiting for approval."""

    type: Required[Literal["user.tool_confirmation"]]
    """Kind tag of this object."""

    tool_use_id: Required[str]
    """ID of the pending tool-use event."""

    result: Required[ToolDecision]
    """Decision."""

    deny_message: str | None
    """Reason shown to the agent; only with deny."""


class UserToolResultEvent(Model, tag_field="type", tag="user.tool_result"):
    """Worker-supplied tool result as recorded."""

    type: ClassVar[Literal["user.tool_result"]] = "user.tool_result"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    tool_use_id: str = ABSENT
    """Tool call answered."""

    content: list[ContentBlock] = []
    """Tool output."""

    is_error: bool | None = None
    """Whether the tool failed."""

    session_thread_id: str | None = None
    """Thread that raised the event when it was surfaced from a child thread."""

    processed_at: datetime | None = None
    """When the service processed the event; absent on some generated events."""


class UserToolResultEventParams(TypedDict, total=False):
    """Result of a built-in tool run by a self-hosted worker."""

    type: Required[Literal["user.tool_result"]]
    """Kind tag of this object."""

    tool_use_id: Required[str]
    """ID of the agent.tool_use event."""

    content: Sequence[ContentBlockParams] | None
    """Tool output."""

    is_error: bool | None
    """Whether the tool failed."""


Rubric: TypeAlias = TextRubric | FileRubric | OrUnknown
"""Grading rubric."""

SessionEvent: TypeAlias = (
    UserMessageEvent
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
    | OrUnknown
)
"""Buffered event of a session's history; also what a stream delivers by default."""

SessionStreamEvent: TypeAlias = (
    EventStart
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
    | OrUnknown
)
"""Frame of a live stream: a buffered event, a delta frame, or an error frame."""

if TYPE_CHECKING:
    EventParams: TypeAlias = (
        UserMessageEventParams
        | UserInterruptEventParams
        | UserToolConfirmationEventParams
        | UserToolResultEventParams
        | UserCustomToolResultEventParams
        | UserDefineOutcomeEventParams
        | SystemMessageEventParams
    )
    """Event a client may send."""
    RubricParams: TypeAlias = TextRubricParams | FileRubricParams | Rubric
    """Grading rubric."""
else:
    EventParams = Mapping[str, Any]
    RubricParams = Mapping[str, Any]

from .sessions import Budget, SessionAgent, SessionUsage  # noqa: E402

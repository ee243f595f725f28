# Generated from spec/ by codegen; edit the spec.
"""Types of turns."""

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._model import ABSENT, Model
from .content import ContentBlock
from .events import AgentArtifactDeliveredEvent, AgentMessageEvent, SessionError, StopReason
from .sessions import SessionUsage

if TYPE_CHECKING:
    ToolCallKind: TypeAlias = Literal["custom", "builtin", "mcp"] | str
    """Whose tool it is."""
    CleanupOutcome: TypeAlias = Literal["deleted", "archived", "gone", "failed"] | str
    """What became of an object: `gone` means that it was not there any more."""
else:
    ToolCallKind = str
    CleanupOutcome = str


class MessageUpdate(Model):
    """How a message of the agent has grown."""

    event_id: str = ABSENT
    """The `agent.message` that is being written."""

    index: int = ABSENT
    """Position of the content block."""

    text: str = ABSENT
    """The text that was added; with `replaces`, the whole text of the block so far."""

    replaces: bool = ABSENT
    """Whether what came before of this block is to be dropped."""

    complete: bool = ABSENT
    """Whether the message is complete; the last update of a block may add no text."""


class ToolCall(Model):
    """A tool that the agent used during a turn, and what came of it."""

    id: str = ABSENT
    """The event that called the tool."""

    kind: ToolCallKind = ABSENT
    """Whose tool it is."""

    name: str = ABSENT
    """Name of the tool."""

    input: dict[str, Any] = {}
    """Its arguments."""

    content: list[ContentBlock] = []
    """Its output; empty while there is none."""

    is_error: bool | None = None
    """Whether it failed or was refused."""

    session_thread_id: str | None = None
    """The thread that called it, when it is not the main one."""


class TurnResult(Model):
    """What came of a turn."""

    session_id: str = ABSENT
    """Session ID, prefix `sess_`."""

    text: str = ABSENT
    """The answer: what the agent said after it last used a tool. Messages are separated by an empty line."""

    stop_reason: StopReason = ABSENT
    """Why it ended. Besides what sessions report, `terminated` and `deleted` when the session itself ended.
    """

    messages: list[AgentMessageEvent] = []
    """Everything the agent said."""

    tool_calls: list[ToolCall] = []
    """The tools it used, in the order of the calls."""

    artifacts: list[AgentArtifactDeliveredEvent] = []
    """The files it delivered."""

    errors: list[SessionError] = []
    """Problems reported on the way; the platform may have got over them."""

    credits: float | None = None
    """What the session has cost so far, all turns together: the latest snapshot, never a sum."""

    usage: SessionUsage | None = None
    """The snapshot itself."""

    event_ids: list[str] = []
    """The events of the turn, in order, those sent included."""

    last_event_id: str | None = None
    """The last of them, to resume a stream after."""


class CleanupReport(Model):
    """What became of one object that was to be cleaned up."""

    id: str = ABSENT
    """Its ID."""

    type: str = ABSENT
    """Kind of object, for example `session`."""

    outcome: CleanupOutcome = ABSENT
    """What became of it."""

    message: str | None = None
    """With `failed`: why it is still there."""


class WorkSummary(Model):
    """What a worker has done."""

    done: int = ABSENT
    """Items that were done."""

    failed: int = ABSENT
    """Items that failed, or that another worker took over."""

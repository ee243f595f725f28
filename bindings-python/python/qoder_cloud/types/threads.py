# Generated from spec/ by codegen; edit the spec.
"""Types of threads."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import ABSENT, Model
from .sessions import SessionAgent, SessionUsage

if TYPE_CHECKING:
    ThreadStatus: TypeAlias = Literal["idle", "running", "rescheduling", "terminated"] | str
    """State of a thread."""
else:
    ThreadStatus = str


class SessionThread(Model):
    """One agent's strand of work inside a session."""

    type: str = ABSENT
    """Kind tag of this object. Known: `session_thread`."""

    id: str = ABSENT
    """Thread ID, prefix `sthr_`."""

    session_id: str = ABSENT
    """Session ID, prefix `sess_`."""

    parent_thread_id: str | None = None
    """Thread that spawned it; null for the main thread."""

    agent: SessionAgent | None = None
    """Agent working on it."""

    status: ThreadStatus | None = None
    """Life-cycle state."""

    stats: "ThreadStats | None" = None
    """Timing."""

    usage: SessionUsage | None = None
    """Spending."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class ThreadStats(Model):
    """Timing of a thread."""

    active_seconds: float | None = None
    """Time spent working."""

    duration_seconds: float | None = None
    """Wall time."""

    startup_seconds: float | None = None
    """Time until it started."""

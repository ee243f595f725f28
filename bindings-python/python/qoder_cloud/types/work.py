# Generated from spec/ by codegen; edit the spec.
"""Types of work."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model
from .._typing import Required

if TYPE_CHECKING:
    WorkState: TypeAlias = Literal["queued", "starting", "active", "stopping", "stopped"] | str
    """Progress of a work item."""
else:
    WorkState = str


class Work(Model):
    """Unit of work queued for a self-hosted environment."""

    type: Literal["work"] = "work"
    """Kind tag of this object."""

    id: str = ABSENT
    """Work item ID, prefix `work_`."""

    environment_id: str = ABSENT
    """Environment ID, prefix `env_`."""

    data: "WorkData" = ABSENT
    """What has to be run."""

    state: WorkState = ABSENT
    """Progress of the item."""

    secret: str | None = None
    """Credential payload for the worker; filled only when polling. Treat as a secret."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    acknowledged_at: datetime | None = None
    """When a worker acknowledged it."""

    started_at: datetime | None = None
    """When execution began."""

    latest_heartbeat_at: datetime | None = None
    """Last heartbeat."""

    stop_requested_at: datetime | None = None
    """When a stop was asked for."""

    stopped_at: datetime | None = None
    """When it ended."""


class WorkData(Model):
    """Pointer to what a work item runs."""

    type: str = ABSENT
    """Kind tag of this object. Known: `session`."""

    id: str = ABSENT
    """Session ID."""


class WorkHeartbeat(Model):
    """Result of a heartbeat."""

    type: Literal["work_heartbeat"] = "work_heartbeat"
    """Kind tag of this object."""

    last_heartbeat: str = ABSENT
    """Timestamp to echo in the next conditional heartbeat, verbatim."""

    lease_extended: bool | None = None
    """Whether the lease was prolonged."""

    state: WorkState | None = None
    """State after the beat; `stopping` asks the worker to wind down."""

    ttl_seconds: int | None = None
    """Granted lease in seconds."""


class WorkStats(Model):
    """Queue statistics of an environment."""

    type: Literal["work_queue_stats"] = "work_queue_stats"
    """Kind tag of this object."""

    depth: int | None = None
    """Items in the queue."""

    pending: int | None = None
    """Items handed out but not acknowledged."""

    oldest_queued_at: datetime | None = None
    """Age marker of the queue head."""

    workers_polling: int | None = None
    """Workers seen polling lately."""


class WorkStopParams(TypedDict, total=False):
    """How to stop a work item."""

    force: bool | None
    """Stop at once instead of letting the worker finish."""


class WorkUpdateParams(TypedDict, total=False):
    """Metadata patch of a work item."""

    metadata: Required[Mapping[str, str | None]]
    """Merged by key; null deletes a key."""

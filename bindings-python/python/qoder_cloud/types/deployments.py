# Generated from spec/ by codegen; edit the spec.
"""Types of deployments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required
from .agents import AgentParam
from .events import StoredSystemMessageEvent, StoredUserDefineOutcomeEvent, StoredUserMessageEvent
from .sessions import Budget, BudgetParams, EnvironmentVariablesParams, SessionResource, SessionResourceParams

if TYPE_CHECKING:
    from .events import SystemMessageEventParams, UserDefineOutcomeEventParams, UserMessageEventParams

    DeploymentStatus: TypeAlias = Literal["active", "paused"] | str
    """Whether the schedule of a deployment fires."""
    PauseErrorType: TypeAlias = (
        Literal[
            "agent_archived_error",
            "environment_archived_error",
            "environment_not_found_error",
            "vault_archived_error",
            "vault_not_found_error",
            "file_not_found_error",
            "memory_store_archived_error",
            "skill_not_found_error",
            "session_resource_not_found_error",
            "self_hosted_resources_unsupported_error",
            "mcp_egress_blocked_error",
            "organization_disabled_error",
            "workspace_archived_error",
            "unknown_error",
        ]
        | str
    )
    """Why a deployment was paused by the service."""
    RunErrorType: TypeAlias = (
        Literal[
            "agent_archived_error",
            "environment_archived_error",
            "environment_not_found_error",
            "vault_archived_error",
            "vault_not_found_error",
            "file_not_found_error",
            "memory_store_archived_error",
            "skill_not_found_error",
            "session_resource_not_found_error",
            "self_hosted_resources_unsupported_error",
            "mcp_egress_blocked_error",
            "organization_disabled_error",
            "workspace_archived_error",
            "session_rate_limited_error",
            "session_creation_rejected_error",
            "unknown_error",
        ]
        | str
    )
    """Why a deployment run failed."""
    TriggerType: TypeAlias = Literal["schedule", "manual"] | str
    """What starts a deployment run."""
else:
    DeploymentStatus = str
    PauseErrorType = str
    RunErrorType = str
    TriggerType = str


class AgentReference(Model):
    """Agent pinned to a concrete version."""

    type: Literal["agent"] = "agent"
    """Kind tag of this object."""

    id: str = ABSENT
    """Agent ID."""

    version: int | None = None
    """Pinned version."""


class Deployment(Model):
    """Agent bound to an environment, first events and an optional schedule."""

    type: Literal["deployment"] = "deployment"
    """Kind tag of this object."""

    id: str = ABSENT
    """Deployment ID, prefix `dep_`."""

    name: str = ABSENT
    """Display name."""

    description: str | None = None
    """Free text describing the object."""

    agent: AgentReference = ABSENT
    """Agent and version run."""

    environment_id: str = ABSENT
    """Environment ID, prefix `env_`."""

    environment_variables: str | None = None
    """`KEY=VALUE` lines."""

    initial_events: "list[InitialEvent]" = []
    """Events delivered to every new session."""

    resources: list[SessionResource] = []
    """Attachments of every new session, without credentials."""

    vault_ids: list[str] = []
    """Vaults whose credentials the run may use."""

    schedule: "Schedule | None" = None
    """Null for manual-only deployments."""

    budget: Budget | None = None
    """Spending ceiling per session."""

    status: DeploymentStatus = ABSENT
    """Whether the schedule fires."""

    paused_reason: "PausedReason | None" = None
    """Set while paused."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class DeploymentCreateParams(TypedDict, total=False):
    """New deployment."""

    name: Required[str]
    """Display name."""

    agent: Required[AgentParam]
    """Agent ID, or a pinned version."""

    environment_id: Required[str]
    """Environment ID, prefix `env_`."""

    initial_events: "Required[Sequence[InitialEventParams]]"
    """Events delivered to every new session."""

    schedule: "ScheduleParams | None"
    """Omit for manual runs only."""

    description: str | None
    """Free text describing the object."""

    environment_variables: EnvironmentVariablesParams | None
    """`KEY=VALUE` pairs separated by `;` or newlines, or a mapping, which is sent as such lines; same rules
    as for sessions.
    """

    resources: Sequence[SessionResourceParams] | None
    """Attachments of every new session."""

    vault_ids: Sequence[str] | None
    """Vaults whose credentials the run may use."""

    budget: BudgetParams | None
    """Spending ceiling per session."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


class DeploymentRun(Model):
    """One firing of a deployment."""

    type: Literal["deployment_run"] = "deployment_run"
    """Kind tag of this object."""

    id: str = ABSENT
    """Run ID, prefix `drun_`."""

    deployment_id: str = ABSENT
    """Deployment it belongs to."""

    agent: AgentReference | None = None
    """Agent and version run."""

    session_id: str | None = None
    """Session it started; null when that failed."""

    trigger_context: "TriggerContext | None" = None
    """What set it off."""

    error: "RunError | None" = None
    """Why no session was started."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""


class DeploymentUpdateParams(TypedDict, total=False):
    """Partial change of a deployment."""

    name: str | None
    """Display name."""

    agent: AgentParam | None
    """Agent ID, or a pinned version."""

    environment_id: str | None
    """Environment ID, prefix `env_`."""

    initial_events: "Sequence[InitialEventParams] | None"
    """Full replacement."""

    schedule: "ScheduleParams | None"
    """New schedule."""

    description: str | None
    """Free text describing the object."""

    environment_variables: EnvironmentVariablesParams | None
    """New variables: `KEY=VALUE` pairs, or a mapping, which is sent as such lines."""

    resources: Sequence[SessionResourceParams] | None
    """Full replacement."""

    vault_ids: Sequence[str] | None
    """Vaults whose credentials the run may use."""

    budget: BudgetParams | None
    """New ceiling."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""


class ErrorPause(Model, tag_field="type", tag="error"):
    """Paused because runs cannot start."""

    type: ClassVar[Literal["error"]] = "error"
    """Kind tag of this object."""

    error: "PauseError | None" = None
    """The obstacle."""


class ManualPause(Model, tag_field="type", tag="manual"):
    """Paused by a caller."""

    type: ClassVar[Literal["manual"]] = "manual"
    """Kind tag of this object."""


class ManualTrigger(Model, tag_field="type", tag="manual"):
    """Started by a caller."""

    type: ClassVar[Literal["manual"]] = "manual"
    """Kind tag of this object."""


class PauseError(Model):
    """Obstacle that paused a deployment."""

    type: PauseErrorType = ABSENT
    """Kind tag of this object."""


class RunError(Model):
    """Why a run could not start a session."""

    type: RunErrorType = ABSENT
    """Kind tag of this object."""

    message: str = ABSENT
    """Text for humans."""


class Schedule(Model):
    """Cron schedule with computed times."""

    type: str = ABSENT
    """Kind tag of this object. Known: `cron`."""

    expression: str = ABSENT
    """Five-field cron expression."""

    timezone: str = ABSENT
    """IANA time zone."""

    last_run_at: datetime | None = None
    """Last firing."""

    upcoming_runs_at: list[datetime] = []
    """Next firings."""


class ScheduleParams(TypedDict, total=False):
    """Cron schedule."""

    type: Required[Literal["cron"]]
    """Kind tag of this object."""

    expression: Required[str]
    """Five-field cron expression."""

    timezone: Required[str]
    """IANA time zone, for example `Asia/Shanghai`."""


class ScheduleTrigger(Model, tag_field="type", tag="schedule"):
    """Started by the schedule."""

    type: ClassVar[Literal["schedule"]] = "schedule"
    """Kind tag of this object."""

    scheduled_at: datetime | None = None
    """Planned time."""


InitialEvent: TypeAlias = (
    StoredUserMessageEvent | StoredUserDefineOutcomeEvent | StoredSystemMessageEvent | OrUnknown
)
"""First event of a deployed session."""

PausedReason: TypeAlias = ManualPause | ErrorPause | OrUnknown
"""Why a deployment is paused."""

TriggerContext: TypeAlias = ManualTrigger | ScheduleTrigger | OrUnknown
"""What set a run off."""

if TYPE_CHECKING:
    InitialEventParams: TypeAlias = (
        UserMessageEventParams | UserDefineOutcomeEventParams | SystemMessageEventParams | InitialEvent
    )
    """First event of a deployed session."""
else:
    InitialEventParams = Mapping[str, Any]

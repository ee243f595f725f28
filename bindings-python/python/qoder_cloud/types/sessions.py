# Generated from spec/ by codegen; edit the spec.
"""Types of sessions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, LocalPath, Required
from .agents import McpServer, McpServerParams, SkillBinding, SkillBindingParams, Tool, ToolParams
from .models import ModelParam, ModelSpec

if TYPE_CHECKING:
    from .agents import AgentParams
    from .events import UserDefineOutcomeEventParams, UserMessageEventParams

    MemoryAccess: TypeAlias = Literal["read_write", "read_only"] | str
    """What a session may do with an attached memory store."""
    SessionStatus: TypeAlias = Literal["idle", "running", "rescheduling", "canceling", "terminated"] | str
    """State of a session; `canceling` is transient and `terminated` final."""
else:
    MemoryAccess = str
    SessionStatus = str


class AgentWithOverridesParams(TypedDict, total=False):
    """Agent reference with settings replaced for one session only."""

    type: Required[Literal["agent_with_overrides"]]
    """Kind tag of this object."""

    id: Required[str]
    """Agent ID."""

    version: int | None
    """Version to start from."""

    system: str | None
    """Replacement system prompt."""

    model: ModelParam | None
    """Replacement model."""

    tools: Sequence[ToolParams] | None
    """Replacement tools."""

    mcp_servers: Sequence[McpServerParams] | None
    """Replacement MCP servers."""

    skills: Sequence[SkillBindingParams] | None
    """Replacement skills."""


class BranchCheckout(Model, tag_field="type", tag="branch"):
    """Check out a branch."""

    type: ClassVar[Literal["branch"]] = "branch"
    """Kind tag of this object."""

    name: str = ABSENT
    """Branch name."""


class BranchCheckoutParams(TypedDict, total=False):
    """Check out a branch."""

    type: Required[Literal["branch"]]
    """Kind tag of this object."""

    name: Required[str]
    """Branch name."""


class Budget(Model):
    """Hard spending ceiling; the session stops asking the model once it is reached."""

    type: str = ABSENT
    """Kind tag of this object. Known: `limit`."""

    max_credit_cost: str | None = None
    """Credits as a positive decimal string: up to 12 digits before the point and 2 after it."""


class BudgetParams(TypedDict, total=False):
    """Spending ceiling in a request."""

    type: Required[Literal["limit"]]
    """Kind tag of this object."""

    max_credit_cost: Required[str]
    """Credits as a positive decimal string: up to 12 digits before the point and 2 after it."""


class CacheCreation(Model):
    """Tokens written to the prompt cache by lifetime."""

    ephemeral_5m_input_tokens: int | None = None
    """Five-minute cache."""

    ephemeral_1h_input_tokens: int | None = None
    """One-hour cache."""


class CommitCheckout(Model, tag_field="type", tag="commit"):
    """Check out a commit."""

    type: ClassVar[Literal["commit"]] = "commit"
    """Kind tag of this object."""

    sha: str = ABSENT
    """Commit hash."""


class CommitCheckoutParams(TypedDict, total=False):
    """Check out a commit."""

    type: Required[Literal["commit"]]
    """Kind tag of this object."""

    sha: Required[str]
    """Commit hash."""


class DeletedSession(Model):
    """Marker of a deleted session."""

    type: str | None = None
    """Kind tag of this object. Known: `session_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class DeletedSessionResource(Model):
    """Marker of a detached resource."""

    type: str | None = None
    """Kind tag of this object. Known: `session_resource_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class FileResource(Model, tag_field="type", tag="file"):
    """Attached file."""

    type: ClassVar[Literal["file"]] = "file"
    """Kind tag of this object."""

    id: str | None = None
    """Attachment ID, prefix `sesr_`."""

    file_id: str = ABSENT
    """File ID, prefix `file_`."""

    mount_path: str | None = None
    """Absolute path inside the sandbox where it appears."""

    created_at: datetime | None = None
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class FileResourceParams(TypedDict, total=False):
    """Uploaded file to mount. A file can be attached only once per session."""

    type: Required[Literal["file"]]
    """Kind tag of this object."""

    file_id: Required[str]
    """File ID, prefix `file_`."""

    mount_path: str | None
    """Defaults to `/mnt/session/uploads/<file_id>`."""


class GitHubRepositoryResource(Model, tag_field="type", tag="github_repository"):
    """Attached GitHub repository; the token is never returned."""

    type: ClassVar[Literal["github_repository"]] = "github_repository"
    """Kind tag of this object."""

    id: str | None = None
    """Attachment ID, prefix `sesr_`."""

    url: str = ABSENT
    """Repository URL."""

    mount_path: str | None = None
    """Absolute path inside the sandbox where it appears."""

    checkout: "Checkout | None" = None
    """What was checked out."""

    created_at: datetime | None = None
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class GitHubRepositoryResourceParams(TypedDict, total=False):
    """GitHub repository cloned into the sandbox at session start."""

    type: Required[Literal["github_repository"]]
    """Kind tag of this object."""

    url: Required[str]
    """Repository URL."""

    authorization_token: str
    """GitHub token; also configures the gh CLI."""

    mount_path: str | None
    """Defaults to a path derived from the repository name."""

    checkout: "CheckoutParams | None"
    """Branch or commit to check out."""


class GitRepositoryResource(Model, tag_field="type", tag="git_repository"):
    """Attached Git repository; the password is never returned."""

    type: ClassVar[Literal["git_repository"]] = "git_repository"
    """Kind tag of this object."""

    id: str | None = None
    """Attachment ID, prefix `sesr_`."""

    url: str = ABSENT
    """Repository URL."""

    mount_path: str | None = None
    """Absolute path inside the sandbox where it appears."""

    checkout: "Checkout | None" = None
    """What was checked out."""

    created_at: datetime | None = None
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class GitRepositoryResourceParams(TypedDict, total=False):
    """Repository on any Git host."""

    type: Required[Literal["git_repository"]]
    """Kind tag of this object."""

    url: Required[str]
    """Clone URL."""

    password: str
    """Password or token of the Git host."""

    mount_path: str | None
    """Absolute path inside the sandbox where it appears."""

    checkout: "CheckoutParams | None"
    """Branch or commit to check out."""


class MemoryStoreResource(Model, tag_field="type", tag="memory_store"):
    """Attached memory store."""

    type: ClassVar[Literal["memory_store"]] = "memory_store"
    """Kind tag of this object."""

    id: str | None = None
    """Attachment ID, prefix `sesr_`."""

    memory_store_id: str = ABSENT
    """Memory store ID, prefix `memstore_`."""

    access: MemoryAccess | None = None
    """What the agent may do."""

    instructions: str | None = None
    """Usage hint given at attach time."""

    name: str | None = None
    """Name of the store."""

    description: str | None = None
    """Description of the store."""

    mount_path: str | None = None
    """Absolute path inside the sandbox where it appears."""

    created_at: datetime | None = None
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class MemoryStoreResourceParams(TypedDict, total=False):
    """Memory store to attach. Only its description reaches the prompt; contents are read through tools."""

    type: Required[Literal["memory_store"]]
    """Kind tag of this object."""

    memory_store_id: Required[str]
    """Memory store ID, prefix `memstore_`."""

    access: MemoryAccess
    """What the agent may do."""

    instructions: str | None
    """When and how to use it."""


class Money(Model):
    """Amount of money as a decimal string."""

    amount: str | None = None
    """Decimal amount."""

    currency: str | None = None
    """ISO currency code. Known: `USD`."""


class OutcomeEvaluation(Model):
    """Progress towards one defined outcome."""

    type: str | None = None
    """Kind tag of this object. Known: `outcome_evaluation`."""

    outcome_id: str = ABSENT
    """Outcome ID, prefix `outc_`."""

    description: str | None = None
    """What has to be achieved."""

    result: "OutcomeResult | None" = None
    """Where it stands; the last four are final."""

    explanation: str | None = None
    """Grader's reasoning."""

    iteration: int | None = None
    """Revision cycle, from 0."""

    completed_at: datetime | None = None
    """When it ended."""


class ServerToolUse(Model):
    """Counters of server-side tool calls."""

    web_search_requests: int | None = None
    """Web searches."""

    web_fetch_requests: int | None = None
    """Web fetches."""


class Session(Model):
    """One run of an agent inside an environment."""

    type: Literal["session"] = "session"
    """Kind tag of this object."""

    id: str = ABSENT
    """Identifier of this object."""

    agent: "SessionAgent" = ABSENT
    """Snapshot of the agent taken at creation."""

    environment_id: str = ABSENT
    """Environment ID, prefix `env_`."""

    status: SessionStatus = ABSENT
    """Life-cycle state; `canceling` is transient."""

    title: str | None = None
    """Human-readable title."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    environment_variables: dict[str, str] = {}
    """Variables set in the sandbox."""

    resources: "list[SessionResource]" = []
    """Attachments."""

    vault_ids: list[str] = []
    """Vaults whose credentials the run may use."""

    deployment_id: str | None = None
    """Deployment that started it."""

    outcome_evaluations: list[OutcomeEvaluation] = []
    """State of each defined outcome."""

    budget: Budget | None = None
    """Spending ceiling."""

    stats: "SessionStats | None" = None
    """Timing."""

    usage: "SessionUsage | None" = None
    """Cumulative snapshot: overwrite, never add up."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class SessionAgent(Model):
    """Agent settings frozen into a session."""

    type: Literal["agent"] = "agent"
    """Kind tag of this object."""

    id: str = ABSENT
    """Agent ID."""

    version: int | None = None
    """Version the snapshot was taken from."""

    name: str | None = None
    """Display name."""

    description: str | None = None
    """Free text describing the object."""

    model: ModelSpec | None = None
    """Model in use."""

    system: str | None = None
    """System prompt."""

    tools: list[Tool] = []
    """Tools."""

    mcp_servers: list[McpServer] = []
    """MCP servers."""

    skills: list[SkillBinding] = []
    """Skills."""

    multiagent: "SessionMultiagent | None" = None
    """Roster with resolved members."""


class SessionAgentUpdateParams(TypedDict, total=False):
    """Parts of the agent snapshot that may be replaced in a live session."""

    model: ModelParam | None
    """New model."""

    system: str | None
    """New system prompt."""

    skills: Sequence[SkillBindingParams] | None
    """Full replacement."""

    mcp_servers: Sequence[McpServerParams] | None
    """Full replacement."""

    tools: Sequence[ToolParams] | None
    """Full replacement."""


class SessionCancelResponse(Model):
    """Acknowledgement of a cancellation, not proof that the turn has stopped."""

    type: Literal["session"] = "session"
    """Kind tag of this object."""

    id: str = ABSENT
    """Session ID."""

    status: str = ABSENT
    """State after the call; `canceling` even when nothing was running. Known: `canceling`."""


class SessionCreateParams(TypedDict, total=False):
    """New session."""

    agent: "Required[SessionAgentParam]"
    """Agent ID (latest version), a pinned version, or an agent with overrides. The member is not called
    agent_id.
    """

    environment_id: Required[str]
    """Environment ID, prefix `env_`."""

    title: str | None
    """Human-readable title."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""

    environment_variables: "EnvironmentVariablesParams"
    """Map, or `KEY=VALUE` pairs separated by `;` or newlines. Names match `[A-Za-z_][A-Za-z0-9_]*`;
    SERVER_ENDPOINT, USER_ID, WORK_DIR and the prefixes CAW_ and QODER_ are reserved. Seen by login shells
    only.
    """

    resources: "Sequence[SessionResourceParams] | None"
    """Attachments; not for self-hosted environments."""

    vault_ids: Sequence[str] | None
    """Vaults whose credentials the run may use."""

    budget: BudgetParams | None
    """Spending ceiling."""

    initial_events: "Sequence[SessionInitialEventParams] | None"
    """Events delivered right after creation."""

    files: "Sequence[LocalFileParams]"
    """Files of this machine: they are uploaded first and become resources. Should that or the session fail,
    they are deleted again. The options of the call are those of the request that creates the session.
    """


class SessionMultiagent(Model):
    """Roster frozen into a session."""

    type: str = ABSENT
    """Kind tag of this object. Known: `coordinator`."""

    agents: list[SessionAgent] = []
    """Members with their settings."""


class SessionResourceAddParams(TypedDict, total=False):
    """File to attach to a live session."""

    type: Required[Literal["file"]]
    """Kind tag of this object."""

    file_id: Required[str]
    """File ID, prefix `file_`."""

    mount_path: str | None
    """Defaults to `/mnt/session/uploads/<file_id>`."""


class SessionResourceUpdateParams(TypedDict, total=False):
    """New credential for an attached repository; give the one that fits its type."""

    authorization_token: str
    """New token of a github_repository."""

    password: str | None
    """New password of a git_repository."""


class SessionStats(Model):
    """Timing of a session."""

    active_seconds: float | None = None
    """Time spent working."""

    duration_seconds: float | None = None
    """Wall time."""


class SessionUpdateParams(TypedDict, total=False):
    """Partial change of a session."""

    title: str | None
    """Human-readable title."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""

    environment_variables: Mapping[str, str]
    """New variables."""

    agent: SessionAgentUpdateParams
    """Changes to the agent snapshot."""

    budget: BudgetParams | None
    """New ceiling."""

    vault_ids: Sequence[str] | None
    """Vaults whose credentials the run may use."""


class SessionUsage(Model):
    """Cumulative spending. Credits are floored to two decimals."""

    total_credits: float | None = None
    """Credits spent so far."""

    model_credits: float | None = None
    """Part spent on models."""

    sandbox_runtime_credits: float | None = None
    """Part spent on sandbox time."""

    active_seconds: float | None = None
    """Billed active time."""

    input_tokens: int | None = None
    """Input tokens."""

    output_tokens: int | None = None
    """Output tokens."""

    cache_read_input_tokens: int | None = None
    """Input tokens served from cache."""

    cache_creation: CacheCreation | None = None
    """Tokens written to cache."""

    list_cost: Money | None = None
    """Cost at list price."""

    server_tool_use: ServerToolUse | None = None
    """Server-side tool counters."""


class MountedFileParams(TypedDict, total=False):
    """A file of this machine, and where the agent finds it."""

    path: Required[LocalPath]
    """Where it is on this machine."""

    mount_path: str
    """Where the agent finds it; absolute. Chosen by the service when absent."""


Checkout: TypeAlias = BranchCheckout | CommitCheckout | OrUnknown
"""What to check out."""

SessionResource: TypeAlias = (
    FileResource | GitHubRepositoryResource | GitRepositoryResource | MemoryStoreResource | OrUnknown
)
"""Attachment as returned."""

if TYPE_CHECKING:
    CheckoutParams: TypeAlias = BranchCheckoutParams | CommitCheckoutParams | Checkout
    """What to check out."""
    SessionResourceParams: TypeAlias = (
        FileResourceParams
        | GitHubRepositoryResourceParams
        | GitRepositoryResourceParams
        | MemoryStoreResourceParams
    )
    """Attachment requested at session creation."""
    SessionAgentParam: TypeAlias = str | AgentParams | AgentWithOverridesParams
    """Agent ID, an agent pinned to a version, or an agent with overrides for this session."""
    EnvironmentVariablesParams: TypeAlias = Mapping[str, str] | str
    """Environment variables of a session: a mapping, or `KEY=value` pairs separated by `;` or line breaks."""
    SessionInitialEventParams: TypeAlias = UserMessageEventParams | UserDefineOutcomeEventParams
    """Event a session starts with."""
    LocalFileParams: TypeAlias = LocalPath | MountedFileParams
    """A file of this machine, by its path alone or with the place where the agent finds it."""
else:
    CheckoutParams = Mapping[str, Any]
    SessionResourceParams = Mapping[str, Any]
    SessionAgentParam = str | Mapping[str, Any]
    EnvironmentVariablesParams = Mapping[str, str] | str
    SessionInitialEventParams = Mapping[str, Any]
    LocalFileParams = LocalPath | MountedFileParams

from .events import OutcomeResult  # noqa: E402

# Generated from spec/ by codegen; edit the spec.
"""Types of agents."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from .._model import ABSENT, Model, OrUnknown
from .._typing import ClassVar, Required
from .models import ModelParam, ModelSpec
from .skills import SkillOrigin

if TYPE_CHECKING:
    BuiltinTool: TypeAlias = (
        Literal[
            "Bash",
            "Read",
            "Write",
            "Edit",
            "Glob",
            "Grep",
            "WebFetch",
            "WebSearch",
            "ImageGen",
            "ImageSearch",
            "DeliverArtifacts",
        ]
        | str
    )
    """Name of a built-in tool."""
    MultiagentRole: TypeAlias = Literal["agent", "self", "advisor"] | str
    """Part an entry plays in a roster."""
    PermissionMode: TypeAlias = Literal["always_allow", "always_ask", "always_deny"] | str
    """Approval rule of a tool."""
else:
    BuiltinTool = str
    MultiagentRole = str
    PermissionMode = str


class AdvisorParams(TypedDict, total=False):
    """Model the main thread may consult during a turn."""

    type: Required[Literal["advisor"]]
    """Kind tag of this object."""

    model: Required[str]
    """Model ID."""


class Agent(Model):
    """Agent definition as stored. Immutable per version."""

    type: Literal["agent"] = "agent"
    """Kind tag of this object."""

    id: str = ABSENT
    """Agent ID, prefix `agent_`."""

    name: str = ABSENT
    """Display name."""

    description: str | None = None
    """Free text describing the object."""

    model: ModelSpec = ABSENT
    """Model ID, or the model with its tuning."""

    system: str | None = None
    """System prompt."""

    tools: "list[Tool]" = []
    """Toolsets and tools the agent may call."""

    mcp_servers: "list[McpServer]" = []
    """Remote MCP servers that toolsets may refer to."""

    skills: "list[SkillBinding]" = []
    """Skills bound to the agent."""

    multiagent: "Multiagent | None" = None
    """Roster of collaborating agents; null for a single agent."""

    metadata: dict[str, str] = {}
    """Caller-owned string pairs; the service does not interpret them."""

    version: int = ABSENT
    """Current version; starts at 1."""

    archived_at: datetime | None = None
    """When it was archived; null while live."""

    created_at: datetime = ABSENT
    """Creation time, RFC 3339."""

    updated_at: datetime | None = None
    """Time of the last change, RFC 3339."""


class AgentCreateParams(TypedDict, total=False):
    """New agent."""

    name: Required[str]
    """Display name."""

    model: Required[ModelParam]
    """Model ID from models.list, or the model with its tuning."""

    description: str | None
    """Free text describing the object."""

    system: str | None
    """System prompt."""

    tools: "Sequence[ToolParams] | None"
    """Omitting it, or an empty list, leaves the model without any tool."""

    mcp_servers: "Sequence[McpServerParams] | None"
    """Each one a `mcp_toolset` refers to must be declared here."""

    skills: "Sequence[SkillBindingParams] | None"
    """Skills to bind."""

    multiagent: "MultiagentParams | None"
    """Makes the agent a coordinator."""

    metadata: Mapping[str, str] | None
    """Caller-owned string pairs; the service does not interpret them."""


class AgentParams(TypedDict, total=False):
    """Request form of an agent reference."""

    type: Required[Literal["agent"]]
    """Kind tag of this object."""

    id: Required[str]
    """Agent ID."""

    version: int | None
    """Version to pin; the latest when omitted."""


class AgentToolset(Model, tag_field="type", tag="agent_toolset_20260401"):
    """Built-in tools of the sandbox."""

    type: ClassVar[Literal["agent_toolset_20260401"]] = "agent_toolset_20260401"
    """Kind tag of this object."""

    enabled_tools: list[BuiltinTool] | None = None
    """Allow list; omitted or empty enables everything. List DeliverArtifacts explicitly if you want it."""

    disallowed_tools: list[str] | None = None
    """Deny list; may not overlap enabled_tools."""

    configs: "list[ToolConfig] | None" = None
    """Settings of single tools."""

    default_config: "ToolDefaults | None" = None
    """Settings for tools without their own entry."""


class AgentToolsetParams(TypedDict, total=False):
    """Built-in tools of the sandbox."""

    type: Required[Literal["agent_toolset_20260401"]]
    """Kind tag of this object."""

    enabled_tools: Sequence[BuiltinTool] | None
    """Allow list; omitted or empty enables everything. List DeliverArtifacts explicitly if you want it."""

    disallowed_tools: Sequence[str] | None
    """Deny list; may not overlap enabled_tools."""

    configs: "Sequence[ToolConfigParams] | None"
    """Settings of single tools."""

    default_config: "ToolDefaultsParams | None"
    """Settings for tools without their own entry."""


class AgentUpdateParams(TypedDict, total=False):
    """Partial change of an agent. tools, mcp_servers and skills replace the stored lists as a whole."""

    version: Required[int]
    """Version you read last; a stale one gives 409."""

    name: str | None
    """Display name."""

    description: str | None
    """Free text describing the object."""

    system: str | None
    """New system prompt."""

    model: ModelParam | None
    """New model."""

    tools: "Sequence[ToolParams] | None"
    """Full replacement."""

    mcp_servers: "Sequence[McpServerParams] | None"
    """Full replacement."""

    skills: "Sequence[SkillBindingParams] | None"
    """Full replacement."""

    multiagent: "MultiagentParams | None"
    """New roster."""

    metadata: Mapping[str, str | None] | None
    """Merged by key; null deletes a key."""


class BrowserToolset(Model, tag_field="type", tag="browser_toolset_20260714"):
    """Platform browser tools with live preview (beta). Accepts nothing but `type`; writing it needs the beta
    header.
    """

    type: ClassVar[Literal["browser_toolset_20260714"]] = "browser_toolset_20260714"
    """Kind tag of this object."""


class BrowserToolsetParams(TypedDict, total=False):
    """Platform browser tools with live preview (beta). Accepts nothing but `type`; writing it needs the beta
    header.
    """

    type: Required[Literal["browser_toolset_20260714"]]
    """Kind tag of this object."""


class CustomTool(Model, tag_field="type", tag="custom"):
    """Tool executed by the API client. A call pauses the session until the client sends its result."""

    type: ClassVar[Literal["custom"]] = "custom"
    """Kind tag of this object."""

    name: str = ABSENT
    """Unique name: letters, digits, `_` and `-`."""

    description: str = ABSENT
    """Tells the model when to use it."""

    input_schema: "ToolInputSchema" = ABSENT
    """JSON Schema of the arguments."""


class CustomToolParams(TypedDict, total=False):
    """Tool executed by the API client. A call pauses the session until the client sends its result."""

    type: Required[Literal["custom"]]
    """Kind tag of this object."""

    name: Required[str]
    """Unique name: letters, digits, `_` and `-`."""

    description: Required[str]
    """Tells the model when to use it."""

    input_schema: "Required[ToolInputSchemaParams]"
    """JSON Schema of the arguments."""


class DeletedAgent(Model):
    """Marker of a deleted agent."""

    type: str | None = None
    """Kind tag of this object. Known: `agent_deleted`."""

    id: str = ABSENT
    """Identifier of this object."""


class McpServer(Model):
    """Remote MCP server reached over streamable HTTP. Carries no credentials; those live in vaults."""

    type: str = ABSENT
    """Kind tag of this object. Known: `url`."""

    name: str = ABSENT
    """Unique name that toolsets refer to."""

    url: str = ABSENT
    """Endpoint, reachable from the sandbox."""


class McpServerParams(TypedDict, total=False):
    """Remote MCP server reached over streamable HTTP. Carries no credentials; those live in vaults."""

    type: Required[str]
    """Kind tag of this object. Known: `url`."""

    name: Required[str]
    """Unique name that toolsets refer to."""

    url: Required[str]
    """Endpoint, reachable from the sandbox."""


class McpToolset(Model, tag_field="type", tag="mcp_toolset"):
    """Tools of one declared MCP server."""

    type: ClassVar[Literal["mcp_toolset"]] = "mcp_toolset"
    """Kind tag of this object."""

    mcp_server_name: str = ABSENT
    """Name of an entry in mcp_servers."""

    configs: "list[ToolConfig] | None" = None
    """Settings of single tools."""

    default_config: "ToolDefaults | None" = None
    """Settings for tools without their own entry."""


class McpToolsetParams(TypedDict, total=False):
    """Tools of one declared MCP server."""

    type: Required[Literal["mcp_toolset"]]
    """Kind tag of this object."""

    mcp_server_name: Required[str]
    """Name of an entry in mcp_servers."""

    configs: "Sequence[ToolConfigParams] | None"
    """Settings of single tools."""

    default_config: "ToolDefaultsParams | None"
    """Settings for tools without their own entry."""


class Multiagent(Model):
    """Coordinator roster with resolved agents."""

    type: str = ABSENT
    """Kind tag of this object. Known: `coordinator`."""

    agents: "list[MultiagentEntry]" = []
    """Members."""


class MultiagentEntry(Model):
    """Roster member as returned."""

    type: MultiagentRole = ABSENT
    """Kind tag of this object."""

    id: str | None = None
    """Agent ID."""

    version: int | None = None
    """Agent version."""

    model: ModelSpec | None = None
    """Model of an advisor."""


class MultiagentParams(TypedDict, total=False):
    """Roster of agents a coordinator may delegate to."""

    type: Required[Literal["coordinator"]]
    """Kind tag of this object."""

    agents: "Required[Sequence[RosterEntryParam]]"
    """Agent IDs or typed entries."""


class PermissionPolicy(Model):
    """Whether a tool call needs approval."""

    type: PermissionMode = ABSENT
    """`always_ask` pauses the turn until a user.tool_confirmation arrives."""


class PermissionPolicyParams(TypedDict, total=False):
    """Whether a tool call needs approval."""

    type: Required[PermissionMode]
    """`always_ask` pauses the turn until a user.tool_confirmation arrives."""


class SelfAgentParams(TypedDict, total=False):
    """Lets the coordinator delegate to copies of itself."""

    type: Required[Literal["self"]]
    """Kind tag of this object."""


class SkillBinding(Model):
    """Skill bound to an agent."""

    type: SkillOrigin = ABSENT
    """Own upload or platform skill."""

    skill_id: str = ABSENT
    """Skill ID."""

    version: str | None = None
    """Pinned version; follows the latest when absent."""


class SkillBindingParams(TypedDict, total=False):
    """Request to bind a skill."""

    type: Required[SkillOrigin]
    """Own upload or platform skill."""

    skill_id: Required[str]
    """Skill ID."""

    version: str | None
    """Version to pin; latest when omitted."""


class ToolConfig(Model):
    """Settings of one tool. The domain and token members apply to web tools only."""

    type: str | None = None
    """Lower-case tool kind, for example `bash`; optional."""

    name: str = ABSENT
    """Tool name as it appears in events, for example `Bash`."""

    enabled: bool | None = None
    """Whether the model may call it."""

    permission_policy: PermissionPolicy | None = None
    """Approval rule."""

    allowed_domains: list[str] | None = None
    """Web tools: only these domains."""

    blocked_domains: list[str] | None = None
    """Web tools: never these domains."""

    max_content_tokens: int | None = None
    """Web fetch: cap on returned content."""

    user_location: "UserLocation | None" = None
    """Web search: approximate position of the user."""


class ToolConfigParams(TypedDict, total=False):
    """Settings of one tool. The domain and token members apply to web tools only."""

    type: str
    """Lower-case tool kind, for example `bash`; optional."""

    name: Required[str]
    """Tool name as it appears in events, for example `Bash`."""

    enabled: bool | None
    """Whether the model may call it."""

    permission_policy: PermissionPolicyParams | None
    """Approval rule."""

    allowed_domains: Sequence[str] | None
    """Web tools: only these domains."""

    blocked_domains: Sequence[str] | None
    """Web tools: never these domains."""

    max_content_tokens: int | None
    """Web fetch: cap on returned content."""

    user_location: "UserLocationParams | None"
    """Web search: approximate position of the user."""


class ToolDefaults(Model):
    """Settings applied to every tool of a set unless a ToolConfig overrides them."""

    enabled: bool | None = None
    """Whether tools are on by default."""

    permission_policy: PermissionPolicy | None = None
    """Default approval rule."""


class ToolDefaultsParams(TypedDict, total=False):
    """Settings applied to every tool of a set unless a ToolConfig overrides them."""

    enabled: bool | None
    """Whether tools are on by default."""

    permission_policy: PermissionPolicyParams | None
    """Default approval rule."""


class ToolInputSchema(Model):
    """JSON Schema object for tool arguments; further keywords may sit beside these."""

    type: Literal["object"] = "object"
    """Kind tag of this object."""

    required: list[str] | None = None
    """Arguments that must be given."""

    properties: dict[str, Any] | None = None
    """Argument schemas by name."""


class ToolInputSchemaParams(TypedDict, total=False):
    """JSON Schema object for tool arguments; further keywords may sit beside these."""

    type: Literal["object"]
    """Kind tag of this object."""

    required: Sequence[str] | None
    """Arguments that must be given."""

    properties: Mapping[str, Any] | None
    """Argument schemas by name."""


class UserLocation(Model):
    """Rough position used to localise web search."""

    type: Literal["approximate"] = "approximate"
    """Kind tag of this object."""

    city: str | None = None
    """City."""

    region: str | None = None
    """Region or state."""

    country: str | None = None
    """Country."""

    timezone: str | None = None
    """IANA time zone."""


class UserLocationParams(TypedDict, total=False):
    """Rough position used to localise web search."""

    type: Literal["approximate"]
    """Kind tag of this object."""

    city: str | None
    """City."""

    region: str | None
    """Region or state."""

    country: str | None
    """Country."""

    timezone: str | None
    """IANA time zone."""


Tool: TypeAlias = AgentToolset | BrowserToolset | McpToolset | CustomTool | OrUnknown
"""Entry of an agent's tool list."""

if TYPE_CHECKING:
    ToolParams: TypeAlias = (
        AgentToolsetParams | BrowserToolsetParams | McpToolsetParams | CustomToolParams | Tool
    )
    """Entry of an agent's tool list."""
    AgentParam: TypeAlias = str | AgentParams
    """Agent ID, or an agent pinned to a version."""
    RosterEntryParam: TypeAlias = str | AgentParams | SelfAgentParams | AdvisorParams
    """Member of a roster in a request."""
else:
    ToolParams = Mapping[str, Any]
    AgentParam = str | AgentParams
    RosterEntryParam = str | Mapping[str, Any]

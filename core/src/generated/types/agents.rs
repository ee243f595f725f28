// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/agents.yaml`.

use std::collections::BTreeMap;

use crate::generated::types::{ModelParam, ModelSpec, SkillOrigin};
use crate::model::{Field, JsonObject, Timestamp, either, object, strings, tagged, untagged};

object! {
    /// Model the main thread may consult during a turn.
    pub struct AdvisorParams tag "type" = "advisor" {
        /// Model ID.
        need model: String = "model",
    }
}

impl AdvisorParams {
    /// One with its required members.
    pub fn new(model: impl Into<String>) -> Self {
        Self { model: model.into(), extra: Default::default() }
    }
}

object! {
    /// Agent definition as stored. Immutable per version.
    pub struct Agent tag "type" = "agent" {
        /// Agent ID, prefix `agent_`.
        need id: String = "id",
        /// Display name.
        need name: String = "name",
        /// Free text describing the object.
        may description: String = "description",
        /// Model ID, or the model with its tuning.
        need model: ModelSpec = "model",
        /// System prompt.
        may system: String = "system",
        /// Toolsets and tools the agent may call.
        need tools: Vec<Tool> = "tools",
        /// Remote MCP servers that toolsets may refer to.
        need mcp_servers: Vec<McpServer> = "mcp_servers",
        /// Skills bound to the agent.
        need skills: Vec<SkillBinding> = "skills",
        /// Roster of collaborating agents; null for a single agent.
        may multiagent: Multiagent = "multiagent",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Current version; starts at 1.
        need version: i64 = "version",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// New agent.
    pub struct AgentCreateParams {
        /// Display name.
        need name: String = "name",
        /// Model ID from models.list, or the model with its tuning.
        need model: ModelParam = "model",
        /// Free text describing the object.
        set description: String = "description",
        /// System prompt.
        set system: String = "system",
        /// Omitting it, or an empty list, leaves the model without any tool. At most 128 entries.
        set tools: Vec<Tool> = "tools",
        /// Each one a `mcp_toolset` refers to must be declared here. At most 20 entries.
        set mcp_servers: Vec<McpServer> = "mcp_servers",
        /// Skills to bind. At most 20 entries.
        set skills: Vec<SkillBindingParams> = "skills",
        /// Makes the agent a coordinator.
        set multiagent: MultiagentParams = "multiagent",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
    }
}

object! {
    /// Request form of an agent reference.
    pub struct AgentParams tag "type" = "agent" {
        /// Agent ID.
        need id: String = "id",
        /// Version to pin; the latest when omitted.
        set version: i64 = "version",
    }
}

impl AgentParams {
    /// One with its required members.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Version to pin; the latest when omitted.
    pub fn version(mut self, version: impl Into<Field<i64>>) -> Self {
        self.version = version.into();
        self
    }
}

object! {
    /// Built-in tools of the sandbox.
    pub struct AgentToolset tag "type" = "agent_toolset_20260401" {
        /// Allow list; omitted or empty enables everything. List DeliverArtifacts explicitly if you want it.
        may enabled_tools: Vec<BuiltinTool> = "enabled_tools",
        /// Deny list; may not overlap enabled_tools.
        may disallowed_tools: Vec<String> = "disallowed_tools",
        /// Settings of single tools.
        may configs: Vec<ToolConfig> = "configs",
        /// Settings for tools without their own entry.
        may default_config: ToolDefaults = "default_config",
    }
}

impl AgentToolset {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Allow list; omitted or empty enables everything. List DeliverArtifacts explicitly if you want it.
    pub fn enabled_tools(mut self, enabled_tools: impl IntoIterator<Item = impl Into<BuiltinTool>>) -> Self {
        self.enabled_tools = Some(enabled_tools.into_iter().map(Into::into).collect());
        self
    }

    /// Deny list; may not overlap enabled_tools.
    pub fn disallowed_tools(mut self, disallowed_tools: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.disallowed_tools = Some(disallowed_tools.into_iter().map(Into::into).collect());
        self
    }

    /// Settings of single tools.
    pub fn configs(mut self, configs: impl IntoIterator<Item = impl Into<ToolConfig>>) -> Self {
        self.configs = Some(configs.into_iter().map(Into::into).collect());
        self
    }

    /// Settings for tools without their own entry.
    pub fn default_config(mut self, default_config: impl Into<ToolDefaults>) -> Self {
        self.default_config = Some(default_config.into());
        self
    }
}

object! {
    /// Partial change of an agent. tools, mcp_servers and skills replace the stored lists as a whole.
    pub struct AgentUpdateParams {
        /// Version you read last; a stale one gives 409. At least 1.
        need version: i64 = "version",
        /// Display name.
        set name: String = "name",
        /// Free text describing the object.
        set description: String = "description",
        /// New system prompt.
        set system: String = "system",
        /// New model.
        set model: ModelParam = "model",
        /// Full replacement.
        set tools: Vec<Tool> = "tools",
        /// Full replacement.
        set mcp_servers: Vec<McpServer> = "mcp_servers",
        /// Full replacement.
        set skills: Vec<SkillBindingParams> = "skills",
        /// New roster.
        set multiagent: MultiagentParams = "multiagent",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

object! {
    /// Platform browser tools with live preview (beta). Accepts nothing but `type`; writing it needs the beta
    /// header.
    pub struct BrowserToolset tag "type" = "browser_toolset_20260714" {
    }
}

impl BrowserToolset {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

object! {
    /// Tool executed by the API client. A call pauses the session until the client sends its result.
    pub struct CustomTool tag "type" = "custom" {
        /// Unique name: letters, digits, `_` and `-`.
        need name: String = "name",
        /// Tells the model when to use it.
        need description: String = "description",
        /// JSON Schema of the arguments.
        need input_schema: ToolInputSchema = "input_schema",
    }
}

impl CustomTool {
    /// One with its required members.
    pub fn new(
        name: impl Into<String>,
        description: impl Into<String>,
        input_schema: impl Into<ToolInputSchema>,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
            input_schema: input_schema.into(),
            extra: Default::default(),
        }
    }
}

object! {
    /// Marker of a deleted agent.
    pub struct DeletedAgent {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Remote MCP server reached over streamable HTTP. Carries no credentials; those live in vaults.
    pub struct McpServer tag "type" = "url" {
        /// Unique name that toolsets refer to.
        need name: String = "name",
        /// Endpoint, reachable from the sandbox.
        need url: String = "url",
    }
}

impl McpServer {
    /// One with its required members.
    pub fn new(name: impl Into<String>, url: impl Into<String>) -> Self {
        Self { name: name.into(), url: url.into(), extra: Default::default() }
    }
}

object! {
    /// Tools of one declared MCP server.
    pub struct McpToolset tag "type" = "mcp_toolset" {
        /// Name of an entry in mcp_servers.
        need mcp_server_name: String = "mcp_server_name",
        /// Settings of single tools.
        may configs: Vec<ToolConfig> = "configs",
        /// Settings for tools without their own entry.
        may default_config: ToolDefaults = "default_config",
    }
}

impl McpToolset {
    /// One with its required members.
    pub fn new(mcp_server_name: impl Into<String>) -> Self {
        Self { mcp_server_name: mcp_server_name.into(), ..Self::default() }
    }

    /// Settings of single tools.
    pub fn configs(mut self, configs: impl IntoIterator<Item = impl Into<ToolConfig>>) -> Self {
        self.configs = Some(configs.into_iter().map(Into::into).collect());
        self
    }

    /// Settings for tools without their own entry.
    pub fn default_config(mut self, default_config: impl Into<ToolDefaults>) -> Self {
        self.default_config = Some(default_config.into());
        self
    }
}

object! {
    /// Coordinator roster with resolved agents.
    pub struct Multiagent tag "type" = "coordinator" {
        /// Members.
        need agents: Vec<MultiagentEntry> = "agents",
    }
}

object! {
    /// Roster member as returned.
    pub struct MultiagentEntry {
        /// Kind tag of this object.
        need r#type: MultiagentRole = "type",
        /// Agent ID.
        may id: String = "id",
        /// Agent version.
        may version: i64 = "version",
        /// Model of an advisor.
        may model: ModelSpec = "model",
    }
}

object! {
    /// Roster of agents a coordinator may delegate to.
    pub struct MultiagentParams tag "type" = "coordinator" {
        /// Agent IDs or typed entries.
        need agents: Vec<RosterEntryParam> = "agents",
    }
}

impl MultiagentParams {
    /// One with its required members.
    pub fn new(agents: impl IntoIterator<Item = impl Into<RosterEntryParam>>) -> Self {
        Self { agents: agents.into_iter().map(Into::into).collect(), extra: Default::default() }
    }
}

object! {
    /// Whether a tool call needs approval.
    pub struct PermissionPolicy {
        /// `always_ask` pauses the turn until a user.tool_confirmation arrives.
        need r#type: PermissionMode = "type",
    }
}

impl PermissionPolicy {
    /// One with its required members.
    pub fn new(r#type: impl Into<PermissionMode>) -> Self {
        Self { r#type: r#type.into(), extra: Default::default() }
    }
}

object! {
    /// Lets the coordinator delegate to copies of itself.
    pub struct SelfAgentParams tag "type" = "self" {
    }
}

impl SelfAgentParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }
}

object! {
    /// Skill bound to an agent.
    pub struct SkillBinding {
        /// Own upload or platform skill.
        need r#type: SkillOrigin = "type",
        /// Skill ID.
        need skill_id: String = "skill_id",
        /// Pinned version; follows the latest when absent.
        may version: String = "version",
    }
}

object! {
    /// Request to bind a skill.
    pub struct SkillBindingParams {
        /// Own upload or platform skill.
        need r#type: SkillOrigin = "type",
        /// Skill ID.
        need skill_id: String = "skill_id",
        /// Version to pin; latest when omitted.
        set version: String = "version",
    }
}

impl SkillBindingParams {
    /// One with its required members.
    pub fn new(r#type: impl Into<SkillOrigin>, skill_id: impl Into<String>) -> Self {
        Self { r#type: r#type.into(), skill_id: skill_id.into(), ..Self::default() }
    }

    /// Version to pin; latest when omitted.
    pub fn version(mut self, version: impl Into<Field<String>>) -> Self {
        self.version = version.into();
        self
    }
}

tagged! {
    /// Entry of an agent's tool list.
    pub enum Tool by "type" {
        /// Built-in tools of the sandbox.
        AgentToolset(AgentToolset) = "agent_toolset_20260401",
        /// Platform browser tools with live preview (beta). Accepts nothing but `type`; writing it needs the
        /// beta header.
        BrowserToolset(BrowserToolset) = "browser_toolset_20260714",
        /// Tools of one declared MCP server.
        McpToolset(McpToolset) = "mcp_toolset",
        /// Tool executed by the API client. A call pauses the session until the client sends its result.
        CustomTool(CustomTool) = "custom",
    }
}

object! {
    /// Settings of one tool. The domain and token members apply to web tools only.
    pub struct ToolConfig {
        /// Lower-case tool kind, for example `bash`; optional.
        may r#type: String = "type",
        /// Tool name as it appears in events, for example `Bash`.
        need name: String = "name",
        /// Whether the model may call it.
        may enabled: bool = "enabled",
        /// Approval rule.
        may permission_policy: PermissionPolicy = "permission_policy",
        /// Web tools: only these domains.
        may allowed_domains: Vec<String> = "allowed_domains",
        /// Web tools: never these domains.
        may blocked_domains: Vec<String> = "blocked_domains",
        /// Web fetch: cap on returned content.
        may max_content_tokens: i64 = "max_content_tokens",
        /// Web search: approximate position of the user.
        may user_location: UserLocation = "user_location",
    }
}

impl ToolConfig {
    /// One with its required members.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Lower-case tool kind, for example `bash`; optional.
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Whether the model may call it.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }

    /// Approval rule.
    pub fn permission_policy(mut self, permission_policy: impl Into<PermissionPolicy>) -> Self {
        self.permission_policy = Some(permission_policy.into());
        self
    }

    /// Web tools: only these domains.
    pub fn allowed_domains(mut self, allowed_domains: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.allowed_domains = Some(allowed_domains.into_iter().map(Into::into).collect());
        self
    }

    /// Web tools: never these domains.
    pub fn blocked_domains(mut self, blocked_domains: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.blocked_domains = Some(blocked_domains.into_iter().map(Into::into).collect());
        self
    }

    /// Web fetch: cap on returned content.
    pub fn max_content_tokens(mut self, max_content_tokens: i64) -> Self {
        self.max_content_tokens = Some(max_content_tokens);
        self
    }

    /// Web search: approximate position of the user.
    pub fn user_location(mut self, user_location: impl Into<UserLocation>) -> Self {
        self.user_location = Some(user_location.into());
        self
    }
}

object! {
    /// Settings applied to every tool of a set unless a ToolConfig overrides them.
    pub struct ToolDefaults {
        /// Whether tools are on by default.
        may enabled: bool = "enabled",
        /// Default approval rule.
        may permission_policy: PermissionPolicy = "permission_policy",
    }
}

impl ToolDefaults {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether tools are on by default.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = Some(enabled);
        self
    }

    /// Default approval rule.
    pub fn permission_policy(mut self, permission_policy: impl Into<PermissionPolicy>) -> Self {
        self.permission_policy = Some(permission_policy.into());
        self
    }
}

object! {
    /// JSON Schema object for tool arguments; further keywords may sit beside these.
    pub struct ToolInputSchema tag "type" = "object" {
        /// Arguments that must be given.
        may required: Vec<String> = "required",
        /// Argument schemas by name.
        may properties: JsonObject = "properties",
    }
}

impl ToolInputSchema {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// Arguments that must be given.
    pub fn required(mut self, required: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.required = Some(required.into_iter().map(Into::into).collect());
        self
    }

    /// Argument schemas by name.
    pub fn properties(mut self, properties: JsonObject) -> Self {
        self.properties = Some(properties);
        self
    }
}

object! {
    /// Rough position used to localise web search.
    pub struct UserLocation tag "type" = "approximate" {
        /// City.
        may city: String = "city",
        /// Region or state.
        may region: String = "region",
        /// Country.
        may country: String = "country",
        /// IANA time zone.
        may timezone: String = "timezone",
    }
}

impl UserLocation {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// City.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Region or state.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Country.
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// IANA time zone.
    pub fn timezone(mut self, timezone: impl Into<String>) -> Self {
        self.timezone = Some(timezone.into());
        self
    }
}

strings! {
    /// Name of a built-in tool.
    pub enum BuiltinTool {
        Bash = "Bash",
        Read = "Read",
        Write = "Write",
        Edit = "Edit",
        Glob = "Glob",
        Grep = "Grep",
        WebFetch = "WebFetch",
        WebSearch = "WebSearch",
        ImageGen = "ImageGen",
        ImageSearch = "ImageSearch",
        DeliverArtifacts = "DeliverArtifacts",
    }
}

strings! {
    /// Part an entry plays in a roster.
    pub enum MultiagentRole {
        Agent = "agent",
        Itself = "self",
        Advisor = "advisor",
    }
}

strings! {
    /// Approval rule of a tool.
    pub enum PermissionMode {
        AlwaysAllow = "always_allow",
        AlwaysAsk = "always_ask",
        AlwaysDeny = "always_deny",
    }
}

either! {
    /// Agent ID, or an agent pinned to a version.
    pub enum AgentParam {
        /// As text.
        Text(String),
        /// Request form of an agent reference.
        AgentParams(AgentParams),
    }
}

untagged! {
    /// Member of a roster in a request.
    pub enum RosterEntryParam {
        /// As text.
        text Text(String),
        /// Request form of an agent reference.
        object AgentParams(AgentParams),
        /// Lets the coordinator delegate to copies of itself.
        object SelfAgentParams(SelfAgentParams),
        /// Model the main thread may consult during a turn.
        object AdvisorParams(AdvisorParams),
    }
}

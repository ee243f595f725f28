// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/sessions.yaml`.

use std::collections::BTreeMap;

use crate::generated::types::{
    AgentParams, McpServer, ModelParam, ModelSpec, OutcomeResult, SkillBinding, SkillBindingParams, Tool,
    UserDefineOutcomeEventParams, UserMessageEventParams,
};
use crate::model::{Field, Secret, Timestamp, either, object, strings, tagged, untagged};

object! {
    /// Agent reference with settings replaced for one session only.
    pub struct AgentWithOverridesParams tag "type" = "agent_with_overrides" {
        /// Agent ID.
        need id: String = "id",
        /// Version to start from.
        set version: i64 = "version",
        /// Replacement system prompt.
        set system: String = "system",
        /// Replacement model.
        set model: ModelParam = "model",
        /// Replacement tools.
        set tools: Vec<Tool> = "tools",
        /// Replacement MCP servers.
        set mcp_servers: Vec<McpServer> = "mcp_servers",
        /// Replacement skills.
        set skills: Vec<SkillBindingParams> = "skills",
    }
}

impl AgentWithOverridesParams {
    /// One with its required members.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Version to start from.
    pub fn version(mut self, version: impl Into<Field<i64>>) -> Self {
        self.version = version.into();
        self
    }

    /// Replacement system prompt.
    pub fn system(mut self, system: impl Into<Field<String>>) -> Self {
        self.system = system.into();
        self
    }

    /// Replacement model.
    pub fn model(mut self, model: impl Into<Field<ModelParam>>) -> Self {
        self.model = model.into();
        self
    }

    /// Replacement tools.
    pub fn tools(mut self, tools: impl Into<Field<Vec<Tool>>>) -> Self {
        self.tools = tools.into();
        self
    }

    /// Replacement MCP servers.
    pub fn mcp_servers(mut self, mcp_servers: impl Into<Field<Vec<McpServer>>>) -> Self {
        self.mcp_servers = mcp_servers.into();
        self
    }

    /// Replacement skills.
    pub fn skills(mut self, skills: impl Into<Field<Vec<SkillBindingParams>>>) -> Self {
        self.skills = skills.into();
        self
    }
}

object! {
    /// Check out a branch.
    pub struct BranchCheckout tag "type" = "branch" {
        /// Branch name.
        need name: String = "name",
    }
}

impl BranchCheckout {
    /// One with its required members.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), extra: Default::default() }
    }
}

object! {
    /// Hard spending ceiling; the session stops asking the model once it is reached.
    pub struct Budget tag "type" = "limit" {
        /// Credits as a positive decimal string: up to 12 digits before the point and 2 after it.
        may max_credit_cost: String = "max_credit_cost",
    }
}

object! {
    /// Spending ceiling in a request.
    pub struct BudgetParams tag "type" = "limit" {
        /// Credits as a positive decimal string: up to 12 digits before the point and 2 after it.
        need max_credit_cost: String = "max_credit_cost",
    }
}

impl BudgetParams {
    /// One with its required members.
    pub fn new(max_credit_cost: impl Into<String>) -> Self {
        Self { max_credit_cost: max_credit_cost.into(), extra: Default::default() }
    }
}

object! {
    /// Tokens written to the prompt cache by lifetime.
    pub struct CacheCreation {
        /// Five-minute cache.
        may ephemeral_5m_input_tokens: i64 = "ephemeral_5m_input_tokens",
        /// One-hour cache.
        may ephemeral_1h_input_tokens: i64 = "ephemeral_1h_input_tokens",
    }
}

tagged! {
    /// What to check out.
    pub enum Checkout by "type" {
        /// Check out a branch.
        Branch(BranchCheckout) = "branch",
        /// Check out a commit.
        Commit(CommitCheckout) = "commit",
    }
}

object! {
    /// Check out a commit.
    pub struct CommitCheckout tag "type" = "commit" {
        /// Commit hash.
        need sha: String = "sha",
    }
}

impl CommitCheckout {
    /// One with its required members.
    pub fn new(sha: impl Into<String>) -> Self {
        Self { sha: sha.into(), extra: Default::default() }
    }
}

object! {
    /// Marker of a deleted session.
    pub struct DeletedSession {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Marker of a detached resource.
    pub struct DeletedSessionResource {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Identifier of this object.
        need id: String = "id",
    }
}

object! {
    /// Attached file.
    pub struct FileResource tag "type" = "file" {
        /// Attachment ID, prefix `sesr_`.
        may id: String = "id",
        /// File ID, prefix `file_`.
        need file_id: String = "file_id",
        /// Absolute path inside the sandbox where it appears.
        may mount_path: String = "mount_path",
        /// Creation time, RFC 3339.
        may created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Uploaded file to mount. A file can be attached only once per session.
    pub struct FileResourceParams tag "type" = "file" {
        /// File ID, prefix `file_`.
        need file_id: String = "file_id",
        /// Defaults to `/mnt/session/uploads/<file_id>`.
        set mount_path: String = "mount_path",
    }
}

impl FileResourceParams {
    /// One with its required members.
    pub fn new(file_id: impl Into<String>) -> Self {
        Self { file_id: file_id.into(), ..Self::default() }
    }

    /// Defaults to `/mnt/session/uploads/<file_id>`.
    pub fn mount_path(mut self, mount_path: impl Into<Field<String>>) -> Self {
        self.mount_path = mount_path.into();
        self
    }
}

object! {
    /// Attached GitHub repository; the token is never returned.
    pub struct GitHubRepositoryResource tag "type" = "github_repository" {
        /// Attachment ID, prefix `sesr_`.
        may id: String = "id",
        /// Repository URL.
        need url: String = "url",
        /// Absolute path inside the sandbox where it appears.
        may mount_path: String = "mount_path",
        /// What was checked out.
        may checkout: Checkout = "checkout",
        /// Creation time, RFC 3339.
        may created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// GitHub repository cloned into the sandbox at session start.
    pub struct GitHubRepositoryResourceParams tag "type" = "github_repository" {
        /// Repository URL.
        need url: String = "url",
        /// GitHub token; also configures the gh CLI.
        may authorization_token: Secret = "authorization_token",
        /// Defaults to a path derived from the repository name.
        set mount_path: String = "mount_path",
        /// Branch or commit to check out.
        set checkout: Checkout = "checkout",
    }
}

impl GitHubRepositoryResourceParams {
    /// One with its required members.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }

    /// GitHub token; also configures the gh CLI.
    pub fn authorization_token(mut self, authorization_token: impl Into<Secret>) -> Self {
        self.authorization_token = Some(authorization_token.into());
        self
    }

    /// Defaults to a path derived from the repository name.
    pub fn mount_path(mut self, mount_path: impl Into<Field<String>>) -> Self {
        self.mount_path = mount_path.into();
        self
    }

    /// Branch or commit to check out.
    pub fn checkout(mut self, checkout: impl Into<Field<Checkout>>) -> Self {
        self.checkout = checkout.into();
        self
    }
}

object! {
    /// Attached Git repository; the password is never returned.
    pub struct GitRepositoryResource tag "type" = "git_repository" {
        /// Attachment ID, prefix `sesr_`.
        may id: String = "id",
        /// Repository URL.
        need url: String = "url",
        /// Absolute path inside the sandbox where it appears.
        may mount_path: String = "mount_path",
        /// What was checked out.
        may checkout: Checkout = "checkout",
        /// Creation time, RFC 3339.
        may created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Repository on any Git host.
    pub struct GitRepositoryResourceParams tag "type" = "git_repository" {
        /// Clone URL.
        need url: String = "url",
        /// Password or token of the Git host.
        may password: Secret = "password",
        /// Absolute path inside the sandbox where it appears.
        set mount_path: String = "mount_path",
        /// Branch or commit to check out.
        set checkout: Checkout = "checkout",
    }
}

impl GitRepositoryResourceParams {
    /// One with its required members.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }

    /// Password or token of the Git host.
    pub fn password(mut self, password: impl Into<Secret>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Absolute path inside the sandbox where it appears.
    pub fn mount_path(mut self, mount_path: impl Into<Field<String>>) -> Self {
        self.mount_path = mount_path.into();
        self
    }

    /// Branch or commit to check out.
    pub fn checkout(mut self, checkout: impl Into<Field<Checkout>>) -> Self {
        self.checkout = checkout.into();
        self
    }
}

object! {
    /// Attached memory store.
    pub struct MemoryStoreResource tag "type" = "memory_store" {
        /// Attachment ID, prefix `sesr_`.
        may id: String = "id",
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
        /// What the agent may do.
        may access: MemoryAccess = "access",
        /// Usage hint given at attach time.
        may instructions: String = "instructions",
        /// Name of the store.
        may name: String = "name",
        /// Description of the store.
        may description: String = "description",
        /// Absolute path inside the sandbox where it appears.
        may mount_path: String = "mount_path",
        /// Creation time, RFC 3339.
        may created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Memory store to attach. Only its description reaches the prompt; contents are read through tools.
    pub struct MemoryStoreResourceParams tag "type" = "memory_store" {
        /// Memory store ID, prefix `memstore_`.
        need memory_store_id: String = "memory_store_id",
        /// What the agent may do.
        may access: MemoryAccess = "access",
        /// When and how to use it.
        set instructions: String = "instructions",
    }
}

impl MemoryStoreResourceParams {
    /// One with its required members.
    pub fn new(memory_store_id: impl Into<String>) -> Self {
        Self { memory_store_id: memory_store_id.into(), ..Self::default() }
    }

    /// What the agent may do.
    pub fn access(mut self, access: impl Into<MemoryAccess>) -> Self {
        self.access = Some(access.into());
        self
    }

    /// When and how to use it.
    pub fn instructions(mut self, instructions: impl Into<Field<String>>) -> Self {
        self.instructions = instructions.into();
        self
    }
}

object! {
    /// Amount of money as a decimal string.
    pub struct Money {
        /// Decimal amount.
        may amount: String = "amount",
        /// ISO currency code.
        may currency: String = "currency",
    }
}

object! {
    /// Progress towards one defined outcome.
    pub struct OutcomeEvaluation {
        /// Kind tag of this object.
        may r#type: String = "type",
        /// Outcome ID, prefix `outc_`.
        need outcome_id: String = "outcome_id",
        /// What has to be achieved.
        may description: String = "description",
        /// Where it stands; the last four are final.
        may result: OutcomeResult = "result",
        /// Grader's reasoning.
        may explanation: String = "explanation",
        /// Revision cycle, from 0.
        may iteration: i64 = "iteration",
        /// When it ended.
        may completed_at: Timestamp = "completed_at",
    }
}

object! {
    /// Counters of server-side tool calls.
    pub struct ServerToolUse {
        /// Web searches.
        may web_search_requests: i64 = "web_search_requests",
        /// Web fetches.
        may web_fetch_requests: i64 = "web_fetch_requests",
    }
}

object! {
    /// One run of an agent inside an environment.
    pub struct Session tag "type" = "session" {
        /// Identifier of this object.
        need id: String = "id",
        /// Snapshot of the agent taken at creation.
        need agent: Box<SessionAgent> = "agent",
        /// Environment ID, prefix `env_`.
        need environment_id: String = "environment_id",
        /// Life-cycle state; `canceling` is transient.
        need status: SessionStatus = "status",
        /// Human-readable title.
        may title: String = "title",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Variables set in the sandbox.
        need environment_variables: BTreeMap<String, String> = "environment_variables",
        /// Attachments.
        need resources: Vec<SessionResource> = "resources",
        /// Vaults whose credentials the run may use.
        need vault_ids: Vec<String> = "vault_ids",
        /// Deployment that started it.
        may deployment_id: String = "deployment_id",
        /// State of each defined outcome.
        need outcome_evaluations: Vec<OutcomeEvaluation> = "outcome_evaluations",
        /// Spending ceiling.
        may budget: Budget = "budget",
        /// Timing.
        may stats: SessionStats = "stats",
        /// Cumulative snapshot: overwrite, never add up.
        may usage: Box<SessionUsage> = "usage",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Agent settings frozen into a session.
    pub struct SessionAgent tag "type" = "agent" {
        /// Agent ID.
        need id: String = "id",
        /// Version the snapshot was taken from.
        may version: i64 = "version",
        /// Display name.
        may name: String = "name",
        /// Free text describing the object.
        may description: String = "description",
        /// Model in use.
        may model: ModelSpec = "model",
        /// System prompt.
        may system: String = "system",
        /// Tools.
        need tools: Vec<Tool> = "tools",
        /// MCP servers.
        need mcp_servers: Vec<McpServer> = "mcp_servers",
        /// Skills.
        need skills: Vec<SkillBinding> = "skills",
        /// Roster with resolved members.
        may multiagent: SessionMultiagent = "multiagent",
    }
}

object! {
    /// Parts of the agent snapshot that may be replaced in a live session.
    pub struct SessionAgentUpdateParams {
        /// New model.
        set model: ModelParam = "model",
        /// New system prompt.
        set system: String = "system",
        /// Full replacement.
        set skills: Vec<SkillBindingParams> = "skills",
        /// Full replacement.
        set mcp_servers: Vec<McpServer> = "mcp_servers",
        /// Full replacement.
        set tools: Vec<Tool> = "tools",
    }
}

impl SessionAgentUpdateParams {
    /// One that leaves every member out.
    pub fn new() -> Self {
        Self::default()
    }

    /// New model.
    pub fn model(mut self, model: impl Into<Field<ModelParam>>) -> Self {
        self.model = model.into();
        self
    }

    /// New system prompt.
    pub fn system(mut self, system: impl Into<Field<String>>) -> Self {
        self.system = system.into();
        self
    }

    /// Full replacement.
    pub fn skills(mut self, skills: impl Into<Field<Vec<SkillBindingParams>>>) -> Self {
        self.skills = skills.into();
        self
    }

    /// Full replacement.
    pub fn mcp_servers(mut self, mcp_servers: impl Into<Field<Vec<McpServer>>>) -> Self {
        self.mcp_servers = mcp_servers.into();
        self
    }

    /// Full replacement.
    pub fn tools(mut self, tools: impl Into<Field<Vec<Tool>>>) -> Self {
        self.tools = tools.into();
        self
    }
}

object! {
    /// Acknowledgement of a cancellation, not proof that the turn has stopped.
    pub struct SessionCancelResponse tag "type" = "session" {
        /// Session ID.
        need id: String = "id",
        /// State after the call; `canceling` even when nothing was running.
        need status: String = "status",
    }
}

object! {
    /// New session.
    pub struct SessionCreateParams {
        /// Agent ID (latest version), a pinned version, or an agent with overrides. The member is not called
        /// agent_id.
        need agent: SessionAgentParam = "agent",
        /// Environment ID, prefix `env_`.
        need environment_id: String = "environment_id",
        /// Human-readable title.
        set title: String = "title",
        /// Caller-owned string pairs; the service does not interpret them.
        set metadata: BTreeMap<String, String> = "metadata",
        /// Map, or `KEY=VALUE` pairs separated by `;` or newlines. Names match `[A-Za-z_][A-Za-z0-9_]*`;
        /// SERVER_ENDPOINT, USER_ID, WORK_DIR and the prefixes CAW_ and QODER_ are reserved. Seen by login
        /// shells only.
        may environment_variables: EnvironmentVariables = "environment_variables",
        /// Attachments; not for self-hosted environments.
        set resources: Vec<SessionResourceParams> = "resources",
        /// Vaults whose credentials the run may use.
        set vault_ids: Vec<String> = "vault_ids",
        /// Spending ceiling.
        set budget: BudgetParams = "budget",
        /// Events delivered right after creation.
        set initial_events: Vec<SessionInitialEvent> = "initial_events",
        /// Files of this machine: they are uploaded first and become resources. Should that or the session
        /// fail, they are deleted again. The options of the call are those of the request that creates the
        /// session.
        may files: Vec<LocalFile> = "files",
    }
}

object! {
    /// Roster frozen into a session.
    pub struct SessionMultiagent tag "type" = "coordinator" {
        /// Members with their settings.
        need agents: Vec<SessionAgent> = "agents",
    }
}

tagged! {
    /// Attachment as returned.
    pub enum SessionResource by "type" {
        /// Attached file.
        File(FileResource) = "file",
        /// Attached GitHub repository; the token is never returned.
        GitHubRepository(Box<GitHubRepositoryResource>) = "github_repository",
        /// Attached Git repository; the password is never returned.
        GitRepository(Box<GitRepositoryResource>) = "git_repository",
        /// Attached memory store.
        MemoryStore(Box<MemoryStoreResource>) = "memory_store",
    }
}

object! {
    /// File to attach to a live session.
    pub struct SessionResourceAddParams tag "type" = "file" {
        /// File ID, prefix `file_`.
        need file_id: String = "file_id",
        /// Defaults to `/mnt/session/uploads/<file_id>`.
        set mount_path: String = "mount_path",
    }
}

tagged! {
    /// Attachment requested at session creation.
    pub enum SessionResourceParams by "type" {
        /// Uploaded file to mount. A file can be attached only once per session.
        File(FileResourceParams) = "file",
        /// GitHub repository cloned into the sandbox at session start.
        GitHubRepository(GitHubRepositoryResourceParams) = "github_repository",
        /// Repository on any Git host.
        GitRepository(GitRepositoryResourceParams) = "git_repository",
        /// Memory store to attach. Only its description reaches the prompt; contents are read through tools.
        MemoryStore(MemoryStoreResourceParams) = "memory_store",
    }
}

object! {
    /// New credential for an attached repository; give the one that fits its type.
    pub struct SessionResourceUpdateParams {
        /// New token of a github_repository.
        may authorization_token: Secret = "authorization_token",
        /// New password of a git_repository.
        set password: Secret = "password",
    }
}

object! {
    /// Timing of a session.
    pub struct SessionStats {
        /// Time spent working.
        may active_seconds: f64 = "active_seconds",
        /// Wall time.
        may duration_seconds: f64 = "duration_seconds",
    }
}

object! {
    /// Partial change of a session.
    pub struct SessionUpdateParams {
        /// Human-readable title.
        set title: String = "title",
        /// Merged by key; null deletes a key.
        set metadata: BTreeMap<String, Option<String>> = "metadata",
        /// New variables.
        may environment_variables: BTreeMap<String, String> = "environment_variables",
        /// Changes to the agent snapshot.
        may agent: SessionAgentUpdateParams = "agent",
        /// New ceiling.
        set budget: BudgetParams = "budget",
        /// Vaults whose credentials the run may use.
        set vault_ids: Vec<String> = "vault_ids",
    }
}

object! {
    /// Cumulative spending. Credits are floored to two decimals.
    pub struct SessionUsage {
        /// Credits spent so far.
        may total_credits: f64 = "total_credits",
        /// Part spent on models.
        may model_credits: f64 = "model_credits",
        /// Part spent on sandbox time.
        may sandbox_runtime_credits: f64 = "sandbox_runtime_credits",
        /// Billed active time.
        may active_seconds: f64 = "active_seconds",
        /// Input tokens.
        may input_tokens: i64 = "input_tokens",
        /// Output tokens.
        may output_tokens: i64 = "output_tokens",
        /// Input tokens served from cache.
        may cache_read_input_tokens: i64 = "cache_read_input_tokens",
        /// Tokens written to cache.
        may cache_creation: CacheCreation = "cache_creation",
        /// Cost at list price.
        may list_cost: Money = "list_cost",
        /// Server-side tool counters.
        may server_tool_use: ServerToolUse = "server_tool_use",
    }
}

strings! {
    /// What a session may do with an attached memory store.
    pub enum MemoryAccess {
        ReadWrite = "read_write",
        ReadOnly = "read_only",
    }
}

strings! {
    /// State of a session; `canceling` is transient and `terminated` final.
    pub enum SessionStatus {
        Idle = "idle",
        Running = "running",
        Rescheduling = "rescheduling",
        Canceling = "canceling",
        Terminated = "terminated",
    }
}

untagged! {
    /// Agent ID, an agent pinned to a version, or an agent with overrides for this session.
    pub enum SessionAgentParam {
        /// As text.
        text Text(String),
        /// Request form of an agent reference.
        object AgentParams(AgentParams),
        /// Agent reference with settings replaced for one session only.
        object AgentWithOverridesParams(AgentWithOverridesParams),
    }
}

untagged! {
    /// Environment variables of a session: a mapping, or `KEY=value` pairs separated by `;` or line breaks.
    pub enum EnvironmentVariables {
        /// As a mapping.
        map Mapping(BTreeMap<String, String>),
        /// As text.
        text Text(String),
    }
}

tagged! {
    /// Event a session starts with.
    pub enum SessionInitialEvent by "type" {
        /// Message from the user.
        UserMessage(UserMessageEventParams) = "user.message",
        /// Goal with a rubric the platform grades against.
        UserDefineOutcome(UserDefineOutcomeEventParams) = "user.define_outcome",
    }
}

either! {
    /// A file of this machine, by its path alone or with the place where the agent finds it.
    pub enum LocalFile {
        /// As text.
        Text(String),
        /// A file of this machine, and where the agent finds it.
        MountedFile(MountedFile),
    }
}

object! {
    /// A file of this machine, and where the agent finds it.
    pub struct MountedFile {
        /// Where it is on this machine.
        need path: String = "path",
        /// Where the agent finds it; absolute. Chosen by the service when absent.
        may mount_path: String = "mount_path",
    }
}

impl MountedFile {
    /// One with its required members.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// Where the agent finds it; absolute. Chosen by the service when absent.
    pub fn mount_path(mut self, mount_path: impl Into<String>) -> Self {
        self.mount_path = Some(mount_path.into());
        self
    }
}

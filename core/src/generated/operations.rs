// Generated from spec/ by codegen; edit the spec instead.

//! The operation table: every operation of the API as data.

use crate::operation::{BodyKind, Host, Method, Operation, Paging, Param, ResponseKind, RetryClass};

/// Every operation, in the order of the description; bindings refer to operations by their place here.
pub static ALL: [&Operation; 101] = [
    &AGENTS_CREATE,
    &AGENTS_LIST,
    &AGENTS_RETRIEVE,
    &AGENTS_UPDATE,
    &AGENTS_DELETE,
    &AGENTS_ARCHIVE,
    &AGENTS_VERSIONS_LIST,
    &MODELS_LIST,
    &ENVIRONMENTS_CREATE,
    &ENVIRONMENTS_LIST,
    &ENVIRONMENTS_RETRIEVE,
    &ENVIRONMENTS_UPDATE,
    &ENVIRONMENTS_DELETE,
    &ENVIRONMENTS_ARCHIVE,
    &ENVIRONMENTS_WORK_LIST,
    &ENVIRONMENTS_WORK_POLL,
    &ENVIRONMENTS_WORK_STATS,
    &ENVIRONMENTS_WORK_RETRIEVE,
    &ENVIRONMENTS_WORK_UPDATE,
    &ENVIRONMENTS_WORK_ACK,
    &ENVIRONMENTS_WORK_HEARTBEAT,
    &ENVIRONMENTS_WORK_STOP,
    &SESSIONS_CREATE,
    &SESSIONS_LIST,
    &SESSIONS_RETRIEVE,
    &SESSIONS_UPDATE,
    &SESSIONS_DELETE,
    &SESSIONS_CANCEL,
    &SESSIONS_ARCHIVE,
    &SESSIONS_RESOURCES_ADD,
    &SESSIONS_RESOURCES_LIST,
    &SESSIONS_RESOURCES_RETRIEVE,
    &SESSIONS_RESOURCES_UPDATE,
    &SESSIONS_RESOURCES_DELETE,
    &SESSIONS_EVENTS_SEND,
    &SESSIONS_EVENTS_LIST,
    &SESSIONS_EVENTS_STREAM,
    &SESSIONS_THREADS_LIST,
    &SESSIONS_THREADS_RETRIEVE,
    &SESSIONS_THREADS_ARCHIVE,
    &SESSIONS_THREADS_EVENTS_LIST,
    &SESSIONS_THREADS_EVENTS_STREAM,
    &FILES_UPLOAD,
    &FILES_LIST,
    &FILES_RETRIEVE,
    &FILES_DELETE,
    &FILES_DOWNLOAD,
    &VAULTS_CREATE,
    &VAULTS_LIST,
    &VAULTS_RETRIEVE,
    &VAULTS_DELETE,
    &VAULTS_ARCHIVE,
    &VAULTS_CREDENTIALS_CREATE,
    &VAULTS_CREDENTIALS_LIST,
    &VAULTS_CREDENTIALS_RETRIEVE,
    &VAULTS_CREDENTIALS_UPDATE,
    &VAULTS_CREDENTIALS_DELETE,
    &VAULTS_CREDENTIALS_ARCHIVE,
    &VAULTS_CREDENTIALS_MCP_OAUTH_VALIDATE,
    &SKILLS_CREATE,
    &SKILLS_LIST,
    &SKILLS_RETRIEVE,
    &SKILLS_UPDATE,
    &SKILLS_DELETE,
    &SKILLS_VERSIONS_CREATE,
    &SKILLS_VERSIONS_LIST,
    &SKILLS_VERSIONS_RETRIEVE,
    &SKILLS_VERSIONS_DELETE,
    &SKILLS_VERSIONS_DOWNLOAD,
    &MEMORY_STORES_CREATE,
    &MEMORY_STORES_LIST,
    &MEMORY_STORES_RETRIEVE,
    &MEMORY_STORES_UPDATE,
    &MEMORY_STORES_DELETE,
    &MEMORY_STORES_ARCHIVE,
    &MEMORY_STORES_MEMORIES_CREATE,
    &MEMORY_STORES_MEMORIES_LIST,
    &MEMORY_STORES_MEMORIES_RETRIEVE,
    &MEMORY_STORES_MEMORIES_UPDATE,
    &MEMORY_STORES_MEMORIES_DELETE,
    &MEMORY_STORES_MEMORY_VERSIONS_LIST,
    &MEMORY_STORES_MEMORY_VERSIONS_RETRIEVE,
    &MEMORY_STORES_MEMORY_VERSIONS_REDACT,
    &DEPLOYMENTS_CREATE,
    &DEPLOYMENTS_LIST,
    &DEPLOYMENTS_RETRIEVE,
    &DEPLOYMENTS_UPDATE,
    &DEPLOYMENTS_ARCHIVE,
    &DEPLOYMENTS_PAUSE,
    &DEPLOYMENTS_UNPAUSE,
    &DEPLOYMENTS_RUN,
    &DEPLOYMENTS_RUNS_LIST,
    &DEPLOYMENTS_RUNS_RETRIEVE,
    &DEPLOYMENT_RUNS_LIST,
    &DEPLOYMENT_RUNS_RETRIEVE,
    &DREAMS_CREATE,
    &DREAMS_LIST,
    &DREAMS_RETRIEVE,
    &DREAMS_CANCEL,
    &DREAMS_ARCHIVE,
    &AUTH_EXCHANGE,
];

/// Create an agent at version 1.
pub static AGENTS_CREATE: Operation = Operation {
    id: "agents.create",
    method: Method::Post,
    path: "/agents",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List agents, newest first.
pub static AGENTS_LIST: Operation = Operation {
    id: "agents.list",
    method: Method::Get,
    path: "/agents",
    query: &[
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch an agent, or one of its earlier versions.
pub static AGENTS_RETRIEVE: Operation = Operation {
    id: "agents.retrieve",
    method: Method::Get,
    path: "/agents/{agent_id}",
    query: &[Param { name: "version", wire: "version", repeated: false }],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change an agent under optimistic locking; the version goes up by one.
pub static AGENTS_UPDATE: Operation = Operation {
    id: "agents.update",
    method: Method::Post,
    path: "/agents/{agent_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Delete an agent; archiving first is not required.
pub static AGENTS_DELETE: Operation = Operation {
    id: "agents.delete",
    method: Method::Delete,
    path: "/agents/{agent_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive an agent so that it no longer shows up or starts sessions.
pub static AGENTS_ARCHIVE: Operation = Operation {
    id: "agents.archive",
    method: Method::Post,
    path: "/agents/{agent_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List the snapshots of an agent, latest first.
pub static AGENTS_VERSIONS_LIST: Operation = Operation {
    id: "agents.versions.list",
    method: Method::Get,
    path: "/agents/{agent_id}/versions",
    query: &[
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// List the models enabled for the account.
pub static MODELS_LIST: Operation = Operation {
    id: "models.list",
    method: Method::Get,
    path: "/models",
    query: &[
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Define a sandbox; it is usable at once and provisioned when a session starts.
pub static ENVIRONMENTS_CREATE: Operation = Operation {
    id: "environments.create",
    method: Method::Post,
    path: "/environments",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List environments.
pub static ENVIRONMENTS_LIST: Operation = Operation {
    id: "environments.list",
    method: Method::Get,
    path: "/environments",
    query: &[
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch an environment.
pub static ENVIRONMENTS_RETRIEVE: Operation = Operation {
    id: "environments.retrieve",
    method: Method::Get,
    path: "/environments/{environment_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change an environment; `config` is replaced as a whole.
pub static ENVIRONMENTS_UPDATE: Operation = Operation {
    id: "environments.update",
    method: Method::Post,
    path: "/environments/{environment_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Delete an environment that no session refers to.
pub static ENVIRONMENTS_DELETE: Operation = Operation {
    id: "environments.delete",
    method: Method::Delete,
    path: "/environments/{environment_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive an environment so that no new session can use it.
pub static ENVIRONMENTS_ARCHIVE: Operation = Operation {
    id: "environments.archive",
    method: Method::Post,
    path: "/environments/{environment_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List work items of a self-hosted environment.
pub static ENVIRONMENTS_WORK_LIST: Operation = Operation {
    id: "environments.work.list",
    method: Method::Get,
    path: "/environments/{environment_id}/work",
    query: &[
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Claim the next work item, optionally waiting for one.
pub static ENVIRONMENTS_WORK_POLL: Operation = Operation {
    id: "environments.work.poll",
    method: Method::Get,
    path: "/environments/{environment_id}/work/poll",
    query: &[
        Param { name: "block_ms", wire: "block_ms", repeated: false },
        Param { name: "reclaim_older_than_ms", wire: "reclaim_older_than_ms", repeated: false },
    ],
    headers: &[
        Param { name: "worker_id", wire: "Worker-ID", repeated: false },
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Read queue depth and the number of polling workers.
pub static ENVIRONMENTS_WORK_STATS: Operation = Operation {
    id: "environments.work.stats",
    method: Method::Get,
    path: "/environments/{environment_id}/work/stats",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a work item.
pub static ENVIRONMENTS_WORK_RETRIEVE: Operation = Operation {
    id: "environments.work.retrieve",
    method: Method::Get,
    path: "/environments/{environment_id}/work/{work_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Merge metadata of a work item.
pub static ENVIRONMENTS_WORK_UPDATE: Operation = Operation {
    id: "environments.work.update",
    method: Method::Post,
    path: "/environments/{environment_id}/work/{work_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Acknowledge a claimed item; it moves to `starting`.
pub static ENVIRONMENTS_WORK_ACK: Operation = Operation {
    id: "environments.work.ack",
    method: Method::Post,
    path: "/environments/{environment_id}/work/{work_id}/ack",
    query: &[],
    headers: &[
        Param { name: "worker_id", wire: "Worker-ID", repeated: false },
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Extend the lease of a running item; the first beat makes it `active`.
pub static ENVIRONMENTS_WORK_HEARTBEAT: Operation = Operation {
    id: "environments.work.heartbeat",
    method: Method::Post,
    path: "/environments/{environment_id}/work/{work_id}/heartbeat",
    query: &[
        Param { name: "desired_ttl_seconds", wire: "desired_ttl_seconds", repeated: false },
        Param { name: "expected_last_heartbeat", wire: "expected_last_heartbeat", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Ask a worker to stop an item, or force it.
pub static ENVIRONMENTS_WORK_STOP: Operation = Operation {
    id: "environments.work.stop",
    method: Method::Post,
    path: "/environments/{environment_id}/work/{work_id}/stop",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: false },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Start a session from an agent and an environment.
pub static SESSIONS_CREATE: Operation = Operation {
    id: "sessions.create",
    method: Method::Post,
    path: "/sessions",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[("files", "resources")],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List sessions, newest first.
pub static SESSIONS_LIST: Operation = Operation {
    id: "sessions.list",
    method: Method::Get,
    path: "/sessions",
    query: &[
        Param { name: "created_at_gt", wire: "created_at[gt]", repeated: false },
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lt", wire: "created_at[lt]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "order", wire: "order", repeated: false },
        Param { name: "agent_id", wire: "agent_id", repeated: false },
        Param { name: "agent_version", wire: "agent_version", repeated: false },
        Param { name: "deployment_id", wire: "deployment_id", repeated: false },
        Param { name: "memory_store_id", wire: "memory_store_id", repeated: false },
        Param { name: "statuses", wire: "statuses[]", repeated: true },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Bidirectional,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a session with its current status and usage.
pub static SESSIONS_RETRIEVE: Operation = Operation {
    id: "sessions.retrieve",
    method: Method::Get,
    path: "/sessions/{session_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change title, metadata, budget, vaults, variables or parts of the agent snapshot.
pub static SESSIONS_UPDATE: Operation = Operation {
    id: "sessions.update",
    method: Method::Post,
    path: "/sessions/{session_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Delete a session and its recorded events.
pub static SESSIONS_DELETE: Operation = Operation {
    id: "sessions.delete",
    method: Method::Delete,
    path: "/sessions/{session_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Cancel the running turn; harmless when idle.
pub static SESSIONS_CANCEL: Operation = Operation {
    id: "sessions.cancel",
    method: Method::Post,
    path: "/sessions/{session_id}/cancel",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive a session; its history stays readable.
pub static SESSIONS_ARCHIVE: Operation = Operation {
    id: "sessions.archive",
    method: Method::Post,
    path: "/sessions/{session_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Attach an uploaded file to a live session.
pub static SESSIONS_RESOURCES_ADD: Operation = Operation {
    id: "sessions.resources.add",
    method: Method::Post,
    path: "/sessions/{session_id}/resources",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List what is attached to a session.
pub static SESSIONS_RESOURCES_LIST: Operation = Operation {
    id: "sessions.resources.list",
    method: Method::Get,
    path: "/sessions/{session_id}/resources",
    query: &[
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch one attachment.
pub static SESSIONS_RESOURCES_RETRIEVE: Operation = Operation {
    id: "sessions.resources.retrieve",
    method: Method::Get,
    path: "/sessions/{session_id}/resources/{resource_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Rotate the credential of an attached repository.
pub static SESSIONS_RESOURCES_UPDATE: Operation = Operation {
    id: "sessions.resources.update",
    method: Method::Post,
    path: "/sessions/{session_id}/resources/{resource_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Detach a resource.
pub static SESSIONS_RESOURCES_DELETE: Operation = Operation {
    id: "sessions.resources.delete",
    method: Method::Delete,
    path: "/sessions/{session_id}/resources/{resource_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Send client events to a session.
pub static SESSIONS_EVENTS_SEND: Operation = Operation {
    id: "sessions.events.send",
    method: Method::Post,
    path: "/sessions/{session_id}/events",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Read the buffered event history.
pub static SESSIONS_EVENTS_LIST: Operation = Operation {
    id: "sessions.events.list",
    method: Method::Get,
    path: "/sessions/{session_id}/events",
    query: &[
        Param { name: "created_at_gt", wire: "created_at[gt]", repeated: false },
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lt", wire: "created_at[lt]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "order", wire: "order", repeated: false },
        Param { name: "types", wire: "types[]", repeated: true },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Follow a session live over server-sent events.
pub static SESSIONS_EVENTS_STREAM: Operation = Operation {
    id: "sessions.events.stream",
    method: Method::Get,
    path: "/sessions/{session_id}/events/stream",
    query: &[Param { name: "event_deltas", wire: "event_deltas[]", repeated: true }],
    headers: &[
        Param { name: "last_event_id", wire: "Last-Event-ID", repeated: false },
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Events,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// List the threads of a multi-agent session.
pub static SESSIONS_THREADS_LIST: Operation = Operation {
    id: "sessions.threads.list",
    method: Method::Get,
    path: "/sessions/{session_id}/threads",
    query: &[
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch one thread.
pub static SESSIONS_THREADS_RETRIEVE: Operation = Operation {
    id: "sessions.threads.retrieve",
    method: Method::Get,
    path: "/sessions/{session_id}/threads/{thread_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Archive a child thread.
pub static SESSIONS_THREADS_ARCHIVE: Operation = Operation {
    id: "sessions.threads.archive",
    method: Method::Post,
    path: "/sessions/{session_id}/threads/{thread_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Read the event history of one thread.
pub static SESSIONS_THREADS_EVENTS_LIST: Operation = Operation {
    id: "sessions.threads.events.list",
    method: Method::Get,
    path: "/sessions/{session_id}/threads/{thread_id}/events",
    query: &[
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Follow one thread live over server-sent events.
pub static SESSIONS_THREADS_EVENTS_STREAM: Operation = Operation {
    id: "sessions.threads.events.stream",
    method: Method::Get,
    path: "/sessions/{session_id}/threads/{thread_id}/stream",
    query: &[Param { name: "event_deltas", wire: "event_deltas[]", repeated: true }],
    headers: &[
        Param { name: "last_event_id", wire: "Last-Event-ID", repeated: false },
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Events,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Upload a file.
pub static FILES_UPLOAD: Operation = Operation {
    id: "files.upload",
    method: Method::Post,
    path: "/files",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Multipart,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List files.
pub static FILES_LIST: Operation = Operation {
    id: "files.list",
    method: Method::Get,
    path: "/files",
    query: &[
        Param { name: "name", wire: "name", repeated: false },
        Param { name: "scope_id", wire: "scope_id", repeated: false },
        Param { name: "ids", wire: "ids[]", repeated: true },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a file's metadata.
pub static FILES_RETRIEVE: Operation = Operation {
    id: "files.retrieve",
    method: Method::Get,
    path: "/files/{file_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Delete a file.
pub static FILES_DELETE: Operation = Operation {
    id: "files.delete",
    method: Method::Delete,
    path: "/files/{file_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Get a short-lived link to a file's bytes.
pub static FILES_DOWNLOAD: Operation = Operation {
    id: "files.download",
    method: Method::Get,
    path: "/files/{file_id}/content",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Link,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Create a vault.
pub static VAULTS_CREATE: Operation = Operation {
    id: "vaults.create",
    method: Method::Post,
    path: "/vaults",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List vaults.
pub static VAULTS_LIST: Operation = Operation {
    id: "vaults.list",
    method: Method::Get,
    path: "/vaults",
    query: &[
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "name", wire: "name", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a vault.
pub static VAULTS_RETRIEVE: Operation = Operation {
    id: "vaults.retrieve",
    method: Method::Get,
    path: "/vaults/{vault_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Delete a vault with its credentials.
pub static VAULTS_DELETE: Operation = Operation {
    id: "vaults.delete",
    method: Method::Delete,
    path: "/vaults/{vault_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive a vault.
pub static VAULTS_ARCHIVE: Operation = Operation {
    id: "vaults.archive",
    method: Method::Post,
    path: "/vaults/{vault_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Store a credential; its secret can never be read back.
pub static VAULTS_CREDENTIALS_CREATE: Operation = Operation {
    id: "vaults.credentials.create",
    method: Method::Post,
    path: "/vaults/{vault_id}/credentials",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List the credentials of a vault without their secrets.
pub static VAULTS_CREDENTIALS_LIST: Operation = Operation {
    id: "vaults.credentials.list",
    method: Method::Get,
    path: "/vaults/{vault_id}/credentials",
    query: &[
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "name", wire: "name", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a credential without its secret.
pub static VAULTS_CREDENTIALS_RETRIEVE: Operation = Operation {
    id: "vaults.credentials.retrieve",
    method: Method::Get,
    path: "/vaults/{vault_id}/credentials/{credential_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Rotate secrets or change metadata; nothing else can change.
pub static VAULTS_CREDENTIALS_UPDATE: Operation = Operation {
    id: "vaults.credentials.update",
    method: Method::Post,
    path: "/vaults/{vault_id}/credentials/{credential_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Never,
    host: Host::Api,
};

/// Delete a credential.
pub static VAULTS_CREDENTIALS_DELETE: Operation = Operation {
    id: "vaults.credentials.delete",
    method: Method::Delete,
    path: "/vaults/{vault_id}/credentials/{credential_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive a credential.
pub static VAULTS_CREDENTIALS_ARCHIVE: Operation = Operation {
    id: "vaults.credentials.archive",
    method: Method::Post,
    path: "/vaults/{vault_id}/credentials/{credential_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Probe the MCP server with an OAuth credential, refreshing it if possible.
pub static VAULTS_CREDENTIALS_MCP_OAUTH_VALIDATE: Operation = Operation {
    id: "vaults.credentials.mcp_oauth_validate",
    method: Method::Post,
    path: "/vaults/{vault_id}/credentials/{credential_id}/mcp_oauth_validate",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Upload a skill as a zip or as a tree of files.
pub static SKILLS_CREATE: Operation = Operation {
    id: "skills.create",
    method: Method::Post,
    path: "/skills",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Multipart,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List skills.
pub static SKILLS_LIST: Operation = Operation {
    id: "skills.list",
    method: Method::Get,
    path: "/skills",
    query: &[
        Param { name: "name", wire: "name", repeated: false },
        Param { name: "display_title", wire: "display_title", repeated: false },
        Param { name: "source", wire: "source", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a skill.
pub static SKILLS_RETRIEVE: Operation = Operation {
    id: "skills.retrieve",
    method: Method::Get,
    path: "/skills/{skill_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change a skill's texts or content (superseded by uploading a new version).
pub static SKILLS_UPDATE: Operation = Operation {
    id: "skills.update",
    method: Method::Put,
    path: "/skills/{skill_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Delete a skill; agents bound to it are not unbound.
pub static SKILLS_DELETE: Operation = Operation {
    id: "skills.delete",
    method: Method::Delete,
    path: "/skills/{skill_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Upload a new version of a skill.
pub static SKILLS_VERSIONS_CREATE: Operation = Operation {
    id: "skills.versions.create",
    method: Method::Post,
    path: "/skills/{skill_id}/versions",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Multipart,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List the versions of a skill, latest first.
pub static SKILLS_VERSIONS_LIST: Operation = Operation {
    id: "skills.versions.list",
    method: Method::Get,
    path: "/skills/{skill_id}/versions",
    query: &[
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch one version.
pub static SKILLS_VERSIONS_RETRIEVE: Operation = Operation {
    id: "skills.versions.retrieve",
    method: Method::Get,
    path: "/skills/{skill_id}/versions/{version}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Delete one version.
pub static SKILLS_VERSIONS_DELETE: Operation = Operation {
    id: "skills.versions.delete",
    method: Method::Delete,
    path: "/skills/{skill_id}/versions/{version}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Download one version as a zip.
pub static SKILLS_VERSIONS_DOWNLOAD: Operation = Operation {
    id: "skills.versions.download",
    method: Method::Get,
    path: "/skills/{skill_id}/versions/{version}/content",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Bytes,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Create a memory store.
pub static MEMORY_STORES_CREATE: Operation = Operation {
    id: "memory_stores.create",
    method: Method::Post,
    path: "/memory_stores",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List memory stores.
pub static MEMORY_STORES_LIST: Operation = Operation {
    id: "memory_stores.list",
    method: Method::Get,
    path: "/memory_stores",
    query: &[
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "name", wire: "name", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a memory store.
pub static MEMORY_STORES_RETRIEVE: Operation = Operation {
    id: "memory_stores.retrieve",
    method: Method::Get,
    path: "/memory_stores/{memory_store_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change name, description or metadata of a store.
pub static MEMORY_STORES_UPDATE: Operation = Operation {
    id: "memory_stores.update",
    method: Method::Post,
    path: "/memory_stores/{memory_store_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Delete a store with all its memories.
pub static MEMORY_STORES_DELETE: Operation = Operation {
    id: "memory_stores.delete",
    method: Method::Delete,
    path: "/memory_stores/{memory_store_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive a store.
pub static MEMORY_STORES_ARCHIVE: Operation = Operation {
    id: "memory_stores.archive",
    method: Method::Post,
    path: "/memory_stores/{memory_store_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Write a new memory at a path.
pub static MEMORY_STORES_MEMORIES_CREATE: Operation = Operation {
    id: "memory_stores.memories.create",
    method: Method::Post,
    path: "/memory_stores/{memory_store_id}/memories",
    query: &[Param { name: "view", wire: "view", repeated: false }],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List memories, like a directory or recursively.
pub static MEMORY_STORES_MEMORIES_LIST: Operation = Operation {
    id: "memory_stores.memories.list",
    method: Method::Get,
    path: "/memory_stores/{memory_store_id}/memories",
    query: &[
        Param { name: "view", wire: "view", repeated: false },
        Param { name: "path_prefix", wire: "path_prefix", repeated: false },
        Param { name: "depth", wire: "depth", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a memory.
pub static MEMORY_STORES_MEMORIES_RETRIEVE: Operation = Operation {
    id: "memory_stores.memories.retrieve",
    method: Method::Get,
    path: "/memory_stores/{memory_store_id}/memories/{memory_id}",
    query: &[Param { name: "view", wire: "view", repeated: false }],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change a memory's content, path or metadata.
pub static MEMORY_STORES_MEMORIES_UPDATE: Operation = Operation {
    id: "memory_stores.memories.update",
    method: Method::Post,
    path: "/memory_stores/{memory_store_id}/memories/{memory_id}",
    query: &[Param { name: "view", wire: "view", repeated: false }],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Delete a memory; its versions remain.
pub static MEMORY_STORES_MEMORIES_DELETE: Operation = Operation {
    id: "memory_stores.memories.delete",
    method: Method::Delete,
    path: "/memory_stores/{memory_store_id}/memories/{memory_id}",
    query: &[Param { name: "expected_content_sha256", wire: "expected_content_sha256", repeated: false }],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List recorded changes of a store.
pub static MEMORY_STORES_MEMORY_VERSIONS_LIST: Operation = Operation {
    id: "memory_stores.memory_versions.list",
    method: Method::Get,
    path: "/memory_stores/{memory_store_id}/memory_versions",
    query: &[
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "view", wire: "view", repeated: false },
        Param { name: "memory_id", wire: "memory_id", repeated: false },
        Param { name: "operation", wire: "operation", repeated: false },
        Param { name: "session_id", wire: "session_id", repeated: false },
        Param { name: "api_key_id", wire: "api_key_id", repeated: false },
        Param { name: "service_account_id", wire: "service_account_id", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch one recorded change.
pub static MEMORY_STORES_MEMORY_VERSIONS_RETRIEVE: Operation = Operation {
    id: "memory_stores.memory_versions.retrieve",
    method: Method::Get,
    path: "/memory_stores/{memory_store_id}/memory_versions/{memory_version_id}",
    query: &[Param { name: "view", wire: "view", repeated: false }],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Erase the content of one recorded change for good.
pub static MEMORY_STORES_MEMORY_VERSIONS_REDACT: Operation = Operation {
    id: "memory_stores.memory_versions.redact",
    method: Method::Post,
    path: "/memory_stores/{memory_store_id}/memory_versions/{memory_version_id}/redact",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Create a scheduled or on-demand run of an agent; it is active at once.
pub static DEPLOYMENTS_CREATE: Operation = Operation {
    id: "deployments.create",
    method: Method::Post,
    path: "/deployments",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &["environment_variables"],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List deployments.
pub static DEPLOYMENTS_LIST: Operation = Operation {
    id: "deployments.list",
    method: Method::Get,
    path: "/deployments",
    query: &[
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "agent_id", wire: "agent_id", repeated: false },
        Param { name: "status", wire: "status", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a deployment with its next run times.
pub static DEPLOYMENTS_RETRIEVE: Operation = Operation {
    id: "deployments.retrieve",
    method: Method::Get,
    path: "/deployments/{deployment_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Change a deployment.
pub static DEPLOYMENTS_UPDATE: Operation = Operation {
    id: "deployments.update",
    method: Method::Post,
    path: "/deployments/{deployment_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &["environment_variables"],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive a deployment; it stops firing.
pub static DEPLOYMENTS_ARCHIVE: Operation = Operation {
    id: "deployments.archive",
    method: Method::Post,
    path: "/deployments/{deployment_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Stop the schedule from firing.
pub static DEPLOYMENTS_PAUSE: Operation = Operation {
    id: "deployments.pause",
    method: Method::Post,
    path: "/deployments/{deployment_id}/pause",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Let the schedule fire again.
pub static DEPLOYMENTS_UNPAUSE: Operation = Operation {
    id: "deployments.unpause",
    method: Method::Post,
    path: "/deployments/{deployment_id}/unpause",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Start one run now.
pub static DEPLOYMENTS_RUN: Operation = Operation {
    id: "deployments.run",
    method: Method::Post,
    path: "/deployments/{deployment_id}/run",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List the runs of one deployment.
pub static DEPLOYMENTS_RUNS_LIST: Operation = Operation {
    id: "deployments.runs.list",
    method: Method::Get,
    path: "/deployments/{deployment_id}/runs",
    query: &[
        Param { name: "triggered_after", wire: "triggered_after", repeated: false },
        Param { name: "triggered_before", wire: "triggered_before", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch one run of a deployment.
pub static DEPLOYMENTS_RUNS_RETRIEVE: Operation = Operation {
    id: "deployments.runs.retrieve",
    method: Method::Get,
    path: "/deployments/{deployment_id}/runs/{run_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// List runs across all deployments.
pub static DEPLOYMENT_RUNS_LIST: Operation = Operation {
    id: "deployment_runs.list",
    method: Method::Get,
    path: "/deployment_runs",
    query: &[
        Param { name: "created_at_gt", wire: "created_at[gt]", repeated: false },
        Param { name: "created_at_gte", wire: "created_at[gte]", repeated: false },
        Param { name: "created_at_lt", wire: "created_at[lt]", repeated: false },
        Param { name: "created_at_lte", wire: "created_at[lte]", repeated: false },
        Param { name: "deployment_id", wire: "deployment_id", repeated: false },
        Param { name: "has_error", wire: "has_error", repeated: false },
        Param { name: "trigger_type", wire: "trigger_type", repeated: false },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch one run by its own ID.
pub static DEPLOYMENT_RUNS_RETRIEVE: Operation = Operation {
    id: "deployment_runs.retrieve",
    method: Method::Get,
    path: "/deployment_runs/{deployment_run_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Start a background consolidation of memories.
pub static DREAMS_CREATE: Operation = Operation {
    id: "dreams.create",
    method: Method::Post,
    path: "/dreams",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// List dreams.
pub static DREAMS_LIST: Operation = Operation {
    id: "dreams.list",
    method: Method::Get,
    path: "/dreams",
    query: &[
        Param { name: "include_archived", wire: "include_archived", repeated: false },
        Param { name: "created_at_gt", wire: "created_at[gt]", repeated: false },
        Param { name: "created_at_lt", wire: "created_at[lt]", repeated: false },
        Param { name: "statuses", wire: "statuses[]", repeated: true },
        Param { name: "limit", wire: "limit", repeated: false },
        Param { name: "page", wire: "page", repeated: false },
        Param { name: "after_id", wire: "after_id", repeated: false },
        Param { name: "before_id", wire: "before_id", repeated: false },
    ],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Page,
    paging: Paging::Cursor,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Fetch a dream.
pub static DREAMS_RETRIEVE: Operation = Operation {
    id: "dreams.retrieve",
    method: Method::Get,
    path: "/dreams/{dream_id}",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Always,
    host: Host::Api,
};

/// Cancel a pending or running dream.
pub static DREAMS_CANCEL: Operation = Operation {
    id: "dreams.cancel",
    method: Method::Post,
    path: "/dreams/{dream_id}/cancel",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Archive a finished dream.
pub static DREAMS_ARCHIVE: Operation = Operation {
    id: "dreams.archive",
    method: Method::Post,
    path: "/dreams/{dream_id}/archive",
    query: &[],
    headers: &[
        Param { name: "workspace_id", wire: "qoder-workspace-id", repeated: false },
        Param { name: "betas", wire: "x-qoder-beta", repeated: false },
    ],
    body: BodyKind::None,
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::WithKey,
    host: Host::Api,
};

/// Exchange a Service Account key for a short-lived access token.
pub static AUTH_EXCHANGE: Operation = Operation {
    id: "auth.exchange",
    method: Method::Post,
    path: "/serviceToken/exchange",
    query: &[],
    headers: &[],
    body: BodyKind::Json { required: true },
    mappings: &[],
    mounts: &[],
    response: ResponseKind::Json,
    paging: Paging::None,
    retry: RetryClass::Never,
    host: Host::Exchange,
};

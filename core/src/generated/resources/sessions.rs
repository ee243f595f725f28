// Generated from spec/ by codegen; edit the spec instead.

//! `sessions`

pub mod events;
pub mod resources;
pub mod threads;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    BudgetParams, DeletedSession, EnvironmentVariables, LocalFile, Session, SessionAgentParam,
    SessionAgentUpdateParams, SessionCancelResponse, SessionCreateParams, SessionInitialEvent,
    SessionResourceParams, SessionStatus, SessionUpdateParams, SortOrder,
};
use crate::model::{Field, Timestamp};
use std::collections::BTreeMap;

/// Running conversations between you and an agent.
#[derive(Debug, Clone)]
pub struct Sessions {
    pub(crate) client: Client,
}

impl Sessions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Files, repositories and memory stores attached to a session.
    pub fn resources(&self) -> resources::Resources {
        resources::Resources::new(&self.client)
    }

    /// What is said and done in a session: send, read back, follow live.
    pub fn events(&self) -> events::Events {
        events::Events::new(&self.client)
    }

    /// Threads of a multi-agent session.
    pub fn threads(&self) -> threads::Threads {
        threads::Threads::new(&self.client)
    }

    /// Start a session from an agent and an environment.
    ///
    /// MCP tool discovery happens during this call, so an unreachable or unauthorised MCP server makes it
    /// fail. The new session is idle.
    ///
    /// - `agent`: Agent ID (latest version), a pinned version, or an agent with overrides. The member is not
    ///   called agent_id.
    /// - `environment_id`: Environment ID, prefix `env_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: Missing environment, reserved variable name, resources on a self-hosted environment, or failed
    ///   MCP discovery.
    pub fn create(&self, agent: impl Into<SessionAgentParam>, environment_id: impl Into<String>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::SESSIONS_CREATE),
            body: SessionCreateParams {
                agent: agent.into(),
                environment_id: environment_id.into(),
                ..Default::default()
            },
        }
    }

    /// List sessions, newest first.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::SESSIONS_LIST) }
    }

    /// Fetch a session with its current status and usage.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn retrieve(&self, session_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::SESSIONS_RETRIEVE).path(session_id) }
    }

    /// Change title, metadata, budget, vaults, variables or parts of the agent snapshot.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn update(&self, session_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::SESSIONS_UPDATE).path(session_id),
            body: SessionUpdateParams { ..Default::default() },
        }
    }

    /// Delete a session and its recorded events.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn delete(&self, session_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::SESSIONS_DELETE).path(session_id) }
    }

    /// Cancel the running turn; harmless when idle.
    ///
    /// Settles asynchronously: wait for session.status_idle or poll the session.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn cancel(&self, session_id: impl Into<String>) -> Cancel {
        Cancel { call: Call::new(&self.client, &ops::SESSIONS_CANCEL).path(session_id) }
    }

    /// Archive a session; its history stays readable.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn archive(&self, session_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::SESSIONS_ARCHIVE).path(session_id) }
    }
}

/// The call behind [`Sessions::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: SessionCreateParams,
}

impl Create {
    /// Human-readable title.
    pub fn title(mut self, title: impl Into<Field<String>>) -> Self {
        self.body.title = title.into();
        self
    }

    /// Caller-owned string pairs; the service does not interpret them.
    pub fn metadata(mut self, metadata: impl Into<Field<BTreeMap<String, String>>>) -> Self {
        self.body.metadata = metadata.into();
        self
    }

    /// Map, or `KEY=VALUE` pairs separated by `;` or newlines. Names match `[A-Za-z_][A-Za-z0-9_]*`;
    /// SERVER_ENDPOINT, USER_ID, WORK_DIR and the prefixes CAW_ and QODER_ are reserved. Seen by login shells
    /// only.
    pub fn environment_variables(mut self, environment_variables: impl Into<EnvironmentVariables>) -> Self {
        self.body.environment_variables = Some(environment_variables.into());
        self
    }

    /// Attachments; not for self-hosted environments.
    pub fn resources(mut self, resources: impl Into<Field<Vec<SessionResourceParams>>>) -> Self {
        self.body.resources = resources.into();
        self
    }

    /// Vaults whose credentials the run may use.
    pub fn vault_ids(mut self, vault_ids: impl Into<Field<Vec<String>>>) -> Self {
        self.body.vault_ids = vault_ids.into();
        self
    }

    /// Spending ceiling.
    pub fn budget(mut self, budget: impl Into<Field<BudgetParams>>) -> Self {
        self.body.budget = budget.into();
        self
    }

    /// Events delivered right after creation.
    pub fn initial_events(mut self, initial_events: impl Into<Field<Vec<SessionInitialEvent>>>) -> Self {
        self.body.initial_events = initial_events.into();
        self
    }

    /// Files of this machine: they are uploaded first and become resources. Should that or the session fail,
    /// they are deleted again. The options of the call are those of the request that creates the session.
    pub fn files(mut self, files: impl IntoIterator<Item = impl Into<LocalFile>>) -> Self {
        self.body.files = Some(files.into_iter().map(Into::into).collect());
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Create, json Session, |self| self.call.json(&self.body));

/// The call behind [`Sessions::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Only items created after this time.
    pub fn created_at_gt(mut self, created_at_gt: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_gt.into();
        self.call = self.call.query("created_at[gt]", value);
        self
    }

    /// Only items created at or after this time.
    pub fn created_at_gte(mut self, created_at_gte: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_gte.into();
        self.call = self.call.query("created_at[gte]", value);
        self
    }

    /// Only items created before this time.
    pub fn created_at_lt(mut self, created_at_lt: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_lt.into();
        self.call = self.call.query("created_at[lt]", value);
        self
    }

    /// Only items created at or before this time.
    pub fn created_at_lte(mut self, created_at_lte: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_lte.into();
        self.call = self.call.query("created_at[lte]", value);
        self
    }

    /// Also return archived items. Default false.
    pub fn include_archived(mut self, include_archived: bool) -> Self {
        self.call = self.call.query("include_archived", include_archived);
        self
    }

    /// Sort direction by creation time. Default "desc".
    pub fn order(mut self, order: impl Into<SortOrder>) -> Self {
        let value: SortOrder = order.into();
        self.call = self.call.query("order", value);
        self
    }

    /// Only sessions of this agent.
    pub fn agent_id(mut self, agent_id: impl Into<String>) -> Self {
        let value: String = agent_id.into();
        self.call = self.call.query("agent_id", value);
        self
    }

    /// Only this agent version; needs agent_id.
    pub fn agent_version(mut self, agent_version: i64) -> Self {
        self.call = self.call.query("agent_version", agent_version);
        self
    }

    /// Only sessions started by this deployment.
    pub fn deployment_id(mut self, deployment_id: impl Into<String>) -> Self {
        let value: String = deployment_id.into();
        self.call = self.call.query("deployment_id", value);
        self
    }

    /// Only sessions with this memory store attached.
    pub fn memory_store_id(mut self, memory_store_id: impl Into<String>) -> Self {
        let value: String = memory_store_id.into();
        self.call = self.call.query("memory_store_id", value);
        self
    }

    /// Only these states; repeat the parameter.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = impl Into<SessionStatus>>) -> Self {
        for value in statuses {
            let value: SessionStatus = value.into();
            self.call = self.call.query("statuses[]", value);
        }
        self
    }

    /// Items per page. Default 20. From 1 to 100.
    pub fn limit(mut self, limit: i64) -> Self {
        self.call = self.call.query("limit", limit);
        self
    }

    /// Opaque cursor: the `next_page` of the previous response.
    pub fn page(mut self, page: impl Into<String>) -> Self {
        let value: String = page.into();
        self.call = self.call.query("page", value);
        self
    }

    /// Return items after this ID (the previous `last_id`); an older cursor, never combined with another one.
    pub fn after_id(mut self, after_id: impl Into<String>) -> Self {
        let value: String = after_id.into();
        self.call = self.call.query("after_id", value);
        self
    }

    /// Return items before this ID (the previous `first_id`); an older cursor, never combined with another
    /// one.
    pub fn before_id(mut self, before_id: impl Into<String>) -> Self {
        let value: String = before_id.into();
        self.call = self.call.query("before_id", value);
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(List, page Session, |self| self.call);

/// The call behind [`Sessions::retrieve`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Retrieve {
    call: Call,
}

impl Retrieve {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Retrieve, json Session, |self| self.call);

/// The call behind [`Sessions::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: SessionUpdateParams,
}

impl Update {
    /// Human-readable title.
    pub fn title(mut self, title: impl Into<Field<String>>) -> Self {
        self.body.title = title.into();
        self
    }

    /// Merged by key; null deletes a key.
    pub fn metadata(mut self, metadata: impl Into<Field<BTreeMap<String, Option<String>>>>) -> Self {
        self.body.metadata = metadata.into();
        self
    }

    /// New variables.
    pub fn environment_variables(
        mut self,
        environment_variables: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.body.environment_variables =
            Some(environment_variables.into_iter().map(|(key, value)| (key.into(), value.into())).collect());
        self
    }

    /// Changes to the agent snapshot.
    pub fn agent(mut self, agent: impl Into<SessionAgentUpdateParams>) -> Self {
        self.body.agent = Some(agent.into());
        self
    }

    /// New ceiling.
    pub fn budget(mut self, budget: impl Into<Field<BudgetParams>>) -> Self {
        self.body.budget = budget.into();
        self
    }

    /// Vaults whose credentials the run may use.
    pub fn vault_ids(mut self, vault_ids: impl Into<Field<Vec<String>>>) -> Self {
        self.body.vault_ids = vault_ids.into();
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Update, json Session, |self| self.call.json(&self.body));

/// The call behind [`Sessions::delete`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Delete {
    call: Call,
}

impl Delete {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Delete, json DeletedSession, |self| self.call);

/// The call behind [`Sessions::cancel`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Cancel {
    call: Call,
}

impl Cancel {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Cancel, json SessionCancelResponse, |self| self.call);

/// The call behind [`Sessions::archive`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Archive {
    call: Call,
}

impl Archive {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Archive, json Session, |self| self.call);

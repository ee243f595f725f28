// Generated from spec/ by codegen; edit the spec instead.

//! `agents`

pub mod versions;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    Agent, AgentCreateParams, AgentUpdateParams, DeletedAgent, McpServer, ModelParam, MultiagentParams,
    SkillBindingParams, Tool,
};
use crate::model::{Field, Timestamp};
use std::collections::BTreeMap;

/// Reusable definitions of what an agent is and may do.
#[derive(Debug, Clone)]
pub struct Agents {
    pub(crate) client: Client,
}

impl Agents {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Immutable snapshots of an agent.
    pub fn versions(&self) -> versions::Versions {
        versions::Versions::new(&self.client)
    }

    /// Create an agent at version 1.
    ///
    /// - `name`: Display name.
    /// - `model`: Model ID from models.list, or the model with its tuning.
    ///
    /// Some bodies need the beta `browser-use-2026-07-14`; see `betas`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: Unknown built-in tool name, a tool both enabled and disallowed, or a browser toolset without
    ///   its beta header.
    /// - 503: Browser use is temporarily switched off.
    pub fn create(&self, name: impl Into<String>, model: impl Into<ModelParam>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::AGENTS_CREATE),
            body: AgentCreateParams { name: name.into(), model: model.into(), ..Default::default() },
        }
    }

    /// List agents, newest first.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::AGENTS_LIST) }
    }

    /// Fetch an agent, or one of its earlier versions.
    ///
    /// - `agent_id`: Agent ID, prefix `agent_`.
    pub fn retrieve(&self, agent_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::AGENTS_RETRIEVE).path(agent_id) }
    }

    /// Change an agent under optimistic locking; the version goes up by one.
    ///
    /// Affects only sessions created afterwards, because each session keeps its own snapshot.
    ///
    /// - `agent_id`: Agent ID, prefix `agent_`.
    /// - `version`: Version you read last; a stale one gives 409. At least 1.
    ///
    /// Some bodies need the beta `browser-use-2026-07-14`; see `betas`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: A browser toolset is written without its beta header.
    /// - 409: `version` is not the current version.
    pub fn update(&self, agent_id: impl Into<String>, version: i64) -> Update {
        Update {
            call: Call::new(&self.client, &ops::AGENTS_UPDATE).path(agent_id),
            body: AgentUpdateParams { version, ..Default::default() },
        }
    }

    /// Delete an agent; archiving first is not required.
    ///
    /// - `agent_id`: Agent ID, prefix `agent_`.
    pub fn delete(&self, agent_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::AGENTS_DELETE).path(agent_id) }
    }

    /// Archive an agent so that it no longer shows up or starts sessions.
    ///
    /// - `agent_id`: Agent ID, prefix `agent_`.
    pub fn archive(&self, agent_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::AGENTS_ARCHIVE).path(agent_id) }
    }
}

/// The call behind [`Agents::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: AgentCreateParams,
}

impl Create {
    /// Free text describing the object.
    pub fn description(mut self, description: impl Into<Field<String>>) -> Self {
        self.body.description = description.into();
        self
    }

    /// System prompt.
    pub fn system(mut self, system: impl Into<Field<String>>) -> Self {
        self.body.system = system.into();
        self
    }

    /// Omitting it, or an empty list, leaves the model without any tool. At most 128 entries.
    pub fn tools(mut self, tools: impl Into<Field<Vec<Tool>>>) -> Self {
        self.body.tools = tools.into();
        self
    }

    /// Each one a `mcp_toolset` refers to must be declared here. At most 20 entries.
    pub fn mcp_servers(mut self, mcp_servers: impl Into<Field<Vec<McpServer>>>) -> Self {
        self.body.mcp_servers = mcp_servers.into();
        self
    }

    /// Skills to bind. At most 20 entries.
    pub fn skills(mut self, skills: impl Into<Field<Vec<SkillBindingParams>>>) -> Self {
        self.body.skills = skills.into();
        self
    }

    /// Makes the agent a coordinator.
    pub fn multiagent(mut self, multiagent: impl Into<Field<MultiagentParams>>) -> Self {
        self.body.multiagent = multiagent.into();
        self
    }

    /// Caller-owned string pairs; the service does not interpret them.
    pub fn metadata(mut self, metadata: impl Into<Field<BTreeMap<String, String>>>) -> Self {
        self.body.metadata = metadata.into();
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

builder!(Create, json Agent, |self| self.call.json(&self.body));

/// The call behind [`Agents::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Only items created at or after this time.
    pub fn created_at_gte(mut self, created_at_gte: impl Into<Timestamp>) -> Self {
        let value: Timestamp = created_at_gte.into();
        self.call = self.call.query("created_at[gte]", value);
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

builder!(List, page Agent, |self| self.call);

/// The call behind [`Agents::retrieve`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Retrieve {
    call: Call,
}

impl Retrieve {
    /// Version to read; the current one when omitted. At least 1.
    pub fn version(mut self, version: i64) -> Self {
        self.call = self.call.query("version", version);
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

builder!(Retrieve, json Agent, |self| self.call);

/// The call behind [`Agents::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: AgentUpdateParams,
}

impl Update {
    /// Display name.
    pub fn name(mut self, name: impl Into<Field<String>>) -> Self {
        self.body.name = name.into();
        self
    }

    /// Free text describing the object.
    pub fn description(mut self, description: impl Into<Field<String>>) -> Self {
        self.body.description = description.into();
        self
    }

    /// New system prompt.
    pub fn system(mut self, system: impl Into<Field<String>>) -> Self {
        self.body.system = system.into();
        self
    }

    /// New model.
    pub fn model(mut self, model: impl Into<Field<ModelParam>>) -> Self {
        self.body.model = model.into();
        self
    }

    /// Full replacement.
    pub fn tools(mut self, tools: impl Into<Field<Vec<Tool>>>) -> Self {
        self.body.tools = tools.into();
        self
    }

    /// Full replacement.
    pub fn mcp_servers(mut self, mcp_servers: impl Into<Field<Vec<McpServer>>>) -> Self {
        self.body.mcp_servers = mcp_servers.into();
        self
    }

    /// Full replacement.
    pub fn skills(mut self, skills: impl Into<Field<Vec<SkillBindingParams>>>) -> Self {
        self.body.skills = skills.into();
        self
    }

    /// New roster.
    pub fn multiagent(mut self, multiagent: impl Into<Field<MultiagentParams>>) -> Self {
        self.body.multiagent = multiagent.into();
        self
    }

    /// Merged by key; null deletes a key.
    pub fn metadata(mut self, metadata: impl Into<Field<BTreeMap<String, Option<String>>>>) -> Self {
        self.body.metadata = metadata.into();
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

builder!(Update, json Agent, |self| self.call.json(&self.body));

/// The call behind [`Agents::delete`].
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

builder!(Delete, json DeletedAgent, |self| self.call);

/// The call behind [`Agents::archive`].
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

builder!(Archive, json Agent, |self| self.call);

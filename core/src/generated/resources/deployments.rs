// Generated from spec/ by codegen; edit the spec instead.

//! `deployments`

pub mod runs;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    AgentParam, BudgetParams, Deployment, DeploymentCreateParams, DeploymentRun, DeploymentStatus,
    DeploymentUpdateParams, EnvironmentVariables, InitialEvent, ScheduleParams, SessionResourceParams,
};
use crate::model::{Field, Timestamp};
use std::collections::BTreeMap;

/// Scheduled or on-demand runs of an agent.
#[derive(Debug, Clone)]
pub struct Deployments {
    pub(crate) client: Client,
}

impl Deployments {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Runs of one deployment.
    pub fn runs(&self) -> runs::Runs {
        runs::Runs::new(&self.client)
    }

    /// Create a scheduled or on-demand run of an agent; it is active at once.
    ///
    /// - `name`: Display name.
    /// - `agent`: Agent ID, or a pinned version.
    /// - `environment_id`: Environment ID, prefix `env_`.
    /// - `initial_events`: Events delivered to every new session. At most 50 entries.
    pub fn create(
        &self,
        name: impl Into<String>,
        agent: impl Into<AgentParam>,
        environment_id: impl Into<String>,
        initial_events: impl IntoIterator<Item = impl Into<InitialEvent>>,
    ) -> Create {
        Create {
            call: Call::new(&self.client, &ops::DEPLOYMENTS_CREATE),
            body: DeploymentCreateParams {
                name: name.into(),
                agent: agent.into(),
                environment_id: environment_id.into(),
                initial_events: initial_events.into_iter().map(Into::into).collect(),
                ..Default::default()
            },
        }
    }

    /// List deployments.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::DEPLOYMENTS_LIST) }
    }

    /// Fetch a deployment with its next run times.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn retrieve(&self, deployment_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::DEPLOYMENTS_RETRIEVE).path(deployment_id) }
    }

    /// Change a deployment.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn update(&self, deployment_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::DEPLOYMENTS_UPDATE).path(deployment_id),
            body: DeploymentUpdateParams { ..Default::default() },
        }
    }

    /// Archive a deployment; it stops firing.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn archive(&self, deployment_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::DEPLOYMENTS_ARCHIVE).path(deployment_id) }
    }

    /// Stop the schedule from firing.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn pause(&self, deployment_id: impl Into<String>) -> Pause {
        Pause { call: Call::new(&self.client, &ops::DEPLOYMENTS_PAUSE).path(deployment_id) }
    }

    /// Let the schedule fire again.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn unpause(&self, deployment_id: impl Into<String>) -> Unpause {
        Unpause { call: Call::new(&self.client, &ops::DEPLOYMENTS_UNPAUSE).path(deployment_id) }
    }

    /// Start one run now.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn run(&self, deployment_id: impl Into<String>) -> Run {
        Run { call: Call::new(&self.client, &ops::DEPLOYMENTS_RUN).path(deployment_id) }
    }
}

/// The call behind [`Deployments::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: DeploymentCreateParams,
}

impl Create {
    /// Omit for manual runs only.
    pub fn schedule(mut self, schedule: impl Into<Field<ScheduleParams>>) -> Self {
        self.body.schedule = schedule.into();
        self
    }

    /// Free text describing the object.
    pub fn description(mut self, description: impl Into<Field<String>>) -> Self {
        self.body.description = description.into();
        self
    }

    /// `KEY=VALUE` pairs separated by `;` or newlines, or a mapping, which is sent as such lines; same rules
    /// as for sessions.
    pub fn environment_variables(
        mut self,
        environment_variables: impl Into<Field<EnvironmentVariables>>,
    ) -> Self {
        self.body.environment_variables = environment_variables.into();
        self
    }

    /// Attachments of every new session.
    pub fn resources(mut self, resources: impl Into<Field<Vec<SessionResourceParams>>>) -> Self {
        self.body.resources = resources.into();
        self
    }

    /// Vaults whose credentials the run may use.
    pub fn vault_ids(mut self, vault_ids: impl Into<Field<Vec<String>>>) -> Self {
        self.body.vault_ids = vault_ids.into();
        self
    }

    /// Spending ceiling per session.
    pub fn budget(mut self, budget: impl Into<Field<BudgetParams>>) -> Self {
        self.body.budget = budget.into();
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

builder!(Create, json Deployment, |self| self.call.json(&self.body));

/// The call behind [`Deployments::list`].
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

    /// Only deployments of this agent.
    pub fn agent_id(mut self, agent_id: impl Into<String>) -> Self {
        let value: String = agent_id.into();
        self.call = self.call.query("agent_id", value);
        self
    }

    /// Only this state.
    pub fn status(mut self, status: impl Into<DeploymentStatus>) -> Self {
        let value: DeploymentStatus = status.into();
        self.call = self.call.query("status", value);
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

builder!(List, page Deployment, |self| self.call);

/// The call behind [`Deployments::retrieve`].
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

builder!(Retrieve, json Deployment, |self| self.call);

/// The call behind [`Deployments::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: DeploymentUpdateParams,
}

impl Update {
    /// Display name.
    pub fn name(mut self, name: impl Into<Field<String>>) -> Self {
        self.body.name = name.into();
        self
    }

    /// Agent ID, or a pinned version.
    pub fn agent(mut self, agent: impl Into<Field<AgentParam>>) -> Self {
        self.body.agent = agent.into();
        self
    }

    /// Environment ID, prefix `env_`.
    pub fn environment_id(mut self, environment_id: impl Into<Field<String>>) -> Self {
        self.body.environment_id = environment_id.into();
        self
    }

    /// Full replacement.
    pub fn initial_events(mut self, initial_events: impl Into<Field<Vec<InitialEvent>>>) -> Self {
        self.body.initial_events = initial_events.into();
        self
    }

    /// New schedule.
    pub fn schedule(mut self, schedule: impl Into<Field<ScheduleParams>>) -> Self {
        self.body.schedule = schedule.into();
        self
    }

    /// Free text describing the object.
    pub fn description(mut self, description: impl Into<Field<String>>) -> Self {
        self.body.description = description.into();
        self
    }

    /// New variables: `KEY=VALUE` pairs, or a mapping, which is sent as such lines.
    pub fn environment_variables(
        mut self,
        environment_variables: impl Into<Field<EnvironmentVariables>>,
    ) -> Self {
        self.body.environment_variables = environment_variables.into();
        self
    }

    /// Full replacement.
    pub fn resources(mut self, resources: impl Into<Field<Vec<SessionResourceParams>>>) -> Self {
        self.body.resources = resources.into();
        self
    }

    /// Vaults whose credentials the run may use.
    pub fn vault_ids(mut self, vault_ids: impl Into<Field<Vec<String>>>) -> Self {
        self.body.vault_ids = vault_ids.into();
        self
    }

    /// New ceiling.
    pub fn budget(mut self, budget: impl Into<Field<BudgetParams>>) -> Self {
        self.body.budget = budget.into();
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

builder!(Update, json Deployment, |self| self.call.json(&self.body));

/// The call behind [`Deployments::archive`].
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

builder!(Archive, json Deployment, |self| self.call);

/// The call behind [`Deployments::pause`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Pause {
    call: Call,
}

impl Pause {
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

builder!(Pause, json Deployment, |self| self.call);

/// The call behind [`Deployments::unpause`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Unpause {
    call: Call,
}

impl Unpause {
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

builder!(Unpause, json Deployment, |self| self.call);

/// The call behind [`Deployments::run`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Run {
    call: Call,
}

impl Run {
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

builder!(Run, json DeploymentRun, |self| self.call);

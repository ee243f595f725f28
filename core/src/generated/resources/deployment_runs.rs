// Generated from spec/ by codegen; edit the spec instead.

//! `deployment_runs`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{DeploymentRun, TriggerType};
use crate::model::Timestamp;

/// Runs across all deployments.
#[derive(Debug, Clone)]
pub struct DeploymentRuns {
    pub(crate) client: Client,
}

impl DeploymentRuns {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List runs across all deployments.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::DEPLOYMENT_RUNS_LIST) }
    }

    /// Fetch one run by its own ID.
    ///
    /// - `deployment_run_id`: Deployment run ID, prefix `drun_`.
    pub fn retrieve(&self, deployment_run_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::DEPLOYMENT_RUNS_RETRIEVE).path(deployment_run_id) }
    }
}

/// The call behind [`DeploymentRuns::list`].
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

    /// Only runs of this deployment.
    pub fn deployment_id(mut self, deployment_id: impl Into<String>) -> Self {
        let value: String = deployment_id.into();
        self.call = self.call.query("deployment_id", value);
        self
    }

    /// Only failed, or only successful, runs.
    pub fn has_error(mut self, has_error: bool) -> Self {
        self.call = self.call.query("has_error", has_error);
        self
    }

    /// Only runs started this way.
    pub fn trigger_type(mut self, trigger_type: impl Into<TriggerType>) -> Self {
        let value: TriggerType = trigger_type.into();
        self.call = self.call.query("trigger_type", value);
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

builder!(List, page DeploymentRun, |self| self.call);

/// The call behind [`DeploymentRuns::retrieve`].
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

builder!(Retrieve, json DeploymentRun, |self| self.call);

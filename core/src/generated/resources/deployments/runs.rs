// Generated from spec/ by codegen; edit the spec instead.

//! `deployments.runs`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::DeploymentRun;
use crate::model::Timestamp;

/// Runs of one deployment.
#[derive(Debug, Clone)]
pub struct Runs {
    pub(crate) client: Client,
}

impl Runs {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List the runs of one deployment.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    pub fn list(&self, deployment_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::DEPLOYMENTS_RUNS_LIST).path(deployment_id) }
    }

    /// Fetch one run of a deployment.
    ///
    /// - `deployment_id`: Deployment ID, prefix `dep_`.
    /// - `run_id`: Deployment run ID, prefix `drun_`.
    pub fn retrieve(&self, deployment_id: impl Into<String>, run_id: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::DEPLOYMENTS_RUNS_RETRIEVE).path(deployment_id).path(run_id),
        }
    }
}

/// The call behind [`Runs::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Only runs triggered after this time.
    pub fn triggered_after(mut self, triggered_after: impl Into<Timestamp>) -> Self {
        let value: Timestamp = triggered_after.into();
        self.call = self.call.query("triggered_after", value);
        self
    }

    /// Only runs triggered before this time.
    pub fn triggered_before(mut self, triggered_before: impl Into<Timestamp>) -> Self {
        let value: Timestamp = triggered_before.into();
        self.call = self.call.query("triggered_before", value);
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

/// The call behind [`Runs::retrieve`].
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

// Generated from spec/ by codegen; edit the spec instead.

//! `environments`

pub mod work;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    DeletedEnvironment, Environment, EnvironmentConfig, EnvironmentCreateParams, EnvironmentScope,
    EnvironmentUpdateParams,
};
use crate::model::{Field, Timestamp};
use std::collections::BTreeMap;

/// Sandboxes that sessions run in.
#[derive(Debug, Clone)]
pub struct Environments {
    pub(crate) client: Client,
}

impl Environments {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Work queue of a self-hosted environment.
    pub fn work(&self) -> work::WorkResource {
        work::WorkResource::new(&self.client)
    }

    /// Define a sandbox; it is usable at once and provisioned when a session starts.
    ///
    /// - `name`: Display name.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: `config` is present but null or empty.
    pub fn create(&self, name: impl Into<String>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::ENVIRONMENTS_CREATE),
            body: EnvironmentCreateParams { name: name.into(), ..Default::default() },
        }
    }

    /// List environments.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::ENVIRONMENTS_LIST) }
    }

    /// Fetch an environment.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    pub fn retrieve(&self, environment_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::ENVIRONMENTS_RETRIEVE).path(environment_id) }
    }

    /// Change an environment; `config` is replaced as a whole.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    pub fn update(&self, environment_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::ENVIRONMENTS_UPDATE).path(environment_id),
            body: EnvironmentUpdateParams { ..Default::default() },
        }
    }

    /// Delete an environment that no session refers to.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 409: A session, even a deleted one, still refers to it; archive instead (status inferred).
    pub fn delete(&self, environment_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::ENVIRONMENTS_DELETE).path(environment_id) }
    }

    /// Archive an environment so that no new session can use it.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    pub fn archive(&self, environment_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::ENVIRONMENTS_ARCHIVE).path(environment_id) }
    }
}

/// The call behind [`Environments::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: EnvironmentCreateParams,
}

impl Create {
    /// Free text describing the object.
    pub fn description(mut self, description: impl Into<Field<String>>) -> Self {
        self.body.description = description.into();
        self
    }

    /// Omit for a default cloud sandbox; null or {} is refused.
    pub fn config(mut self, config: impl Into<EnvironmentConfig>) -> Self {
        self.body.config = Some(config.into());
        self
    }

    /// Who may use it.
    pub fn scope(mut self, scope: impl Into<EnvironmentScope>) -> Self {
        self.body.scope = Some(scope.into());
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

builder!(Create, json Environment, |self| self.call.json(&self.body));

/// The call behind [`Environments::list`].
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

builder!(List, page Environment, |self| self.call);

/// The call behind [`Environments::retrieve`].
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

builder!(Retrieve, json Environment, |self| self.call);

/// The call behind [`Environments::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: EnvironmentUpdateParams,
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

    /// Replaces the stored configuration.
    pub fn config(mut self, config: impl Into<EnvironmentConfig>) -> Self {
        self.body.config = Some(config.into());
        self
    }

    /// Who may use it.
    pub fn scope(mut self, scope: impl Into<EnvironmentScope>) -> Self {
        self.body.scope = Some(scope.into());
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

builder!(Update, json Environment, |self| self.call.json(&self.body));

/// The call behind [`Environments::delete`].
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

builder!(Delete, json DeletedEnvironment, |self| self.call);

/// The call behind [`Environments::archive`].
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

builder!(Archive, json Environment, |self| self.call);

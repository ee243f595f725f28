// Generated from spec/ by codegen; edit the spec instead.

//! `vaults`

pub mod credentials;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{DeletedVault, Vault, VaultCreateParams};
use crate::model::Field;
use std::collections::BTreeMap;

/// Containers of credentials.
#[derive(Debug, Clone)]
pub struct Vaults {
    pub(crate) client: Client,
}

impl Vaults {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Secrets that sessions may use and nobody can read back.
    pub fn credentials(&self) -> credentials::Credentials {
        credentials::Credentials::new(&self.client)
    }

    /// Create a vault.
    ///
    /// - `display_name`: Human-readable label.
    pub fn create(&self, display_name: impl Into<String>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::VAULTS_CREATE),
            body: VaultCreateParams { display_name: display_name.into(), ..Default::default() },
        }
    }

    /// List vaults.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::VAULTS_LIST) }
    }

    /// Fetch a vault.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    pub fn retrieve(&self, vault_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::VAULTS_RETRIEVE).path(vault_id) }
    }

    /// Delete a vault with its credentials.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    pub fn delete(&self, vault_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::VAULTS_DELETE).path(vault_id) }
    }

    /// Archive a vault.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    pub fn archive(&self, vault_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::VAULTS_ARCHIVE).path(vault_id) }
    }
}

/// The call behind [`Vaults::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: VaultCreateParams,
}

impl Create {
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

builder!(Create, json Vault, |self| self.call.json(&self.body));

/// The call behind [`Vaults::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Also return archived items. Default false.
    pub fn include_archived(mut self, include_archived: bool) -> Self {
        self.call = self.call.query("include_archived", include_archived);
        self
    }

    /// Match on the label.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        let value: String = name.into();
        self.call = self.call.query("name", value);
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

builder!(List, page Vault, |self| self.call);

/// The call behind [`Vaults::retrieve`].
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

builder!(Retrieve, json Vault, |self| self.call);

/// The call behind [`Vaults::delete`].
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

builder!(Delete, json DeletedVault, |self| self.call);

/// The call behind [`Vaults::archive`].
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

builder!(Archive, json Vault, |self| self.call);

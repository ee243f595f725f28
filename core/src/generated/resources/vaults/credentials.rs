// Generated from spec/ by codegen; edit the spec instead.

//! `vaults.credentials`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    Credential, CredentialAuthParams, CredentialAuthUpdateParams, CredentialCreateParams,
    CredentialUpdateParams, CredentialValidation, DeletedCredential,
};
use crate::model::Field;
use std::collections::BTreeMap;

/// Secrets that sessions may use and nobody can read back.
#[derive(Debug, Clone)]
pub struct Credentials {
    pub(crate) client: Client,
}

impl Credentials {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Store a credential; its secret can never be read back.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    /// - `auth`: Kind and secret.
    pub fn create(&self, vault_id: impl Into<String>, auth: impl Into<CredentialAuthParams>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_CREATE).path(vault_id),
            body: CredentialCreateParams { auth: auth.into(), ..Default::default() },
        }
    }

    /// List the credentials of a vault without their secrets.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    pub fn list(&self, vault_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_LIST).path(vault_id) }
    }

    /// Fetch a credential without its secret.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    /// - `credential_id`: Credential ID, prefix `vcred_`.
    pub fn retrieve(&self, vault_id: impl Into<String>, credential_id: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_RETRIEVE)
                .path(vault_id)
                .path(credential_id),
        }
    }

    /// Rotate secrets or change metadata; nothing else can change.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    /// - `credential_id`: Credential ID, prefix `vcred_`.
    pub fn update(&self, vault_id: impl Into<String>, credential_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_UPDATE).path(vault_id).path(credential_id),
            body: CredentialUpdateParams { ..Default::default() },
        }
    }

    /// Delete a credential.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    /// - `credential_id`: Credential ID, prefix `vcred_`.
    pub fn delete(&self, vault_id: impl Into<String>, credential_id: impl Into<String>) -> Delete {
        Delete {
            call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_DELETE).path(vault_id).path(credential_id),
        }
    }

    /// Archive a credential.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    /// - `credential_id`: Credential ID, prefix `vcred_`.
    pub fn archive(&self, vault_id: impl Into<String>, credential_id: impl Into<String>) -> Archive {
        Archive {
            call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_ARCHIVE)
                .path(vault_id)
                .path(credential_id),
        }
    }

    /// Probe the MCP server with an OAuth credential, refreshing it if possible.
    ///
    /// - `vault_id`: Vault ID, prefix `vault_`.
    /// - `credential_id`: Credential ID, prefix `vcred_`.
    pub fn mcp_oauth_validate(
        &self,
        vault_id: impl Into<String>,
        credential_id: impl Into<String>,
    ) -> McpOauthValidate {
        McpOauthValidate {
            call: Call::new(&self.client, &ops::VAULTS_CREDENTIALS_MCP_OAUTH_VALIDATE)
                .path(vault_id)
                .path(credential_id),
        }
    }
}

/// The call behind [`Credentials::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: CredentialCreateParams,
}

impl Create {
    /// Human-readable label.
    pub fn display_name(mut self, display_name: impl Into<Field<String>>) -> Self {
        self.body.display_name = display_name.into();
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

builder!(Create, json Credential, |self| self.call.json(&self.body));

/// The call behind [`Credentials::list`].
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

builder!(List, page Credential, |self| self.call);

/// The call behind [`Credentials::retrieve`].
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

builder!(Retrieve, json Credential, |self| self.call);

/// The call behind [`Credentials::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: CredentialUpdateParams,
}

impl Update {
    /// New secret parts; the type must match.
    pub fn auth(mut self, auth: impl Into<CredentialAuthUpdateParams>) -> Self {
        self.body.auth = Some(auth.into());
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

builder!(Update, json Credential, |self| self.call.json(&self.body));

/// The call behind [`Credentials::delete`].
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

builder!(Delete, json DeletedCredential, |self| self.call);

/// The call behind [`Credentials::archive`].
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

builder!(Archive, json Credential, |self| self.call);

/// The call behind [`Credentials::mcp_oauth_validate`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct McpOauthValidate {
    call: Call,
}

impl McpOauthValidate {
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

builder!(McpOauthValidate, json CredentialValidation, |self| self.call);

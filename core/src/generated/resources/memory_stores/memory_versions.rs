// Generated from spec/ by codegen; edit the spec instead.

//! `memory_stores.memory_versions`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{MemoryOperation, MemoryVersion, MemoryView};
use crate::model::Timestamp;

/// Recorded changes of a memory store.
#[derive(Debug, Clone)]
pub struct MemoryVersions {
    pub(crate) client: Client,
}

impl MemoryVersions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List recorded changes of a store.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    pub fn list(&self, memory_store_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORY_VERSIONS_LIST).path(memory_store_id) }
    }

    /// Fetch one recorded change.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    /// - `memory_version_id`: Memory version ID, prefix `memver_`.
    pub fn retrieve(
        &self,
        memory_store_id: impl Into<String>,
        memory_version_id: impl Into<String>,
    ) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORY_VERSIONS_RETRIEVE)
                .path(memory_store_id)
                .path(memory_version_id),
        }
    }

    /// Erase the content of one recorded change for good.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    /// - `memory_version_id`: Memory version ID, prefix `memver_`.
    pub fn redact(&self, memory_store_id: impl Into<String>, memory_version_id: impl Into<String>) -> Redact {
        Redact {
            call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORY_VERSIONS_REDACT)
                .path(memory_store_id)
                .path(memory_version_id),
        }
    }
}

/// The call behind [`MemoryVersions::list`].
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

    /// `full` includes content, `basic` leaves it out. Default "basic".
    pub fn view(mut self, view: impl Into<MemoryView>) -> Self {
        let value: MemoryView = view.into();
        self.call = self.call.query("view", value);
        self
    }

    /// Only changes of this memory; works after it was deleted.
    pub fn memory_id(mut self, memory_id: impl Into<String>) -> Self {
        let value: String = memory_id.into();
        self.call = self.call.query("memory_id", value);
        self
    }

    /// Only this kind of change.
    pub fn operation(mut self, operation: impl Into<MemoryOperation>) -> Self {
        let value: MemoryOperation = operation.into();
        self.call = self.call.query("operation", value);
        self
    }

    /// Only changes made by this session.
    pub fn session_id(mut self, session_id: impl Into<String>) -> Self {
        let value: String = session_id.into();
        self.call = self.call.query("session_id", value);
        self
    }

    /// Only changes made with this key.
    pub fn api_key_id(mut self, api_key_id: impl Into<String>) -> Self {
        let value: String = api_key_id.into();
        self.call = self.call.query("api_key_id", value);
        self
    }

    /// Only changes made by this service account.
    pub fn service_account_id(mut self, service_account_id: impl Into<String>) -> Self {
        let value: String = service_account_id.into();
        self.call = self.call.query("service_account_id", value);
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

builder!(List, page MemoryVersion, |self| self.call);

/// The call behind [`MemoryVersions::retrieve`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Retrieve {
    call: Call,
}

impl Retrieve {
    /// `full` includes content, `basic` leaves it out. Default "basic".
    pub fn view(mut self, view: impl Into<MemoryView>) -> Self {
        let value: MemoryView = view.into();
        self.call = self.call.query("view", value);
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

builder!(Retrieve, json MemoryVersion, |self| self.call);

/// The call behind [`MemoryVersions::redact`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Redact {
    call: Call,
}

impl Redact {
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

builder!(Redact, json MemoryVersion, |self| self.call);

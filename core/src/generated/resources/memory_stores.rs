// Generated from spec/ by codegen; edit the spec instead.

//! `memory_stores`

pub mod memories;
pub mod memory_versions;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    DeletedMemoryStore, MemoryStore, MemoryStoreCreateParams, MemoryStoreUpdateParams,
};
use crate::model::{Field, Timestamp};
use std::collections::BTreeMap;

/// Long-term memory shared between sessions.
#[derive(Debug, Clone)]
pub struct MemoryStores {
    pub(crate) client: Client,
}

impl MemoryStores {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Entries of a memory store.
    pub fn memories(&self) -> memories::Memories {
        memories::Memories::new(&self.client)
    }

    /// Recorded changes of a memory store.
    pub fn memory_versions(&self) -> memory_versions::MemoryVersions {
        memory_versions::MemoryVersions::new(&self.client)
    }

    /// Create a memory store.
    ///
    /// - `name`: Display name.
    pub fn create(&self, name: impl Into<String>) -> Create {
        Create {
            call: Call::new(&self.client, &ops::MEMORY_STORES_CREATE),
            body: MemoryStoreCreateParams { name: name.into(), ..Default::default() },
        }
    }

    /// List memory stores.
    pub fn list(&self) -> List {
        List { call: Call::new(&self.client, &ops::MEMORY_STORES_LIST) }
    }

    /// Fetch a memory store.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    pub fn retrieve(&self, memory_store_id: impl Into<String>) -> Retrieve {
        Retrieve { call: Call::new(&self.client, &ops::MEMORY_STORES_RETRIEVE).path(memory_store_id) }
    }

    /// Change name, description or metadata of a store.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    pub fn update(&self, memory_store_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::MEMORY_STORES_UPDATE).path(memory_store_id),
            body: MemoryStoreUpdateParams { ..Default::default() },
        }
    }

    /// Delete a store with all its memories.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    pub fn delete(&self, memory_store_id: impl Into<String>) -> Delete {
        Delete { call: Call::new(&self.client, &ops::MEMORY_STORES_DELETE).path(memory_store_id) }
    }

    /// Archive a store.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    pub fn archive(&self, memory_store_id: impl Into<String>) -> Archive {
        Archive { call: Call::new(&self.client, &ops::MEMORY_STORES_ARCHIVE).path(memory_store_id) }
    }
}

/// The call behind [`MemoryStores::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: MemoryStoreCreateParams,
}

impl Create {
    /// Tell the agent what is inside and when to look.
    pub fn description(mut self, description: impl Into<Field<String>>) -> Self {
        self.body.description = description.into();
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

builder!(Create, json MemoryStore, |self| self.call.json(&self.body));

/// The call behind [`MemoryStores::list`].
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

    /// Match on the name.
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

builder!(List, page MemoryStore, |self| self.call);

/// The call behind [`MemoryStores::retrieve`].
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

builder!(Retrieve, json MemoryStore, |self| self.call);

/// The call behind [`MemoryStores::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: MemoryStoreUpdateParams,
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

builder!(Update, json MemoryStore, |self| self.call.json(&self.body));

/// The call behind [`MemoryStores::delete`].
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

builder!(Delete, json DeletedMemoryStore, |self| self.call);

/// The call behind [`MemoryStores::archive`].
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

builder!(Archive, json MemoryStore, |self| self.call);

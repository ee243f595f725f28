// Generated from spec/ by codegen; edit the spec instead.

//! `memory_stores.memories`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    DeletedMemory, Memory, MemoryCreateParams, MemoryListItem, MemoryUpdateParams, MemoryView,
};
use crate::model::Field;
use std::collections::BTreeMap;

/// Entries of a memory store.
#[derive(Debug, Clone)]
pub struct Memories {
    pub(crate) client: Client,
}

impl Memories {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Write a new memory at a path.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    /// - `path`: Where to store it; must be free.
    /// - `content`: UTF-8 text.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 409: The path is taken.
    pub fn create(
        &self,
        memory_store_id: impl Into<String>,
        path: impl Into<String>,
        content: impl Into<String>,
    ) -> Create {
        Create {
            call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORIES_CREATE).path(memory_store_id),
            body: MemoryCreateParams { path: path.into(), content: content.into(), ..Default::default() },
        }
    }

    /// List memories, like a directory or recursively.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    pub fn list(&self, memory_store_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORIES_LIST).path(memory_store_id) }
    }

    /// Fetch a memory.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    /// - `memory_id`: Memory ID, prefix `mem_`.
    pub fn retrieve(&self, memory_store_id: impl Into<String>, memory_id: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORIES_RETRIEVE)
                .path(memory_store_id)
                .path(memory_id),
        }
    }

    /// Change a memory's content, path or metadata.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    /// - `memory_id`: Memory ID, prefix `mem_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 409: The content hash no longer matches, or the new path is taken.
    /// - 412: The content hash no longer matches.
    pub fn update(&self, memory_store_id: impl Into<String>, memory_id: impl Into<String>) -> Update {
        Update {
            call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORIES_UPDATE)
                .path(memory_store_id)
                .path(memory_id),
            body: MemoryUpdateParams { ..Default::default() },
        }
    }

    /// Delete a memory; its versions remain.
    ///
    /// - `memory_store_id`: Memory store ID, prefix `memstore_`.
    /// - `memory_id`: Memory ID, prefix `mem_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 409: The content hash no longer matches (status inferred).
    pub fn delete(&self, memory_store_id: impl Into<String>, memory_id: impl Into<String>) -> Delete {
        Delete {
            call: Call::new(&self.client, &ops::MEMORY_STORES_MEMORIES_DELETE)
                .path(memory_store_id)
                .path(memory_id),
        }
    }
}

/// The call behind [`Memories::create`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Create {
    call: Call,
    body: MemoryCreateParams,
}

impl Create {
    /// Caller-owned string pairs; the service does not interpret them.
    pub fn metadata(mut self, metadata: impl Into<Field<BTreeMap<String, String>>>) -> Self {
        self.body.metadata = metadata.into();
        self
    }

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

builder!(Create, json Memory, |self| self.call.json(&self.body));

/// The call behind [`Memories::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// `full` includes content, `basic` leaves it out. Default "basic".
    pub fn view(mut self, view: impl Into<MemoryView>) -> Self {
        let value: MemoryView = view.into();
        self.call = self.call.query("view", value);
        self
    }

    /// Only below this path; ends with `/`.
    pub fn path_prefix(mut self, path_prefix: impl Into<String>) -> Self {
        let value: String = path_prefix.into();
        self.call = self.call.query("path_prefix", value);
        self
    }

    /// 1 lists one level and rolls deeper entries up into prefixes; 0 or omitted lists everything. From 0 to
    /// 1.
    pub fn depth(mut self, depth: i64) -> Self {
        self.call = self.call.query("depth", depth);
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

builder!(List, page MemoryListItem, |self| self.call);

/// The call behind [`Memories::retrieve`].
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

builder!(Retrieve, json Memory, |self| self.call);

/// The call behind [`Memories::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: MemoryUpdateParams,
}

impl Update {
    /// New text.
    pub fn content(mut self, content: impl Into<Field<String>>) -> Self {
        self.body.content = content.into();
        self
    }

    /// New path.
    pub fn path(mut self, path: impl Into<Field<String>>) -> Self {
        self.body.path = path.into();
        self
    }

    /// Change only if the current content still has this hash.
    pub fn content_sha256(mut self, content_sha256: impl Into<Field<String>>) -> Self {
        self.body.content_sha256 = content_sha256.into();
        self
    }

    /// Merged by key; null deletes a key.
    pub fn metadata(mut self, metadata: impl Into<Field<BTreeMap<String, Option<String>>>>) -> Self {
        self.body.metadata = metadata.into();
        self
    }

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

builder!(Update, json Memory, |self| self.call.json(&self.body));

/// The call behind [`Memories::delete`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Delete {
    call: Call,
}

impl Delete {
    /// Delete only if the content still has this hash.
    pub fn expected_content_sha256(mut self, expected_content_sha256: impl Into<String>) -> Self {
        let value: String = expected_content_sha256.into();
        self.call = self.call.query("expected_content_sha256", value);
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

builder!(Delete, json DeletedMemory, |self| self.call);

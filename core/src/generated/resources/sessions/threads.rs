// Generated from spec/ by codegen; edit the spec instead.

//! `sessions.threads`

pub mod events;

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::SessionThread;

/// Threads of a multi-agent session.
#[derive(Debug, Clone)]
pub struct Threads {
    pub(crate) client: Client,
}

impl Threads {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Events of one thread.
    pub fn events(&self) -> events::Events {
        events::Events::new(&self.client)
    }

    /// List the threads of a multi-agent session.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn list(&self, session_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::SESSIONS_THREADS_LIST).path(session_id) }
    }

    /// Fetch one thread.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `thread_id`: Thread ID, prefix `sthr_`.
    pub fn retrieve(&self, session_id: impl Into<String>, thread_id: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::SESSIONS_THREADS_RETRIEVE).path(session_id).path(thread_id),
        }
    }

    /// Archive a child thread.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `thread_id`: Thread ID, prefix `sthr_`.
    pub fn archive(&self, session_id: impl Into<String>, thread_id: impl Into<String>) -> Archive {
        Archive {
            call: Call::new(&self.client, &ops::SESSIONS_THREADS_ARCHIVE).path(session_id).path(thread_id),
        }
    }
}

/// The call behind [`Threads::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
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

builder!(List, page SessionThread, |self| self.call);

/// The call behind [`Threads::retrieve`].
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

builder!(Retrieve, json SessionThread, |self| self.call);

/// The call behind [`Threads::archive`].
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

builder!(Archive, json SessionThread, |self| self.call);

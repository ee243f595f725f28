// Generated from spec/ by codegen; edit the spec instead.

//! `sessions.threads.events`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{DeltaEventType, SessionEvent, SessionStreamEvent};

/// Events of one thread.
#[derive(Debug, Clone)]
pub struct Events {
    pub(crate) client: Client,
}

impl Events {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Read the event history of one thread.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `thread_id`: Thread ID, prefix `sthr_`.
    pub fn list(&self, session_id: impl Into<String>, thread_id: impl Into<String>) -> List {
        List {
            call: Call::new(&self.client, &ops::SESSIONS_THREADS_EVENTS_LIST)
                .path(session_id)
                .path(thread_id),
        }
    }

    /// Follow one thread live over server-sent events.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `thread_id`: Thread ID, prefix `sthr_`.
    pub fn stream(&self, session_id: impl Into<String>, thread_id: impl Into<String>) -> Stream {
        Stream {
            call: Call::new(&self.client, &ops::SESSIONS_THREADS_EVENTS_STREAM)
                .path(session_id)
                .path(thread_id),
        }
    }
}

/// The call behind [`Events::list`].
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

builder!(List, page SessionEvent, |self| self.call);

/// The call behind [`Events::stream`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Stream {
    call: Call,
}

impl Stream {
    /// Incremental frames; see the notes.
    pub fn event_deltas(mut self, event_deltas: impl IntoIterator<Item = impl Into<DeltaEventType>>) -> Self {
        for value in event_deltas {
            let value: DeltaEventType = value.into();
            self.call = self.call.query("event_deltas[]", value);
        }
        self
    }

    /// Resume after this event ID.
    pub fn last_event_id(mut self, last_event_id: impl Into<String>) -> Self {
        self.call = self.call.header("Last-Event-ID", last_event_id);
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

builder!(Stream, events SessionStreamEvent, |self| self.call);

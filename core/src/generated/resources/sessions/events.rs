// Generated from spec/ by codegen; edit the spec instead.

//! `sessions.events`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{
    DeltaEventType, EventParams, EventSendParams, EventSendResponse, SessionEvent, SessionStreamEvent,
    SortOrder,
};
use crate::model::Timestamp;

/// What is said and done in a session: send, read back, follow live.
#[derive(Debug, Clone)]
pub struct Events {
    pub(crate) client: Client,
}

impl Events {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Send client events to a session.
    ///
    /// Accepted asynchronously. Events must be wrapped in an array even when there is only one.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    /// - `events`: Events in order. At most one system.message, and only as the last.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: A bare event, or message content given as a plain string.
    pub fn send(
        &self,
        session_id: impl Into<String>,
        events: impl IntoIterator<Item = impl Into<EventParams>>,
    ) -> Send {
        Send {
            call: Call::new(&self.client, &ops::SESSIONS_EVENTS_SEND).path(session_id),
            body: EventSendParams {
                events: events.into_iter().map(Into::into).collect(),
                extra: Default::default(),
            },
        }
    }

    /// Read the buffered event history.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn list(&self, session_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::SESSIONS_EVENTS_LIST).path(session_id) }
    }

    /// Follow a session live over server-sent events.
    ///
    /// Starts at the present unless Last-Event-ID is sent. Ends on session.status_terminated or
    /// session.deleted.
    ///
    /// - `session_id`: Session ID, prefix `sess_`.
    pub fn stream(&self, session_id: impl Into<String>) -> Stream {
        Stream { call: Call::new(&self.client, &ops::SESSIONS_EVENTS_STREAM).path(session_id) }
    }
}

/// The call behind [`Events::send`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Send {
    call: Call,
    body: EventSendParams,
}

impl Send {
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

builder!(Send, json EventSendResponse, |self| self.call.json(&self.body));

/// The call behind [`Events::list`].
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

    /// Sort direction by creation time.
    pub fn order(mut self, order: impl Into<SortOrder>) -> Self {
        let value: SortOrder = order.into();
        self.call = self.call.query("order", value);
        self
    }

    /// Only these event types; repeat the parameter.
    pub fn types(mut self, types: impl IntoIterator<Item = impl Into<String>>) -> Self {
        for value in types {
            let value: String = value.into();
            self.call = self.call.query("types[]", value);
        }
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

builder!(List, page SessionEvent, |self| self.call);

/// The call behind [`Events::stream`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Stream {
    call: Call,
}

impl Stream {
    /// Ask for incremental frames on this connection; repeat the parameter.
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

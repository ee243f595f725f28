//! Event streams with typed events.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;

use crate::{call::Call, error::Result, events::Events};

/// Events of a session as they happen; it ends when the session does.
///
/// Heartbeats are not events and do not show. The memory it takes is bounded: a reader that is slow makes the server
/// wait. Dropping it closes the connection.
pub struct EventStream<T> {
    events: Events,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> EventStream<T> {
    /// The next event; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T>> {
        let frame = self.events.next_frame().await?;
        Some(frame.and_then(|frame| frame.json()))
    }

    /// The ID to resume after: that of the last event read.
    pub fn last_event_id(&self) -> Option<&str> {
        self.events.last_event_id()
    }

    /// The stream without its types.
    pub fn into_raw(self) -> Events {
        self.events
    }
}

impl Call {
    pub(crate) async fn event_stream<T: DeserializeOwned>(self) -> Result<EventStream<T>> {
        Ok(EventStream { events: self.events().await?, item: PhantomData })
    }
}

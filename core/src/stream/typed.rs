//! Event streams with typed events.

use std::collections::VecDeque;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;

use crate::call::Call;
use crate::error::Result;
use crate::procedure::decoded;
use crate::stream::events::{Batch, Events};
use crate::types::MessageUpdate;

/// Events of a session as they happen; it ends when the session does.
///
/// Heartbeats are not events and do not show. The memory it takes is bounded: a reader that is slow makes the server
/// wait. Dropping it closes the connection.
pub struct EventStream<T> {
    events: Events,
    updates: VecDeque<MessageUpdate>,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> EventStream<T> {
    /// The next event; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T>> {
        let frame = self.events.next_frame().await?;
        Some(frame.and_then(|frame| frame.json()))
    }

    /// How a message of the agent has grown next, other events passed over; `None` after the last one. Messages grow
    /// piece by piece on streams opened with `event_deltas`, and appear whole on others.
    pub async fn next_update(&mut self) -> Option<Result<MessageUpdate>> {
        while self.updates.is_empty() {
            let read = |batch: Batch| -> Result<Vec<MessageUpdate>> { decoded("an update", &batch.json) };
            match self.events.next_updates(Events::MAX_BATCH).await?.and_then(read) {
                Ok(updates) => self.updates = updates.into(),
                Err(error) => return Some(Err(error)),
            }
        }
        self.updates.pop_front().map(Ok)
    }

    /// The next piece of text of the agent's messages; `None` after the last one. See [`next_update`](Self::next_update).
    pub async fn next_text(&mut self) -> Option<Result<String>> {
        loop {
            match self.next_update().await? {
                Ok(update) if update.text.is_empty() => {}
                next => return Some(next.map(|update| update.text)),
            }
        }
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
        Ok(EventStream { events: self.events().await?, updates: VecDeque::new(), item: PhantomData })
    }
}

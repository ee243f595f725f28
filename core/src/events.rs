//! The plain event stream.

use bytes::Bytes;

use crate::error::Result;
use crate::streaming::Streaming;

/// Events as they come. Dropping it closes the connection.
#[derive(Debug)]
pub struct Events {
    pub(crate) streaming: Streaming,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFrame {
    /// The type of the event, for example `agent.message`.
    pub event: String,
    /// The id of its frame; deltas share the id of the event they belong to.
    pub id: Option<String>,
    /// The event as JSON, with `id` and `type` filled in from the frame where they were missing.
    pub data: Bytes,
}

/// Several events, ready to be parsed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// A JSON array of events.
    pub json: Bytes,
    /// How many there are; at least one.
    pub count: usize,
    /// The id of the last one.
    pub last_event_id: Option<String>,
}

impl Events {
    /// The largest batch that [`next_batch`](Self::next_batch) makes of several events.
    pub const MAX_BATCH: usize = 256 * 1024;

    /// The next event; `None` when the server has ended the stream. May be cancelled without loss.
    pub async fn next_frame(&mut self) -> Option<Result<EventFrame>> {
        None
    }

    /// The events that are ready now, at least one, in at most `max_bytes` unless a single one is larger.
    pub async fn next_batch(&mut self, max_bytes: usize) -> Option<Result<Batch>> {
        let _ = max_bytes;
        None
    }

    /// The id of the last event returned, to resume after.
    pub fn last_event_id(&self) -> Option<&str> {
        None
    }

    /// The answer that carries the stream: status, headers, request id.
    pub fn response(&self) -> &Streaming {
        &self.streaming
    }
}

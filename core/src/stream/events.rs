//! Event streams as callers read them: event by event, or in batches.

use std::collections::VecDeque;

use bytes::{BufMut, Bytes, BytesMut};
use futures_util::FutureExt;

use crate::client::Client;
use crate::error::Result;
use crate::operation::Operation;
use crate::request::Request;
use crate::stream::connection::{Broken, Connection};
use crate::stream::frame::EventFrame;
use crate::stream::messages::{Messages, UpdateList};
use crate::stream::resume::Resumed;
use crate::transport::streaming::Streaming;

/// Events of a session as they happen. Dropping it closes the connection; a slow reader slows the server.
///
/// It outlives its connections unless [`CallOptions::resume`](crate::CallOptions::resume) is off: see
/// [`next_frame`](Self::next_frame).
#[derive(Debug)]
pub struct Events {
    source: Source,
    operation: &'static Operation,
    last_event_id: Option<String>,
    /// Read already, but not returned: what did not fit into the last batch, and what ended it.
    ready: VecDeque<Result<EventFrame>>,
    messages: Messages,
    ended: bool,
}

#[derive(Debug)]
enum Source {
    /// One connection; its end is the end.
    Plain(Box<Connection>),
    Resumed(Box<Resumed>),
}

/// Several events, ready to be parsed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// A JSON array of events.
    pub json: Bytes,
    /// How many there are; at least one.
    pub count: usize,
    /// The id of the last event that had one, to resume after.
    pub last_event_id: Option<String>,
}

impl Batch {
    /// `None` of no events.
    pub(crate) fn of(frames: &[EventFrame]) -> Option<Self> {
        let mut json =
            BytesMut::with_capacity(frames.iter().map(|frame| frame.data().len() + 1).sum::<usize>() + 1);
        for frame in frames {
            json.put_u8(if json.is_empty() { b'[' } else { b',' });
            json.put_slice(frame.data());
        }
        json.put_u8(b']');
        let last = frames.iter().rev().find_map(EventFrame::id).map(str::to_owned);
        (!frames.is_empty()).then(|| Batch { json: json.freeze(), count: frames.len(), last_event_id: last })
    }
}

impl Client {
    /// Opens an event stream.
    ///
    /// # Errors
    /// As [`open`](Client::open), and [`Error::is_decode`](crate::Error::is_decode) when the answer is not an event stream.
    pub async fn events(&self, request: Request) -> Result<Events> {
        let operation = request.operation;
        let source = if request.options.resume.unwrap_or(true) {
            Source::Resumed(Box::new(Resumed::open(self, request).await?))
        } else {
            Source::Plain(Box::new(Connection::open(self, request).await?))
        };
        Ok(Events {
            source,
            operation,
            last_event_id: None,
            ready: VecDeque::new(),
            messages: Messages::default(),
            ended: false,
        })
    }
}

impl Events {
    /// No batch of several events is larger.
    pub const MAX_BATCH: usize = 256 * 1024;

    /// The next event; `None` after the server has ended the stream, or after an error. May be cancelled without
    /// loss.
    ///
    /// A connection that is cut, reset or silent beyond `heartbeat_timeout` is replaced by another that goes on after the
    /// last event: no buffered event is lost or comes twice, and a message in progress goes on where it broke. Ten
    /// attempts without an event in between are the end; so are 401, 403, a session that is gone, and an error that the
    /// server reports. Without `resume`, every cut is: an error that [`Error::is_stream`](crate::Error::is_stream), or [`Error::is_timeout`](crate::Error::is_timeout).
    /// Errors know the last event's id.
    pub async fn next_frame(&mut self) -> Option<Result<EventFrame>> {
        let next = match self.at_hand() {
            Some(ready) => ready,
            None => self.read().await?,
        };
        Some(self.returned(next))
    }

    /// The events that are ready now, at least one, in at most `max_bytes` (and [`MAX_BATCH`](Self::MAX_BATCH))
    /// unless a single one is larger. As [`next_frame`](Self::next_frame) otherwise.
    pub async fn next_batch(&mut self, max_bytes: usize) -> Option<Result<Batch>> {
        let limit = max_bytes.min(Self::MAX_BATCH);
        let first = match self.next_frame().await? {
            Ok(frame) => frame,
            Err(error) => return Some(Err(error)),
        };
        let whole = first.data().len() + 2;
        let mut json = BytesMut::with_capacity(whole.max(limit.min(whole + self.waiting())));
        json.put_u8(b'[');
        json.put_slice(first.data());
        let mut count = 1;
        while let Some(next) = self.ready_now() {
            match next {
                Ok(frame) if json.len() + frame.data().len() + 2 <= limit => {
                    json.put_u8(b',');
                    json.put_slice(frame.data());
                    count += 1;
                    let _ = self.returned(Ok(frame));
                }
                too_much => {
                    self.ready.push_front(too_much);
                    break;
                }
            }
        }
        json.put_u8(b']');
        let last_event_id = self.last_event_id().map(str::to_owned);
        Some(Ok(Batch { json: json.freeze(), count, last_event_id }))
    }

    /// How messages of the agent have grown, as a JSON array of `MessageUpdate`s; other events are passed over. As
    /// [`next_batch`](Self::next_batch) otherwise.
    ///
    /// Messages grow piece by piece on streams opened with `event_deltas`, and appear whole on others. Per message and
    /// content block: append `text`, and drop what came before first where an update `replaces`.
    pub async fn next_updates(&mut self, max_bytes: usize) -> Option<Result<Batch>> {
        let limit = max_bytes.min(Self::MAX_BATCH);
        let mut updates = UpdateList::default();
        while updates.count == 0 {
            let frame = match self.next_frame().await? {
                Ok(frame) => frame,
                Err(error) => return Some(Err(error)),
            };
            // An update is hardly ever larger than its event.
            updates.reserve(limit.min(frame.data().len() + self.waiting()));
            self.messages.take(&frame, |update| updates.push(&update));
        }
        while updates.len() < limit {
            match self.ready_now() {
                Some(Ok(frame)) => {
                    self.messages.take(&frame, |update| updates.push(&update));
                    let _ = self.returned(Ok(frame));
                }
                Some(error) => {
                    self.ready.push_front(error);
                    break;
                }
                None => break,
            }
        }
        Some(Ok(updates.batch(self.last_event_id())))
    }

    /// The events that are ready now, at least one, of at most about so many bytes. As
    /// [`next_batch`](Self::next_batch) otherwise.
    pub(crate) async fn next_frames(&mut self, max_bytes: usize) -> Option<Result<Vec<EventFrame>>> {
        let first = match self.next_frame().await? {
            Ok(frame) => frame,
            Err(error) => return Some(Err(error)),
        };
        let mut size = first.data().len();
        let mut frames = vec![first];
        while size < max_bytes {
            match self.ready_now() {
                Some(Ok(frame)) => {
                    size += frame.data().len();
                    frames.extend(self.returned(Ok(frame)));
                }
                Some(error) => {
                    self.ready.push_front(error);
                    break;
                }
                None => break,
            }
        }
        Some(Ok(frames))
    }

    /// The id of the last event returned, to resume after.
    pub fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_deref()
    }

    /// The answer that opened the latest connection: status, headers, request id.
    pub fn response(&self) -> &Streaming {
        match &self.source {
            Source::Plain(connection) => &connection.streaming,
            Source::Resumed(resumed) => resumed.response(),
        }
    }

    /// The size of what has arrived and not been read: no smaller than the events in it.
    fn waiting(&self) -> usize {
        match &self.source {
            Source::Plain(connection) => connection.left(),
            Source::Resumed(resumed) => resumed.left(),
        }
    }

    fn ready_now(&mut self) -> Option<Result<EventFrame>> {
        self.at_hand().or_else(|| self.read().now_or_never().flatten())
    }

    /// What takes no waiting. Most events come several to a chunk, and a future for each would cost more than they do.
    fn at_hand(&mut self) -> Option<Result<EventFrame>> {
        if self.ended || !self.ready.is_empty() {
            return self.ready.pop_front();
        }
        let frame = match &mut self.source {
            Source::Plain(connection) => connection.ready_event(),
            Source::Resumed(resumed) => resumed.ready(),
        };
        frame.map(Ok)
    }

    /// Remembers what the caller has seen, so that an error can say it.
    fn returned(&mut self, next: Result<EventFrame>) -> Result<EventFrame> {
        match next {
            Ok(frame) => {
                // Pieces of a message share their ID: comparing is cheaper than reading and copying it.
                if frame.id_bytes() != self.last_event_id.as_deref().map(str::as_bytes)
                    && let Some(id) = frame.id()
                {
                    self.last_event_id = Some(id.to_owned());
                }
                Ok(frame)
            }
            Err(error) => Err(error
                .of(self.operation)
                .at(self.operation.method.as_str(), self.response().url())
                .with_last_event_id(self.last_event_id())),
        }
    }

    /// Reads until there is an event. May be cancelled without loss, as its sources may.
    async fn read(&mut self) -> Option<Result<EventFrame>> {
        if self.ended {
            return None;
        }
        let next = match &mut self.source {
            Source::Plain(connection) => connection.next().await.map(|next| next.map_err(Broken::into_error)),
            Source::Resumed(resumed) => resumed.next().await,
        };
        self.ended = !matches!(next, Some(Ok(_)));
        next
    }
}

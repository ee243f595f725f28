//! Server-sent events: a reader of a timeline that turns it into frames.

use std::future::Future as _;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{BufMut as _, Bytes, BytesMut};
use tokio::time::{Instant, Sleep};

use crate::faults::{Action, Heartbeat};
use crate::reply::Failure;
use crate::timeline::{Seen, SharedTimeline, Slot, Timeline};

/// Frames are sent together up to this size.
const CHUNK: usize = 16 * 1024;

/// A stream as a handler grants it.
pub(crate) struct Subscription {
    pub(crate) timeline: SharedTimeline,
    /// The child thread whose events are wanted; none for the whole session.
    pub(crate) thread: Option<String>,
    pub(crate) message_deltas: bool,
    pub(crate) thinking_deltas: bool,
    place: usize,
    piece: usize,
    /// Messages complete before this place are given as they are, without their pieces.
    settled: usize,
}

impl Subscription {
    /// Starts at the tail, or after the event the caller saw last.
    pub(crate) fn open(
        timeline: SharedTimeline,
        thread: Option<String>,
        deltas: &[&str],
        last_event_id: Option<&str>,
    ) -> Result<Self, Failure> {
        let (place, piece, settled) = {
            let line = timeline.borrow();
            let settled = line.settled();
            match last_event_id {
                // From now on: of a message being written, what is still to come.
                None => (settled, line.slots().get(settled).map_or(0, |slot| slot.pieces.len()), settled),
                Some(id) => {
                    let place = line.place(id).ok_or_else(|| {
                        Failure::at("Last-Event-ID", format!("'{id}' is not an event of this session."))
                    })?;
                    let slot = &line.slots()[place];
                    if slot.writing { (place, slot.pieces.len(), settled) } else { (place + 1, 0, settled) }
                }
            }
        };
        Ok(Self {
            timeline,
            thread,
            message_deltas: deltas.contains(&"agent.message"),
            thinking_deltas: deltas.contains(&"agent.thinking"),
            place,
            piece,
            settled,
        })
    }

    fn shows(&self, slot: &Slot) -> bool {
        match (&self.thread, &slot.seen) {
            (None, Seen::Session | Seen::Both(_)) => true,
            (Some(thread), Seen::Thread(seen) | Seen::Both(seen)) => **thread == **seen,
            _ => false,
        }
    }

    /// What of a message's pieces this stream shows, as a range to read up to.
    fn pieces_of(&self, slot: &Slot) -> usize {
        match slot.kind.as_str() {
            "agent.message" if self.message_deltas => slot.pieces.len(),
            "agent.thinking" if self.thinking_deltas => slot.pieces.len().min(1),
            _ => 0,
        }
    }

    /// Writes the next frame; false when there is none yet.
    fn next_frame(&mut self, line: &Timeline, out: &mut BytesMut) -> bool {
        while let Some(slot) = line.slots().get(self.place) {
            if !self.shows(slot) {
                self.step();
                continue;
            }
            let whole = !slot.writing && self.place < self.settled && self.piece == 0;
            if !whole && self.piece < self.pieces_of(slot) {
                let name = if self.piece == 0 { "event_start" } else { "event_delta" };
                frame(out, &slot.id, name, &slot.pieces[self.piece]);
                self.piece += 1;
                return true;
            }
            if slot.writing {
                return false;
            }
            if let Some(json) = &slot.json {
                frame(out, &slot.id, &slot.kind, json);
                self.step();
                return true;
            }
            self.step();
        }
        false
    }

    fn step(&mut self) {
        self.place += 1;
        self.piece = 0;
    }

    /// Goes back over so many events, as a server does that replays.
    fn rewind(&mut self, events: usize) {
        if events > 0 {
            self.place = self.place.saturating_sub(events);
            self.piece = 0;
        }
    }
}

fn frame(out: &mut BytesMut, id: &str, name: &str, data: &[u8]) {
    out.reserve(id.len() + name.len() + data.len() + 24);
    for part in [b"id: ", id.as_bytes(), b"\nevent: ", name.as_bytes(), b"\ndata: ", data, b"\n\n"] {
        out.put_slice(part);
    }
}

/// How a stream goes on after a chunk.
pub(crate) enum Next {
    Chunk(Bytes),
    End,
    /// The emulator was told to break the connection here.
    Break,
}

/// A stream on its way to a caller.
pub(crate) struct Frames {
    subscription: Subscription,
    reader: u64,
    faults: Action,
    /// Frames, and bytes of them.
    sent: usize,
    bytes: usize,
    ending: Option<bool>,
    beat: Option<(Pin<Box<Sleep>>, Duration, Heartbeat)>,
    beats_seen: u64,
    beats: std::rc::Rc<std::cell::Cell<u64>>,
    rest: BytesMut,
}

impl Frames {
    pub(crate) fn new(
        mut subscription: Subscription,
        faults: Action,
        every: Option<Duration>,
        beats: std::rc::Rc<std::cell::Cell<u64>>,
    ) -> Self {
        subscription.rewind(faults.replay_stream);
        let spelling = faults.heartbeat.unwrap_or_default();
        let beat = every
            .filter(|_| spelling != Heartbeat::None)
            .map(|every| (Box::pin(tokio::time::sleep(every)), every, spelling));
        let reader = subscription.timeline.borrow_mut().add_reader(subscription.place);
        let beats_seen = beats.get();
        Self {
            subscription,
            reader,
            faults,
            sent: 0,
            bytes: 0,
            ending: None,
            beat,
            beats_seen,
            beats,
            rest: BytesMut::new(),
        }
    }

    pub(crate) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Next> {
        if !self.rest.is_empty() {
            return Poll::Ready(self.piece_of_rest().map_or(Next::Break, Next::Chunk));
        }
        if let Some(broken) = self.ending {
            return Poll::Ready(if broken { Next::Break } else { Next::End });
        }
        let mut chunk = BytesMut::new();
        let shared = std::rc::Rc::clone(&self.subscription.timeline);
        {
            let line = shared.borrow();
            while chunk.len() < CHUNK && !self.ends_here(&mut chunk) {
                if !self.subscription.next_frame(&line, &mut chunk) {
                    break;
                }
                self.sent += 1;
            }
        }
        let mut line = shared.borrow_mut();
        line.move_reader(self.reader, self.subscription.place);
        if chunk.is_empty() && self.ending.is_none() {
            if line.is_closed() {
                return Poll::Ready(Next::End);
            }
            line.wait(cx.waker());
            drop(line);
            return self.poll_heartbeat(cx);
        }
        drop(line);
        self.rest = chunk;
        self.poll_next(cx)
    }

    /// What of the rest goes out at once; `None` when the connection is to break here.
    fn piece_of_rest(&mut self) -> Option<Bytes> {
        let most = self.faults.split_frames.filter(|size| *size > 0).unwrap_or(usize::MAX);
        let left = self.faults.drop_stream_after_bytes.map_or(usize::MAX, |limit| limit - self.bytes);
        let size = self.rest.len().min(most).min(left);
        self.bytes += size;
        (size > 0).then(|| self.rest.split_to(size).freeze())
    }

    /// Whether a fault ends the stream before the next frame.
    fn ends_here(&mut self, chunk: &mut BytesMut) -> bool {
        if self.ending.is_some() {
            return true;
        }
        let reached = |limit: Option<usize>| limit.is_some_and(|limit| self.sent >= limit);
        if reached(self.faults.drop_stream_after) {
            self.ending = Some(true);
        } else if reached(self.faults.end_stream_after) {
            self.ending = Some(false);
        } else if reached(self.faults.done_after) {
            chunk.put_slice(b"data: [DONE]\n\n");
            self.ending = Some(false);
        } else if reached(self.faults.error_frame.as_ref().map(|fault| fault.after)) {
            if let Some(fault) = &self.faults.error_frame {
                let data = serde_json::json!({ "type": "error", "error": fault.error });
                chunk.put_slice(format!("event: error\ndata: {data}\n\n").as_bytes());
            }
            self.ending = Some(false);
        }
        self.ending.is_some()
    }

    fn poll_heartbeat(&mut self, cx: &mut Context<'_>) -> Poll<Next> {
        let asked = self.beats.get() > self.beats_seen;
        self.beats_seen = self.beats.get();
        let Some((sleep, every, spelling)) = &mut self.beat else { return Poll::Pending };
        if !asked && sleep.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        sleep.as_mut().reset(Instant::now() + *every);
        let text: &'static [u8] = match spelling {
            Heartbeat::Event => b"event: heartbeat\ndata: {}\n\n",
            Heartbeat::Ping => b"event: ping\ndata: {}\n\n",
            Heartbeat::Comment | Heartbeat::None => b": heartbeat\n\n",
        };
        Poll::Ready(Next::Chunk(Bytes::from_static(text)))
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.subscription.timeline.borrow_mut().remove_reader(self.reader);
    }
}

//! Reads an event stream ahead of JavaScript, within bounds, so that neither waits for the other.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{BufMut, BytesMut};
use futures_util::FutureExt;
use qoder_cloud::{Batch, Events};
use tokio::sync::Notify;
use tokio::task::AbortHandle;

use crate::bridge::Queue;
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Text, Value};

/// With so many bytes waiting for JavaScript, the socket waits too.
const AHEAD: usize = 128 * 1024;

/// The most that is handed over at once: what JavaScript parses in one go lives until it is used, and the less of
/// that, the less its collector copies.
const PIECE: usize = 16 * 1024;

/// A stream being read; dropping it closes the connection.
pub struct Pump {
    shared: Arc<Shared>,
    task: AbortHandle,
}

struct Shared {
    state: Mutex<State>,
    room: Notify,
    queue: Arc<Queue>,
}

#[derive(Default)]
struct State {
    arrived: VecDeque<Batch>,
    /// Bytes in `arrived`.
    size: usize,
    /// How the stream ended: nothing, or a failure.
    end: Option<Value>,
    /// Who waits for events.
    waiter: Option<u32>,
}

impl Pump {
    /// Starts to read; to be called on the runtime.
    pub fn start(events: Events, queue: Arc<Queue>, sink: Option<Sink>) -> Self {
        let shared = Arc::new(Shared { state: Mutex::default(), room: Notify::new(), queue });
        let pumping = log::with(sink, pump(events, shared.clone()));
        let watched = shared.clone();
        let task = tokio::spawn(async move {
            let end = AssertUnwindSafe(pumping).catch_unwind().await;
            watched.end(end.unwrap_or_else(|panic| Outcome::of_panic(&*panic).value));
        });
        Pump { shared, task: task.abort_handle() }
    }

    /// What has arrived, if anything has.
    pub fn ready(&self) -> Option<Batch> {
        let batch = self.shared.state().take();
        if batch.is_some() {
            self.shared.room.notify_one();
        }
        batch
    }

    /// Stops; who waits gets the end.
    pub fn close(self) {
        self.shared.end(Value::Null);
    }

    /// Gives `id` the next events as soon as there are some, or the end.
    pub fn wait(&self, id: u32) {
        let mut state = self.shared.state();
        state.waiter = Some(id);
        self.shared.serve(state);
    }
}

impl Drop for Pump {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pump(mut events: Events, shared: Arc<Shared>) -> Value {
    loop {
        while shared.state().size >= AHEAD {
            shared.room.notified().await;
        }
        match events.next_batch(PIECE).await {
            Some(Ok(batch)) => shared.add(batch),
            Some(Err(error)) => return Outcome::from(error).value,
            None => return Value::Null,
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, batch: Batch) {
        let mut state = self.state();
        state.size += batch.json.len();
        match state.arrived.back_mut() {
            Some(last) if last.json.len() + batch.json.len() <= PIECE => merge(last, batch),
            _ => state.arrived.push_back(batch),
        }
        self.serve(state);
    }

    fn end(&self, end: Value) {
        let mut state = self.state();
        state.end = Some(end);
        self.serve(state);
    }

    /// Answers who waits, if there is something to answer.
    fn serve(&self, mut state: MutexGuard<'_, State>) {
        let Some(waiter) = state.waiter.take() else { return };
        let outcome = match state.take() {
            Some(batch) => Outcome { head: batch.last_event_id, value: Value::Text(Text::of(batch.json)) },
            None => match state.end.take() {
                Some(end) => {
                    state.end = Some(Value::Null);
                    end.into()
                }
                None => {
                    state.waiter = Some(waiter);
                    return;
                }
            },
        };
        drop(state);
        self.room.notify_one();
        self.queue.tell(waiter, outcome);
    }
}

impl State {
    fn take(&mut self) -> Option<Batch> {
        let batch = self.arrived.pop_front()?;
        // Merging drops two brackets and adds a comma, so a batch may count one byte more than it has.
        self.size = if self.arrived.is_empty() { 0 } else { self.size.saturating_sub(batch.json.len()) };
        Some(batch)
    }
}

/// Makes one array of two.
fn merge(into: &mut Batch, from: Batch) {
    let mut json = BytesMut::from(std::mem::take(&mut into.json));
    json.truncate(json.len() - 1);
    json.put_u8(b',');
    json.put_slice(&from.json[1..]);
    into.json = json.freeze();
    into.count += from.count;
    into.last_event_id = from.last_event_id;
}

//! Reads an event stream ahead of JavaScript, within bounds, so that neither waits for the other.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt;
use qoder_cloud::Events;
use tokio::sync::Notify;
use tokio::task::AbortHandle;

use crate::bridge::Queue;
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Value};

/// With so many bytes waiting for JavaScript, the socket waits too.
const AHEAD: usize = 128 * 1024;

/// The most that is read at once.
const PIECE: usize = 64 * 1024;

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
    /// Events as JSON, separated by commas.
    events: Vec<u8>,
    last_event_id: Option<String>,
    /// How the stream ended: nothing, or a failure.
    end: Option<Value>,
    /// Who waits for events.
    waiter: Option<u32>,
}

/// Events as a JSON array, and the id of the last one.
pub struct Batch {
    pub json: String,
    pub last_event_id: Option<String>,
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
        while shared.state().events.len() >= AHEAD {
            shared.room.notified().await;
        }
        match events.next_batch(PIECE).await {
            Some(Ok(batch)) => shared.add(&batch.json, batch.last_event_id),
            Some(Err(error)) => return Outcome::from(error).value,
            None => return Value::Null,
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, json: &[u8], last_event_id: Option<String>) {
        let mut state = self.state();
        if !state.events.is_empty() {
            state.events.push(b',');
        }
        state.events.extend_from_slice(json.get(1..json.len() - 1).unwrap_or_default());
        state.last_event_id = last_event_id;
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
            Some(batch) => Outcome { head: batch.last_event_id, value: Value::of(batch.json.into()) },
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
        if self.events.is_empty() {
            return None;
        }
        let mut json = Vec::with_capacity(self.events.len() + 2);
        json.push(b'[');
        json.append(&mut self.events);
        json.push(b']');
        let json = String::from_utf8(json)
            .unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned());
        Some(Batch { json, last_event_id: self.last_event_id.clone() })
    }
}

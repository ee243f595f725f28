//! Reads ahead of JavaScript, within bounds, so that neither waits for the other.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{BufMut, Bytes, BytesMut};
use futures_util::FutureExt;
use qoder_cloud::{Batch, Events, Procedure, Result, Step, runtime};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::bridge::Queue;
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Text, Value};

/// With so many bytes waiting for JavaScript, the socket waits too.
const AHEAD: usize = 128 * 1024;

/// The most that is handed over at once: each piece costs a call, but what JavaScript parses in one go lives until it is
/// used, and the less of that, the less its collector copies. Measured at 16, 32 and 64 KiB.
const PIECE: usize = 32 * 1024;

/// What is read.
pub enum Flow {
    Events(Box<Events>),
    /// The same, as updates of messages.
    Updates(Box<Events>),
    Steps(Box<Procedure>),
}

/// What is handed over at once.
pub struct Piece {
    /// Of events the id of the last one; of a step what it is, unless it is a list of events.
    pub head: Option<String>,
    pub json: Bytes,
    /// Whether it is a list, which grows while nobody takes it.
    is_list: bool,
}

/// A flow being read; dropping it ends what it comes from.
pub struct Pump {
    shared: Arc<Shared>,
    task: Option<JoinHandle<()>>,
}

struct Shared {
    state: Mutex<State>,
    room: Notify,
    /// Says that it is given up.
    parting: Notify,
    queue: Arc<Queue>,
}

#[derive(Default)]
struct State {
    arrived: VecDeque<Piece>,
    /// Bytes in `arrived`.
    size: usize,
    /// How it ended: nothing, or a failure.
    end: Option<Value>,
    /// Who waits for more.
    waiter: Option<u32>,
}

impl Pump {
    /// Starts to read.
    pub fn start(mut flow: Flow, queue: Arc<Queue>, sink: Option<Sink>) -> Self {
        let (room, parting) = (Notify::new(), Notify::new());
        let shared = Arc::new(Shared { state: Mutex::default(), room, parting, queue });
        let watched = shared.clone();
        let reading = async move {
            tokio::select! {
                end = AssertUnwindSafe(pump(&mut flow, &watched)).catch_unwind() => {
                    watched.end(end.unwrap_or_else(|panic| Outcome::of_panic(&*panic).value));
                }
                () = watched.parting.notified() => flow.close().await,
            }
        };
        let task = runtime::spawn(log::with(sink, reading));
        let task = task.map_err(|error| shared.end(Outcome::from(error).value)).ok();
        Pump { shared, task }
    }

    /// What has arrived, if anything has.
    pub fn ready(&self) -> Option<Piece> {
        let piece = self.shared.state().take();
        if piece.is_some() {
            self.shared.room.notify_one();
        }
        piece
    }

    /// Who waits gets the end.
    pub fn end(&self) {
        self.shared.end(Value::Null);
    }

    /// Gives it up, and waits until that has been said where it has to be.
    pub async fn close(mut self) {
        self.shared.parting.notify_one();
        if let Some(task) = self.task.take() {
            // A panic of its own has been told to who waited.
            let _ = task.await;
        }
    }

    /// Gives `id` what comes next as soon as it is there, or the end.
    pub fn wait(&self, id: u32) {
        let mut state = self.shared.state();
        state.waiter = Some(id);
        self.shared.serve(state);
    }
}

impl Drop for Pump {
    fn drop(&mut self) {
        self.task.iter().for_each(JoinHandle::abort);
    }
}

impl Flow {
    async fn next(&mut self) -> Option<Result<Piece>> {
        let next = match self {
            Flow::Events(events) => events.next_batch(PIECE).await?.map(Piece::from),
            Flow::Updates(events) => events.next_updates(PIECE).await?.map(Piece::from),
            Flow::Steps(procedure) => procedure.next().await?.map(Piece::from),
        };
        Some(next)
    }

    async fn close(self) {
        if let Flow::Steps(procedure) = self {
            procedure.close().await;
        }
    }
}

impl From<Batch> for Piece {
    fn from(batch: Batch) -> Self {
        Piece { head: batch.last_event_id, json: batch.json, is_list: true }
    }
}

impl From<Step> for Piece {
    fn from(step: Step) -> Self {
        let one = |head, json| Piece { head: Some(head), json, is_list: false };
        match step {
            Step::Events(batch) => Piece { head: None, json: batch.json, is_list: true },
            Step::Item(json) => one("item".to_owned(), json),
            Step::Question(question) => one(format!("{} {}", question.topic, question.id), question.json),
            Step::Done(json) => one("done".to_owned(), json),
        }
    }
}

async fn pump(flow: &mut Flow, shared: &Shared) -> Value {
    loop {
        while shared.state().size >= AHEAD {
            shared.room.notified().await;
        }
        match flow.next().await {
            Some(Ok(piece)) => shared.add(piece),
            Some(Err(error)) => return Outcome::from(error).value,
            None => return Value::Null,
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, piece: Piece) {
        let mut state = self.state();
        state.size += piece.json.len();
        match state.arrived.back_mut() {
            Some(last) if last.takes(&piece) => last.merge(piece),
            _ => state.arrived.push_back(piece),
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
            Some(piece) => Outcome { head: piece.head, value: Value::Text(Text::of(piece.json)) },
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
    fn take(&mut self) -> Option<Piece> {
        let piece = self.arrived.pop_front()?;
        // Merging drops two brackets and adds a comma, so a list may count one byte more than it has.
        self.size = if self.arrived.is_empty() { 0 } else { self.size.saturating_sub(piece.json.len()) };
        Some(piece)
    }
}

impl Piece {
    fn takes(&self, next: &Piece) -> bool {
        self.is_list && next.is_list && self.json.len() + next.json.len() <= PIECE
    }

    /// Makes one list of two.
    fn merge(&mut self, next: Piece) {
        let mut json = BytesMut::from(std::mem::take(&mut self.json));
        json.truncate(json.len() - 1);
        json.put_u8(b',');
        json.put_slice(&next.json[1..]);
        self.json = json.freeze();
        self.head = next.head;
    }
}

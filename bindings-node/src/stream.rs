//! Flows as JavaScript holds them: the events of a session, or the steps of a procedure.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use napi::bindgen_prelude::{Env, ObjectFinalize, Result};
use napi_derive::napi;
use qoder_cloud::{Client, Request};

use crate::bridge::{Bridge, Queue};
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Text, Value, head};
use crate::pump::{Flow, Pump};

/// What an open stream holds outside of JavaScript's heap.
const WEIGHT: i64 = 128 * 1024;

/// A flow; collecting or closing it ends what it comes from. It is read ahead as soon as somebody has asked for the
/// first of it.
#[napi(custom_finalize)]
pub struct Stream {
    state: Arc<Mutex<State>>,
    /// What stands with the last [`ready`](Self::ready).
    head: Option<String>,
    queue: Arc<Queue>,
    /// Whether the collector still counts what it holds.
    open: AtomicBool,
}

#[derive(Default)]
enum State {
    #[default]
    Closed,
    Open(Flow, Option<Sink>),
    Read(Pump),
}

impl ObjectFinalize for Stream {
    fn finalize(self, env: Env) -> Result<()> {
        self.lighten(env)
    }
}

#[napi]
impl Stream {
    #[napi(constructor)]
    pub fn new(env: Env, bridge: &Bridge) -> Result<Self> {
        env.adjust_external_memory(WEIGHT)?;
        Ok(Stream {
            state: Arc::default(),
            head: None,
            queue: bridge.queue().clone(),
            open: AtomicBool::new(true),
        })
    }

    /// What has arrived, as JSON: events as a list, or one step; nothing when there is none yet.
    #[napi(catch_unwind)]
    pub fn ready(&mut self) -> Option<Text> {
        let piece = self.state().pump(&self.queue)?.ready()?;
        self.head = piece.head;
        Some(Text::of(piece.json))
    }

    /// What stands with the last [`ready`](Self::ready): the id of the last event, or what step it is.
    #[napi(getter, catch_unwind)]
    pub fn head(&self) -> Option<String> {
        self.head.clone()
    }

    /// Gives `id` what comes next, with its head; `null` at the end.
    #[napi(catch_unwind)]
    pub fn wait(&self, id: u32) {
        match self.state().pump(&self.queue) {
            Some(pump) => pump.wait(id),
            None => self.queue.tell(id, Value::Null.into()),
        }
    }

    /// Makes it give updates of messages instead of events; false when it is too late for that.
    #[napi(catch_unwind)]
    pub fn updates(&self) -> bool {
        let mut state = self.state();
        match std::mem::take(&mut *state) {
            State::Open(Flow::Events(events), sink) => {
                *state = State::Open(Flow::Updates(events), sink);
                true
            }
            other => {
                *state = other;
                false
            }
        }
    }

    /// Ends what it comes from. Answers `id` when that has been said where it has to be: that a turn is cancelled, for
    /// one.
    #[napi(catch_unwind)]
    pub fn close(&self, env: Env, id: Option<u32>) -> Result<()> {
        let state = std::mem::take(&mut *self.state());
        if let State::Read(pump) = &state {
            pump.end();
        }
        if let Some(id) = id {
            self.queue.run(id, async move {
                if let State::Read(pump) = state {
                    pump.close().await;
                }
                Ok(Value::Null)
            });
        }
        self.lighten(env)
    }
}

impl Stream {
    /// Opens the stream that `request` asks for; `id` gets its status and headers.
    pub fn open(&self, id: u32, client: Client, request: Request, sink: Option<Sink>) {
        let slot = self.state.clone();
        let reading = sink.clone();
        let work = async move {
            let events = client.events(request).await?;
            let response = events.response();
            let head = head(response.status(), response.attempts(), response.headers());
            let flow = Flow::Events(Box::new(events));
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = State::Open(flow, reading);
            Ok(Outcome { head: Some(head), value: Value::Null })
        };
        self.queue.run(id, log::with(sink, work));
    }

    /// Sets what it comes from.
    pub fn put(&self, flow: Flow, sink: Option<Sink>) {
        *self.state() = State::Open(flow, sink);
    }

    fn lighten(&self, env: Env) -> Result<()> {
        if self.open.swap(false, Ordering::Relaxed) {
            env.adjust_external_memory(-WEIGHT)?;
        }
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// What reads it, from now on.
    fn pump(&mut self, queue: &Arc<Queue>) -> Option<&Pump> {
        if matches!(self, State::Open(..))
            && let State::Open(flow, sink) = std::mem::take(self)
        {
            *self = State::Read(Pump::start(flow, queue.clone(), sink));
        }
        match self {
            State::Read(pump) => Some(pump),
            _ => None,
        }
    }
}

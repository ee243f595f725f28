//! Event streams as JavaScript holds them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use napi::bindgen_prelude::{Env, ObjectFinalize, Result};
use napi_derive::napi;
use qoder_cloud::{Client, Request};

use crate::bridge::{Bridge, Queue};
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Text, Value, head};
use crate::pump::Pump;

/// What an open stream holds outside of JavaScript's heap.
const WEIGHT: i64 = 128 * 1024;

/// A stream of events; collecting or closing it closes the connection.
#[napi(custom_finalize)]
pub struct Stream {
    pump: Arc<Mutex<Option<Pump>>>,
    last_event_id: Option<String>,
    queue: Arc<Queue>,
    /// Whether the collector still counts what it holds.
    open: AtomicBool,
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
            pump: Arc::default(),
            last_event_id: None,
            queue: bridge.queue().clone(),
            open: AtomicBool::new(true),
        })
    }

    /// Events that have arrived, as a JSON array; nothing when there are none yet.
    #[napi(catch_unwind)]
    pub fn ready(&mut self) -> Option<Text> {
        let batch = self.pump().as_ref()?.ready()?;
        self.last_event_id = batch.last_event_id;
        Some(Text::of(batch.json))
    }

    /// The id of the last event of the last [`ready`](Self::ready).
    #[napi(getter, catch_unwind)]
    pub fn last_event_id(&self) -> Option<String> {
        self.last_event_id.clone()
    }

    /// Gives `id` the next events and the id of the last one; `null` at the end.
    #[napi(catch_unwind)]
    pub fn wait(&self, id: u32) {
        match self.pump().as_ref() {
            Some(pump) => pump.wait(id),
            None => self.queue.tell(id, Value::Null.into()),
        }
    }

    /// Closes the connection.
    #[napi(catch_unwind)]
    pub fn close(&self, env: Env) -> Result<()> {
        if let Some(pump) = self.pump().take() {
            pump.close();
        }
        self.lighten(env)
    }
}

impl Stream {
    /// Opens the stream that `request` asks for; `id` gets its status and headers.
    pub fn open(&self, id: u32, client: Client, request: Request, sink: Option<Sink>) {
        let (slot, queue) = (self.pump.clone(), self.queue.clone());
        let reading = sink.clone();
        let work = async move {
            let events = client.events(request).await?;
            let response = events.response();
            let head = head(response.status(), response.attempts(), response.headers());
            let pump = Pump::start(events, queue, reading);
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(pump);
            Ok(Outcome { head: Some(head), value: Value::Null })
        };
        self.queue.run(id, log::with(sink, work));
    }

    fn lighten(&self, env: Env) -> Result<()> {
        if self.open.swap(false, Ordering::Relaxed) {
            env.adjust_external_memory(-WEIGHT)?;
        }
        Ok(())
    }

    fn pump(&self) -> MutexGuard<'_, Option<Pump>> {
        self.pump.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

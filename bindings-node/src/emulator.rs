//! The emulator, in this process.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use napi::bindgen_prelude::{Either, Null};
use napi_derive::napi;
use qoder_cloud_emulator::{Builder, Emulator};
use serde_json::json;

use crate::bridge::{Bridge, Queue};
use crate::client::limit;
use crate::outcome::{Outcome, Value};

/// Where an emulator listens and how it behaves. Durations in milliseconds.
#[napi(object)]
pub struct EmulatorSettings {
    pub host: Option<String>,
    pub port: Option<u16>,
    pub token: Option<String>,
    pub heartbeat: Option<Either<f64, Null>>,
    pub step_delay: Option<f64>,
}

impl EmulatorSettings {
    fn builder(self) -> Builder {
        let mut builder = Emulator::builder();
        if let Some(host) = self.host {
            builder = builder.host(host);
        }
        if let Some(port) = self.port {
            builder = builder.port(port);
        }
        if let Some(token) = self.token {
            builder = builder.token(token);
        }
        if let Some(every) = self.heartbeat {
            builder = builder.heartbeat(limit(every));
        }
        if let Some(delay) = self.step_delay {
            builder = builder.step_delay(Duration::try_from_secs_f64(delay / 1000.0).unwrap_or_default());
        }
        builder
    }
}

/// An emulator; collecting it stops it.
#[napi]
pub struct NativeEmulator {
    running: Arc<Mutex<Option<Emulator>>>,
    queue: Arc<Queue>,
}

#[napi]
impl NativeEmulator {
    #[napi(constructor)]
    pub fn new(bridge: &Bridge) -> Self {
        NativeEmulator { running: Arc::default(), queue: bridge.queue().clone() }
    }

    /// Starts it; `id` gets its address and token as JSON.
    #[napi(catch_unwind)]
    pub fn start(&self, id: u32, settings: EmulatorSettings) {
        let builder = settings.builder();
        self.work(id, move |running| {
            let emulator = builder.start_blocking()?;
            let about = json!({ "baseURL": emulator.base_url(), "token": emulator.token() });
            *running = Some(emulator);
            Ok(about)
        });
    }

    /// Stops it and waits until every connection is closed.
    #[napi(catch_unwind)]
    pub fn stop(&self, id: u32) {
        self.work(id, |running| {
            if let Some(emulator) = running.take() {
                emulator.stop();
            }
            Ok(serde_json::Value::Null)
        });
    }

    /// Does what `/_emulator/<door>` does over HTTP; body and answer are JSON.
    #[napi(catch_unwind)]
    pub fn control(&self, id: u32, method: String, door: String, body: String) {
        self.work(id, move |running| {
            let emulator = running.as_ref().ok_or_else(|| io::Error::other("the emulator has stopped"))?;
            emulator.control(&method, &door, &serde_json::from_str(&body)?)
        });
    }
}

impl NativeEmulator {
    /// Runs what blocks beside the runtime, which does one thing at a time.
    fn work(
        &self,
        id: u32,
        work: impl FnOnce(&mut Option<Emulator>) -> io::Result<serde_json::Value> + Send + 'static,
    ) {
        let running = self.running.clone();
        self.queue.run(id, async move {
            let work = move || work(&mut running.lock().unwrap_or_else(PoisonError::into_inner));
            let value =
                match tokio::task::spawn_blocking(work).await.map_err(io::Error::other).and_then(|done| done)
                {
                    Ok(value) => Value::of(Bytes::from(value.to_string())),
                    Err(cause) => refused(&cause),
                };
            Ok(Outcome::from(value))
        });
    }
}

fn refused(cause: &io::Error) -> Value {
    Value::Failure(
        json!({ "kind": "configuration", "message": format!("the emulator: {cause}") }).to_string(),
    )
}

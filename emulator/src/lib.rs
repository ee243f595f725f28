//! The Qoder Cloud Agents API in one process, in memory: a real HTTP server to test programs against, without an
//! account and without a network.
//!
//! ```
//! let emulator = qoder_cloud_emulator::Emulator::builder().start_blocking()?;
//! println!("{} {}", emulator.base_url(), emulator.token());
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Requests are checked against the description of the API, state follows the documented rules, and the agent is
//! deterministic: it echoes the prompt, reads what the prompt names, or plays a script. What a test steers it with
//! is served below `/_emulator/` and, in the same process, by [`Emulator::control`].

mod agent;
mod body;
mod call;
mod clock;
mod control;
mod faults;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzzing;
mod idempotency;
mod log;
mod package;
mod page;
mod reply;
mod resources;
mod server;
mod service;
mod session;
mod spec;
mod state;
mod stream;
mod timeline;
mod validate;

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs as _};
use std::rc::Rc;
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{mpsc, oneshot};

pub use log::Received;

use service::{Service, Settings};
use spec::Spec;

/// Something to be done on the emulator's own thread.
type Task = Box<dyn FnOnce(&Service) + Send>;

/// A running emulator; it stops when it is dropped.
pub struct Emulator {
    address: SocketAddr,
    token: String,
    tasks: mpsc::UnboundedSender<Task>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Emulator {
    /// Starts on a free port of the loopback interface.
    ///
    /// # Errors
    /// When no socket or thread can be had.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start_blocking()
    }

    /// Starts with other than the default settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The base of the API, as a client is configured with: `http://127.0.0.1:PORT/api/v1/cloud`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}/api/v1/cloud", self.address)
    }

    /// Where service account keys are exchanged for tokens.
    #[must_use]
    pub fn exchange_url(&self) -> String {
        format!("http://{}/api/v1/serviceToken/exchange", self.address)
    }

    /// The address it listens at.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The token it accepts. It opens nothing but this emulator.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The last 10,000 requests, oldest first; bodies are kept up to 64 KiB, credentials not at all.
    #[must_use]
    pub fn requests(&self) -> Vec<Received> {
        self.with(|service| service.log.borrow().view()).unwrap_or_default()
    }

    /// Does what `/_emulator/<door>` does over HTTP, as in `control("POST", "faults", &rules)`.
    ///
    /// # Errors
    /// When the door, the method or the body is wrong; the message says which.
    pub fn control(&self, method: &str, door: &str, body: &Value) -> io::Result<Value> {
        let method: http::Method =
            method.parse().map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "not an HTTP method"))?;
        let (door, body) = (door.to_owned(), body.to_string().into_bytes());
        let answer = self.with(move |service| control::answer(service, &method, &door, &body));
        let (status, body) = answer.ok_or_else(|| io::Error::other("the emulator has stopped"))?;
        let value: Value = serde_json::from_slice(&body).map_err(io::Error::other)?;
        if status.is_success() {
            return Ok(value);
        }
        let message = value["error"].as_str().unwrap_or_default();
        Err(io::Error::new(io::ErrorKind::InvalidInput, message.to_owned()))
    }

    /// Stops it and waits until every connection is closed.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if let Some(stop) = self.stop.take() {
            // It may have stopped already.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Runs a task on the emulator's thread and waits for its result.
    fn with<R: Send + 'static>(&self, task: impl FnOnce(&Service) -> R + Send + 'static) -> Option<R> {
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        let task = Box::new(move |service: &Service| {
            // Nobody waits any more: then nobody wants the result.
            let _ = sender.send(task(service));
        });
        self.tasks.send(task).ok()?;
        receiver.recv().ok()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator").field("address", &self.address).finish_non_exhaustive()
    }
}

/// Settings of an emulator before it starts.
#[derive(Clone)]
#[must_use]
pub struct Builder {
    host: String,
    port: u16,
    token: Option<String>,
    heartbeat: Option<Duration>,
    step_delay: Duration,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            host: "127.0.0.1".into(),
            port: 0,
            token: None,
            heartbeat: Some(Duration::from_secs(15)),
            step_delay: Duration::ZERO,
        }
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

impl Builder {
    /// The interface to listen at; the loopback one by default.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = host.into();
        self
    }

    /// The port to listen at; 0, the default, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The token to accept; a random one by default.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Time between the heartbeats of a stream, 15 s by default; none sends none.
    pub fn heartbeat(mut self, every: Option<Duration>) -> Self {
        self.heartbeat = every;
        self
    }

    /// Time the agent takes for each step and each piece of a message; none by default.
    pub fn step_delay(mut self, delay: Duration) -> Self {
        self.step_delay = delay;
        self
    }

    /// Starts the emulator on a thread of its own. It listens when this returns.
    ///
    /// # Errors
    /// When the address cannot be had, the token cannot stand in a header, or no thread can be started.
    pub fn start_blocking(self) -> io::Result<Emulator> {
        let token = self.token.unwrap_or_else(|| format!("pt-emulator-{}", uuid::Uuid::new_v4().simple()));
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "the token must be visible ASCII characters",
            ));
        }
        let spec = Spec::embedded().map_err(io::Error::other)?;
        let address = (self.host.as_str(), self.port).to_socket_addrs()?.next();
        let address =
            address.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the host has no address"))?;
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let (stop, stopped) = oneshot::channel();
        let (tasks, todo) = mpsc::unbounded_channel();
        let (own, settings, pace) = (token.clone(), Settings { heartbeat: self.heartbeat }, self.step_delay);
        let thread = std::thread::Builder::new().name("qoder-emulator".into()).spawn(move || {
            let origin = format!("http://{address}");
            let service = Rc::new(Service::new(spec, &own, origin, settings, pace));
            server::run(&runtime, listener, service, todo, stopped);
        })?;
        Ok(Emulator { address, token, tasks, stop: Some(stop), thread: Some(thread) })
    }
}

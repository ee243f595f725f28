//! Answers that are read bit by bit: pages and files.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use napi::bindgen_prelude::{Env, ObjectFinalize, Result};
use napi_derive::napi;
use qoder_cloud::{Client, Download, Error, RawPages, Request, runtime};
use tokio::sync::Mutex;

use crate::bridge::{Bridge, Queue};
use crate::log::{self, Sink};
use crate::outcome::{Outcome, Value, head};

/// What an open answer holds outside of JavaScript's heap.
const WEIGHT: i64 = 64 * 1024;

/// What is read.
pub enum Reader {
    Pages(Box<RawPages>, Option<Sink>),
    File(Box<Download>),
    /// Gives its error, once.
    Refused(Option<Error>),
}

/// An answer that is read bit by bit; collecting or closing it closes the connection.
#[napi(custom_finalize)]
pub struct Source {
    reader: Arc<Mutex<Option<Reader>>>,
    queue: Arc<Queue>,
    /// Whether the collector still counts what it holds.
    open: AtomicBool,
}

impl ObjectFinalize for Source {
    fn finalize(self, env: Env) -> Result<()> {
        self.lighten(env)
    }
}

#[napi]
impl Source {
    #[napi(constructor)]
    pub fn new(env: Env, bridge: &Bridge) -> Result<Self> {
        env.adjust_external_memory(WEIGHT)?;
        Ok(Source { reader: Arc::default(), queue: bridge.queue().clone(), open: AtomicBool::new(true) })
    }

    /// The next page or piece of a file; `null` at the end.
    #[napi(catch_unwind)]
    pub fn next(&self, id: u32) {
        let reader = self.reader.clone();
        self.queue.run(id, async move {
            match &mut *reader.lock().await {
                Some(reader) => reader.next().await,
                None => Ok(Value::Null.into()),
            }
        });
    }

    /// The rest of a file.
    #[napi(catch_unwind)]
    pub fn rest(&self, id: u32) {
        let reader = self.reader.clone();
        self.queue.run(id, async move {
            match reader.lock().await.take() {
                Some(Reader::File(file)) => Ok(Value::Bytes(file.bytes().await?)),
                _ => Ok(Value::Null),
            }
        });
    }

    /// Writes the rest of a file to `path`; gives its length.
    #[napi(catch_unwind)]
    pub fn write_to_file(&self, id: u32, path: String) {
        let reader = self.reader.clone();
        self.queue.run(id, async move {
            match reader.lock().await.take() {
                Some(Reader::File(file)) => Ok(Value::Number(file.write_to_file(path).await? as f64)),
                _ => Ok(Value::Null),
            }
        });
    }

    /// Closes the connection as soon as nobody reads.
    #[napi(catch_unwind)]
    pub fn close(&self, env: Env) -> Result<()> {
        let reader = self.reader.clone();
        // Without a runtime nothing has been opened.
        let _ = runtime::spawn(async move { reader.lock().await.take() });
        self.lighten(env)
    }
}

impl Source {
    fn lighten(&self, env: Env) -> Result<()> {
        if self.open.swap(false, Ordering::Relaxed) {
            env.adjust_external_memory(-WEIGHT)?;
        }
        Ok(())
    }

    /// Sets what is read; nobody reads yet.
    pub fn put(&self, reader: Reader) {
        if let Ok(mut slot) = self.reader.try_lock() {
            *slot = Some(reader);
        }
    }

    /// Opens the file that `request` asks for; `id` gets its status and headers, and its name.
    pub fn open(&self, id: u32, client: Client, request: Request, sink: Option<Sink>) {
        let slot = self.reader.clone();
        let work = async move {
            let mut slot = slot.lock().await;
            let file = client.download(request).await?;
            let response = file.response();
            let head = head(response.status(), response.attempts(), response.headers());
            let name = file.filename().map_or(Value::Null, |name| Value::of(name.into()));
            *slot = Some(Reader::File(Box::new(file)));
            Ok(Outcome { head: Some(head), value: name })
        };
        self.queue.run(id, log::with(sink, work));
    }
}

impl Reader {
    async fn next(&mut self) -> qoder_cloud::Result<Outcome> {
        match self {
            Reader::Pages(pages, sink) => {
                let page = log::with(sink.clone(), pages.next()).await.transpose()?;
                Ok(page.map_or(Value::Null.into(), Outcome::from))
            }
            Reader::Refused(error) => error.take().map_or(Ok(Value::Null.into()), Err),
            Reader::File(file) => Ok(file.chunk().await?.map_or(Value::Null, Value::Bytes).into()),
        }
    }
}

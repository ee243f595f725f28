//! Multipart forms, and files that arrive from JavaScript piece by piece.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_util::stream;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use qoder_cloud::Part;
use tokio::sync::mpsc;
use tokio_util::io::StreamReader;

use crate::bridge::{Bridge, Queue};
use crate::outcome::Value;

/// Pieces that may wait for the socket; with them full, JavaScript waits.
const WAITING: usize = 2;

/// A multipart form in the making; a call takes it.
#[napi]
#[derive(Default)]
pub struct Form {
    inner: Mutex<qoder_cloud::Form>,
}

#[napi]
impl Form {
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text field.
    #[napi(catch_unwind)]
    pub fn text(&self, field: String, value: String) {
        self.add(|form| form.text(field, value));
    }

    /// Adds a file from disk.
    #[napi(catch_unwind)]
    pub fn path(&self, field: String, path: String, name: Option<String>, media_type: Option<String>) {
        self.add(|form| form.part(field, described(Part::path(path), name, media_type)));
    }

    /// Adds a file from memory.
    #[napi(catch_unwind)]
    pub fn bytes(&self, field: String, content: BufferSlice<'_>, name: String, media_type: Option<String>) {
        let content = Bytes::copy_from_slice(&content);
        self.add(|form| form.part(field, described(Part::bytes(name, content), None, media_type)));
    }

    /// Adds a file that arrives through `pipe`.
    #[napi(catch_unwind)]
    pub fn pipe(
        &self,
        field: String,
        pipe: &Pipe,
        name: String,
        media_type: Option<String>,
        length: Option<f64>,
    ) {
        let Some(pieces) = pipe.receiver.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return;
        };
        let pieces = stream::unfold(pieces, |mut pieces| async move { Some((pieces.recv().await?, pieces)) });
        let mut part = Part::reader(name, StreamReader::new(Box::pin(pieces)));
        if let Some(length) = length {
            part = part.length(length as u64);
        }
        self.add(|form| form.part(field, described(part, None, media_type)));
    }
}

impl Form {
    fn add(&self, change: impl FnOnce(qoder_cloud::Form) -> qoder_cloud::Form) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        *inner = change(std::mem::take(&mut *inner));
    }

    /// The form, once.
    pub fn take(&self) -> qoder_cloud::Form {
        std::mem::take(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn described(mut part: Part, name: Option<String>, media_type: Option<String>) -> Part {
    if let Some(name) = name {
        part = part.file_name(name);
    }
    if let Some(media_type) = media_type {
        part = part.content_type(media_type);
    }
    part
}

type Piece = io::Result<Bytes>;

/// A file that JavaScript writes while the core sends it.
#[napi]
pub struct Pipe {
    sender: Arc<Mutex<Option<mpsc::Sender<Piece>>>>,
    receiver: Mutex<Option<mpsc::Receiver<Piece>>>,
    queue: Arc<Queue>,
}

#[napi]
impl Pipe {
    #[napi(constructor)]
    pub fn new(bridge: &Bridge) -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        Pipe {
            sender: Arc::new(Mutex::new(Some(sender))),
            receiver: Mutex::new(Some(receiver)),
            queue: bridge.queue().clone(),
        }
    }

    /// Hands over a piece; `id` gets 1 when there is room for another, 0 when nobody reads any more.
    #[napi(catch_unwind)]
    pub fn write(&self, id: u32, piece: BufferSlice<'_>) {
        self.send(id, Ok(Bytes::copy_from_slice(&piece)));
    }

    /// Ends the file before its end: the call fails.
    #[napi(catch_unwind)]
    pub fn fail(&self, id: u32, reason: String) {
        self.send(id, Err(io::Error::other(reason)));
    }

    /// Ends the file.
    #[napi(catch_unwind)]
    pub fn end(&self) {
        self.sender.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Pipe {
    fn send(&self, id: u32, piece: Piece) {
        let sender = self.sender.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.queue.run(id, async move {
            let sent = match sender {
                Some(sender) => sender.send(piece).await.is_ok(),
                None => false,
            };
            Ok(Value::Number(f64::from(u8::from(sent))))
        });
    }
}

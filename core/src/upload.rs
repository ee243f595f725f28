//! Multipart forms.

use std::path::PathBuf;

use bytes::Bytes;
use tokio::io::AsyncRead;

/// A multipart form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    parts: Vec<Part>,
}

/// One part of a form: a field or a file.
#[derive(Debug, Clone)]
pub struct Part {}

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text field.
    pub fn text(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let _ = (name.into(), value.into());
        self
    }

    /// Adds a part under a field name.
    pub fn part(mut self, name: impl Into<String>, part: Part) -> Self {
        let _ = name.into();
        self.parts.push(part);
        self
    }
}

impl Part {
    /// A file on disk, read while it is sent and read again for a retry.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let _ = path.into();
        Part {}
    }

    /// A file in memory.
    pub fn bytes(file_name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        let _ = (file_name.into(), content.into());
        Part {}
    }

    /// A file from a reader. It can be read once, so the call is not retried.
    pub fn reader(file_name: impl Into<String>, reader: impl AsyncRead + Send + 'static) -> Self {
        let _ = (file_name.into(), reader);
        Part {}
    }

    /// The name the server sees; may contain slashes.
    pub fn file_name(self, name: impl Into<String>) -> Self {
        let _ = name.into();
        self
    }

    /// The media type; guessed by the server when not given.
    pub fn content_type(self, media_type: impl Into<String>) -> Self {
        let _ = media_type.into();
        self
    }
}

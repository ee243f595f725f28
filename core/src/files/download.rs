//! Files from the service: opened directly or through a signed link, whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use tokio::io::AsyncWriteExt;
use tokio::time::Instant;
use url::Url;

use crate::client::Client;
use crate::error::{Error, Kind, Result, TRUNCATED};
use crate::files::disposition;
use crate::files::progress::Progress;
use crate::operation::ResponseKind;
use crate::request::Request;
use crate::transport::Purpose;
use crate::transport::streaming::Streaming;

/// A file on its way. Dropping it closes the connection.
#[derive(Debug)]
pub struct Download {
    streaming: Streaming,
    received: u64,
    progress: Option<Progress>,
}

#[derive(serde::Deserialize)]
struct Link {
    url: String,
}

impl Client {
    /// Opens a download: directly, or through the link the operation answers with. The host behind a link gets
    /// neither the credential nor any header of the client.
    ///
    /// # Errors
    /// As [`open`](Client::open), of either step.
    pub async fn download(&self, request: Request) -> Result<Download> {
        let progress = request.options.progress.clone();
        if request.operation.response != ResponseKind::Link {
            return Ok(Download::new(self.open_for(request, Purpose::Files).await?, progress));
        }
        // Both steps are one call: they share its time limit.
        let (operation, options, started) = (request.operation, request.options.clone(), Instant::now());
        let link = match self.execute(request).await {
            Ok(response) => response.json::<Link>()?.url,
            Err(error) => redirect(&error).ok_or(error)?,
        };
        let url =
            self.0.endpoints.api.join(&link).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let url: Url = url.ok_or_else(|| {
            Error::new(Kind::Decode, "the download link is not a URL of http or https").of(operation)
        })?;
        let streaming = self.open_link(operation, url, options, started).await?;
        Ok(Download::new(streaming, progress))
    }
}

/// Older servers answer with a redirect instead of a link.
fn redirect(error: &Error) -> Option<String> {
    error.status().filter(|status| status.is_redirection())?;
    error.headers()?.get(LOCATION)?.to_str().ok().map(str::to_owned)
}

impl Download {
    fn new(streaming: Streaming, progress: Option<Progress>) -> Self {
        let download = Download { streaming, received: 0, progress };
        if let Some(progress) = &download.progress {
            progress.begin(download.content_length());
        }
        download
    }

    /// The name the server gives the file, without any directory.
    pub fn filename(&self) -> Option<String> {
        let value = self.streaming.headers().get(CONTENT_DISPOSITION)?;
        disposition::filename(&String::from_utf8_lossy(value.as_bytes()))
    }

    /// The media type.
    pub fn content_type(&self) -> Option<&str> {
        self.streaming.headers().get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The announced length in bytes.
    pub fn content_length(&self) -> Option<u64> {
        self.streaming.headers().get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
    }

    /// The answer that carries the file: status, headers, request id.
    pub fn response(&self) -> &Streaming {
        &self.streaming
    }

    /// The next piece; `None` at the end. May be cancelled without loss.
    ///
    /// # Errors
    /// [`Error::is_truncated`] when the file ends early, [`Error::is_timeout`] when nothing comes for too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        match self.streaming.chunk().await {
            Ok(Some(chunk)) => {
                self.received += chunk.len() as u64;
                if let Some(progress) = &self.progress {
                    progress.add(chunk.len());
                }
                Ok(Some(chunk))
            }
            Ok(None) if self.content_length().is_none_or(|length| self.received >= length) => Ok(None),
            Ok(None) => Err(self.truncated()),
            Err(error) if error.kind() == Kind::Connection => Err(self.truncated().caused_by(error)),
            Err(error) => Err(error),
        }
    }

    fn truncated(&self) -> Error {
        let length =
            self.content_length().map_or("an unknown number".to_owned(), |length| length.to_string());
        let message = format!("the file ended after {} of {length} bytes; download it again", self.received);
        Error::new(Kind::Connection, message).with_code(TRUNCATED).of(self.streaming.operation)
    }

    /// The rest of the file, in memory.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk).
    pub async fn bytes(mut self) -> Result<Bytes> {
        let Some(first) = self.chunk().await? else { return Ok(Bytes::new()) };
        let Some(second) = self.chunk().await? else { return Ok(first) };
        let mut whole = BytesMut::from(&first[..]);
        whole.extend_from_slice(&second);
        while let Some(chunk) = self.chunk().await? {
            whole.extend_from_slice(&chunk);
        }
        Ok(whole.freeze())
    }

    /// Writes the file under a temporary name beside `path` and renames it when it is whole; returns its length.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk), and when the file cannot be written. `path` is then as it was before.
    pub async fn write_to_file(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        let operation = self.streaming.operation;
        let failed = |cause: io::Error| {
            let message = format!("{} cannot be written: {cause}", path.display());
            Error::argument(message).caused_by(cause).of(operation)
        };
        let temporary = Temporary::beside(path).map_err(failed)?;
        let mut options = tokio::fs::OpenOptions::new();
        let mut file = options.write(true).create_new(true).open(&temporary.0).await.map_err(failed)?;
        while let Some(chunk) = self.chunk().await? {
            file.write_all(&chunk).await.map_err(failed)?;
        }
        file.sync_all().await.map_err(failed)?;
        drop(file);
        tokio::fs::rename(&temporary.0, path).await.map_err(failed)?;
        Ok(self.received)
    }
}

/// A file that is removed unless it was renamed before.
struct Temporary(PathBuf);

impl Temporary {
    fn beside(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or_else(|| io::Error::other("it has no file name"))?;
        if path.is_dir() {
            return Err(io::Error::other("it is a directory"));
        }
        let name = format!(".{}.{}.part", name.to_string_lossy(), uuid::Uuid::new_v4().simple());
        Ok(Temporary(path.with_file_name(name)))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Gone already when it was renamed.
        let _ = fs::remove_file(&self.0);
    }
}

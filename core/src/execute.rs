//! One logical call.

use crate::client::Client;
use crate::download::Download;
use crate::error::{Error, Result};
use crate::events::Events;
use crate::request::{RawResponse, Request};
use crate::streaming::Streaming;

impl Client {
    /// Makes one logical call: checks, attempts, waits; the whole answer.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn execute(&self, request: Request) -> Result<RawResponse> {
        let _ = request;
        Err(Error::internal("not there"))
    }

    /// As [`execute`](Self::execute), but returns when the headers of a 2xx have arrived.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn open(&self, request: Request) -> Result<Streaming> {
        let _ = request;
        Err(Error::internal("not there"))
    }

    /// Opens an event stream.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`Error::is_stream`] when the answer is not an event stream.
    pub async fn events(&self, request: Request) -> Result<Events> {
        Ok(Events { streaming: self.open(request).await? })
    }

    /// Opens a download: directly, or through the link the operation answers with.
    ///
    /// # Errors
    /// As [`open`](Self::open), of either step.
    pub async fn download(&self, request: Request) -> Result<Download> {
        Ok(Download { streaming: self.open(request).await? })
    }
}

//! An answer whose body is still on its way.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use url::Url;

use crate::error::{Error, Kind, Result};
use crate::operation::Operation;
use crate::request::request_id;
use crate::runtime::Bound;
use crate::transport::disconnected;
use crate::transport::watchdog::Watchdog;

/// An answer with a 2xx status whose body has not been read. Dropping it closes the connection.
pub struct Streaming {
    pub(crate) operation: &'static Operation,
    pub(crate) response: Bound<reqwest::Response>,
    pub(crate) attempts: u32,
    pub(crate) watchdog: Watchdog,
}

impl Streaming {
    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The id under which the server knows this call.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers())
    }

    /// Where it comes from.
    pub(crate) fn url(&self) -> &Url {
        self.response.url()
    }

    /// How many attempts were made.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The next piece of the body as it comes off the wire; `None` at its end. May be cancelled without loss.
    ///
    /// # Errors
    /// [`Error::is_connection`] when the connection breaks,
    /// [`Error::is_timeout`] when it stays silent too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        if !self.response.is_here() {
            let message = "this was opened before the process forked; open it anew in the child";
            return Err(Error::new(Kind::Stream, message).of(self.operation));
        }
        match self.watchdog.guard(self.response.chunk()).await {
            Ok(chunk) => chunk.map_err(|cause| disconnected(cause).of(self.operation)),
            Err(expired) => Err(self.watchdog.error(expired).of(self.operation)),
        }
    }
}

impl fmt::Debug for Streaming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streaming")
            .field("operation", &self.operation.id)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}

//! An answer whose body is still on its way.

use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use tokio::time::{Instant, Sleep};

use crate::error::{Error, Kind, Result};
use crate::operation::Operation;
use crate::request::request_id;
use crate::transport::disconnected;

/// An answer with a 2xx status whose body has not been read. Dropping it closes the connection.
pub struct Streaming {
    pub(crate) operation: &'static Operation,
    pub(crate) response: reqwest::Response,
    pub(crate) attempts: u32,
    pub(crate) silence: Silence,
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

    /// How many attempts were made.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The next piece of the body as it comes off the wire; `None` at its end. May be cancelled without loss.
    ///
    /// # Errors
    /// [`Error::is_connection`] when the connection breaks, [`Error::is_timeout`] when it stays silent too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        let Streaming { operation, response, silence, .. } = self;
        match silence.guard(response.chunk()).await {
            Some(chunk) => chunk.map_err(|cause| disconnected(cause).of(operation)),
            None => Err(silence.error().of(operation)),
        }
    }
}

impl std::fmt::Debug for Streaming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Streaming")
            .field("operation", &self.operation.id)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}

/// A watchdog over a source that must not stay silent.
pub(crate) struct Silence {
    limit: Option<Duration>,
    last: Instant,
    /// Wakes at the earliest moment the limit could have passed. Moving it with every byte would cost a lock each.
    alarm: Option<Pin<Box<Sleep>>>,
    what: &'static str,
}

impl Silence {
    pub(crate) fn new(limit: Option<Duration>, what: &'static str) -> Self {
        Silence { limit, last: Instant::now(), alarm: None, what }
    }

    /// Awaits `source`; `None` when the limit passes first. What is ready comes before the limit.
    pub(crate) async fn guard<F: Future>(&mut self, source: F) -> Option<F::Output> {
        let mut source = std::pin::pin!(source);
        let Some(limit) = self.limit else { return Some(source.await) };
        let mut waiting = false;
        std::future::poll_fn(|cx| {
            use std::task::Poll;
            if let Poll::Ready(value) = source.as_mut().poll(cx) {
                self.last = Instant::now();
                return Poll::Ready(Some(value));
            }
            if !waiting {
                // Time in which nobody listened is not the server's silence.
                waiting = true;
                self.last = Instant::now();
            }
            let alarm =
                self.alarm.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(self.last + limit)));
            loop {
                match alarm.as_mut().poll(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(()) if Instant::now() >= self.last + limit => return Poll::Ready(None),
                    Poll::Ready(()) => alarm.as_mut().reset(self.last + limit),
                }
            }
        })
        .await
    }

    pub(crate) fn error(&self) -> Error {
        let limit = self.limit.unwrap_or_default();
        Error::new(Kind::Timeout, format!("not a byte for {} s (`{}`)", limit.as_secs_f64(), self.what))
    }
}

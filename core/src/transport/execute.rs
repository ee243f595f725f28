//! One logical call: attempts with waits between them, under one deadline.

use std::pin::pin;

use bytes::{Bytes, BytesMut};
use futures_core::future::BoxFuture;
use http::HeaderValue;
use http::header::AUTHORIZATION;
use tokio::time::{Instant, sleep};
use tracing::{Instrument, debug, field, info_span};
use url::Url;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::operation::{Operation, ResponseKind};
use crate::request::{CallOptions, RawResponse, Request, request_id};
use crate::retry::Safety;
use crate::runtime::Bound;
use crate::transport::mount::Uploads;
use crate::transport::plan::Plan;
use crate::transport::streaming::Streaming;
use crate::transport::watchdog::Watchdog;
use crate::transport::{Purpose, disconnected};

impl Client {
    /// Makes one logical call and reads the whole answer. Dropping the future closes the connection.
    ///
    /// # Errors
    /// See [`Error`] for the questions to ask; any status but 2xx is one.
    pub async fn execute(&self, request: Request) -> Result<RawResponse> {
        let operation = request.operation;
        let mut reply = self.call(request, Purpose::Calls).await?;
        Ok(RawResponse {
            status: reply.response.status(),
            headers: std::mem::take(reply.response.headers_mut()),
            body: reply.body,
            attempts: reply.attempts,
            operation,
        })
    }

    /// As [`execute`](Self::execute), but returns when the headers of a 2xx have arrived. Reading the body has no
    /// total time limit; silence is limited by `read_timeout`, or by `heartbeat_timeout` for event streams.
    ///
    /// # Errors
    /// As [`execute`](Self::execute).
    pub async fn open(&self, request: Request) -> Result<Streaming> {
        let events = request.operation.response == ResponseKind::Events;
        self.open_for(request, if events { Purpose::Streams } else { Purpose::Files }).await
    }

    pub(crate) async fn open_for(&self, request: Request, purpose: Purpose) -> Result<Streaming> {
        let (operation, watchdog) = (request.operation, self.body_watchdog(&request.options, purpose));
        Ok(self.call(request, purpose).await?.streaming(operation, watchdog))
    }

    /// Opens a signed link: nothing of the client goes along.
    pub(crate) async fn open_link(
        &self,
        operation: &'static Operation,
        url: Url,
        options: CallOptions,
        started: Instant,
    ) -> Result<Streaming> {
        let mut attempts = 0;
        let watchdog = self.body_watchdog(&options, Purpose::Storage);
        let plan = Plan::link(self, operation, url, options, started);
        match self.attempts(&plan, &mut attempts).await {
            Ok(reply) => Ok(reply.streaming(operation, watchdog)),
            Err(error) => Err(error.after(attempts, started.elapsed()).of(operation).of_link()),
        }
    }

    /// Guards a body that is read later: no deadline, only silence.
    fn body_watchdog(&self, options: &CallOptions, purpose: Purpose) -> Watchdog {
        let timeouts = &self.0.settings.timeouts;
        match purpose {
            Purpose::Streams => {
                let limit = options.heartbeat_timeout.unwrap_or(timeouts.heartbeat);
                Watchdog::new(limit, None, "heartbeat_timeout")
            }
            _ => Watchdog::new(options.read_timeout.unwrap_or(timeouts.read), None, "read_timeout"),
        }
    }

    /// In a box, as it is large: whatever awaits it would hold it, and be copied with it.
    fn call(&self, request: Request, purpose: Purpose) -> BoxFuture<'_, Result<Reply>> {
        match request.operation.mounts {
            [] => Box::pin(self.told(request, purpose)),
            _ => Box::pin(self.mounted(request, purpose)),
        }
    }

    /// The call, with the files that its body names.
    async fn mounted(&self, mut request: Request, purpose: Purpose) -> Result<Reply> {
        let uploads = Uploads::of(self, &mut request).await?;
        let result = self.told(request, purpose).await;
        if result.is_err() {
            uploads.take_back().await;
        }
        result
    }

    /// The call in its span.
    async fn told(&self, request: Request, purpose: Purpose) -> Result<Reply> {
        let operation = request.operation;
        let span = info_span!(
            "call",
            operation = operation.id,
            method = operation.method.as_str(),
            path = operation.path,
            request_id = field::Empty,
            status = field::Empty,
            attempts = field::Empty,
        );
        let (started, mut attempts) = (Instant::now(), 0);
        let work = async {
            let plan = Plan::new(self, request, purpose, started).await?;
            self.attempts(&plan, &mut attempts).await
        };
        let result = work.instrument(span.clone()).await;
        let result = result.map_err(|error| error.of(operation).after(attempts, started.elapsed()));
        if !span.is_disabled() {
            let (status, id) = match &result {
                Ok(reply) => (Some(reply.response.status()), request_id(reply.response.headers())),
                Err(error) => (error.status(), error.request_id()),
            };
            span.record("attempts", attempts).record("request_id", id);
            span.record("status", status.map(|status| status.as_u16()));
        }
        result
    }

    async fn attempts(&self, plan: &Plan, attempts: &mut u32) -> Result<Reply> {
        let mut watchdog = plan.watchdog();
        let mut renewed = false;
        loop {
            let authorization = self.authorization(plan, &mut watchdog).await?;
            *attempts += 1;
            let error = match self.attempt(plan, authorization.as_ref(), &mut watchdog).await {
                Ok((response, body)) => {
                    self.0.budget.give_back();
                    return Ok(Reply { response, body, attempts: *attempts });
                }
                Err(error) => error,
            };
            debug!(attempt = *attempts, %error, "attempt failed");
            if error.is_unauthenticated() && !renewed && plan.safety != Safety::None {
                renewed = true;
                if authorization.is_some_and(|header| self.0.auth.refused(&header)) {
                    continue;
                }
            }
            let Some(wait) = plan.decide(*attempts, &error) else { return Err(error) };
            if plan.deadline.is_some_and(|deadline| Instant::now() + wait >= deadline) {
                return Err(error.noting("No time is left for another attempt (`timeout`)."));
            }
            if !self.0.budget.take() {
                return Err(error.noting("Not repeated, because too many calls of this client fail."));
            }
            debug!(attempt = *attempts, seconds = wait.as_secs_f64(), "waiting before the next attempt");
            sleep(wait).await;
        }
    }

    /// The client's credential, unless the caller brought one or nobody is to see it.
    async fn authorization(&self, plan: &Plan, watchdog: &mut Watchdog) -> Result<Option<HeaderValue>> {
        if plan.purpose == Purpose::Storage || plan.headers.contains_key(AUTHORIZATION) {
            return Ok(None);
        }
        match watchdog.until_deadline(pin!(self.0.auth.header(plan.operation.host))).await {
            Ok(header) => header.map(Some),
            Err(expired) => Err(watchdog.error(expired).noting("No token arrived.")),
        }
    }

    /// One attempt: headers and body for a call, headers only for what is opened, everything of a failure.
    async fn attempt(
        &self,
        plan: &Plan,
        authorization: Option<&HeaderValue>,
        watchdog: &mut Watchdog,
    ) -> Result<(reqwest::Response, Bytes)> {
        let request = plan.request(authorization, watchdog);
        let about = |error: Error| error.to(plan.operation.method.as_str(), &plan.url);
        // Pinned here, because a future that is handed on is copied, and kept twice.
        let sent = watchdog.guard(pin!(self.0.transport.send(plan.purpose, request))).await;
        let mut response = sent.unwrap_or_else(|expired| Err(watchdog.error(expired))).map_err(about)?;
        let status = response.status();
        if status.is_success() && plan.purpose != Purpose::Calls {
            return Ok((response, Bytes::new()));
        }
        let body = read(&mut response, watchdog).await.map_err(about)?;
        if status.is_success() {
            return Ok((response, body));
        }
        let headers = std::mem::take(response.headers_mut());
        match plan.purpose {
            // A storage host quotes the signed link when it complains.
            Purpose::Storage => Err(about(Error::status_error(status, headers, Bytes::new()))),
            _ => Err(about(Error::status_error(status, headers, body).hinted())),
        }
    }
}

struct Reply {
    response: reqwest::Response,
    body: Bytes,
    attempts: u32,
}

impl Reply {
    fn streaming(self, operation: &'static Operation, watchdog: Watchdog) -> Streaming {
        Streaming { operation, response: Bound::new(self.response), attempts: self.attempts, watchdog }
    }
}

/// The whole body; one that came in one piece is not copied.
async fn read(response: &mut reqwest::Response, watchdog: &mut Watchdog) -> Result<Bytes> {
    // What a header announces is reserved, up to a bound: a header is cheap to write.
    const RESERVED: u64 = 1024 * 1024;
    let Some(first) = chunk(response, watchdog).await? else { return Ok(Bytes::new()) };
    let announced = response.content_length().unwrap_or(0);
    let Some(second) = chunk(response, watchdog).await? else { return Ok(first) };
    let mut whole =
        BytesMut::with_capacity((announced.min(RESERVED) as usize).max(first.len() + second.len()));
    whole.extend_from_slice(&first);
    whole.extend_from_slice(&second);
    while let Some(more) = chunk(response, watchdog).await? {
        whole.extend_from_slice(&more);
    }
    Ok(whole.freeze())
}

async fn chunk(response: &mut reqwest::Response, watchdog: &mut Watchdog) -> Result<Option<Bytes>> {
    match watchdog.guard(response.chunk()).await {
        Ok(chunk) => chunk.map_err(disconnected),
        Err(expired) => Err(watchdog.error(expired)),
    }
}

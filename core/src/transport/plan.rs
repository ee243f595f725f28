//! What every attempt of a call sends, checked before the first.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};
use tokio::time::Instant;
use url::Url;

use crate::client::{Client, ClientBuilder};
use crate::config::put_header;
use crate::error::{Error, Kind, Result};
use crate::files::progress::Progress;
use crate::files::upload;
use crate::operation::{BodyKind, Operation};
use crate::request::{Body, CallOptions, Request};
use crate::retry::{Outcome, Policy, Safety, decide};
use crate::spelling::option;
use crate::transport::Purpose;
use crate::transport::lines;
use crate::transport::target;
use crate::transport::watchdog::Watchdog;

pub(crate) const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// A call ready to be attempted: each attempt sends the same.
pub(crate) struct Plan {
    pub(crate) operation: &'static Operation,
    pub(crate) purpose: Purpose,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) safety: Safety,
    pub(crate) deadline: Option<Instant>,
    payload: Payload,
    policy: Policy,
    read_timeout: Option<Duration>,
    progress: Option<Progress>,
}

enum Payload {
    None,
    Json(Bytes),
    Form(upload::Prepared),
}

impl Plan {
    /// Checks `request` and completes it with what the client adds.
    pub(crate) async fn new(
        client: &Client,
        request: Request,
        purpose: Purpose,
        started: Instant,
    ) -> Result<Self> {
        let operation = request.operation;
        let (inner, settings) = (&client.0, &client.0.settings);
        let url = target::url(&inner.endpoints, &settings.default_query, &request)?;
        let mut headers = inner.headers.clone();
        let accept = match purpose {
            Purpose::Streams => Some("text/event-stream"),
            Purpose::Files => Some("*/*"),
            Purpose::Calls | Purpose::Storage => None,
        };
        if let Some(accept) = accept {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        let given = request.headers.iter().map(|(name, value)| (name.as_ref(), value.as_str()));
        let extra = request.options.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in given.chain(extra) {
            put_header(&mut headers, name, value)?;
        }
        let options = request.options;
        add_idempotency_key(&mut headers, operation, options.idempotency_key.as_deref())?;
        let payload = payload(operation, request.body, &options, settings.max_body_bytes.0).await?;
        payload.describe(&mut headers)?;
        let retry_writes = options.retry_writes.unwrap_or(settings.retry_writes.0);
        Ok(Plan {
            operation,
            purpose,
            url,
            headers,
            safety: Safety::of(operation, retry_writes, payload.replayable()),
            deadline: deadline(&options, settings, started),
            payload,
            policy: policy(&options, settings),
            read_timeout: options.read_timeout.unwrap_or(settings.timeouts.read),
            progress: options.progress,
        })
    }

    /// A plan for a signed link, which is all the authority there is.
    pub(crate) fn link(
        client: &Client,
        operation: &'static Operation,
        url: Url,
        options: CallOptions,
        started: Instant,
    ) -> Self {
        let settings = &client.0.settings;
        Plan {
            operation,
            purpose: Purpose::Storage,
            url,
            headers: HeaderMap::new(),
            safety: Safety::Any,
            deadline: deadline(&options, settings, started),
            payload: Payload::None,
            policy: policy(&options, settings),
            read_timeout: options.read_timeout.unwrap_or(settings.timeouts.read),
            progress: None,
        }
    }

    pub(crate) fn watchdog(&self) -> Watchdog {
        Watchdog::new(self.read_timeout, self.deadline, "read_timeout")
    }

    /// The request of one attempt.
    pub(crate) fn request(
        &self,
        authorization: Option<&HeaderValue>,
        watchdog: &mut Watchdog,
    ) -> reqwest::Request {
        let mut request = reqwest::Request::new(self.operation.method.http(), self.url.clone());
        *request.headers_mut() = self.headers.clone();
        if let Some(header) = authorization {
            request.headers_mut().insert(http::header::AUTHORIZATION, header.clone());
        }
        *request.body_mut() = match &self.payload {
            Payload::None => None,
            Payload::Json(json) => Some(json.clone().into()),
            Payload::Form(form) => {
                let progress = self.progress.clone().unwrap_or_default();
                watchdog.watch(progress.clone());
                Some(form.body(progress))
            }
        };
        request
    }

    /// How long to wait after failed attempt number `attempt` before the next; `None` to give up.
    pub(crate) fn decide(&self, attempt: u32, error: &Error) -> Option<Duration> {
        let outcome = match (error.kind(), error.status(), error.headers()) {
            _ if error.is_hopeless() => Outcome::Final,
            (Kind::Status, Some(status), Some(headers)) => Outcome::Status(status, headers),
            (Kind::Connection, ..) => Outcome::Disconnected,
            (Kind::Timeout, ..) if self.deadline.is_none_or(|deadline| Instant::now() < deadline) => {
                Outcome::Disconnected
            }
            _ => Outcome::Final,
        };
        decide(&self.policy, self.safety, attempt, outcome, error.retry_after(), chance())
    }
}

fn deadline(options: &CallOptions, settings: &ClientBuilder, started: Instant) -> Option<Instant> {
    let total = options.timeout.unwrap_or(settings.timeouts.total);
    total.and_then(|total| started.checked_add(total))
}

pub(crate) fn policy(options: &CallOptions, settings: &ClientBuilder) -> Policy {
    let mut policy = options.retry_policy.as_ref().unwrap_or(&settings.policy).clone();
    policy.max_retries = options.max_retries.unwrap_or(policy.max_retries);
    policy
}

/// One key for all attempts of a write, so that the server executes it once.
fn add_idempotency_key(headers: &mut HeaderMap, operation: &Operation, given: Option<&str>) -> Result<()> {
    match given {
        Some(key) if key.trim().is_empty() => {
            Err(Error::argument(format!("`{}` must not be empty", option("idempotency_key"))))
        }
        Some(key) => put_header(headers, IDEMPOTENCY_KEY, key),
        None if operation.writes() && !headers.contains_key(IDEMPOTENCY_KEY) => {
            let mut buffer = uuid::Uuid::encode_buffer();
            let key = uuid::Uuid::new_v4().hyphenated().encode_lower(&mut buffer);
            put_header(headers, IDEMPOTENCY_KEY, key)
        }
        None => Ok(()),
    }
}

async fn payload(
    operation: &Operation,
    body: Body,
    options: &CallOptions,
    limit: Option<usize>,
) -> Result<Payload> {
    let body = match body {
        Body::Multipart(form) => return Ok(Payload::Form(form.prepare().await?)),
        Body::Json(json) => Some(lines::written(merged(json, options)?, operation.mappings)?),
        Body::Empty if options.body.is_empty() => None,
        Body::Empty => Some(merged(Bytes::from_static(b"{}"), options)?),
    };
    match (body, limit) {
        (None, _) => match operation.body {
            BodyKind::Json { required: true } => Err(Error::argument("the body is missing")),
            BodyKind::Multipart => Err(Error::argument("the form is missing")),
            BodyKind::None | BodyKind::Json { .. } => Ok(Payload::None),
        },
        (Some(json), Some(limit)) if json.len() > limit => Err(Error::argument(format!(
            "the body has {} bytes; the limit is {} (`{}`), because the service cuts off more and then \
             cannot read it. Send less, or upload a file and refer to it.",
            json.len(),
            size(limit),
            option("max_body_bytes"),
        ))),
        (Some(json), _) => Ok(Payload::Json(json)),
    }
}

fn size(bytes: usize) -> String {
    match bytes % (1024 * 1024) {
        0 => format!("{} MB", bytes / 1024 / 1024),
        _ => format!("{bytes} bytes"),
    }
}

/// The body with the call's extra members, which win.
fn merged(json: Bytes, options: &CallOptions) -> Result<Bytes> {
    if options.body.is_empty() {
        return Ok(json);
    }
    let mut object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(&json).map_err(|cause| {
            Error::argument("extra body fields need a JSON object to be merged into").caused_by(cause)
        })?;
    object.extend(options.body.clone());
    let merged = serde_json::to_vec(&object)
        .map_err(|cause| Error::argument("the body cannot be written").caused_by(cause))?;
    Ok(merged.into())
}

impl Payload {
    fn replayable(&self) -> bool {
        match self {
            Payload::Form(form) => form.replayable,
            Payload::None | Payload::Json(_) => true,
        }
    }

    fn describe(&self, headers: &mut HeaderMap) -> Result<()> {
        match self {
            Payload::None => {}
            Payload::Json(_) => {
                headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("application/json"));
            }
            Payload::Form(form) => {
                put_header(headers, CONTENT_TYPE.as_str(), &form.content_type())?;
                if let Some(length) = form.length {
                    headers.insert(CONTENT_LENGTH, length.into());
                }
            }
        }
        Ok(())
    }
}

/// A number in 0..1; its quality matters little, a jitter is not a secret.
pub(crate) fn chance() -> f64 {
    let (high, _) = uuid::Uuid::new_v4().as_u64_pair();
    (high >> 11) as f64 / (1u64 << 53) as f64
}

//! What one logical call asks for, and what it brings back.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::operation::{Method, Operation};
use crate::upload::Form;

/// One logical call: an operation and its arguments.
#[derive(Debug, Clone)]
pub struct Request {
    /// What to do.
    pub operation: &'static Operation,
    /// The path values, outermost first, not yet escaped.
    pub path: Vec<String>,
    /// Query arguments as (wire name, value); a list repeats its name.
    pub query: Vec<(Cow<'static, str>, String)>,
    /// Header arguments as (wire name, value).
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// The body.
    pub body: Body,
    /// How to make the call.
    pub options: CallOptions,
}

/// The body of a request.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// None.
    #[default]
    Empty,
    /// A JSON document, ready to send.
    Json(Bytes),
    /// A multipart form.
    Multipart(Form),
}

/// How one call is made, where it differs from the client.
///
/// For the durations, `None` inherits from the client and `Some(None)` means no limit.
#[derive(Debug, Clone, Default)]
pub struct CallOptions {
    /// Headers to add or replace.
    pub headers: Vec<(String, String)>,
    /// Query arguments to add.
    pub query: Vec<(String, String)>,
    /// Members to merge into a JSON object body; they win.
    pub body: serde_json::Map<String, serde_json::Value>,
    /// The total of the call, retries and waits included.
    pub timeout: Option<Option<Duration>>,
    /// How long the server may stay silent.
    pub read_timeout: Option<Option<Duration>>,
    /// How long an event stream may stay silent.
    pub heartbeat_timeout: Option<Option<Duration>>,
    /// How many attempts may follow the first.
    pub max_retries: Option<u32>,
    /// Whether writes are repeated after any failure, or only after a 429.
    pub retry_writes: Option<bool>,
    /// The key under which the server executes a write once.
    pub idempotency_key: Option<String>,
    /// The retry policy.
    pub retry_policy: Option<crate::retry::Policy>,
}

/// A whole answer with a 2xx status.
#[derive(Debug, Clone)]
pub struct RawResponse {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Bytes,
    /// How many attempts were made.
    pub attempts: u32,
    pub(crate) operation: &'static Operation,
}

impl Request {
    /// A call of `operation` without arguments yet.
    pub fn new(operation: &'static Operation) -> Self {
        Request {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: Body::Empty,
            options: CallOptions::default(),
        }
    }

    /// A call of any path below the base URL, for endpoints this crate does not know.
    pub fn any(method: Method, path: impl Into<String>) -> Self {
        let mut request = Request::new(method.any());
        request.path.push(path.into());
        request
    }
}

impl RawResponse {
    /// The id under which the server knows this call.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// Decodes the body.
    ///
    /// # Errors
    /// [`Error::is_decode`] when the body is not a `T`; the error keeps the body.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        // A deletion may answer with nothing; that is a success without members.
        let empty = self.body.is_empty() && self.operation.method == Method::Delete;
        let body = if empty { b"{}" } else { &self.body[..] };
        serde_json::from_slice(body).map_err(|cause| Error::undecodable(self, cause))
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    ["x-request-id", "request-id"].iter().find_map(|name| headers.get(*name)?.to_str().ok())
}

//! What one logical call asks for, and what it brings back.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::files::progress::Progress;
use crate::files::upload::Form;
use crate::json;
use crate::operation::{Method, Operation};

/// One logical call: an operation and its arguments.
#[derive(Clone)]
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
#[derive(Clone, Default)]
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
#[derive(Clone, Default)]
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
    /// Whether an event stream outlives its connections; it does unless told otherwise.
    pub resume: Option<bool>,
    /// How many attempts may follow the first.
    pub max_retries: Option<u32>,
    /// Whether writes are repeated after any failure, or only after a 429.
    pub retry_writes: Option<bool>,
    /// The key under which the server executes a write once.
    pub idempotency_key: Option<String>,
    /// The retry policy.
    pub retry_policy: Option<crate::retry::Policy>,
    /// Told how far the upload or the download is.
    pub progress: Option<Progress>,
}

/// A whole answer with a 2xx status.
#[derive(Clone)]
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
        json::read(body).map_err(|cause| Error::undecodable(self, cause))
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let given = |name: &&str| headers.get(*name)?.to_str().ok().filter(|id| !id.is_empty());
    ["x-request-id", "request-id"].iter().find_map(given)
}

// What a call sends and receives may be a secret, so `Debug` shows names and sizes only.

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation.id)
            .field("path", &self.path)
            .field("query", &names(&self.query))
            .field("headers", &names(&self.headers))
            .field("body", &self.body)
            .field("options", &self.options)
            .finish()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Body::Empty => f.write_str("Empty"),
            Body::Json(json) => write!(f, "Json({} bytes)", json.len()),
            Body::Multipart(form) => f.debug_tuple("Multipart").field(form).finish(),
        }
    }
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("body", &self.body.keys().collect::<Vec<_>>())
            .field("timeout", &self.timeout)
            .field("max_retries", &self.max_retries)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("operation", &self.operation.id)
            .field("status", &self.status)
            .field("request_id", &self.request_id())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

fn names<N: AsRef<str>, V>(pairs: &[(N, V)]) -> Vec<&str> {
    pairs.iter().map(|(name, _)| name.as_ref()).collect()
}

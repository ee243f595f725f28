//! The one error of this crate: opaque, with questions.

pub(crate) mod body;
pub(crate) mod info;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::error::body::ErrorBody;
use crate::operation::{Host, Operation, ResponseKind};
use crate::redact;
use crate::request::{RawResponse, request_id};
use crate::retry::retry_after;

pub use info::ErrorInfo;

/// What this crate's functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

pub(crate) type Cause = Arc<dyn StdError + Send + Sync>;

/// Why a call failed. Ask it questions; new kinds of failure never break the caller.
///
/// It never contains a token, and shows URLs without their query.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: Kind,
    message: String,
    operation: Option<&'static Operation>,
    target: Option<String>,
    response: Option<Response>,
    said: ErrorBody,
    retry_after: Option<Duration>,
    attempts: u32,
    elapsed: Duration,
    last_event_id: Option<String>,
    connecting: bool,
    hopeless: bool,
    of_link: bool,
    source: Option<Cause>,
}

#[derive(Clone)]
struct Response {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Configuration,
    Argument,
    Connection,
    Timeout,
    Status,
    Decode,
    Stream,
    Unfinished,
    Cancelled,
    Internal,
}

/// The code of a download that ended before its announced length.
pub(crate) const TRUNCATED: &str = "truncated";

impl Error {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Error(Box::new(Inner {
            kind,
            message: message.into(),
            operation: None,
            target: None,
            response: None,
            said: ErrorBody::default(),
            retry_after: None,
            attempts: 0,
            elapsed: Duration::ZERO,
            last_event_id: None,
            connecting: false,
            hopeless: false,
            of_link: false,
            source: None,
        }))
    }

    /// The client cannot be made, or lacks something it needs, for example a token.
    pub fn configuration(message: impl Into<String>) -> Self {
        Self::new(Kind::Configuration, message)
    }

    /// An argument was refused before anything was sent.
    pub fn argument(message: impl Into<String>) -> Self {
        Self::new(Kind::Argument, message)
    }

    /// A turn stopped before its end.
    pub(crate) fn unfinished(message: impl Into<String>) -> Self {
        Self::new(Kind::Unfinished, message)
    }

    /// A stream broke off.
    pub(crate) fn stream(message: impl Into<String>) -> Self {
        Self::new(Kind::Stream, message)
    }

    /// The caller gave up.
    pub fn cancelled(message: impl Into<String>) -> Self {
        Self::new(Kind::Cancelled, message)
    }

    /// A defect of this crate or of a binding.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(Kind::Internal, message)
    }

    /// An answer other than 2xx.
    pub(crate) fn status_error(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        let said = ErrorBody::decode(&body);
        let reason = said.message.as_deref().or(status.canonical_reason()).unwrap_or("no explanation");
        let mut message = match &said.r#type {
            Some(kind) => format!("the server answered {} {kind}: {reason}", status.as_u16()),
            None => format!("the server answered {}: {reason}", status.as_u16()),
        };
        if let Some(param) = &said.param {
            message.push_str(&format!(" (argument `{param}`)"));
        }
        let mut error = Self::new(Kind::Status, message);
        error.0.said = said;
        error.0.retry_after = retry_after(&headers, SystemTime::now());
        error.0.response = Some(Response { status, headers, body });
        error
    }

    /// Adds what to do next, where the status tells.
    pub(crate) fn hinted(self) -> Self {
        match self.status().and_then(hint) {
            Some(hint) => self.noting(hint),
            None => self,
        }
    }

    /// A 2xx whose body is not what the operation promises.
    pub(crate) fn undecodable(
        response: &RawResponse,
        cause: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        let (cause, operation) = (cause.into(), response.operation);
        // What the exchange answers with is a token, and a signed link is as good as one. The cause may quote it.
        let secret = operation.host == Host::Exchange || operation.response == ResponseKind::Link;
        let error = if secret {
            Self::new(Kind::Decode, "the answer cannot be read; it is not shown because it may hold a secret")
                .with_response(response.status, &response.headers, Bytes::new())
        } else {
            Self::new(
                Kind::Decode,
                format!("the answer cannot be read: {cause}. `body()` holds it as it came."),
            )
            .with_response(response.status, &response.headers, response.body.clone())
            .caused_by(cause)
        };
        error.of(operation).after(response.attempts, Duration::ZERO)
    }

    /// An `error` frame inside an event stream.
    pub(crate) fn in_stream(body: Bytes) -> Self {
        let said = ErrorBody::decode(&body);
        let reason = said.message.as_deref().unwrap_or("no explanation");
        let message = match &said.r#type {
            Some(kind) => format!("the stream reported {kind}: {reason}"),
            None => format!("the stream reported an error: {reason}"),
        };
        let mut error = Self::new(Kind::Stream, message);
        error.0.said = said;
        error.0.response = Some(Response { status: StatusCode::OK, headers: HeaderMap::new(), body });
        error
    }

    pub(crate) fn with_response(mut self, status: StatusCode, headers: &HeaderMap, body: Bytes) -> Self {
        self.0.response = Some(Response { status, headers: headers.clone(), body });
        self
    }

    pub(crate) fn caused_by(mut self, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(Arc::from(cause.into()));
        self
    }

    pub(crate) fn of(mut self, operation: &'static Operation) -> Self {
        self.0.operation.get_or_insert(operation);
        self
    }

    pub(crate) fn to(mut self, method: &str, url: &url::Url) -> Self {
        self.0.target = Some(format!("{method} {}", redact::url(url)));
        self
    }

    /// As [`to`](Self::to), unless that is known already.
    pub(crate) fn at(self, method: &str, url: &url::Url) -> Self {
        if self.0.target.is_some() { self } else { self.to(method, url) }
    }

    pub(crate) fn while_connecting(mut self, connecting: bool) -> Self {
        self.0.connecting = connecting;
        self
    }

    /// Another attempt would meet the same failure.
    pub(crate) fn hopeless(mut self) -> Self {
        self.0.hopeless = true;
        self
    }

    pub(crate) fn is_hopeless(&self) -> bool {
        self.0.hopeless
    }

    /// It came from the host behind a download's link.
    pub(crate) fn of_link(mut self) -> Self {
        self.0.of_link = true;
        self
    }

    /// The link of a download is not good any more; another one may be.
    pub(crate) fn has_expired_link(&self) -> bool {
        self.0.of_link && self.status().is_some_and(|status| matches!(status.as_u16(), 401 | 403 | 404 | 410))
    }

    pub(crate) fn with_code(mut self, code: &str) -> Self {
        self.0.said.code = Some(code.to_owned());
        self
    }

    pub(crate) fn after(mut self, attempts: u32, elapsed: Duration) -> Self {
        self.0.attempts = attempts;
        self.0.elapsed = elapsed;
        self
    }

    pub(crate) fn with_last_event_id(mut self, id: Option<&str>) -> Self {
        self.0.last_event_id = id.map(str::to_owned);
        self
    }

    /// Adds a sentence.
    pub(crate) fn noting(mut self, note: &str) -> Self {
        let message = &mut self.0.message;
        message.push_str(if message.ends_with(['.', '!', '?']) { " " } else { ". " });
        message.push_str(note);
        self
    }

    pub(crate) fn kind(&self) -> Kind {
        self.0.kind
    }

    /// The dotted name of the operation, for example `agents.create`.
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.id)
    }

    /// The HTTP status; present only when an answer arrived.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// The server's word for the class of error. The status is more reliable.
    pub fn error_type(&self) -> Option<&str> {
        self.0.said.r#type.as_deref()
    }

    /// The server's code for the error.
    pub fn code(&self) -> Option<&str> {
        self.0.said.code.as_deref()
    }

    /// The argument the server complains about.
    pub fn param(&self) -> Option<&str> {
        self.0.said.param.as_deref()
    }

    /// The id under which the server knows the call: from its headers, else from its body.
    pub fn request_id(&self) -> Option<&str> {
        let header = self.headers().and_then(request_id);
        header.or(self.0.said.request_id.as_deref())
    }

    /// What the server said, as it came.
    pub fn body(&self) -> Option<&Bytes> {
        self.0.response.as_ref().map(|response| &response.body)
    }

    /// The headers of the answer.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// How long the server asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many attempts were made; 0 when nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the call took, waits included.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// The last event received before a stream failed; resume from it.
    pub fn last_event_id(&self) -> Option<&str> {
        self.0.last_event_id.as_deref()
    }

    /// The client was misconfigured, for example without a token.
    pub fn is_configuration(&self) -> bool {
        self.0.kind == Kind::Configuration
    }

    /// An argument was refused, by the checks before sending or by the server with a 400.
    pub fn is_invalid_request(&self) -> bool {
        self.0.kind == Kind::Argument || self.has(400)
    }

    /// No answer arrived, or not all of it; a timeout is one way to that.
    pub fn is_connection(&self) -> bool {
        matches!(self.0.kind, Kind::Connection | Kind::Timeout)
    }

    /// The connection could not be made, so nothing was sent.
    pub fn is_connect(&self) -> bool {
        self.0.connecting
    }

    /// A time limit passed: of the call, of the connection, of silence.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == Kind::Timeout
    }

    /// The answer arrived but is not what the operation promises.
    pub fn is_decode(&self) -> bool {
        self.0.kind == Kind::Decode
    }

    /// An event stream broke, or reported an error.
    pub fn is_stream(&self) -> bool {
        self.0.kind == Kind::Stream
    }

    /// A turn stopped before its end; see [`TurnResult::check`](crate::types::TurnResult::check).
    pub fn is_unfinished(&self) -> bool {
        self.0.kind == Kind::Unfinished
    }

    /// The caller gave up.
    pub fn is_cancelled(&self) -> bool {
        self.0.kind == Kind::Cancelled
    }

    /// A download ended before its announced length.
    pub fn is_truncated(&self) -> bool {
        self.0.kind == Kind::Connection && self.code() == Some(TRUNCATED)
    }

    /// 401: the token is missing, wrong or expired.
    pub fn is_unauthenticated(&self) -> bool {
        self.has(401)
    }

    /// 403: the token may not do this.
    pub fn is_permission_denied(&self) -> bool {
        self.has(403)
    }

    /// 404: no such thing, or not in this account and region.
    pub fn is_not_found(&self) -> bool {
        self.has(404)
    }

    /// 409: the state of the thing forbids it, for example a stale version.
    pub fn is_conflict(&self) -> bool {
        self.has(409)
    }

    /// 429: too much at once.
    pub fn is_rate_limited(&self) -> bool {
        self.has(429)
    }

    /// 5xx: the server failed.
    pub fn is_server_error(&self) -> bool {
        self.0.kind == Kind::Status && self.status().is_some_and(|status| status.is_server_error())
    }

    /// Whether the same call might succeed later. Whether it may be repeated safely is the caller's to know.
    pub fn is_retryable(&self) -> bool {
        !self.0.hopeless && self.is_connection()
            || self.has(408)
            || self.is_rate_limited()
            || self.is_server_error()
    }

    fn has(&self, status: u16) -> bool {
        self.0.kind == Kind::Status && self.status().is_some_and(|found| found.as_u16() == status)
    }
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Kind::Configuration => "configuration",
            Kind::Argument => "argument",
            Kind::Connection => "connection",
            Kind::Timeout => "timeout",
            Kind::Status => "status",
            Kind::Decode => "decode",
            Kind::Stream => "stream",
            Kind::Unfinished => "unfinished",
            Kind::Cancelled => "cancelled",
            Kind::Internal => "internal",
        }
    }
}

fn hint(status: StatusCode) -> Option<&'static str> {
    Some(match status.as_u16() {
        401 => crate::config::TOKEN_HINT,
        403 => "The token lacks the permission or the scope for this.",
        404 => "Check the id, and that it belongs to the token's account and region.",
        409 => "Read the current state and decide anew; a conflict is not retried.",
        _ => return None,
    })
}

pub(crate) fn causes(error: &Error) -> Vec<String> {
    let mut texts = Vec::new();
    let mut cause = error.source();
    while let Some(error) = cause {
        texts.push(error.to_string());
        cause = error.source();
    }
    texts
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(f, "{operation}: ")?;
        }
        f.write_str(&self.0.message)?;
        let mut facts = Vec::new();
        facts.extend(self.0.target.clone());
        facts.extend(self.request_id().map(|id| format!("request id {id}")));
        facts.extend((self.0.attempts > 1).then(|| format!("{} attempts", self.0.attempts)));
        facts.extend(self.0.retry_after.map(|wait| format!("retry after {} s", wait.as_secs_f64())));
        facts.extend(self.0.last_event_id.as_ref().map(|id| format!("last event {id}")));
        if facts.is_empty() { Ok(()) } else { write!(f, " ({})", facts.join(", ")) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.to_string())
            .field("status", &self.status())
            .field("causes", &causes(self))
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|cause| &**cause as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(code: u16, body: &'static str) -> Error {
        Error::status_error(StatusCode::from_u16(code).unwrap(), HeaderMap::new(), body.into()).hinted()
    }

    #[test]
    fn the_class_is_the_status_whatever_the_body_says() {
        let error =
            status(409, r#"{"type":"error","error":{"type":"invalid_request_error","message":"busy."}}"#);
        assert!(error.is_conflict() && !error.is_invalid_request() && !error.is_retryable());
        assert_eq!(error.error_type(), Some("invalid_request_error"));
        for (code, retryable) in
            [(408, true), (429, true), (500, true), (529, true), (400, false), (404, false)]
        {
            assert_eq!(status(code, "").is_retryable(), retryable, "{code}");
        }
    }

    #[test]
    fn messages_say_what_to_do() {
        let message = status(401, r#"{"code":"TOKEN_INVALID","message":"bad token"}"#).to_string();
        for part in ["401", "bad token. ", "QODER_ACCESS_TOKEN", "Personal access tokens"] {
            assert!(message.contains(part), "{message}");
        }
        let target = url::Url::parse("https://h/x?sig=secret").unwrap();
        let message = status(503, "").to("GET", &target).after(3, Duration::ZERO).to_string();
        assert_eq!(message, "the server answered 503: Service Unavailable (GET https://h/x, 3 attempts)");
    }
}

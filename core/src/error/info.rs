//! An error as plain data.

use serde::Serialize;

use crate::error::{Error, causes};
use crate::redact;

/// An [`Error`] as plain data, for crossing into another language.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorInfo {
    /// `configuration`, `argument`, `connection`, `timeout`, `status`, `decode`, `stream`, `unfinished`, `cancelled` or `internal`.
    pub kind: &'static str,
    /// What happened, to what, and what to do next.
    pub message: String,
    /// The dotted name of the operation.
    pub operation: Option<&'static str>,
    /// The HTTP status, if an answer arrived.
    pub status: Option<u16>,
    /// The server's word for the class of error.
    pub r#type: Option<String>,
    /// The server's code, or `truncated` for a download that ended early.
    pub code: Option<String>,
    /// The argument the server complains about.
    pub param: Option<String>,
    /// The id under which the server knows the call.
    pub request_id: Option<String>,
    /// The answer's headers, secrets replaced.
    pub headers: Vec<(String, String)>,
    /// The answer's body as text, at most 64 KiB of it.
    pub body: Option<String>,
    /// How long the server asks to wait, in seconds.
    pub retry_after: Option<f64>,
    /// How many attempts were made.
    pub attempts: u32,
    /// How long the call took, in seconds.
    pub elapsed: f64,
    /// The chain of causes, outermost first.
    pub causes: Vec<String>,
    /// The last event received before a stream failed.
    pub last_event_id: Option<String>,
}

impl Error {
    /// The error as plain data.
    pub fn info(&self) -> ErrorInfo {
        ErrorInfo {
            kind: self.kind().as_str(),
            message: self.to_string(),
            operation: self.operation(),
            status: self.status().map(|status| status.as_u16()),
            r#type: self.error_type().map(str::to_owned),
            code: self.code().map(str::to_owned),
            param: self.param().map(str::to_owned),
            request_id: self.request_id().map(str::to_owned),
            headers: self.headers().map(redact::headers).unwrap_or_default(),
            body: self.body().map(|body| excerpt(body)),
            retry_after: self.retry_after().map(|wait| wait.as_secs_f64()),
            attempts: self.attempts(),
            elapsed: self.elapsed().as_secs_f64(),
            causes: causes(self),
            last_event_id: self.last_event_id().map(str::to_owned),
        }
    }
}

fn excerpt(body: &[u8]) -> String {
    const LONGEST: usize = 64 * 1024;
    String::from_utf8_lossy(&body[..body.len().min(LONGEST)]).into_owned()
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};

    use super::*;

    #[test]
    fn info_carries_everything_but_secrets() {
        let mut headers = HeaderMap::new();
        headers.insert("x-request-id", "r1".parse().unwrap());
        headers.insert("set-cookie", "secret".parse().unwrap());
        headers.insert("retry-after-ms", "1500".parse().unwrap());
        let body = Bytes::from(vec![b'x'; 100_000]);
        let cause = std::io::Error::other("inner");
        let error = Error::status_error(StatusCode::BAD_GATEWAY, headers, body).caused_by(cause);
        let info = error.info();
        assert_eq!((info.kind, info.status, info.request_id.as_deref()), ("status", Some(502), Some("r1")));
        assert_eq!(
            (info.retry_after, info.body.unwrap().len(), &info.causes[..]),
            (Some(1.5), 65536, &["inner".to_owned()][..])
        );
        assert!(info.headers.iter().all(|(_, value)| value != "secret"));
    }
}

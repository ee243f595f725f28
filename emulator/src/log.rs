//! Every request received, for tests to look at. Bounded; a token never gets in.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use base64::Engine as _;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, Method, StatusCode, Uri};
use serde::Serialize;
use serde_json::{Value, json};

const REQUESTS: usize = 10_000;
const BODY_BYTES: usize = 64 * 1024;
const REDACTED: &[u8] = b"[redacted]";
/// Headers that carry credentials: recorded as present, never with their value.
const SECRET_HEADERS: [&str; 5] =
    ["authorization", "proxy-authorization", "cookie", "x-api-key", "x-auth-token"];

/// The last requests.
#[derive(Debug, Default)]
pub(crate) struct Log {
    entries: VecDeque<Entry>,
    /// Number of the first entry that is still here.
    first: u64,
}

#[derive(Debug)]
struct Entry {
    method: Method,
    /// Path and query as sent.
    target: Box<str>,
    headers: Vec<(HeaderName, Box<[u8]>)>,
    authorized: bool,
    operation: Option<&'static str>,
    body: Bytes,
    body_bytes: u64,
    parts: Option<Value>,
    status: Option<StatusCode>,
    outcome: Option<&'static str>,
}

/// The log as the connections share it.
pub(crate) type SharedLog = Rc<RefCell<Log>>;

impl Log {
    fn entry(&mut self, number: u64) -> Option<&mut Entry> {
        self.entries.get_mut(number.checked_sub(self.first)? as usize)
    }

    pub(crate) fn clear(&mut self) {
        self.first += self.entries.len() as u64;
        self.entries.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The requests, oldest first.
    pub(crate) fn view(&self) -> Vec<Received> {
        self.entries.iter().zip(self.first..).map(|(entry, number)| entry.view(number)).collect()
    }
}

/// A request as the emulator received it.
#[derive(Clone, Debug, Serialize)]
pub struct Received {
    /// Counts from 0 over the life of the emulator.
    pub number: u64,
    /// `GET`, `POST`, ...
    pub method: String,
    /// The path as sent, still percent-encoded.
    pub path: String,
    /// The query as sent, without the question mark; empty when there was none.
    pub query: String,
    /// The operation it was understood as, `agents.create`.
    pub operation: Option<&'static str>,
    /// Headers in the order received; credentials read `[redacted]`.
    pub headers: Vec<(String, String)>,
    /// Whether it carried a valid token.
    pub authorized: bool,
    /// The JSON body, `{"parts": [...]}` for multipart, `{"base64": "..."}` for anything else, null for none.
    pub body: Value,
    /// Size of the body in bytes, also where the log keeps less of it.
    pub body_bytes: u64,
    /// Status of the answer; none while there is no answer.
    pub status: Option<u16>,
    /// `completed`, `disconnected` when the caller left first, `faulted` when a fault broke it off.
    pub outcome: Option<&'static str>,
}

impl Entry {
    fn view(&self, number: u64) -> Received {
        let (path, query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        Received {
            number,
            method: self.method.to_string(),
            path: path.to_owned(),
            query: query.to_owned(),
            operation: self.operation,
            headers: self.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            authorized: self.authorized,
            body: self.body_view(),
            body_bytes: self.body_bytes,
            status: self.status.map(|status| status.as_u16()),
            outcome: self.outcome,
        }
    }

    fn body_view(&self) -> Value {
        if let Some(parts) = &self.parts {
            return json!({ "parts": parts });
        }
        if self.body.is_empty() {
            return Value::Null;
        }
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| json!({ "base64": base64::prelude::BASE64_STANDARD.encode(&self.body) }))
    }
}

/// One request's line in the log. Dropped before it is completed, it says that the caller went away.
pub(crate) struct Line {
    log: SharedLog,
    number: u64,
    done: bool,
}

impl Line {
    pub(crate) fn begin(log: &SharedLog, method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        // Copies: a header kept as it is would keep the whole buffer it was read into.
        let copied = headers.iter().map(|(name, value)| {
            let secret = SECRET_HEADERS.contains(&name.as_str());
            (name.clone(), if secret { REDACTED.into() } else { value.as_bytes().into() })
        });
        let target = uri.path_and_query().map_or("", |target| target.as_str());
        let mut all = log.borrow_mut();
        if all.entries.len() == REQUESTS {
            all.entries.pop_front();
            all.first += 1;
        }
        let number = all.first + all.entries.len() as u64;
        all.entries.push_back(Entry {
            method: method.clone(),
            target: target.into(),
            headers: copied.collect(),
            authorized: false,
            operation: None,
            body: Bytes::new(),
            body_bytes: 0,
            parts: None,
            status: None,
            outcome: None,
        });
        drop(all);
        Self { log: Rc::clone(log), number, done: false }
    }

    fn note(&self, note: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.log.borrow_mut().entry(self.number) {
            note(entry);
        }
    }

    pub(crate) fn operation(&self, id: &'static str) {
        self.note(|entry| entry.operation = Some(id));
    }

    pub(crate) fn authorized(&self) {
        self.note(|entry| entry.authorized = true);
    }

    pub(crate) fn body(&self, body: &Bytes, received: u64) {
        self.note(|entry| {
            entry.body = Bytes::copy_from_slice(&body[..body.len().min(BODY_BYTES)]);
            entry.body_bytes = received;
        });
    }

    /// A multipart body is kept as a summary of its parts.
    pub(crate) fn parts(&self, parts: &[crate::call::Part]) {
        let summary = parts.iter().map(|part| {
            json!({
                "name": part.name,
                "filename": part.file_name,
                "content_type": part.content_type,
                "size": part.content.len(),
                "text": std::str::from_utf8(&part.content).ok().filter(|text| text.len() <= 1024),
            })
        });
        let summary = summary.collect();
        self.note(|entry| {
            entry.parts = Some(summary);
            entry.body = Bytes::new();
        });
    }

    pub(crate) fn status(&self, status: StatusCode) {
        self.note(|entry| entry.status = Some(status));
    }

    pub(crate) fn completed(mut self) {
        self.done = true;
        self.note(|entry| entry.outcome = Some("completed"));
    }

    /// The emulator itself cut the exchange, because it was told to.
    pub(crate) fn faulted(mut self) {
        self.done = true;
        self.note(|entry| entry.outcome = Some("faulted"));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.done {
            self.note(|entry| entry.outcome = Some("disconnected"));
        }
    }
}

//! Arguments of a step as the typed methods take them, and what came of the call.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use qoder_cloud::{CallOptions, Error, Part};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::time::Duration;

/// The arguments of one call, taken one by one.
#[derive(Debug, Default)]
pub struct Args {
    members: Map<String, Value>,
    /// How the call is made.
    pub options: CallOptions,
    /// Which part of a list is wanted.
    pub listing: Listing,
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Listing {
    /// The first page, or the one after so many.
    #[default]
    First,
    /// The page of this number.
    Page(u64),
    /// Every item.
    All,
}

/// What came of a call.
pub enum Outcome {
    /// A typed answer, written back as JSON; a page is one too.
    Json(Value),
    /// Every item of a list, and the error that ended it.
    Items(Vec<Value>, Option<Error>),
    /// An open stream.
    Events(Box<dyn EventSource>),
    /// A file that was read to its end.
    File(Value),
}

/// An open event stream, whatever the type of its events.
pub trait EventSource: Send {
    /// The next event, written back as JSON.
    fn next(&mut self) -> futures_util::future::BoxFuture<'_, Option<Result<Value, Error>>>;
}

impl Args {
    /// Arguments by name.
    pub fn new(members: Map<String, Value>) -> Self {
        Self { members, ..Self::default() }
    }

    /// A required argument.
    ///
    /// # Panics
    /// When it is missing or not a `T`: the scenario asks for what the compiler would refuse.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> T {
        self.optional(name).unwrap_or_else(|| panic!("argument `{name}` is missing"))
    }

    /// An optional argument; an explicit `null` is one.
    ///
    /// # Panics
    /// When it is not a `T`.
    pub fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.members.remove(name)?;
        Some(serde_json::from_value(value).unwrap_or_else(|cause| panic!("argument `{name}`: {cause}")))
    }

    /// A file.
    ///
    /// # Panics
    /// As [`take`](Self::take).
    pub fn file(&mut self, name: &str) -> Part {
        self.optional_file(name).unwrap_or_else(|| panic!("file `{name}` is missing"))
    }

    /// A file that may be left out.
    pub fn optional_file(&mut self, name: &str) -> Option<Part> {
        self.members.remove(name).map(|value| part(&value))
    }

    /// Several files.
    pub fn files(&mut self, name: &str) -> Vec<Part> {
        match self.members.remove(name) {
            Some(Value::Array(files)) => files.iter().map(part).collect(),
            Some(file) => vec![part(&file)],
            None => Vec::new(),
        }
    }

    /// The call's options, once.
    pub fn options(&mut self) -> CallOptions {
        std::mem::take(&mut self.options)
    }

    /// Arguments nobody took: the method has no such argument.
    pub fn leftover(&self) -> Vec<&str> {
        self.members.keys().map(String::as_str).collect()
    }
}

fn part(value: &Value) -> Part {
    if let Some(path) = value["path"].as_str() {
        return Part::path(path);
    }
    let content = match (value["text"].as_str(), value["base64"].as_str()) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (_, Some(text)) => BASE64_STANDARD.decode(text).unwrap_or_else(|cause| panic!("base64 of a file: {cause}")),
        _ => panic!("a file has `text`, `base64` or `path`: {value}"),
    };
    let times = value["repeat"].as_u64().unwrap_or(1) as usize;
    Part::bytes(value["name"].as_str().unwrap_or_default(), content.repeat(times))
}

/// Options of a call, by name.
///
/// # Panics
/// When there is no such option.
pub fn call_options(options: &Map<String, Value>) -> CallOptions {
    let mut out = CallOptions::default();
    for (name, value) in options {
        match name.as_str() {
            "headers" => out.headers = pairs(value),
            "query" => out.query = pairs(value),
            "body" => out.body = value.as_object().cloned().unwrap_or_default(),
            "timeout" => out.timeout = Some(seconds(value)),
            "read_timeout" => out.read_timeout = Some(seconds(value)),
            "heartbeat_timeout" => out.heartbeat_timeout = Some(seconds(value)),
            "max_retries" => out.max_retries = value.as_u64().map(|retries| retries as u32),
            "retry_writes" => out.retry_writes = value.as_bool(),
            "idempotency_key" => out.idempotency_key = value.as_str().map(str::to_owned),
            other => panic!("unknown option `{other}`"),
        }
    }
    out
}

/// `null` is no limit.
pub fn seconds(value: &Value) -> Option<Duration> {
    value.as_f64().map(Duration::from_secs_f64)
}

/// The members of an object as text.
pub fn pairs(value: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    value.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value))).collect()
}

/// A typed value as JSON: what the typed layer lost is missing in it.
///
/// # Panics
/// When it cannot be written, which would be a fault of its type.
pub fn written<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_else(|cause| panic!("a typed answer cannot be written: {cause}"))
}

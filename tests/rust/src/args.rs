//! Arguments of a step as the typed methods take them, and what comes of a call.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use futures_util::future::BoxFuture;
use qoder_cloud::{CallOptions, Download, Error, EventStream, Page, Pages, Part, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The arguments of one call, taken one by one.
///
/// Taking what is missing, or of another type than the method has, panics: the scenario asks for what the compiler
/// would refuse.
#[derive(Debug, Default)]
pub struct Args {
    members: Map<String, Value>,
    options: CallOptions,
}

/// What comes of a call.
pub enum Outcome {
    /// A typed answer, written back as JSON, and what surrounds it.
    Json(Value, Option<String>),
    /// A list, nothing of it read yet.
    List(Box<dyn ListSource>),
    /// An open stream.
    Events(Box<dyn EventSource>),
    /// A file, its content not read yet.
    Download(Download),
}

/// The pages of a list, whatever the type of its items.
pub trait ListSource: Send {
    /// The next page, written back as JSON.
    fn page(&mut self) -> BoxFuture<'_, Option<Result<Value, Error>>>;
    /// Every item, written back as JSON, and the error that ended them.
    fn items(self: Box<Self>) -> BoxFuture<'static, (Vec<Value>, Option<Error>)>;
}

/// An open event stream, whatever the type of its events.
pub trait EventSource: Send {
    /// The next event, written back as JSON.
    fn next(&mut self) -> BoxFuture<'_, Option<Result<Value, Error>>>;
    /// The id to resume after.
    fn last_event_id(&self) -> Option<&str>;
}

impl Args {
    /// Arguments by name, and how the call is made.
    pub fn new(members: Map<String, Value>, options: CallOptions) -> Self {
        Self { members, options }
    }

    /// An argument the method requires.
    pub fn required<T: DeserializeOwned>(&mut self, name: &str) -> T {
        self.optional(name).unwrap_or_else(|| panic!("argument `{name}` is missing"))
    }

    /// An argument that may be left out; an explicit `null` is given.
    pub fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.members.remove(name)?;
        Some(serde_json::from_value(value).unwrap_or_else(|cause| panic!("argument `{name}`: {cause}")))
    }

    /// A file.
    pub fn part(&mut self, name: &str) -> Part {
        self.members.remove(name).map_or_else(|| panic!("file `{name}` is missing"), |value| part(&value))
    }

    /// Several files.
    pub fn parts(&mut self, name: &str) -> Vec<Part> {
        match self.members.remove(name) {
            Some(Value::Array(files)) => files.iter().map(part).collect(),
            other => panic!("`{name}` is a list of files, not {other:?}"),
        }
    }

    /// How the call is made.
    pub fn call_options(&mut self) -> CallOptions {
        std::mem::take(&mut self.options)
    }

    /// Arguments nobody took: the method has none of that name.
    pub fn leftover(&self) -> Vec<&str> {
        self.members.keys().map(String::as_str).collect()
    }
}

impl Outcome {
    /// A typed answer.
    pub fn json<T: Serialize>(response: Response<T>) -> Self {
        Self::Json(written(&response.data), response.request_id)
    }

    /// A typed list.
    pub fn list<T: Serialize + DeserializeOwned + Send + 'static>(pages: Pages<T>) -> Self {
        Self::List(Box::new(pages))
    }

    /// A typed stream.
    pub fn events<T: Serialize + DeserializeOwned + Send + 'static>(stream: EventStream<T>) -> Self {
        Self::Events(Box::new(stream))
    }

    /// A file.
    pub fn download(download: Download) -> Self {
        Self::Download(download)
    }
}

impl<T: Serialize + DeserializeOwned + Send + 'static> ListSource for Pages<T> {
    fn page(&mut self) -> BoxFuture<'_, Option<Result<Value, Error>>> {
        Box::pin(async move { Some(self.next().await?.map(|page| page_json(&page))) })
    }

    fn items(self: Box<Self>) -> BoxFuture<'static, (Vec<Value>, Option<Error>)> {
        Box::pin(async move {
            let (mut items, mut seen) = (Pages::items(*self), Vec::new());
            while let Some(item) = items.next().await {
                match item {
                    Ok(item) => seen.push(written(&item)),
                    Err(error) => return (seen, Some(error)),
                }
            }
            (seen, None)
        })
    }
}

fn page_json<T: Serialize>(page: &Page<T>) -> Value {
    json!({
        "data": page.data.iter().map(written).collect::<Vec<_>>(),
        "has_more": page.has_more,
        "first_id": page.first_id,
        "last_id": page.last_id,
        "next_page": page.next_page,
    })
}

impl<T: Serialize + DeserializeOwned + Send + 'static> EventSource for EventStream<T> {
    fn next(&mut self) -> BoxFuture<'_, Option<Result<Value, Error>>> {
        Box::pin(async move { Some(EventStream::next(self).await?.map(|event| written(&event))) })
    }

    fn last_event_id(&self) -> Option<&str> {
        EventStream::last_event_id(self)
    }
}

/// A typed value as JSON: what the typed layer lost is missing in it.
fn written<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_else(|cause| panic!("a typed answer cannot be written: {cause}"))
}

fn part(value: &Value) -> Part {
    if let Some(path) = value["path"].as_str() {
        return Part::path(path);
    }
    let content = match (value["text"].as_str(), value["base64"].as_str()) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (_, Some(text)) => {
            BASE64_STANDARD.decode(text).unwrap_or_else(|cause| panic!("base64 of a file: {cause}"))
        }
        _ => panic!("a file has `text`, `base64` or `path`: {value}"),
    };
    let times = value["repeat"].as_u64().unwrap_or(1) as usize;
    Part::bytes(value["name"].as_str().unwrap_or_default(), content.repeat(times))
}

/// Options of a call, by name. Panics when there is no such option.
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
            "resume" => out.resume = value.as_bool(),
            "idempotency_key" => out.idempotency_key = value.as_str().map(str::to_owned),
            other => panic!("there is no option `{other}`"),
        }
    }
    out
}

/// A limit in seconds; `null` is none.
fn seconds(value: &Value) -> Option<Duration> {
    value.as_f64().map(Duration::from_secs_f64)
}

/// The members of an object as text.
pub fn pairs(value: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    value.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value))).collect()
}

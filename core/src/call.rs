//! A call being put together: what every generated method returns or wraps.

use std::borrow::Cow;
use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::files::download::Download;
use crate::files::upload::Form;
use crate::operation::Operation;
use crate::pagination::{Page, Pages, RawPages};
use crate::request::{Body, CallOptions, RawResponse, Request};
use crate::stream::events::Events;

/// A call with its arguments, not made yet. It owns its client, so its future may go anywhere.
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Call {
    client: Client,
    request: Request,
    refused: Option<Error>,
}

/// A decoded answer with what surrounds it.
#[derive(Clone)]
pub struct Response<T> {
    /// The decoded body.
    pub data: T,
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The id under which the server knows the call.
    pub request_id: Option<String>,
    /// How many attempts were made.
    pub attempts: u32,
}

impl Call {
    /// A call of `operation` without arguments yet.
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self::from_request(client, Request::new(operation))
    }

    pub(crate) fn from_request(client: &Client, request: Request) -> Self {
        Call { client: client.clone(), request, refused: None }
    }

    /// Adds the next path value, outermost first.
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.request.path.push(value.into());
        self
    }

    /// Adds a query argument under its wire name; a list repeats it.
    pub fn query(mut self, name: impl Into<Cow<'static, str>>, value: impl ToString) -> Self {
        self.request.query.push((name.into(), value.to_string()));
        self
    }

    /// Adds a header argument under its wire name.
    pub fn header(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.request.headers.push((name.into(), value.into()));
        self
    }

    /// Gives the JSON body. What cannot be serialised is reported when the call is made.
    pub fn json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => self.request.body = Body::Json(json.into()),
            Err(cause) => {
                let message = format!("the body cannot be written as JSON: {cause}");
                self.refused = Some(Error::argument(message).caused_by(cause).of(self.request.operation));
            }
        }
        self
    }

    /// Gives the JSON body of a call that can do without: one that has no members is not sent.
    pub(crate) fn json_members<T: Serialize + ?Sized>(self, body: &T) -> Self {
        let mut call = self.json(body);
        if matches!(&call.request.body, Body::Json(json) if json.as_ref() == b"{}") {
            call.request.body = Body::Empty;
        }
        call
    }

    /// Gives the JSON body as bytes, sent as they are.
    pub fn json_bytes(mut self, body: impl Into<Bytes>) -> Self {
        self.request.body = Body::Json(body.into());
        self
    }

    /// Gives a multipart form as the body.
    pub fn form(mut self, form: Form) -> Self {
        self.request.body = Body::Multipart(form);
        self
    }

    /// Merges a member into the JSON object body, for members this crate does not know.
    pub fn extra_body(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.request.options.body.insert(name.into(), value.into());
        self
    }

    /// Limits the call in total, retries and waits included; `None` for no limit.
    pub fn timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.request.options.timeout = Some(limit.into());
        self
    }

    /// Limits the server's silence; `None` for no limit.
    pub fn read_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.request.options.read_timeout = Some(limit.into());
        self
    }

    /// Limits an event stream's silence; `None` for no limit.
    pub fn heartbeat_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.request.options.heartbeat_timeout = Some(limit.into());
        self
    }

    /// Whether an event stream outlives its connections; it does unless told otherwise.
    pub fn resume(mut self, yes: bool) -> Self {
        self.request.options.resume = Some(yes);
        self
    }

    /// Limits how many attempts may follow the first.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.request.options.max_retries = Some(retries);
        self
    }

    /// The key under which the server executes this write once; made up when not given.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.request.options.idempotency_key = Some(key.into());
        self
    }

    /// All options at once.
    pub fn options(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// The request so far, to change what has no method of its own.
    pub fn request_mut(&mut self) -> &mut Request {
        &mut self.request
    }

    /// The client and the request.
    ///
    /// # Errors
    /// [`Error::is_invalid_request`] when an argument was refused while the call was put together.
    pub fn into_parts(self) -> Result<(Client, Request)> {
        match self.refused {
            Some(error) => Err(error),
            None => Ok((self.client, self.request)),
        }
    }

    /// Makes the call and returns the answer as it came.
    ///
    /// # Errors
    /// See [`Error`] for the questions to ask.
    pub async fn raw(self) -> Result<RawResponse> {
        let (client, request) = self.into_parts()?;
        client.execute(request).await
    }

    /// Makes the call and decodes the answer.
    ///
    /// # Errors
    /// As [`raw`](Self::raw), and [`Error::is_decode`] when the answer is not a `T`.
    pub async fn decode<T: DeserializeOwned>(self) -> Result<T> {
        self.raw().await?.json()
    }

    /// Makes the call and decodes the answer as JSON of any shape; an empty one is null.
    ///
    /// # Errors
    /// As [`decode`](Self::decode).
    pub async fn value(self) -> Result<Value> {
        let raw = self.raw().await?;
        if raw.body.is_empty() { Ok(Value::Null) } else { raw.json() }
    }

    /// Makes the call and decodes the answer, keeping what surrounds it.
    ///
    /// # Errors
    /// As [`decode`](Self::decode).
    pub async fn response<T: DeserializeOwned>(self) -> Result<Response<T>> {
        let raw = self.raw().await?;
        Ok(Response {
            data: raw.json()?,
            request_id: raw.request_id().map(str::to_owned),
            status: raw.status,
            headers: raw.headers,
            attempts: raw.attempts,
        })
    }

    /// Reads the first page of a list.
    ///
    /// # Errors
    /// As [`decode`](Self::decode).
    pub async fn page<T: DeserializeOwned>(self) -> Result<Page<T>> {
        let (client, request) = self.into_parts()?;
        Page::first(client, request).await
    }

    /// All pages of a list, read one by one.
    pub fn pages<T: DeserializeOwned>(self) -> Pages<T> {
        match self.into_parts() {
            Ok((client, request)) => Pages::new(client, request),
            Err(error) => Pages::refused(error),
        }
    }

    /// All pages of a list, as they come.
    pub fn raw_pages(self) -> RawPages {
        match self.into_parts() {
            Ok((client, request)) => RawPages::new(client, request),
            Err(error) => RawPages::refused(error),
        }
    }

    /// Opens an event stream.
    ///
    /// # Errors
    /// As [`raw`](Self::raw), and [`Error::is_stream`] when the answer is not an event stream.
    pub async fn events(self) -> Result<Events> {
        let (client, request) = self.into_parts()?;
        client.events(request).await
    }

    /// Opens a download.
    ///
    /// # Errors
    /// As [`raw`](Self::raw), of either step.
    pub async fn download(self) -> Result<Download> {
        let (client, request) = self.into_parts()?;
        client.download(request).await
    }
}

impl IntoFuture for Call {
    type Output = Result<RawResponse>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.raw())
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("data", &self.data)
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

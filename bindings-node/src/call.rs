//! One logical call: arguments in, work started.

use std::borrow::Cow;

use bytes::Bytes;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use qoder_cloud::operation::{Method, Operation};
use qoder_cloud::{Body, CallOptions, Request, operations};
use serde_json::Map;

use crate::client::{Client, limit, pairs};
use crate::form::Form;
use crate::list::List;
use crate::log;
use crate::progress::Progress;
use crate::source::Source;
use crate::stream::Stream;

/// Numbers from here on are the methods for any path; the same number stands in `ts/native.ts`.
const ANY: u32 = 0x1_0000;

/// How one call differs from its client. Durations in milliseconds; `null` means no limit.
#[napi(object)]
pub struct Options<'a> {
    pub timeout: Option<Either<f64, Null>>,
    pub read_timeout: Option<Either<f64, Null>>,
    pub heartbeat_timeout: Option<Either<f64, Null>>,
    pub max_retries: Option<u32>,
    pub retry_writes: Option<bool>,
    pub idempotency_key: Option<String>,
    pub resume: Option<bool>,
    /// Names and values, flat.
    pub headers: Option<Vec<String>>,
    /// Names and values, flat.
    pub query: Option<Vec<String>>,
    /// A JSON object to merge into the body.
    pub body: Option<String>,
    pub progress: Option<ClassInstance<'a, Progress>>,
}

/// The arguments of a call as they cross: path values, then names and values, flat.
pub struct Arguments<'a> {
    pub path: Vec<String>,
    pub query: Option<Vec<String>>,
    pub headers: Option<Vec<String>>,
    pub body: Option<Either<String, &'a Form>>,
    pub options: Option<Options<'a>>,
}

#[napi]
impl Client {
    /// Starts a call. With `source` its answer is a file that is opened, else it is read whole.
    #[napi(catch_unwind)]
    #[allow(clippy::too_many_arguments)]
    pub fn call(
        &self,
        id: u32,
        operation: u32,
        path: Vec<String>,
        query: Option<Vec<String>>,
        headers: Option<Vec<String>>,
        body: Option<Either<String, &Form>>,
        options: Option<Options<'_>>,
        source: Option<&Source>,
    ) -> Result<()> {
        let request = request(operation, Arguments { path, query, headers, body, options })?;
        let client = self.core()?;
        let sink = self.sink.clone();
        match source {
            Some(source) => source.open(id, client, request, sink),
            None => self.queue.run(id, log::with(sink, async move { client.execute(request).await })),
        }
        Ok(())
    }

    /// Opens an event stream.
    #[napi(catch_unwind)]
    #[allow(clippy::too_many_arguments)]
    pub fn follow(
        &self,
        id: u32,
        operation: u32,
        path: Vec<String>,
        query: Option<Vec<String>>,
        headers: Option<Vec<String>>,
        options: Option<Options<'_>>,
        stream: &Stream,
    ) -> Result<()> {
        let request = request(operation, Arguments { path, query, headers, body: None, options })?;
        stream.open(id, self.core()?, request, self.sink.clone());
        Ok(())
    }

    /// A list; nothing is sent yet.
    #[napi(catch_unwind)]
    pub fn list(
        &self,
        operation: u32,
        path: Vec<String>,
        query: Option<Vec<String>>,
        headers: Option<Vec<String>>,
        options: Option<Options<'_>>,
    ) -> Result<List> {
        let request = request(operation, Arguments { path, query, headers, body: None, options })?;
        Ok(List::new(self.core()?, request, self.queue.clone(), self.sink.clone()))
    }
}

fn request(operation: u32, arguments: Arguments<'_>) -> Result<Request> {
    let mut request = Request::new(operation_at(operation)?);
    request.path = arguments.path;
    request.query = pairs(arguments.query).map(|(name, value)| (Cow::Owned(name), value)).collect();
    request.headers = pairs(arguments.headers).map(|(name, value)| (Cow::Owned(name), value)).collect();
    request.body = match arguments.body {
        Some(Either::A(json)) => Body::Json(Bytes::from(json)),
        Some(Either::B(form)) => Body::Multipart(form.take()),
        None => Body::Empty,
    };
    if let Some(options) = arguments.options {
        request.options = options.into_core()?;
    }
    Ok(request)
}

/// The id of an operation, for the test that both sides count alike.
#[napi(catch_unwind)]
pub fn operation_id(number: u32) -> Option<String> {
    operations::ALL.get(number as usize).map(|operation| operation.id.to_owned())
}

fn operation_at(number: u32) -> Result<&'static Operation> {
    let known = operations::ALL.get(number as usize).copied();
    let any = || {
        [Method::Get, Method::Post, Method::Put, Method::Delete]
            .get((number.checked_sub(ANY)?) as usize)
            .map(|method| method.any())
    };
    known.or_else(any).ok_or_else(|| Error::from_reason(format!("there is no operation {number}")))
}

impl Options<'_> {
    fn into_core(self) -> Result<CallOptions> {
        let body = match self.body {
            Some(json) => {
                serde_json::from_str(&json).map_err(|cause| Error::from_reason(cause.to_string()))?
            }
            None => Map::new(),
        };
        Ok(CallOptions {
            headers: pairs(self.headers).collect(),
            query: pairs(self.query).collect(),
            body,
            timeout: self.timeout.map(limit),
            read_timeout: self.read_timeout.map(limit),
            heartbeat_timeout: self.heartbeat_timeout.map(limit),
            max_retries: self.max_retries,
            retry_writes: self.retry_writes,
            idempotency_key: self.idempotency_key,
            resume: self.resume,
            progress: self.progress.map(|progress| progress.inner().clone()),
            ..CallOptions::default()
        })
    }
}

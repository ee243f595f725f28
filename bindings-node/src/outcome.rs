//! What comes of work, as JavaScript receives it.

use std::any::Any;
use std::ptr;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use napi::bindgen_prelude::{Array, BufferSlice, Env, Null, Result, ToNapiValue};
use napi::{check_status, sys};
use qoder_cloud::{Error, RawResponse};
use serde_json::json;

/// What finished work gives.
pub struct Outcome {
    /// Status line and headers, or nothing.
    pub head: Option<String>,
    pub value: Value,
}

/// The part of an outcome that JavaScript works with.
pub enum Value {
    /// Nothing, or the end of something that is read bit by bit.
    Null,
    Number(f64),
    Text(Text),
    Bytes(Bytes),
    /// An `ErrorInfo` as JSON.
    Failure(String),
}

/// Bytes that are known to be UTF-8, and whether they are ASCII: V8 copies those and decodes all others.
pub struct Text {
    bytes: Bytes,
    ascii: bool,
}

impl Text {
    /// The bytes, mended where they are not UTF-8.
    pub fn of(bytes: Bytes) -> Self {
        Self::read(bytes).unwrap_or_else(|bytes| Text {
            ascii: false,
            bytes: String::from_utf8_lossy(&bytes).into_owned().into(),
        })
    }

    fn read(bytes: Bytes) -> std::result::Result<Self, Bytes> {
        let ascii = bytes.is_ascii();
        if ascii || str::from_utf8(&bytes).is_ok() { Ok(Text { bytes, ascii }) } else { Err(bytes) }
    }
}

impl ToNapiValue for Text {
    unsafe fn to_napi_value(env: sys::napi_env, text: Self) -> Result<sys::napi_value> {
        let create = if text.ascii { sys::napi_create_string_latin1 } else { sys::napi_create_string_utf8 };
        let mut value = ptr::null_mut();
        // SAFETY: the caller gives a valid environment; pointer and length are those of one slice.
        let status =
            unsafe { create(env, text.bytes.as_ptr().cast(), text.bytes.len() as isize, &mut value) };
        check_status!(status, "a string of {} bytes cannot be made", text.bytes.len())?;
        Ok(value)
    }
}

impl Value {
    /// Text where it is text, else bytes.
    pub fn of(body: Bytes) -> Self {
        Text::read(body).map_or_else(Value::Bytes, Value::Text)
    }
}

impl From<Value> for Outcome {
    fn from(value: Value) -> Self {
        Outcome { head: None, value }
    }
}

impl From<RawResponse> for Outcome {
    fn from(response: RawResponse) -> Self {
        let head = head(response.status, response.attempts, &response.headers);
        Outcome { head: Some(head), value: Value::of(response.body) }
    }
}

impl From<Error> for Outcome {
    fn from(error: Error) -> Self {
        // Strings, numbers and lists of them can always be written.
        Value::Failure(serde_json::to_string(&error.info()).unwrap_or_default()).into()
    }
}

impl Outcome {
    /// A panic of ours becomes an error of the call, not the end of the process.
    pub fn of_panic(panic: &(dyn Any + Send)) -> Self {
        let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        Value::Failure(
            json!({ "kind": "internal", "message": format!("internal failure: {text}") }).to_string(),
        )
        .into()
    }
}

/// `200 1` (status, attempts) and one line per header. One string crosses the boundary faster than an object.
pub fn head(status: StatusCode, attempts: u32, headers: &HeaderMap) -> String {
    let mut text = format!("{} {attempts}", status.as_u16());
    for (name, value) in headers {
        text.push('\n');
        text.push_str(name.as_str());
        text.push(':');
        text.push_str(&String::from_utf8_lossy(value.as_bytes()));
    }
    text
}

/// Writes `head` and `value` to a flat array from `at` on.
pub fn write(env: &Env, array: &mut Array<'_>, at: u32, outcome: Outcome) -> Result<()> {
    if let Some(head) = outcome.head {
        array.set(at, Text::of(head.into()))?;
    }
    match outcome.value {
        Value::Null => array.set(at + 1, Null),
        Value::Number(number) => array.set(at + 1, number),
        Value::Text(text) => array.set(at + 1, text),
        Value::Bytes(bytes) => array.set(at + 1, BufferSlice::copy_from(env, &bytes)?),
        Value::Failure(info) => array.set(at + 1, info),
    }
}

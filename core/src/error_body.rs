//! Reads whatever a failing server said; never fails itself.

use bytes::Bytes;
use serde_json::Value;

/// What could be understood of an error body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ErrorBody {
    pub(crate) r#type: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) param: Option<String>,
    pub(crate) request_id: Option<String>,
}

impl ErrorBody {
    /// Probes the documented envelope, then the gateway's flat shape, then settles for text.
    pub(crate) fn decode(body: &Bytes) -> Self {
        // serde_json stops at 128 levels, so absurd nesting ends here as text.
        match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(outer)) => {
                let inner = outer.get("error").and_then(Value::as_object).unwrap_or(&outer);
                let text = |name: &str| inner.get(name).or_else(|| outer.get(name)).and_then(plain);
                ErrorBody {
                    r#type: text("type").filter(|kind| kind != "error"),
                    code: text("code"),
                    message: text("message").or_else(|| outer.get("error").and_then(plain)),
                    param: text("param"),
                    request_id: text("request_id"),
                }
            }
            Ok(Value::String(message)) => ErrorBody { message: Some(message), ..Self::default() },
            _ => ErrorBody { message: readable(body), ..Self::default() },
        }
    }
}

/// Strings, and numbers because gateways send numeric codes.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A short text is worth showing; markup and binary are not.
fn readable(body: &Bytes) -> Option<String> {
    const LONGEST: usize = 300;
    let text = std::str::from_utf8(body).ok()?.trim();
    let shown = !text.is_empty() && !text.starts_with(['<', '{', '[']) && text.len() <= LONGEST;
    shown.then(|| text.to_owned())
}

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(body: impl Into<Bytes>) -> ErrorBody {
        ErrorBody::decode(&body.into())
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn reads_the_documented_envelope() {
        let said = decode(
            r#"{"type":"error","request_id":"r","error":{"type":"invalid_request_error","message":"m","param":"p","code":"c"}}"#,
        );
        let expected = ErrorBody {
            r#type: some("invalid_request_error"),
            code: some("c"),
            message: some("m"),
            param: some("p"),
            request_id: some("r"),
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn reads_the_gateways_flat_shape() {
        let said = decode(r#"{"code":"TOKEN_INVALID","message":"m","timestamp":1}"#);
        assert_eq!((said.code, said.message, said.r#type), (some("TOKEN_INVALID"), some("m"), None));
        assert_eq!(decode(r#"{"code":40101,"message":"m"}"#).code, some("40101"));
    }

    #[test]
    fn makes_the_best_of_anything_else() {
        assert_eq!(decode(r#"{"error":"plain"}"#).message, some("plain"));
        assert_eq!(decode(r#""text""#).message, some("text"));
        assert_eq!(decode("upstream connect error").message, some("upstream connect error"));
        for body in [
            "",
            " ",
            "<html><body>502</body></html>",
            "null",
            "[]",
            "{",
            r#"{"error":null}"#,
            r#"{"message":7e99}"#,
        ] {
            assert_eq!(decode(body).r#type, None, "{body}");
        }
        assert_eq!(decode("<html>"), ErrorBody::default());
        assert_eq!(decode(&b"\xff\xfe"[..]), ErrorBody::default());
        assert_eq!(decode(r#"{"error":"#.repeat(100_000)), ErrorBody::default());
        assert_eq!(decode("[".repeat(100_000)), ErrorBody::default());
    }

    proptest! {
        #[test]
        fn never_fails(body in prop::collection::vec(any::<u8>(), 0..256)) {
            decode(body);
        }

        #[test]
        fn never_fails_on_nearly_json(body in "[{}\\[\\]\",:a-z0-9 ]{0,64}") {
            decode(body);
        }
    }
}

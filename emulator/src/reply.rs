//! What a handler answers: a reply, or a failure in the documented envelope.

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::time::Duration;

use crate::stream::Subscription;

/// A JSON object as it is stored and sent.
pub(crate) type Object = Map<String, Value>;

/// Result of every handler.
pub(crate) type Outcome = Result<Reply, Failure>;

pub(crate) enum Reply {
    Json {
        status: StatusCode,
        body: Bytes,
    },
    Bytes {
        content_type: String,
        file_name: String,
        body: Bytes,
    },
    Events(Box<Subscription>),
    /// Nothing yet: ask the handler again when work arrives or the time is over.
    Wait(Duration),
}

impl Reply {
    pub(crate) fn ok(body: &impl Serialize) -> Outcome {
        Self::with(StatusCode::OK, body)
    }

    pub(crate) fn with(status: StatusCode, body: &impl Serialize) -> Outcome {
        match serde_json::to_vec(body) {
            Ok(body) => Ok(Self::Json { status, body: body.into() }),
            Err(error) => Err(Failure::internal(&error)),
        }
    }

    pub(crate) fn raw(body: Vec<u8>) -> Outcome {
        Ok(Self::Json { status: StatusCode::OK, body: body.into() })
    }

    /// The body of a delete: `{"id", "type": "<kind>_deleted"}`.
    pub(crate) fn deleted(kind: &str, id: &str) -> Outcome {
        Self::ok(&json!({ "id": id, "type": format!("{kind}_deleted") }))
    }
}

/// A refusal: the status, and what goes into the envelope.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    pub(crate) kind: &'static str,
    pub(crate) message: String,
    pub(crate) param: Option<String>,
}

impl Failure {
    pub(crate) fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        Self { status, kind, message: message.into(), param: None }
    }

    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message)
    }

    pub(crate) fn at(param: impl Into<String>, message: impl Into<String>) -> Self {
        Self { param: Some(param.into()), ..Self::invalid(message) }
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "authentication_error", "Invalid API key or token.")
    }

    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "permission_error", message)
    }

    pub(crate) fn not_found(kind: &str, id: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found_error", format!("No {kind} with ID '{id}'."))
    }

    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict_error", message)
    }

    /// Several endpoints answer 409 under the type of a 400; the documentation says which.
    pub(crate) fn wrong_state(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "invalid_request_error", message)
    }

    pub(crate) fn internal(cause: &dyn std::fmt::Display) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "api_error", cause.to_string())
    }

    pub(crate) fn body(&self, request_id: &str) -> Vec<u8> {
        let mut error = json!({ "type": self.kind, "message": self.message });
        if let Some(param) = &self.param {
            error["param"] = Value::from(param.as_str());
        }
        json!({ "type": "error", "request_id": request_id, "error": error }).to_string().into_bytes()
    }
}

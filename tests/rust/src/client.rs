//! Clients as scenarios describe them, and their errors in the scenarios' words.

use std::time::Duration;

use qoder_cloud::{Client, Error, RetryPolicy, ServiceAccount, seconds};
use qoder_cloud_emulator::Emulator;
use serde_json::{Map, Value, json};

use crate::args::pairs;

/// A client for an emulator, with these options. Panics when there is no such option.
///
/// # Errors
/// What the client's builder refuses.
pub fn build(emulator: &Emulator, options: &Map<String, Value>) -> Result<Client, Error> {
    let mut builder = Client::builder();
    if !options.contains_key("base_url") && !options.contains_key("region") {
        builder = builder.base_url(emulator.base_url());
    }
    if !options.contains_key("token") && !options.contains_key("service_account") {
        builder = builder.token(emulator.token());
    }
    let mut policy = RetryPolicy::default();
    for (name, value) in options {
        let text = || value.as_str().unwrap_or_default().to_owned();
        builder = match name.as_str() {
            "token" => value.as_str().map(|token| builder.clone().token(token)).unwrap_or(builder),
            "base_url" => builder.base_url(text()),
            "region" => builder.region(text()),
            "workspace_id" => builder.workspace_id(text()),
            "timeout" => builder.timeout(limit(name, value)?),
            "connect_timeout" => builder.connect_timeout(limit(name, value)?),
            "read_timeout" => builder.read_timeout(limit(name, value)?),
            "heartbeat_timeout" => builder.heartbeat_timeout(limit(name, value)?),
            "retry_writes" => builder.retry_writes(value == true),
            "default_headers" => pairs(value)
                .into_iter()
                .fold(builder, |builder, (name, value)| builder.default_header(name, value)),
            "default_query" => pairs(value)
                .into_iter()
                .fold(builder, |builder, (name, value)| builder.default_query(name, value)),
            "max_body_bytes" => builder.max_body_bytes(value.as_u64().map(|bytes| bytes as usize)),
            "service_account" => builder.service_account(account(value)),
            "max_retries" => {
                policy.max_retries = value.as_u64().unwrap_or_default() as u32;
                builder
            }
            "backoff" => {
                policy.initial_backoff = Duration::ZERO;
                builder
            }
            other => panic!("there is no client option `{other}`"),
        };
    }
    builder.retry_policy(policy).build()
}

/// A limit in seconds; `null` is none.
fn limit(option: &str, value: &Value) -> Result<Option<Duration>, Error> {
    value.as_f64().map(|value| seconds(option, value)).transpose()
}

fn account(options: &Value) -> ServiceAccount {
    let mut account = ServiceAccount::new(options["key"].as_str().unwrap_or_default());
    if let Some(scope) = options["scope"].as_str() {
        account = account.scope(scope);
    }
    if let Some(ttl) = options["ttl_seconds"].as_u64() {
        account = account.ttl(Duration::from_secs(ttl));
    }
    account
}

/// An error in the words of `raises`.
pub fn described(error: &Error) -> Value {
    let info = error.info();
    json!({
        "class": class(info.kind, info.status),
        "status": info.status,
        "type": info.r#type,
        "code": info.code,
        "param": info.param,
        "request_id": info.request_id,
        "attempts": info.attempts,
        "retry_after": info.retry_after,
        "last_event_id": info.last_event_id,
        "message": info.message,
    })
}

fn class(kind: &str, status: Option<u16>) -> &'static str {
    match (kind, status.unwrap_or_default()) {
        ("configuration" | "argument" | "internal", _) => "QoderError",
        ("connection", _) => "APIConnectionError",
        ("timeout", _) => "APITimeoutError",
        ("decode", _) => "APIResponseValidationError",
        ("cancelled", _) => "APIUserAbortError",
        ("status", 400) => "BadRequestError",
        ("status", 401) => "AuthenticationError",
        ("status", 403) => "PermissionDeniedError",
        ("status", 404) => "NotFoundError",
        ("status", 409) => "ConflictError",
        ("status", 412) => "PreconditionFailedError",
        ("status", 413) => "RequestTooLargeError",
        ("status", 422) => "UnprocessableEntityError",
        ("status", 429) => "RateLimitError",
        ("status", 500..) => "InternalServerError",
        ("status", _) => "APIStatusError",
        _ => "APIError",
    }
}

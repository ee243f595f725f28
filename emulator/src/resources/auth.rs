//! Tokens: the emulator's own, those a test adds, and those issued by the exchange.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Handler;
use crate::call::Call;
use crate::reply::{Failure, Outcome, Reply};
use crate::spec::Operation;
use crate::state::State;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[("auth.exchange", exchange)];

const BUSINESS_SCOPE: &str = "qca.access";

/// The tokens that are accepted, with the end of their life and what they may do.
#[derive(Default)]
pub(crate) struct Tokens(HashMap<String, Grant>);

struct Grant {
    until: Option<Timestamp>,
    business: bool,
}

impl Tokens {
    pub(crate) fn add(&mut self, token: &str) {
        self.0.insert(token.to_owned(), Grant { until: None, business: true });
    }

    pub(crate) fn revoke(&mut self, token: &str) {
        self.0.remove(token);
    }
}

impl State {
    /// Refuses unknown and expired tokens with 401, and those without the scope with 403.
    pub(crate) fn check_token(&mut self, token: &str) -> Result<(), Failure> {
        let grant = self.tokens.0.get(token).ok_or_else(Failure::unauthorized)?;
        if grant.until.is_some_and(|until| self.clock.now() >= until) {
            return Err(Failure::unauthorized());
        }
        if grant.business { Ok(()) } else { Err(Failure::forbidden("The token lacks the scope qca.access.")) }
    }
}

/// The bearer token of a request; no other way of authenticating is accepted.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get("authorization")?.to_str().ok()?.split_once(' ')?;
    Some(token.trim()).filter(|token| scheme.eq_ignore_ascii_case("bearer") && !token.is_empty())
}

/// Where the documentation words a refusal of its own, that one.
pub(crate) fn explain(operation: &Operation, failure: Failure) -> Failure {
    if operation.id == "agents.update" && failure.message == "Missing required field: version" {
        return Failure { message: "Field 'version' is required.".into(), ..failure };
    }
    failure
}

/// A service account key becomes a token. A personal token is no such key.
fn exchange(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let key =
        bearer(call.headers).filter(|key| !key.starts_with("pt-") && !state.tokens.0.contains_key(*key));
    key.ok_or_else(Failure::unauthorized)?;
    let request = call.object();
    let scope = request.get("scope").and_then(Value::as_str).unwrap_or_default();
    let known = |word: &str| word == BUSINESS_SCOPE || word == "forward.access";
    if scope.is_empty() || !scope.split(' ').all(known) {
        return Err(Failure::at("scope", format!("Unknown scope '{scope}'.")));
    }
    let seconds = request.get("ttl_seconds").and_then(Value::as_i64).unwrap_or(3600);
    let now = state.clock.now();
    let until =
        now.checked_add(SignedDuration::from_secs(seconds)).map_err(|error| Failure::internal(&error))?;
    let token = issue(scope, until);
    let business = scope.split(' ').any(|word| word == BUSINESS_SCOPE);
    state.tokens.0.insert(token.clone(), Grant { until: Some(until), business });
    Reply::ok(&json!({
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": seconds,
        "expires_at": until.to_string(),
    }))
}

/// Looks like a JWT; nobody verifies its signature, which is random.
fn issue(scope: &str, until: Timestamp) -> String {
    let part = |value: Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let signature = BASE64_URL_SAFE_NO_PAD.encode(uuid::Uuid::new_v4().as_bytes());
    let header = part(json!({ "alg": "none", "typ": "JWT" }));
    let claims = part(json!({ "aud": "qoder", "scope": scope, "exp": until.as_second() }));
    format!("{header}.{claims}.{signature}")
}

//! Writes under an `Idempotency-Key` happen once: the same key and body get the first answer again.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use bytes::Bytes;
use http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};

use crate::call::Body;
use crate::reply::Failure;

const RETENTION: SignedDuration = SignedDuration::from_hours(24);
/// Forgetting the oldest early keeps the memory of a long test run bounded.
const KEYS: usize = 65_536;

/// Answers already given, by token and key.
#[derive(Default)]
pub(crate) struct Replays {
    given: HashMap<Scope, Given>,
    oldest: VecDeque<Scope>,
}

/// Whose key it is.
pub(crate) type Scope = (u64, String);

struct Given {
    request: u64,
    at: Timestamp,
    status: StatusCode,
    body: Bytes,
}

impl Replays {
    /// The first answer, when this request was answered before.
    pub(crate) fn find(
        &self,
        scope: &Scope,
        request: u64,
        now: Timestamp,
    ) -> Result<Option<(StatusCode, Bytes)>, Failure> {
        let Some(given) = self.given.get(scope).filter(|given| now.duration_since(given.at) < RETENTION)
        else {
            return Ok(None);
        };
        if given.request != request {
            return Err(Failure::conflict("Idempotency key reused with a different request body."));
        }
        Ok(Some((given.status, given.body.clone())))
    }

    pub(crate) fn remember(
        &mut self,
        scope: Scope,
        request: u64,
        at: Timestamp,
        status: StatusCode,
        body: Bytes,
    ) {
        if self.given.insert(scope.clone(), Given { request, at, status, body }).is_none() {
            self.oldest.push_back(scope);
        }
        while self.oldest.len() > KEYS {
            if let Some(oldest) = self.oldest.pop_front() {
                self.given.remove(&oldest);
            }
        }
    }
}

/// What makes two requests the same: method, path and content. The boundary of a form does not count.
pub(crate) fn fingerprint(method: &Method, path: &str, raw: &[u8], body: &Body) -> u64 {
    let mut hasher = DefaultHasher::new();
    (method.as_str(), path).hash(&mut hasher);
    match body {
        Body::Form(parts) => {
            for part in parts {
                (&part.name, &part.file_name, &part.content_type, &part.content).hash(&mut hasher);
            }
        }
        Body::Empty | Body::Json(_) => raw.hash(&mut hasher),
    }
    hasher.finish()
}

/// Keys are kept apart by token; the token itself is not kept.
pub(crate) fn scope(token: &str, key: &str) -> Scope {
    let mut hasher = DefaultHasher::new();
    token.hash(&mut hasher);
    (hasher.finish(), key.to_owned())
}

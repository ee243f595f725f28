//! When and after how long an attempt is repeated.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

use crate::operation::{Operation, RetryClass};

/// How failed attempts are repeated.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// How many attempts may follow the first.
    pub max_retries: u32,
    /// The wait before the first retry; it doubles with each further one.
    pub initial_backoff: Duration,
    /// No wait of our own is longer.
    pub max_backoff: Duration,
    /// The largest part of a wait of our own that chance takes off, 0 to 1, so that clients do not march in step.
    pub jitter: f64,
    /// A server that asks for a longer wait ends the retries.
    pub max_retry_after: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Policy {
            max_retries: 3,
            initial_backoff: Duration::from_secs(1),
            max_backoff: Duration::from_secs(4),
            jitter: 0.25,
            max_retry_after: Duration::from_secs(60),
        }
    }
}

/// What an attempt came to, if not a success.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome<'a> {
    /// An answer other than 2xx.
    Status(StatusCode, &'a HeaderMap),
    /// No answer, or not all of it.
    Disconnected,
    /// A failure that another attempt would meet again.
    Final,
}

/// What may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Safety {
    /// Any failed attempt: it reads, or the server knows its key.
    Any,
    /// Attempts the server refused to start.
    Refused,
    /// None.
    None,
}

impl Safety {
    pub(crate) fn of(operation: &Operation, retry_writes: bool, replayable: bool) -> Self {
        match operation.retry {
            _ if !replayable => Safety::None,
            RetryClass::Never => Safety::None,
            RetryClass::WithKey if !retry_writes => Safety::Refused,
            RetryClass::Always | RetryClass::WithKey => Safety::Any,
        }
    }
}

/// How long to wait after failed attempt number `attempt` (the first is 1) before the next; `None` to give up. `wish` is
/// what the server asked for, `chance` is in 0..1.
pub(crate) fn decide(
    policy: &Policy,
    safety: Safety,
    attempt: u32,
    outcome: Outcome<'_>,
    wish: Option<Duration>,
    chance: f64,
) -> Option<Duration> {
    if attempt > policy.max_retries || !worth_repeating(safety, outcome) {
        return None;
    }
    match wish {
        Some(wait) => (wait <= policy.max_retry_after).then_some(wait),
        None => Some(backoff(policy, attempt, chance)),
    }
}

fn worth_repeating(safety: Safety, outcome: Outcome<'_>) -> bool {
    match (safety, outcome) {
        (Safety::None, _) | (_, Outcome::Final) => false,
        (Safety::Any, Outcome::Disconnected) => true,
        (Safety::Refused, Outcome::Disconnected) => false,
        (safety, Outcome::Status(status, headers)) => match should_retry(headers) {
            // A conflict stays one whatever a gateway says.
            _ if status == StatusCode::CONFLICT => false,
            Some(false) => false,
            _ if safety == Safety::Refused => status == StatusCode::TOO_MANY_REQUESTS,
            Some(true) => true,
            None => {
                status.is_server_error()
                    || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
            }
        },
    }
}

/// The wait of our own before the retry that follows attempt number `attempt`.
fn backoff(policy: &Policy, attempt: u32, chance: f64) -> Duration {
    let doubled = policy.initial_backoff.saturating_mul(2u32.saturating_pow(attempt.saturating_sub(1)));
    let part = 1.0 - policy.jitter.clamp(0.0, 1.0) * chance.clamp(0.0, 1.0);
    doubled.min(policy.max_backoff).mul_f64(part)
}

/// The server's own verdict.
fn should_retry(headers: &HeaderMap) -> Option<bool> {
    match headers.get("x-should-retry")?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

/// How long the server asks to wait; what cannot be understood counts as absent.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text =
        |name| headers.get(name).and_then(|value: &http::HeaderValue| value.to_str().ok()).map(str::trim);
    if let Some(wait) = text("retry-after-ms").and_then(|value| number(value, 1e-3)) {
        return Some(wait);
    }
    let value = text("retry-after")?;
    number(value, 1.0).or_else(|| {
        let date = httpdate::parse_http_date(value).ok()?;
        Some(date.duration_since(now).unwrap_or(Duration::ZERO))
    })
}

/// A finite number, not negative, in plain digits: `inf` and `nan` are numbers to Rust, but not to HTTP.
fn number(text: &str, unit: f64) -> Option<Duration> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    Duration::try_from_secs_f64(text.parse::<f64>().ok()? * unit).ok()
}

/// Keeps retries from multiplying an outage: each takes a token, each success gives one back. Shared by all
/// clones of a client; when it is empty, failures are final until calls succeed again.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Budget {
    /// As many retries as a large burst of refused calls needs, and no storm.
    const FULL: u32 = 500;

    pub(crate) fn take(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
    }

    pub(crate) fn give_back(&self) {
        // Nearly always full: a plain load keeps the cache line shared between threads.
        if self.0.load(Ordering::Relaxed) < Self::FULL {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Budget(AtomicU32::new(Self::FULL))
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let parsed = |(name, value): &(&'static str, &str)| {
            (http::HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())
        };
        pairs.iter().map(parsed).collect()
    }

    fn after(
        status: u16,
        pairs: &[(&'static str, &str)],
        safety: Safety,
        attempt: u32,
        chance: f64,
    ) -> Option<Duration> {
        let (status, headers) = (StatusCode::from_u16(status).unwrap(), headers(pairs));
        let (outcome, wish) = (Outcome::Status(status, &headers), retry_after(&headers, NOW));
        decide(&Policy::default(), safety, attempt, outcome, wish, chance)
    }

    fn secs(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    #[test]
    fn the_status_decides() {
        for (status, expected) in [
            (408, true),
            (429, true),
            (500, true),
            (501, true),
            (503, true),
            (529, true),
            (302, false),
            (400, false),
            (401, false),
            (403, false),
            (404, false),
            (409, false),
            (412, false),
            (413, false),
            (422, false),
        ] {
            assert_eq!(after(status, &[], Safety::Any, 1, 0.0).is_some(), expected, "{status}");
        }
    }

    #[test]
    fn waits_double_up_to_three_retries() {
        for (attempt, expected) in [(1, Some(1.0)), (2, Some(2.0)), (3, Some(4.0)), (4, None)] {
            assert_eq!(after(503, &[], Safety::Any, attempt, 0.0), expected.map(secs), "attempt {attempt}");
        }
    }

    #[test]
    fn jitter_shortens_by_a_quarter_at_most() {
        assert_eq!(after(503, &[], Safety::Any, 2, 1.0), Some(secs(1.5)));
        assert_eq!(after(503, &[], Safety::Any, 2, 0.5), Some(secs(1.75)));
    }

    #[test]
    fn lost_connections_are_repeated_where_that_is_safe() {
        for (safety, expected) in [(Safety::Any, true), (Safety::Refused, false), (Safety::None, false)] {
            let wait = decide(&Policy::default(), safety, 1, Outcome::Disconnected, None, 0.0);
            assert_eq!(wait.is_some(), expected, "{safety:?}");
        }
        assert_eq!(decide(&Policy::default(), Safety::Any, 1, Outcome::Final, None, 0.0), None);
    }

    #[test]
    fn without_write_retries_only_429_is_repeated() {
        for (status, expected) in [(429, true), (408, false), (500, false), (503, false)] {
            assert_eq!(after(status, &[], Safety::Refused, 1, 0.0).is_some(), expected, "{status}");
        }
        let asked = [("x-should-retry", "true")];
        assert_eq!(after(503, &asked, Safety::Refused, 1, 0.0), None);
    }

    #[test]
    fn operations_marked_never_are_not_repeated_at_all() {
        let asked = [("x-should-retry", "true"), ("retry-after", "1")];
        for status in [408, 429, 503] {
            assert_eq!(after(status, &asked, Safety::None, 1, 0.0), None, "{status}");
        }
    }

    #[test]
    fn the_servers_verdict_is_obeyed_except_for_conflicts() {
        for (status, verdict, expected) in [
            (503, "false", false),
            (429, "false", false),
            (400, "true", true),
            (409, "true", false),
            (503, "maybe", true),
            (400, "maybe", false),
        ] {
            let wait = after(status, &[("x-should-retry", verdict)], Safety::Any, 1, 0.0);
            assert_eq!(wait.is_some(), expected, "{status} {verdict}");
        }
    }

    #[test]
    fn the_servers_wish_wins_up_to_a_minute() {
        for (pairs, expected) in [
            (&[("retry-after", "7")][..], Some(7.0)),
            (&[("retry-after", "0")], Some(0.0)),
            (&[("retry-after", " 1.5 ")], Some(1.5)),
            (&[("retry-after-ms", "250"), ("retry-after", "7")], Some(0.25)),
            (&[("retry-after-ms", "soon"), ("retry-after", "7")], Some(7.0)),
            (&[("retry-after", "Thu, 01 Jan 1970 00:00:30 GMT")], Some(30.0)),
            (&[("retry-after", "Thu, 01 Jan 1970 00:00:00 GMT")], Some(0.0)),
            (&[("retry-after", "60")], Some(60.0)),
            (&[("retry-after", "61")], None),
            (&[("retry-after", "Thu, 01 Jan 1970 00:02:00 GMT")], None),
        ] {
            assert_eq!(after(503, pairs, Safety::Any, 1, 0.9), expected.map(secs), "{pairs:?}");
        }
    }

    #[test]
    fn a_malformed_wish_counts_as_absent() {
        for wish in ["inf", "nan", "-1", "+1", "1e3", "", "soon", "1.2.3", ".", "99999999999999999999999999"]
        {
            assert_eq!(after(503, &[("retry-after", wish)], Safety::Any, 1, 0.0), Some(secs(1.0)), "{wish}");
        }
    }

    #[test]
    fn the_budget_ends_a_storm_and_recovers() {
        let budget = Budget::default();
        assert_eq!((0..1000).filter(|_| budget.take()).count(), Budget::FULL as usize);
        budget.give_back();
        assert!(budget.take());
        assert!(!budget.take());
    }

    proptest! {
        #[test]
        fn any_header_gives_a_decision(value in "[ -~]{0,24}", attempt in 0u32..u32::MAX, chance in 0.0..1.0) {
            let policy = Policy { max_retries: u32::MAX, ..Policy::default() };
            let headers = headers(&[("retry-after", &value), ("retry-after-ms", &value)]);
            let outcome = Outcome::Status(StatusCode::SERVICE_UNAVAILABLE, &headers);
            let wish = retry_after(&headers, NOW);
            if let Some(wait) = decide(&policy, Safety::Any, attempt, outcome, wish, chance) {
                prop_assert!(wait <= policy.max_retry_after);
            }
        }
    }
}

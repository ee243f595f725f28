//! Time and identifiers: both only ever grow, so that sorting by id is sorting by creation.

use jiff::{SignedDuration, Timestamp};

/// The service's clock. Tests move it forward instead of waiting.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    ahead: SignedDuration,
    last: Timestamp,
}

impl Clock {
    /// Now, never earlier than the answer before, in microseconds.
    pub(crate) fn now(&mut self) -> Timestamp {
        let now = Timestamp::now().checked_add(self.ahead).unwrap_or(Timestamp::MAX);
        let micros = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
        self.last = self.last.max(micros);
        self.last
    }

    pub(crate) fn advance(&mut self, by: SignedDuration) {
        self.ahead = self.ahead.checked_add(by).unwrap_or(SignedDuration::MAX);
    }
}

/// Makes ids: a prefix and 32 hexadecimal digits, ascending.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    made: u32,
    last_ms: i64,
}

impl Ids {
    pub(crate) fn make(&mut self, prefix: &str, now: Timestamp) -> String {
        self.last_ms = self.last_ms.max(now.as_millisecond());
        self.made = self.made.wrapping_add(1);
        let mut id = String::with_capacity(prefix.len() + 33);
        id.push_str(prefix);
        id.push('_');
        hex(&mut id, self.last_ms as u64, 12);
        hex(&mut id, self.made.into(), 8);
        hex(&mut id, scramble(u64::from(self.made) ^ self.last_ms as u64), 12);
        id
    }

    /// Sixteen digits, as skill versions are numbered: microseconds, made unique.
    pub(crate) fn version(&mut self, now: Timestamp, after: Option<&str>) -> String {
        let newest = after.and_then(|v| v.parse::<i64>().ok()).unwrap_or(0);
        format!("{:016}", now.as_microsecond().max(newest + 1))
    }
}

fn hex(out: &mut String, value: u64, digits: u32) {
    for place in (0..digits).rev() {
        let digit = (value >> (place * 4)) & 0xf;
        out.push(char::from(b"0123456789abcdef"[digit as usize]));
    }
}

/// Spreads neighbouring numbers, so that nobody comes to rely on the shape of an id.
fn scramble(value: u64) -> u64 {
    let mixed = (value ^ (value >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_ascend_and_never_repeat() {
        let (mut clock, mut ids) = (Clock::default(), Ids::default());
        let made: Vec<String> = (0..1000).map(|_| ids.make("agent", clock.now())).collect();
        assert!(made.is_sorted_by(|a, b| a < b));
        assert_eq!(made[0].len(), "agent_".len() + 32);
    }
}

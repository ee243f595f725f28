//! Time limits on something that is awaited: silence, and a deadline, on one timer.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use crate::error::{Error, Kind};
use crate::files::progress::Progress;
use crate::spelling::option;

/// Limits the other side's silence and, if set, the whole.
pub(crate) struct Watchdog {
    silence: Option<Duration>,
    deadline: Option<Instant>,
    option: &'static str,
    heard: Instant,
    /// Moving a timer takes a lock, so it is not moved with every byte: it rings at the earliest moment a limit
    /// could have passed and is then set to the next such moment.
    alarm: Option<Pin<Box<Sleep>>>,
    progress: Option<Progress>,
}

/// Which limit passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expired {
    Silence,
    Deadline,
}

impl Watchdog {
    /// `option` names the silence limit in errors.
    pub(crate) fn new(silence: Option<Duration>, deadline: Option<Instant>, option: &'static str) -> Self {
        Watchdog { silence, deadline, option, heard: Instant::now(), alarm: None, progress: None }
    }

    /// Counts what is sent as a sign of life.
    pub(crate) fn watch(&mut self, progress: Progress) {
        self.progress = Some(progress);
    }

    /// Awaits `source` until a limit passes. What is ready comes before a limit that has passed meanwhile, and
    /// time in which nobody awaited is nobody's silence.
    pub(crate) async fn guard<F: Future>(&mut self, source: F) -> Result<F::Output, Expired> {
        self.race(source, self.silence).await
    }

    /// Awaits `source` until the deadline passes.
    pub(crate) async fn until_deadline<F: Future>(&mut self, source: F) -> Result<F::Output, Expired> {
        self.race(source, None).await
    }

    async fn race<F: Future>(&mut self, source: F, silence: Option<Duration>) -> Result<F::Output, Expired> {
        let mut source = pin!(source);
        let mut awaited = false;
        poll_fn(|cx| {
            if let Poll::Ready(value) = source.as_mut().poll(cx) {
                return Poll::Ready(Ok(value));
            }
            if !awaited {
                awaited = true;
                self.heard = Instant::now();
            }
            loop {
                let Some((limit, expired)) = self.next_limit(silence) else { return Poll::Pending };
                let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep_until(limit)));
                if alarm.deadline() > limit {
                    alarm.as_mut().reset(limit);
                }
                match alarm.as_mut().poll(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(()) if Instant::now() >= limit => return Poll::Ready(Err(expired)),
                    Poll::Ready(()) => alarm.as_mut().reset(limit),
                }
            }
        })
        .await
    }

    fn next_limit(&self, silence: Option<Duration>) -> Option<(Instant, Expired)> {
        let heard = self.progress.as_ref().map_or(self.heard, |progress| self.heard.max(progress.last()));
        let silence = silence.and_then(|limit| heard.checked_add(limit)).map(|at| (at, Expired::Silence));
        let deadline = self.deadline.map(|at| (at, Expired::Deadline));
        match (silence, deadline) {
            (Some(one), Some(other)) => Some(if other.0 <= one.0 { other } else { one }),
            (one, other) => one.or(other),
        }
    }

    /// The error for a limit that passed.
    pub(crate) fn error(&self, expired: Expired) -> Error {
        let message = match expired {
            Expired::Silence => {
                let limit = self.silence.unwrap_or_default().as_secs_f64();
                format!("not a byte from the server for {limit} s (`{}`)", option(self.option))
            }
            Expired::Deadline => "not done within the total time limit (`timeout`)".to_owned(),
        };
        Error::new(Kind::Timeout, message)
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::time::{advance, sleep};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn silence_ends_the_wait() {
        let start = Instant::now();
        let mut dog = Watchdog::new(Some(45 * SECOND), None, "heartbeat_timeout");
        assert_eq!(dog.guard(pending::<()>()).await, Err(Expired::Silence));
        assert_eq!(start.elapsed().as_secs(), 45);
        assert!(dog.error(Expired::Silence).to_string().contains("45 s (`heartbeat_timeout`)"));
    }

    #[tokio::test(start_paused = true)]
    async fn every_sign_of_life_starts_the_count_anew() {
        let mut dog = Watchdog::new(Some(10 * SECOND), None, "");
        for _ in 0..5 {
            assert_eq!(dog.guard(sleep(9 * SECOND)).await, Ok(()));
        }
        let start = Instant::now();
        assert_eq!(dog.guard(pending::<()>()).await, Err(Expired::Silence));
        assert_eq!(start.elapsed().as_secs(), 10);
    }

    #[tokio::test(start_paused = true)]
    async fn a_pause_of_the_caller_is_not_silence() {
        let mut dog = Watchdog::new(Some(10 * SECOND), None, "");
        assert_eq!(dog.guard(sleep(SECOND)).await, Ok(()));
        advance(60 * SECOND).await;
        assert_eq!(dog.guard(sleep(9 * SECOND)).await, Ok(()));
        assert_eq!(dog.guard(ready(1)).await, Ok(1));
    }

    #[tokio::test(start_paused = true)]
    async fn the_deadline_counts_from_the_start_whatever_is_heard() {
        let start = Instant::now();
        let mut dog = Watchdog::new(Some(10 * SECOND), Some(start + 15 * SECOND), "");
        assert_eq!(dog.guard(sleep(9 * SECOND)).await, Ok(()));
        assert_eq!(dog.guard(pending::<()>()).await, Err(Expired::Deadline));
        assert_eq!(start.elapsed().as_secs(), 15);
    }

    #[tokio::test(start_paused = true)]
    async fn sending_is_a_sign_of_life() {
        let progress = Progress::new();
        let mut dog = Watchdog::new(Some(10 * SECOND), None, "");
        dog.watch(progress.clone());
        let sending = async {
            for _ in 0..5 {
                sleep(9 * SECOND).await;
                progress.add(1);
            }
        };
        assert_eq!(dog.guard(sending).await, Ok(()));
    }
}

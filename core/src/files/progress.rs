//! How far the body of an upload or a download is.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

/// How many bytes of an upload or a download have moved. The call counts, anybody with a clone may look.
///
/// ```no_run
/// # async fn run(client: qoder_cloud::Client) -> qoder_cloud::Result<()> {
/// use qoder_cloud::{CallOptions, Part, Progress};
///
/// let progress = Progress::new();
/// let options = CallOptions { progress: Some(progress.clone()), ..CallOptions::default() };
/// let upload = client.files().upload(Part::path("report.pdf")).options(options).into_future();
/// tokio::pin!(upload);
/// let file = loop {
///     tokio::select! {
///         file = &mut upload => break file?,
///         () = progress.changed() => println!("{} of {:?} bytes", progress.done(), progress.total()),
///     }
/// };
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Progress(Arc<Counts>);

struct Counts {
    done: AtomicU64,
    /// `UNKNOWN` until somebody says.
    total: AtomicU64,
    start: Instant,
    /// When the last byte moved, in milliseconds after `start`.
    moved_at: AtomicU64,
    moved: Notify,
}

const UNKNOWN: u64 = u64::MAX;

impl Progress {
    /// What moves within this time is told at once: fast enough for an eye, too slow to cost anything.
    pub const PACE: Duration = Duration::from_millis(50);

    /// Nothing has moved yet.
    pub fn new() -> Self {
        Progress(Arc::new(Counts {
            done: AtomicU64::new(0),
            total: AtomicU64::new(UNKNOWN),
            start: Instant::now(),
            moved_at: AtomicU64::new(0),
            moved: Notify::new(),
        }))
    }

    /// Bytes of the body that have moved; for an upload those of the form around the files count too. A repeated attempt begins at zero again.
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed)
    }

    /// Bytes of the whole body; `None` while unknown.
    pub fn total(&self) -> Option<u64> {
        Some(self.0.total.load(Ordering::Relaxed)).filter(|total| *total != UNKNOWN)
    }

    /// Completes [`PACE`](Self::PACE) after bytes have moved that nobody was told of. For one listener.
    pub async fn changed(&self) {
        self.0.moved.notified().await;
        sleep(Self::PACE).await;
    }

    /// A body begins.
    pub(crate) fn begin(&self, total: Option<u64>) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total.unwrap_or(UNKNOWN), Ordering::Relaxed);
    }

    /// So many bytes more have moved.
    pub(crate) fn add(&self, bytes: usize) {
        self.0.done.fetch_add(bytes as u64, Ordering::Relaxed);
        let millis = self.0.start.elapsed().as_millis();
        self.0.moved_at.store(u64::try_from(millis).unwrap_or(u64::MAX), Ordering::Relaxed);
        self.0.moved.notify_one();
    }

    /// When the last byte moved.
    pub(crate) fn last(&self) -> Instant {
        let millis = Duration::from_millis(self.0.moved_at.load(Ordering::Relaxed));
        self.0.start.checked_add(millis).unwrap_or(self.0.start)
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress").field("done", &self.done()).field("total", &self.total()).finish()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_moves_at_once_is_told_at_once() {
        let progress = Progress::new();
        progress.begin(Some(30));
        assert!(progress.changed().now_or_never().is_none());
        let start = Instant::now();
        for _ in 0..3 {
            progress.add(10);
        }
        progress.changed().await;
        assert_eq!((progress.done(), progress.total()), (30, Some(30)));
        assert_eq!(start.elapsed(), Progress::PACE);
        assert!(tokio::time::timeout(Duration::from_secs(60), progress.changed()).await.is_err());
    }

    #[test]
    fn a_repeated_attempt_begins_anew() {
        let progress = Progress::new();
        progress.begin(None);
        progress.add(10);
        assert_eq!((progress.done(), progress.total()), (10, None));
        progress.begin(Some(20));
        assert_eq!((progress.done(), progress.total()), (0, Some(20)));
    }
}

//! Tells Python how far an upload or a download is. The core counts; whoever waits for the call is told, at a pace
//! that costs nothing, and once more when all has moved.

use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use qoder_cloud::Progress;

/// What the core counts, and a Python callable that takes `(done, total)`.
#[derive(Clone)]
pub struct Meter {
    progress: Progress,
    report: Arc<Py<PyAny>>,
    told: Arc<Mutex<Option<u64>>>,
}

impl Meter {
    pub fn new(report: Py<PyAny>) -> Self {
        Meter { progress: Progress::new(), report: Arc::new(report), told: Arc::default() }
    }

    /// What the core counts in.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// Says how far it is, unless that has been said.
    pub fn report(&self, py: Python<'_>) -> PyResult<()> {
        let done = self.progress.done();
        let before = self.told.lock().unwrap_or_else(PoisonError::into_inner).replace(done);
        if before != Some(done) {
            self.report.call1(py, (done, self.progress.total()))?;
        }
        Ok(())
    }
}

/// Completes when there is something to report; never without a meter.
pub async fn moved(progress: Option<&Progress>) {
    match progress {
        Some(progress) => progress.changed().await,
        None => std::future::pending().await,
    }
}

/// Runs `work`, and `tell` whenever there is something to report.
pub async fn watching<F: Future>(progress: Option<Progress>, work: F, tell: impl Fn()) -> F::Output {
    let Some(progress) = progress else { return work.await };
    let mut work = std::pin::pin!(work);
    loop {
        tokio::select! {
            biased;
            done = &mut work => return done,
            () = progress.changed() => tell(),
        }
    }
}

//! How far the body of an upload or a download is, for JavaScript to look at.

use std::sync::Arc;

use napi_derive::napi;

use crate::bridge::{Bridge, Queue};
use crate::outcome::Value;

/// Counts the bytes of one body.
#[napi]
pub struct Progress {
    inner: qoder_cloud::Progress,
    queue: Arc<Queue>,
}

#[napi]
impl Progress {
    #[napi(constructor)]
    pub fn new(bridge: &Bridge) -> Self {
        Progress { inner: qoder_cloud::Progress::new(), queue: bridge.queue().clone() }
    }

    /// Bytes that have moved.
    #[napi(getter, catch_unwind)]
    pub fn done(&self) -> f64 {
        self.inner.done() as f64
    }

    /// Bytes of the whole body, if known.
    #[napi(getter, catch_unwind)]
    pub fn total(&self) -> Option<f64> {
        self.inner.total().map(|total| total as f64)
    }

    /// Answers `id` when bytes have moved, at a pace for the eye.
    #[napi(catch_unwind)]
    pub fn changed(&self, id: u32) {
        let progress = self.inner.clone();
        self.queue.run(id, async move {
            progress.changed().await;
            Ok(Value::Null)
        });
    }
}

impl Progress {
    pub fn inner(&self) -> &qoder_cloud::Progress {
        &self.inner
    }
}

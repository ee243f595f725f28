//! What the core tells while it works, on its way to the logger of the client that works.

use std::sync::Arc;

use qoder_cloud::records::{self, Record};
use serde_json::json;
use tracing::Level;

use crate::bridge::Queue;

/// Where the records of one client go.
#[derive(Clone)]
pub struct Sink {
    pub queue: Arc<Queue>,
    /// Its number in `ts/logger.ts`.
    pub logger: u32,
    pub level: Level,
}

impl records::Sink for Sink {
    fn level(&self) -> Level {
        self.level
    }

    fn write(&self, Record { level, message, mut fields, elapsed }: Record) {
        if message.is_none() {
            fields.insert("milliseconds".into(), (elapsed.as_micros() as f64 / 1000.0).into());
        }
        let message = message.as_deref().unwrap_or("call");
        let level = level.as_str().to_lowercase();
        let record = json!({ "level": level, "message": message, "fields": fields });
        self.queue.log(self.logger, record.to_string());
    }
}

/// Does work under a client's sink, if it has one.
pub async fn with<F: Future>(sink: Option<Sink>, work: F) -> F::Output {
    records::to(sink.map(|sink| Arc::new(sink) as Arc<dyn records::Sink>), work).await
}

/// Reads a level and makes sure that somebody listens.
pub fn listen(level: &str) -> Option<Level> {
    let level = level.parse().ok()?;
    records::listen();
    Some(level)
}

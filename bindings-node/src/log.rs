//! What the core tells while it works, on its way to the logger of the client that works.
//!
//! A subscriber of our own, because a logger belongs to a client and to an environment of JavaScript, while a
//! subscriber belongs to the process. Without any logger none is installed and nothing is paid.

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::time::Instant;

use serde_json::{Map, Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use crate::bridge::Queue;

/// Where the records of one client go.
#[derive(Clone)]
pub struct Sink {
    pub queue: Arc<Queue>,
    /// Its number in `ts/logger.ts`.
    pub logger: u32,
    pub level: Level,
}

tokio::task_local! {
    /// The sink of the call that runs in this task.
    static SINK: Sink;
}

/// Does work under a client's sink, if it has one.
pub async fn with<F: Future>(sink: Option<Sink>, work: F) -> F::Output {
    match sink {
        Some(sink) => SINK.scope(sink, work).await,
        None => work.await,
    }
}

/// Reads a level and makes sure that somebody listens.
pub fn listen(level: &str) -> Option<Level> {
    static INSTALLED: Once = Once::new();
    let level = level.parse().ok()?;
    INSTALLED.call_once(|| {
        // Fails only when the process has a subscriber already, which then hears us instead.
        let _ = tracing::subscriber::set_global_default(Listener::default());
    });
    Some(level)
}

/// Hears the core, span by span.
#[derive(Default)]
struct Listener {
    last: AtomicU64,
    spans: Mutex<HashMap<u64, Span>>,
}

/// A call under way.
struct Span {
    holders: usize,
    level: Level,
    started: Instant,
    fields: Fields,
}

impl Listener {
    fn spans(&self) -> MutexGuard<'_, HashMap<u64, Span>> {
        self.spans.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let ours = metadata.target().starts_with("qoder_cloud");
        ours && SINK.try_with(|sink| *metadata.level() <= sink.level).unwrap_or_default()
    }

    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> tracing::subscriber::Interest {
        // Asked each time, because each client has a level of its own.
        if metadata.target().starts_with("qoder_cloud") {
            tracing::subscriber::Interest::sometimes()
        } else {
            tracing::subscriber::Interest::never()
        }
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let number = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let span =
            Span { holders: 1, level: *attributes.metadata().level(), started: Instant::now(), fields };
        self.spans().insert(number, span);
        Id::from_u64(number)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        if let Some(span) = self.spans().get_mut(&id.into_u64()) {
            values.record(&mut span.fields);
        }
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let message = fields.0.shift_remove("message").unwrap_or_default();
        tell(*event.metadata().level(), &message, fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}

    fn clone_span(&self, id: &Id) -> Id {
        if let Some(span) = self.spans().get_mut(&id.into_u64()) {
            span.holders += 1;
        }
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let mut spans = self.spans();
        let Some(span) = spans.get_mut(&id.into_u64()) else { return false };
        span.holders -= 1;
        if span.holders > 0 {
            return false;
        }
        let ended = spans.remove(&id.into_u64());
        drop(spans);
        if let Some(mut span) = ended {
            span.fields
                .0
                .insert("milliseconds".into(), (span.started.elapsed().as_micros() as f64 / 1000.0).into());
            tell(span.level, &"call".into(), span.fields);
        }
        true
    }
}

fn tell(level: Level, message: &Value, fields: Fields) {
    let record = json!({ "level": level.as_str().to_lowercase(), "message": message, "fields": fields.0 });
    // A span that ends outside of its call has nobody to tell.
    let _ = SINK.try_with(|sink| sink.queue.log(sink.logger, record.to_string()));
}

/// Fields as JSON.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, field: &Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.put(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value);
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.put(field, format!("{value:?}"));
    }
}

//! What the core tells while it works, on its way to Python's `logging`.
//!
//! A call that is listened to collects its records; whoever takes the outcome, on a thread of Python, hands them
//! over. Nothing is collected, and next to nothing paid, while nobody listens.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex, MutexGuard, Once, OnceLock, PoisonError};
use std::time::Instant;

use pyo3::intern;
use pyo3::prelude::*;
use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// The `logging.Logger`, and the function that writes a record to it.
static LISTENER: OnceLock<(Py<PyAny>, Py<PyAny>)> = OnceLock::new();

tokio::task_local! {
    static JOURNAL: Arc<Journal>;
}

/// The records of one call.
pub struct Journal {
    level: Level,
    started: Instant,
    entries: Mutex<Entries>,
}

#[derive(Default)]
struct Entries {
    /// What is known about the call as a whole.
    call: Fields,
    records: Vec<(Level, Fields)>,
}

impl Journal {
    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hands the records over.
    pub fn deliver(&self, py: Python<'_>) -> PyResult<()> {
        let Some((_, write)) = LISTENER.get() else { return Ok(()) };
        let Entries { call, mut records } = std::mem::take(&mut *self.entries());
        if !call.0.is_empty() && self.level >= Level::INFO {
            records.push((Level::INFO, call));
        }
        let elapsed = self.started.elapsed().as_secs_f64();
        for (level, fields) in records {
            let fields = Value::Object(fields.0).to_string();
            write.call1(py, (number(level), fields, elapsed))?;
        }
        Ok(())
    }
}

/// Sends records to `logger` by way of `write`; the first logger stays.
#[pyfunction]
pub fn listen(logger: Py<PyAny>, write: Py<PyAny>) {
    static INSTALLED: Once = Once::new();
    if LISTENER.set((logger, write)).is_ok() {
        // Fails only when this module was given a subscriber before, which nobody does.
        INSTALLED.call_once(|| drop(tracing::subscriber::set_global_default(Collector)));
    }
}

/// A journal for a call that begins, if anybody listens.
pub fn journal(py: Python<'_>) -> PyResult<Option<Arc<Journal>>> {
    let Some((logger, _)) = LISTENER.get() else { return Ok(None) };
    // Python keeps these answers in a cache.
    let wanted =
        |level| logger.call_method1(py, intern!(py, "isEnabledFor"), (number(level),))?.is_truthy(py);
    if !wanted(Level::INFO)? {
        return Ok(None);
    }
    let level = if wanted(Level::DEBUG)? { Level::DEBUG } else { Level::INFO };
    Ok(Some(Arc::new(Journal { level, started: Instant::now(), entries: Mutex::default() })))
}

/// Runs `work` so that its records are collected.
pub async fn collecting<F: Future>(journal: Option<Arc<Journal>>, work: F) -> F::Output {
    match journal {
        Some(journal) => JOURNAL.scope(journal, work).await,
        None => work.await,
    }
}

/// The level as Python counts.
fn number(level: Level) -> u32 {
    match level {
        Level::ERROR => 40,
        Level::WARN => 30,
        Level::INFO => 20,
        _ => 10,
    }
}

/// Puts what the core tells into the journal of the running call.
struct Collector;

impl Subscriber for Collector {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> tracing::subscriber::Interest {
        // Asked each time, because each call has a journal of its own.
        if metadata.target().starts_with("qoder_cloud") {
            tracing::subscriber::Interest::sometimes()
        } else {
            tracing::subscriber::Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        JOURNAL.try_with(|journal| *metadata.level() <= journal.level).unwrap_or_default()
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let _ = JOURNAL.try_with(|journal| attributes.record(&mut journal.entries().call));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let _ = JOURNAL.try_with(|journal| values.record(&mut journal.entries().call));
    }

    fn event(&self, event: &Event<'_>) {
        let _ = JOURNAL.try_with(|journal| {
            let mut entries = journal.entries();
            let mut fields = Fields(entries.call.0.clone());
            event.record(&mut fields);
            entries.records.push((*event.metadata().level(), fields));
        });
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Fields as JSON.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = write!(text, "{value:?}");
        self.0.insert(field.name().to_owned(), text.into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

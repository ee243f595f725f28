//! What the core tells while it works, on its way to Python's `logging`.
//!
//! Work that is listened to collects its records; whoever takes what comes of it, on a thread of Python, hands them
//! over. Nothing is collected, and next to nothing paid, while nobody listens.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use pyo3::intern;
use pyo3::prelude::*;
use qoder_cloud::records::{self, Record, Sink};
use serde_json::Value;
use tracing::Level;

/// The `logging.Logger`, and the function that writes a record to it.
static LISTENER: OnceLock<(Py<PyAny>, Py<PyAny>)> = OnceLock::new();

/// The records of one piece of work.
pub struct Journal {
    level: Level,
    records: Mutex<Vec<Record>>,
}

impl Sink for Journal {
    fn level(&self) -> Level {
        self.level
    }

    fn write(&self, record: Record) {
        self.records.lock().unwrap_or_else(PoisonError::into_inner).push(record);
    }
}

impl Journal {
    /// Hands over what has been collected.
    pub fn deliver(&self, py: Python<'_>) -> PyResult<()> {
        let Some((_, write)) = LISTENER.get() else { return Ok(()) };
        let records = std::mem::take(&mut *self.records.lock().unwrap_or_else(PoisonError::into_inner));
        for Record { level, message, fields, elapsed } in records {
            let fields = Value::Object(fields).to_string();
            write.call1(py, (number(level), message, fields, elapsed.as_secs_f64()))?;
        }
        Ok(())
    }
}

/// Sends records to `logger` by way of `write`; the first logger stays.
#[pyfunction]
pub fn listen(logger: Py<PyAny>, write: Py<PyAny>) {
    if LISTENER.set((logger, write)).is_ok() {
        records::listen();
    }
}

/// A journal for work that begins, if anybody listens.
pub fn journal(py: Python<'_>) -> PyResult<Option<Arc<Journal>>> {
    let Some((logger, _)) = LISTENER.get() else { return Ok(None) };
    // Python keeps these answers in a cache.
    let wanted =
        |level| logger.call_method1(py, intern!(py, "isEnabledFor"), (number(level),))?.is_truthy(py);
    if !wanted(Level::INFO)? {
        return Ok(None);
    }
    let level = if wanted(Level::DEBUG)? { Level::DEBUG } else { Level::INFO };
    Ok(Some(Arc::new(Journal { level, records: Mutex::default() })))
}

/// Runs `work` so that its records are collected.
pub async fn collecting<F: Future>(journal: Option<Arc<Journal>>, work: F) -> F::Output {
    records::to(journal.map(|journal| journal as Arc<dyn Sink>), work).await
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

//! What calls tell while they work, as records: for hosts whose loggers belong to a client or a call, while a subscriber
//! of `tracing` belongs to the process. Where nobody [`listen`]s, nothing is installed and nothing is paid.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record as Values};
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Subscriber};

/// Where the records of a piece of work go.
pub trait Sink: Send + Sync {
    /// Up to which level it hears.
    fn level(&self) -> Level;

    /// Takes a record.
    fn write(&self, record: Record);
}

/// One record.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// How grave it is.
    pub level: Level,
    /// What happened during a call; `None` at its end.
    pub message: Option<String>,
    /// What is known about the call, and about what happened.
    pub fields: Map<String, Value>,
    /// Since the call began.
    pub elapsed: Duration,
}

tokio::task_local! {
    static SINK: Arc<dyn Sink>;
}

thread_local! {
    /// The calls that this thread works on, one within the other.
    static ENTERED: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Does work whose records go to `sink`, if there is one.
pub async fn to<F: Future>(sink: Option<Arc<dyn Sink>>, work: F) -> F::Output {
    match sink {
        Some(sink) => SINK.scope(sink, work).await,
        None => work.await,
    }
}

/// Makes sure that records are made. A program with a subscriber of its own keeps it, and hears everything itself.
pub fn listen() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| drop(tracing::subscriber::set_global_default(Listener::default())));
}

/// Hears the calls.
#[derive(Default)]
struct Listener {
    last: AtomicU64,
    calls: Mutex<HashMap<u64, Call>>,
}

/// A call under way.
struct Call {
    holders: usize,
    level: Level,
    started: Instant,
    fields: Fields,
}

impl Listener {
    fn calls(&self) -> MutexGuard<'_, HashMap<u64, Call>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Subscriber for Listener {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        // Asked each time, because each sink has a level of its own.
        if metadata.target().starts_with("qoder_cloud") { Interest::sometimes() } else { Interest::never() }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        SINK.try_with(|sink| *metadata.level() <= sink.level()).unwrap_or_default()
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let number = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let level = *attributes.metadata().level();
        self.calls().insert(number, Call { holders: 1, level, started: Instant::now(), fields });
        Id::from_u64(number)
    }

    fn record(&self, id: &Id, values: &Values<'_>) {
        if let Some(call) = self.calls().get_mut(&id.into_u64()) {
            values.record(&mut call.fields);
        }
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let current = ENTERED.with_borrow(|entered| entered.last().copied());
        let about = current.and_then(|number| {
            self.calls().get(&number).map(|call| (call.fields.0.clone(), call.started.elapsed()))
        });
        let (fields, elapsed) = about.unwrap_or_default();
        let mut fields = Fields(fields);
        event.record(&mut fields);
        let message = fields.0.shift_remove("message");
        let message = Some(message.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned());
        write(Record { level: *event.metadata().level(), message, fields: fields.0, elapsed });
    }

    fn enter(&self, id: &Id) {
        ENTERED.with_borrow_mut(|entered| entered.push(id.into_u64()));
    }

    fn exit(&self, _: &Id) {
        ENTERED.with_borrow_mut(|entered| entered.pop());
    }

    fn clone_span(&self, id: &Id) -> Id {
        if let Some(call) = self.calls().get_mut(&id.into_u64()) {
            call.holders += 1;
        }
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let mut calls = self.calls();
        let Some(call) = calls.get_mut(&id.into_u64()) else { return false };
        call.holders -= 1;
        if call.holders > 0 {
            return false;
        }
        let ended = calls.remove(&id.into_u64());
        drop(calls);
        if let Some(Call { level, started, fields, .. }) = ended {
            write(Record { level, message: None, fields: fields.0, elapsed: started.elapsed() });
        }
        true
    }
}

fn write(record: Record) {
    // What ends outside of its work has nobody to tell.
    let _ = SINK.try_with(|sink| sink.write(record));
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

#[cfg(test)]
mod tests {
    use tracing::{Instrument, debug, field, info_span};

    use super::*;

    struct Kept(Level, Mutex<Vec<Record>>);

    impl Sink for Kept {
        fn level(&self) -> Level {
            self.0
        }

        fn write(&self, record: Record) {
            self.1.lock().unwrap().push(record);
        }
    }

    /// Two calls at once, each of which meets something.
    async fn calls() {
        let call = |number: u64| {
            let span = info_span!("call", number, status = field::Empty);
            let ended = span.clone();
            async move {
                tokio::task::yield_now().await;
                debug!(attempt = number, "met something");
                ended.record("status", 200);
            }
            .instrument(span)
        };
        tokio::join!(call(1), call(2));
    }

    #[tokio::test]
    async fn each_sink_hears_its_own_calls_up_to_its_level() {
        listen();
        let told = async |level| {
            let sink = Arc::new(Kept(level, Mutex::default()));
            to(Some(sink.clone()), calls()).await;
            let records = std::mem::take(&mut *sink.1.lock().unwrap());
            let text = |record: Record| (record.message, Value::Object(record.fields).to_string());
            let mut told: Vec<_> = records.into_iter().map(text).collect();
            // Which of the two goes first is up to chance.
            told.sort_by_key(|(_, fields)| fields.clone());
            told
        };
        let end = |number| (None, format!(r#"{{"number":{number},"status":200}}"#));
        let met = |number| {
            (Some("met something".to_owned()), format!(r#"{{"number":{number},"attempt":{number}}}"#))
        };
        assert_eq!(told(Level::DEBUG).await, [met(1), end(1), met(2), end(2)]);
        assert_eq!(told(Level::INFO).await, [end(1), end(2)]);
        assert_eq!(told(Level::WARN).await, []);
        to(None, calls()).await;
    }
}

//! What a subscriber sees of a call, and what it must not see.

mod support;

use std::fmt;
use std::sync::{Arc, Mutex};

use qoder_cloud::ServiceAccount;
use support::{Reply, Server, ok, status};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Writes down every field of every span and event of any crate.
#[derive(Clone, Default)]
struct Capture(Arc<Mutex<String>>);

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push_str(&format!("{}={value:?} ", field.name()));
    }
}

impl Subscriber for Capture {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut text = self.0.lock().unwrap();
        text.push_str(&format!("\n[{}::{}] ", span.metadata().target(), span.metadata().name()));
        span.record(&mut Line(&mut text));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Line(&mut self.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = self.0.lock().unwrap();
        text.push_str(&format!("\n({}) ", event.metadata().target()));
        event.record(&mut Line(&mut text));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn a_call_is_one_span_and_shows_no_secret_at_any_level() {
    let capture = Capture::default();
    let _guard = tracing::subscriber::set_default(capture.clone());
    let token = ok(r#"{"access_token":"exchanged-secret","expires_in":60}"#);
    let server = Server::replies([token, status(503), Reply::SendAndReset(Vec::new()), ok("{}")]).await;
    let account = ServiceAccount::new("key-secret");
    let client = server
        .builder()
        .service_account(account)
        .default_header("x-api-key", "header-secret")
        .build()
        .unwrap();
    client.post("/agents?sig=query-secret").json_bytes(r#"{"token":"body-secret"}"#).raw().await.unwrap();
    let text = capture.0.lock().unwrap().clone();
    let spans: Vec<&str> = text.lines().filter(|line| line.starts_with("[qoder_cloud")).collect();
    assert_eq!(spans.len(), 1, "{text}");
    assert!(spans[0].contains("operation=\"post\" method=\"POST\" path=\"{+path}\""), "{text}");
    assert!(text.contains("attempt=1 ") && text.contains("attempt=2 "), "{text}");
    for field in ["attempts=3", "status=200", "request_id=\"req_1\""] {
        assert!(text.contains(field), "{field}: {text}");
    }
    assert!(!text.contains("-secret"), "{text}");
}

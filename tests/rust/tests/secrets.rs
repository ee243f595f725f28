//! Plays every scenario under a listener that hears everything at TRACE, and looks for secrets in what it heard.

use std::fmt::{Debug, Write as _};
use std::sync::Mutex;

use futures_util::{StreamExt as _, stream};
use qoder_cloud::types::{McpOAuthParams, StaticBearerParams, TokenExchangeResponse};
use qoder_cloud::{Client, Secret, ServiceAccount};
use qoder_cloud_tests::{player, scenario};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// What scenarios call secret, and how tokens of the emulator and signatures of its links begin.
const SECRETS: [&str; 6] = ["pt-emulator-", "pt-wrong-token", "sak-test-key", "s3cret", "eyJ", "signature="];

static HEARD: Mutex<String> = Mutex::new(String::new());

fn hear(text: &dyn Debug) {
    let mut heard = HEARD.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    // Writing to a String cannot fail.
    let _ = writeln!(heard, "{text:?}");
}

/// Hears `tracing`.
struct Listener;

struct Fields;

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        hear(&(field.name(), format!("{value:?}")));
    }
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        hear(&span.metadata().name());
        span.record(&mut Fields);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Fields);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Hears `log`, which the HTTP library below the client uses.
impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        hear(&record.args());
    }

    fn flush(&self) {}
}

fn found(text: &str) -> Option<String> {
    let secret = SECRETS.into_iter().find(|secret| text.contains(secret))?;
    let line = text.lines().find(|line| line.contains(secret)).unwrap_or_default();
    Some(format!("{secret} in: {}", line.chars().take(400).collect::<String>()))
}

#[test]
fn no_secret_is_heard_at_any_level() {
    tracing::subscriber::set_global_default(Listener).expect("nobody listens yet");
    log::set_logger(&Listener).expect("nobody listens yet");
    log::set_max_level(log::LevelFilter::Trace);

    let all = scenario::load(&scenario::folder()).expect("the scenarios can be read");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be made");
    let play = stream::iter(all).map(|scenario| tokio::spawn(async move { player::play(&scenario).await }));
    runtime.block_on(play.buffer_unordered(4).for_each(|_| async {}));

    let heard = std::mem::take(&mut *HEARD.lock().expect("nobody panicked while listening"));
    assert!(
        heard.contains("agents.create") && heard.len() > 100_000,
        "only {} bytes were heard",
        heard.len()
    );
    assert_eq!(found(&heard), None);
}

#[test]
fn no_secret_is_shown_by_debug() {
    let client = |builder: qoder_cloud::ClientBuilder| builder.base_url("http://127.0.0.1:1").build();
    let account = ServiceAccount::new("sak-test-key");
    let own =
        client(Client::builder().token("pt-emulator-1").default_header("x-key", "s3cret")).expect("a client");
    let shared = client(Client::builder().service_account(account.clone())).expect("a client");
    let proxied = Client::builder().token("pt-emulator-1").proxy("http://me:s3cret@127.0.0.1:1");
    let answer = r#"{"access_token":"eyJs3cret","token_type":"Bearer","expires_in":1}"#;
    let issued: TokenExchangeResponse = serde_json::from_str(answer).expect("the answer is read");
    let auth = StaticBearerParams::new("https://mcp.example.org", "s3cret");
    let grant = McpOAuthParams::new("https://mcp.example.org", "s3cret");
    let credential = own.vaults().credentials().create("vault_1", auth.clone());
    let file = own.sessions().resources().update("sess_1", "sesr_1").authorization_token("s3cret");
    let shown: [&dyn Debug; 11] = [
        &own,
        &shared,
        &account,
        &proxied,
        &Client::builder().token("pt-emulator-1"),
        &Secret::from("s3cret"),
        &issued,
        &auth,
        &grant,
        &credential,
        &file,
    ];
    for one in shown {
        for text in [format!("{one:?}"), format!("{one:#?}")] {
            assert_eq!(found(&text), None, "{text}");
        }
    }
}

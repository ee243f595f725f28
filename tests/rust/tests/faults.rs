//! Breaks connections at every phase of every kind of call: the error, the number of attempts, the idempotency key
//! and the bytes of each attempt are right, and nothing hangs.

use std::future::IntoFuture;
use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use qoder_cloud::types::{CredentialAuthUpdateParams, StaticBearerParams, StaticBearerUpdateParams};
use qoder_cloud::{Client, Error, Part, RetryPolicy};
use qoder_cloud_emulator::Emulator;
use serde_json::{Value, json};

const RETRIES: u32 = 2;
/// No call of these tests takes a tenth of it.
const HUNG: Duration = Duration::from_secs(20);
/// How long a server may stay silent where silence is the fault; long enough for a busy machine.
const SILENCE: Duration = Duration::from_millis(400);

/// A client that does not wait between attempts.
fn client(emulator: &Emulator) -> Client {
    let policy =
        RetryPolicy { max_retries: RETRIES, initial_backoff: Duration::ZERO, ..RetryPolicy::default() };
    let builder =
        Client::builder().token(emulator.token()).base_url(emulator.base_url()).retry_policy(policy);
    builder.build().expect("the configuration is sound")
}

/// An emulator and what the calls need to be there.
struct Stage {
    emulator: Emulator,
    client: Client,
    agent: String,
    session: String,
    artifact: String,
    vault: String,
    credential: String,
}

impl Stage {
    async fn new() -> Result<Self, Error> {
        let emulator = Emulator::start().await.expect("the emulator starts");
        let client = client(&emulator);
        let agent = client.agents().create("a", "auto").await?.id;
        let environment = client.environments().create("e").await?.id;
        let session = client.sessions().create(agent.as_str(), environment.as_str()).await?.id;
        let message = json!({ "events": [{ "type": "user.message", "content": [{ "type": "text", "text": "deliver report.md" }] }] });
        client.post(format!("/sessions/{session}/events")).json(&message).await?;
        let artifact = client.files().list().scope_id(session.as_str()).await?.data.remove(0).id;
        let vault = client.vaults().create("v").await?.id;
        let auth = StaticBearerParams::new("https://mcp.example.org", "old");
        let credential = client.vaults().credentials().create(vault.as_str(), auth).await?.id;
        Ok(Self { emulator, client, agent, session, artifact, vault, credential })
    }

    fn arm(&self, operation: &str, times: Option<u32>, action: &Value) {
        let rule = json!({ "match": { "operation": operation }, "times": times, "action": action });
        self.emulator.control("DELETE", "faults", &Value::Null).expect("faults can be taken back");
        self.emulator.control("POST", "faults", &rule).expect("the emulator knows the fault");
        self.emulator.control("DELETE", "requests", &Value::Null).expect("the log can be emptied");
    }

    /// The requests of an operation since the last fault was armed.
    fn attempts(&self, operation: &str) -> Vec<qoder_cloud_emulator::Received> {
        self.emulator.requests().into_iter().filter(|request| request.operation == Some(operation)).collect()
    }

    async fn call(&self, kind: Kind, limit: Option<Duration>) -> Result<(), Error> {
        let client = self.client.with_options(|builder| match limit {
            Some(limit) => builder.read_timeout(limit),
            None => builder,
        })?;
        match kind {
            Kind::Read => client.agents().retrieve(self.agent.as_str()).await.map(drop),
            Kind::Write => client.agents().create("b", "auto").system("Be brief.").await.map(drop),
            Kind::Delete => client.vaults().delete(self.vault.as_str()).await.map(drop),
            Kind::Upload => {
                client.files().upload(Part::bytes("a.txt", "content ".repeat(10_000))).await.map(drop)
            }
            Kind::Secret => {
                let auth = StaticBearerUpdateParams { token: "new".into(), ..Default::default() };
                let update =
                    client.vaults().credentials().update(self.vault.as_str(), self.credential.as_str());
                update.auth(CredentialAuthUpdateParams::from(auth)).await.map(drop)
            }
            Kind::Download => client.files().download(self.artifact.as_str()).await.map(drop),
        }
    }
}

/// The kinds of calls that differ in how they are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read,
    Write,
    Delete,
    Upload,
    Secret,
    Download,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Read, Self::Write, Self::Delete, Self::Upload, Self::Secret, Self::Download];

    fn operation(self) -> &'static str {
        match self {
            Self::Read => "agents.retrieve",
            Self::Write => "agents.create",
            Self::Delete => "vaults.delete",
            Self::Upload => "files.upload",
            Self::Secret => "vaults.credentials.update",
            Self::Download => "files.download",
        }
    }

    fn writes(self) -> bool {
        !matches!(self, Self::Read | Self::Download)
    }
}

/// A fault, the kind of error it ends in, and whether it is worth another attempt.
struct Fault {
    name: &'static str,
    action: Value,
    error: &'static str,
    status: Option<u16>,
    retried: bool,
}

impl Fault {
    /// The limit that turns silence into an error.
    fn limit(&self) -> Option<Duration> {
        (self.error == "timeout").then_some(SILENCE)
    }
}

fn faults() -> Vec<Fault> {
    let status = |name, status: u16, retried| Fault {
        name,
        action: json!({ "status": status, "headers": { "retry-after-ms": "0" } }),
        error: "status",
        status: Some(status),
        retried,
    };
    let broken = |name, action, error, retried| Fault { name, action, error, status: None, retried };
    let not_json =
        Fault { status: Some(200), ..broken("not JSON", json!({ "malformed": true }), "decode", false) };
    vec![
        status("refused", 400, false),
        status("unknown", 404, false),
        status("too slow", 408, true),
        status("conflict", 409, false),
        status("too much", 429, true),
        status("failed", 500, true),
        status("bad gateway", 502, true),
        status("unavailable", 503, true),
        status("overloaded", 529, true),
        broken("reset before headers", json!({ "reset": "before_headers" }), "connection", true),
        broken("reset after headers", json!({ "reset": "after_headers" }), "connection", true),
        broken("cut in the body", json!({ "truncate": 7 }), "connection", true),
        not_json,
        broken("silent before headers", json!({ "delay_ms": 60_000 }), "timeout", true),
        broken(
            "silent in the body",
            json!({ "slow_bytes": { "chunk": 3, "every_ms": 60_000 } }),
            "timeout",
            true,
        ),
    ]
}

/// Runs a case for every kind of call and every fault, many at once: most of their time is waiting.
async fn for_each<F: Future<Output = ()>>(kinds: &[Kind], case: impl Fn(Kind, Fault) -> F) {
    let all = kinds.iter().flat_map(|kind| faults().into_iter().map(|fault| (*kind, fault)));
    stream::iter(all)
        .map(|(kind, fault)| case(kind, fault))
        .buffer_unordered(16)
        .for_each(|()| async {})
        .await;
}

async fn in_time<F: IntoFuture>(what: &str, work: F) -> F::Output {
    tokio::time::timeout(HUNG, work).await.unwrap_or_else(|_| panic!("{what} hung"))
}

/// Every attempt is the same request, and a write's attempts share their key.
fn check_attempts(what: &str, kind: Kind, attempts: &[qoder_cloud_emulator::Received]) {
    let key = |request: &qoder_cloud_emulator::Received| {
        request.headers.iter().find(|(name, _)| name == "idempotency-key").map(|(_, key)| key.clone())
    };
    for request in attempts {
        assert_eq!(key(request).is_some(), kind.writes(), "{what}: idempotency key");
        assert_eq!(key(request), key(&attempts[0]), "{what}: the key changed");
        assert_eq!((&request.path, &request.query), (&attempts[0].path, &attempts[0].query), "{what}");
        assert!(request.authorized, "{what}: not authorized");
        if kind == Kind::Upload {
            // A form's boundary may differ; its length and its parts do not.
            assert_eq!(request.body_bytes, attempts[0].body_bytes, "{what}: another length");
        } else {
            assert_eq!(request.body, attempts[0].body, "{what}: another body");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_stays_ends_in_its_error_after_the_right_number_of_attempts() {
    for_each(&Kind::ALL, |kind, fault| async move {
        let what = format!("{kind:?}, {}", fault.name);
        let stage = Stage::new().await.expect("the stage is set");
        stage.arm(kind.operation(), None, &fault.action);
        let error = in_time(&what, stage.call(kind, fault.limit())).await.expect_err(&what);
        let info = error.info();
        assert_eq!((info.kind, info.status), (fault.error, fault.status), "{what}: {error}");
        let attempts = stage.attempts(kind.operation());
        let expected = if fault.retried && kind != Kind::Secret { RETRIES + 1 } else { 1 };
        assert_eq!((attempts.len() as u32, info.attempts), (expected, expected), "{what}: {error}");
        check_attempts(&what, kind, &attempts);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_passes_is_not_noticed() {
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Secret).collect();
    for_each(&kinds, |kind, fault| async move {
        if !fault.retried {
            return;
        }
        let what = format!("{kind:?}, {}", fault.name);
        let stage = Stage::new().await.expect("the stage is set");
        stage.arm(kind.operation(), Some(RETRIES), &fault.action);
        let result = in_time(&what, stage.call(kind, fault.limit())).await;
        result.unwrap_or_else(|error| panic!("{what}: {error}"));
        let attempts = stage.attempts(kind.operation());
        assert_eq!(attempts.len() as u32, RETRIES + 1, "{what}");
        check_attempts(&what, kind, &attempts);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_whose_answer_was_lost_is_done_once() {
    for action in
        [json!({ "reset": "before_headers" }), json!({ "reset": "after_headers" }), json!({ "truncate": 7 })]
    {
        let stage = Stage::new().await.expect("the stage is set");
        stage.arm("agents.create", Some(2), &action);
        in_time("create", stage.call(Kind::Write, None)).await.expect("the third attempt is answered");
        let agents = stage.client.agents().list().await.expect("agents are listed").data;
        assert_eq!(agents.len(), 2, "after {action}: one from the stage, one from the call");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_trust_in_keys_a_write_is_repeated_after_429_only() {
    for_each(&[Kind::Write], |_, fault| async move {
        let stage = Stage::new().await.expect("the stage is set");
        stage.arm("agents.create", None, &fault.action);
        let client = stage.client.with_options(|builder| builder.retry_writes(false).read_timeout(SILENCE));
        let client = client.expect("the configuration is sound");
        in_time(fault.name, client.agents().create("b", "auto")).await.expect_err(fault.name);
        let expected = if fault.status == Some(429) { RETRIES as usize + 1 } else { 1 };
        assert_eq!(stage.attempts("agents.create").len(), expected, "{}", fault.name);
    })
    .await;
}

#[test]
fn any_sequence_of_faults_ends_as_the_rules_say() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime can be made");
    let stage = runtime.block_on(Stage::new()).expect("the stage is set");
    let choices: Vec<Fault> = faults().into_iter().filter(|fault| fault.error != "timeout").collect();
    let sequences = proptest::collection::vec(0..choices.len(), 0..5);
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() });
    let outcome = runner.run(&sequences, |sequence| {
        stage.arm("agents.create", Some(1), &json!({}));
        stage.emulator.control("DELETE", "faults", &Value::Null).expect("faults can be taken back");
        for place in &sequence {
            let rule = json!({ "match": { "operation": "agents.create" }, "action": choices[*place].action });
            stage.emulator.control("POST", "faults", &rule).expect("the emulator knows the fault");
        }
        // The first fault that is final, or that no attempt is left for, decides.
        let met: Vec<&Fault> = sequence.iter().map(|place| &choices[*place]).collect();
        let last = met.iter().position(|fault| !fault.retried).unwrap_or(met.len()).min(RETRIES as usize);
        let expected = met.get(last).map(|fault| (fault.error, fault.status));
        let result = runtime.block_on(in_time("the call", stage.call(Kind::Write, None)));
        let actual = result.as_ref().err().map(|error| error.info()).map(|info| (info.kind, info.status));
        prop_assert_eq!(actual, expected);
        let attempts = stage.attempts("agents.create");
        prop_assert_eq!(attempts.len(), last + 1);
        check_attempts("a sequence", Kind::Write, &attempts);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Waits for something the emulator sees; the server's view of a connection lags behind the client's.
async fn until(what: &str, mut seen: impl FnMut() -> bool) {
    in_time(what, async {
        while !seen() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_call_ends_on_the_wire() {
    for kind in Kind::ALL {
        for action in
            [json!({ "delay_ms": 60_000 }), json!({ "slow_bytes": { "chunk": 1, "every_ms": 60_000 } })]
        {
            let what = format!("{kind:?} under {action}");
            let stage = std::sync::Arc::new(Stage::new().await.expect("the stage is set"));
            stage.arm(kind.operation(), None, &action);
            let caller = stage.clone();
            let call = tokio::spawn(async move { caller.call(kind, None).await });
            until(&what, || stage.attempts(kind.operation()).len() == 1).await;
            call.abort();
            until(&what, || stage.attempts(kind.operation())[0].outcome == Some("disconnected")).await;
            assert_eq!(stage.attempts(kind.operation()).len(), 1, "{what}: a dropped call is not repeated");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_stream_ends_on_the_wire() {
    let stage = Stage::new().await.expect("the stage is set");
    let stream = stage
        .client
        .sessions()
        .events()
        .stream(stage.session.as_str())
        .raw()
        .await
        .expect("the stream opens");
    until("the stream", || stage.attempts("sessions.events.stream").len() == 1).await;
    assert_eq!(stage.attempts("sessions.events.stream")[0].outcome, None, "an open stream is not over");
    drop(stream);
    until("the stream", || stage.attempts("sessions.events.stream")[0].outcome == Some("disconnected")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_breaks_gives_its_events_and_then_an_error_with_the_last_id() {
    for (action, frames) in
        [(json!({ "drop_stream_after": 4 }), 4), (json!({ "drop_stream_after": 4, "split_frames": 5 }), 4)]
    {
        let stage = Stage::new().await.expect("the stage is set");
        stage.arm("sessions.events.stream", Some(1), &action);
        let mut stream = stage
            .client
            .sessions()
            .events()
            .stream(stage.session.as_str())
            .resume(false)
            .raw()
            .await
            .expect("the stream opens");
        let message = json!({ "events": [{ "type": "user.message", "content": [{ "type": "text", "text": "hello" }] }] });
        stage
            .client
            .post(format!("/sessions/{}/events", stage.session))
            .json(&message)
            .await
            .expect("the message is sent");
        let (mut seen, mut last) = (0, None);
        let error = loop {
            match in_time("reading", stream.next_frame()).await {
                Some(Ok(frame)) => {
                    seen += 1;
                    last = frame.id().map(str::to_owned);
                }
                Some(Err(error)) => break error,
                None => panic!("a cut is an error, not an end"),
            }
        };
        assert_eq!(seen, frames, "{action}");
        assert!(error.is_stream() || error.is_connection(), "{error:?}");
        assert_eq!(error.last_event_id(), last.as_deref(), "{action}");
        assert!(
            in_time("after the error", stream.next_frame()).await.is_none(),
            "an error is the last thing"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_stream_is_given_up_and_a_beating_one_is_not() {
    let stage = Stage::new().await.expect("the stage is set");
    let quiet = json!({ "heartbeat": "none" });
    stage.arm("sessions.events.stream", Some(1), &quiet);
    let open = |limit| {
        stage
            .client
            .sessions()
            .events()
            .stream(stage.session.as_str())
            .heartbeat_timeout(limit)
            .resume(false)
            .raw()
    };
    let mut silent = open(Duration::from_millis(50)).await.expect("the stream opens");
    let error =
        in_time("the watchdog", silent.next_frame()).await.expect("silence is no end").expect_err("silence");
    assert!(error.is_timeout(), "{error:?}");

    stage.emulator.control("POST", "settings", &json!({ "heartbeat_ms": 5 })).expect("settings can change");
    let mut beating = open(Duration::from_millis(250)).await.expect("the stream opens");
    let longer = tokio::time::timeout(Duration::from_millis(600), beating.next_frame()).await;
    assert!(longer.is_err(), "heartbeats are liveness: {longer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_download_never_stands_under_its_name() {
    let stage = Stage::new().await.expect("the stage is set");
    let folder = std::env::temp_dir().join(format!("qoder-cloud-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join("report.md");
    let link = stage.client.files().download(stage.artifact.as_str()).await.expect("the file opens");
    link.write_to_file(&path).await.expect("the file is written");
    let whole = std::fs::read(&path).expect("it stands under its name");
    let storage = stage.emulator.requests().pop().expect("the storage was asked");
    assert!(
        !storage.headers.iter().any(|(name, _)| name == "authorization" || name == "cookie"),
        "{storage:?}"
    );

    let rule = json!({ "match": { "path": storage.path }, "times": null, "action": { "truncate": 3 } });
    stage.emulator.control("POST", "faults", &rule).expect("the emulator knows the fault");
    let cut = stage.client.files().download(stage.artifact.as_str()).await;
    let error = match cut {
        Ok(download) => download.write_to_file(&path).await.expect_err("the file is cut"),
        Err(error) => error,
    };
    assert!(error.is_truncated(), "{error:?}");
    assert_eq!(std::fs::read(&path).expect("the old file stays"), whole);
    assert_eq!(
        std::fs::read_dir(&folder).expect("the folder is there").count(),
        1,
        "nothing temporary is left"
    );
    std::fs::remove_dir_all(&folder).expect("the folder can go");
}

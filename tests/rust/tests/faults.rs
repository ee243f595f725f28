//! Breaks connections at every phase of every kind of call: the error, the number of attempts, the idempotency key
//! and the bytes of each attempt are right, and nothing hangs.

use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use qoder_cloud::types::{CredentialAuthUpdateParams, StaticBearerUpdateParams};
use qoder_cloud::{Error, Part};
use qoder_cloud_emulator::Received;
use qoder_cloud_tests::scene::{RETRIES, Scene, in_time, until};
use serde_json::{Value, json};

/// How long a server may stay silent where silence is the fault; long enough for a busy machine.
const SILENCE: Duration = Duration::from_secs(1);

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

    async fn call(self, scene: &Scene, limit: Option<Duration>) -> Result<(), Error> {
        let client = scene.client.with_options(|builder| match limit {
            Some(limit) => builder.read_timeout(limit),
            None => builder,
        })?;
        match self {
            Self::Read => client.agents().retrieve(scene.agent.as_str()).await.map(drop),
            Self::Write => client.agents().create("b", "auto").system("Be brief.").await.map(drop),
            Self::Delete => client.vaults().delete(scene.vault.as_str()).await.map(drop),
            Self::Upload => {
                client.files().upload(Part::bytes("a.txt", "content ".repeat(10_000))).await.map(drop)
            }
            Self::Secret => {
                let auth = StaticBearerUpdateParams { token: "new".into(), ..Default::default() };
                let update =
                    client.vaults().credentials().update(scene.vault.as_str(), scene.credential.as_str());
                update.auth(CredentialAuthUpdateParams::from(auth)).await.map(drop)
            }
            Self::Download => client.files().download(scene.artifact.as_str()).await.map(drop),
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
        .buffer_unordered(8)
        .for_each(|()| async {})
        .await;
}

/// Every attempt is the same request, and a write's attempts share their key.
fn check_attempts(what: &str, kind: Kind, attempts: &[Received]) {
    let key = |request: &Received| {
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
        let scene = Scene::new().await;
        scene.arm(kind.operation(), None, &fault.action);
        let error = in_time(&what, kind.call(&scene, fault.limit())).await.expect_err(&what);
        let info = error.info();
        assert_eq!((info.kind, info.status), (fault.error, fault.status), "{what}: {error}");
        let attempts = scene.attempts(kind.operation());
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
        let scene = Scene::new().await;
        scene.arm(kind.operation(), Some(RETRIES), &fault.action);
        let result = in_time(&what, kind.call(&scene, fault.limit())).await;
        result.unwrap_or_else(|error| panic!("{what}: {error}"));
        let attempts = scene.attempts(kind.operation());
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
        let scene = Scene::new().await;
        scene.arm("agents.create", Some(2), &action);
        in_time("create", Kind::Write.call(&scene, None)).await.expect("the third attempt is answered");
        let agents = scene.client.agents().list().await.expect("agents are listed").data;
        assert_eq!(agents.len(), 2, "after {action}: one from the scene, one from the call");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_trust_in_keys_a_write_is_repeated_after_429_only() {
    for_each(&[Kind::Write], |_, fault| async move {
        let scene = Scene::new().await;
        scene.arm("agents.create", None, &fault.action);
        let client = scene.client.with_options(|builder| builder.retry_writes(false).read_timeout(SILENCE));
        let client = client.expect("the configuration is sound");
        in_time(fault.name, client.agents().create("b", "auto")).await.expect_err(fault.name);
        let expected = if fault.status == Some(429) { RETRIES as usize + 1 } else { 1 };
        assert_eq!(scene.attempts("agents.create").len(), expected, "{}", fault.name);
    })
    .await;
}

#[test]
fn any_sequence_of_faults_ends_as_the_rules_say() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime can be made");
    let scene = runtime.block_on(Scene::new());
    let choices: Vec<Fault> = faults().into_iter().filter(|fault| fault.error != "timeout").collect();
    let sequences = proptest::collection::vec(0..choices.len(), 0..5);
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() });
    let outcome = runner.run(&sequences, |sequence| {
        scene.arm("agents.create", Some(1), &json!({}));
        scene.tell("DELETE", "faults", &Value::Null);
        for place in &sequence {
            let rule = json!({ "match": { "operation": "agents.create" }, "action": choices[*place].action });
            scene.tell("POST", "faults", &rule);
        }
        // The first fault that is final, or that no attempt is left for, decides.
        let met: Vec<&Fault> = sequence.iter().map(|place| &choices[*place]).collect();
        let last = met.iter().position(|fault| !fault.retried).unwrap_or(met.len()).min(RETRIES as usize);
        let expected = met.get(last).map(|fault| (fault.error, fault.status));
        let result = runtime.block_on(in_time("the call", Kind::Write.call(&scene, None)));
        let actual = result.as_ref().err().map(|error| error.info()).map(|info| (info.kind, info.status));
        prop_assert_eq!(actual, expected);
        let attempts = scene.attempts("agents.create");
        prop_assert_eq!(attempts.len(), last + 1);
        check_attempts("a sequence", Kind::Write, &attempts);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_call_ends_on_the_wire() {
    for kind in Kind::ALL {
        for action in
            [json!({ "delay_ms": 60_000 }), json!({ "slow_bytes": { "chunk": 1, "every_ms": 60_000 } })]
        {
            let what = format!("{kind:?} under {action}");
            let scene = std::sync::Arc::new(Scene::new().await);
            scene.arm(kind.operation(), None, &action);
            let caller = scene.clone();
            let call = tokio::spawn(async move { kind.call(&caller, None).await });
            until(&what, || scene.attempts(kind.operation()).len() == 1).await;
            call.abort();
            until(&what, || scene.attempts(kind.operation())[0].outcome == Some("disconnected")).await;
            assert_eq!(scene.attempts(kind.operation()).len(), 1, "{what}: a dropped call is not repeated");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_download_never_stands_under_its_name() {
    let scene = Scene::new().await;
    let folder = std::env::temp_dir().join(format!("qoder-cloud-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join("report.md");
    let link = scene.client.files().download(scene.artifact.as_str()).await.expect("the file opens");
    link.write_to_file(&path).await.expect("the file is written");
    let whole = std::fs::read(&path).expect("it stands under its name");
    let storage = scene.emulator.requests().pop().expect("the storage was asked");
    assert!(
        !storage.headers.iter().any(|(name, _)| name == "authorization" || name == "cookie"),
        "{storage:?}"
    );

    let rule = json!({ "match": { "path": storage.path }, "times": null, "action": { "truncate": 3 } });
    scene.tell("POST", "faults", &rule);
    let cut = scene.client.files().download(scene.artifact.as_str()).await;
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

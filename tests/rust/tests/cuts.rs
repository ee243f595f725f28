//! Whatever happens to the connections of a stream, its reader has the history: all of it, in order, nothing twice.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use qoder_cloud::types::{
    SessionStatusIdleEvent, SessionStreamEvent, StopReasonType, UserCustomToolResultEventParams,
    UserMessageEventParams,
};
use qoder_cloud::{FunctionTool, ToolError};
use qoder_cloud_tests::scene::{Scene, in_time};
use serde_json::{Value, json};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

static RUNTIME: LazyLock<tokio::runtime::Runtime> =
    LazyLock::new(|| tokio::runtime::Runtime::new().expect("the runtime starts"));

/// What happens to a connection once it is open.
fn cut() -> impl Strategy<Value = Value> {
    let end = prop_oneof![
        (0usize..20).prop_map(|frames| json!({ "drop_stream_after": frames })),
        (0usize..20).prop_map(|frames| json!({ "end_stream_after": frames })),
        (1usize..2500).prop_map(|bytes| json!({ "drop_stream_after_bytes": bytes })),
    ];
    (end, 0usize..12, prop::option::of(1usize..40)).prop_map(|(mut action, replay, split)| {
        action["replay_stream"] = json!(replay);
        if let Some(split) = split {
            action["split_frames"] = json!(split);
        }
        action
    })
}

/// What happens to a later connection, which may not even open.
fn misfortune() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => cut(),
        1 => Just(json!({ "reset": "before_headers" })),
        1 => Just(json!({ "status": 503 })),
    ]
}

const STEPS: &str = r#"[
    { "think": true },
    { "say": ["one ", "two ", "three ", "four"] },
    { "use": { "name": "Read", "input": {}, "result": "x" } },
    { "say": ["fünf ", "sechs 🙂 ", "seven"] },
    { "deliver": { "filename": "a.txt", "content": "a" } },
    { "call": { "name": "count", "input": {} } },
    { "say": "and the end" }
]"#;

const SAID: [&str; 3] = ["one two three four", "fünf sechs 🙂 seven", "and the end"];

/// What a reader of the stream ends with: buffered events, and text by message.
async fn read(scene: &Scene, session: &str, deltas: bool) -> (Vec<Value>, Vec<String>) {
    let mut stream = scene.client.sessions().events().stream(session);
    if deltas {
        stream = stream.event_deltas(["agent.message"]);
    }
    let mut stream = stream.await.expect("the stream opens");
    scene.client.sessions().events().send(session, [go()]).await.expect("it is sent");
    let (mut events, mut texts) = (Vec::new(), Vec::<(String, String)>::new());
    loop {
        let event = in_time("the stream", stream.next()).await.expect("it goes on").expect("it goes on");
        let json = serde_json::to_value(&event).expect("events are JSON");
        match event {
            SessionStreamEvent::EventStart(start) => {
                texts.retain(|(id, _)| *id != start.event.id);
                texts.push((start.event.id, String::new()));
            }
            SessionStreamEvent::EventDelta(delta) => {
                let (_, text) = texts
                    .iter_mut()
                    .find(|(id, _)| *id == delta.event_id)
                    .expect("a delta follows its start");
                text.push_str(delta.text());
            }
            SessionStreamEvent::AgentCustomToolUse(call) => {
                events.push(json);
                let answer = UserCustomToolResultEventParams::new(call.id).content(vec!["1".into()]);
                scene.client.sessions().events().send(session, [answer]).await.expect("it is sent");
            }
            SessionStreamEvent::SessionStatusIdle(idle) if stopped(&idle) => {
                events.push(json);
                return (events, texts.into_iter().map(|(_, text)| text).collect());
            }
            _ => events.push(json),
        }
    }
}

fn stopped(idle: &SessionStatusIdleEvent) -> bool {
    idle.stop_reason.as_ref().is_some_and(|stop| stop.r#type == StopReasonType::EndTurn)
}

fn go() -> UserMessageEventParams {
    UserMessageEventParams::new(["go"])
}

fn ids(events: &[Value]) -> Vec<&str> {
    events.iter().filter_map(|event| event["id"].as_str()).collect()
}

/// A session of its own, whose agent does `STEPS` and whose streams suffer.
async fn suffering(scene: &Scene, cuts: &[Value]) -> String {
    let environment = scene.client.environments().create("e").await.expect("it is created").id;
    let session = scene.client.sessions().create(scene.agent.as_str(), environment.as_str());
    let session = session.await.expect("it is created").id;
    let steps: Value = serde_json::from_str(STEPS).expect("the steps are JSON");
    scene.tell("POST", "scripts", &json!({ "session": session, "steps": steps }));
    for action in cuts {
        let fault = json!({ "match": { "operation": "sessions.events.stream" }, "action": action });
        scene.tell("POST", "faults", &fault);
    }
    session
}

async fn history(scene: &Scene, session: &str) -> Vec<Value> {
    let list = scene.client.get(format!("/sessions/{session}/events")).query("limit", 100);
    list.value().await.expect("the history is read")["data"].as_array().cloned().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_reader_has_the_history_whatever_the_cuts(
        first in cut(),
        rest in prop::collection::vec(misfortune(), 0..5),
        deltas: bool,
    ) {
        RUNTIME.block_on(async {
            let scene = Scene::new().await;
            let cuts: Vec<Value> = std::iter::once(first).chain(rest).collect();
            let session = suffering(&scene, &cuts).await;
            let (events, texts) = read(&scene, &session, deltas).await;
            assert_eq!(ids(&events), ids(&history(&scene, &session).await));
            for text in texts.iter().filter(|text| !text.is_empty()) {
                assert!(SAID.iter().any(|whole| whole.starts_with(text)), "{text:?}");
            }
        });
    }

    #[test]
    fn a_turn_is_the_same_whatever_the_cuts(
        first in cut(),
        rest in prop::collection::vec(misfortune(), 0..5),
    ) {
        RUNTIME.block_on(async {
            let scene = Scene::new().await;
            let cuts: Vec<Value> = std::iter::once(first).chain(rest).collect();
            let session = suffering(&scene, &cuts).await;
            let calls = Arc::new(AtomicUsize::new(0));
            let counted = calls.clone();
            let tool = FunctionTool::with_schema("count", "Counts.", json!({ "type": "object" }), move |_: Value| {
                let count = counted.fetch_add(1, Ordering::SeqCst) + 1;
                async move { Ok::<_, ToolError>(count.to_string()) }
            });
            let mut turn = scene.client.sessions().run(&session, "go").tool(tool).updates();
            let mut texts: Vec<(String, String)> = Vec::new();
            while let Some(update) = in_time("the turn", turn.next()).await {
                let update = update.expect("it goes on");
                if !texts.iter().any(|(id, _)| *id == update.event_id) {
                    texts.push((update.event_id.clone(), String::new()));
                }
                let (_, text) = texts.iter_mut().find(|(id, _)| *id == update.event_id).expect("it is there");
                if update.replaces {
                    text.clear();
                }
                text.push_str(&update.text);
            }
            let result = turn.result().await.expect("it ends");
            assert_eq!(calls.load(Ordering::SeqCst), 1, "a tool runs once");
            assert_eq!(result.event_ids, ids(&history(&scene, &session).await));
            assert_eq!(texts.iter().map(|(_, text)| &text[..]).collect::<Vec<_>>(), SAID);
            assert_eq!((result.text.as_str(), result.artifacts.len()), (SAID[2], 1));
        });
    }
}

/// Stands before the emulator; while it is down, connections are broken, old and new.
struct Front {
    address: String,
    down: watch::Sender<bool>,
    open: watch::Receiver<usize>,
    refused: watch::Receiver<usize>,
}

impl Front {
    async fn before(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address").to_string();
        let (down, state) = watch::channel(false);
        let (opened, open) = watch::channel(0);
        let (refusals, refused) = watch::channel(0);
        tokio::spawn(async move {
            let opened = Arc::new(opened);
            while let Ok((mut caller, _)) = listener.accept().await {
                if *state.borrow() {
                    refusals.send_modify(|count| *count += 1);
                    continue;
                }
                opened.send_modify(|count| *count += 1);
                let (target, mut state, opened) = (target.clone(), state.clone(), opened.clone());
                tokio::spawn(async move {
                    let mut server = TcpStream::connect(target).await.expect("the emulator is there");
                    tokio::select! {
                        _ = copy_bidirectional(&mut caller, &mut server) => {}
                        _ = state.wait_for(|down| *down) => {}
                    }
                    drop((caller, server));
                    opened.send_modify(|count| *count -= 1);
                });
            }
        });
        Front { address, down, open, refused }
    }

    /// Goes away: when this returns, nothing comes through any more.
    async fn go_away(&mut self) {
        self.down.send_replace(true);
        self.open.wait_for(|open| *open == 0).await.expect("it stands");
    }

    /// Comes back once so many callers were turned away.
    fn come_back_after(&self, callers: usize) {
        let (mut refused, down) = (self.refused.clone(), self.down.clone());
        tokio::spawn(async move {
            refused.wait_for(|count| *count >= callers).await.expect("it stands");
            down.send_replace(false);
        });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_outlives_a_server_that_goes_away_and_comes_back() {
    let scene = Scene::new().await;
    let base = url::Url::parse(&scene.emulator.base_url()).expect("it is a URL");
    let host = format!("{}:{}", base.host_str().unwrap_or_default(), base.port().unwrap_or_default());
    let mut front = Front::before(host).await;
    let client = scene
        .client
        .with_options(|client| client.base_url(format!("http://{}{}", front.address, base.path())))
        .expect("the address is sound");
    scene.tell("POST", "scripts", &json!({ "session": scene.session, "steps": [{ "say": "before" }, { "hold": "gate" }, { "say": "after" }] }));
    let mut stream =
        client.sessions().events().stream(scene.session.as_str()).await.expect("the stream opens");
    scene.say("go").await.expect("it is sent");
    let mut texts = Vec::new();
    loop {
        match in_time("the stream", stream.next()).await.expect("it goes on").expect("it goes on") {
            SessionStreamEvent::AgentMessage(message) if message.text() == "before" => {
                texts.push(message.text());
                in_time("the server", front.go_away()).await;
                scene.tell("POST", "release", &json!({}));
                front.come_back_after(2);
            }
            SessionStreamEvent::AgentMessage(message) => texts.push(message.text()),
            SessionStreamEvent::SessionStatusIdle(_) => break,
            _ => {}
        }
    }
    assert_eq!(texts, ["before", "after"]);
    assert!(*front.refused.borrow() >= 2, "it went away");
}

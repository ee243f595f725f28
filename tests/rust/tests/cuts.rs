//! Whatever happens to the connections of a stream, its reader has the history: all of it, in order, nothing twice.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use futures_util::{StreamExt as _, stream};
use proptest::prelude::*;
use proptest::sample::Index;
use qoder_cloud::types::{
    SessionStatusIdleEvent, SessionStreamEvent, StopReasonType, UserCustomToolResultEventParams,
    UserMessageEventParams,
};
use qoder_cloud::{FunctionTool, ToolError};
use qoder_cloud_tests::player::{play, play_through};
use qoder_cloud_tests::scenario::{self, Scenario};
use qoder_cloud_tests::scene::{Scene, in_time};
use serde_json::{Value, json};

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

/// The scenarios that read a stream which outlives its connections, and break none themselves. How a message comes in
/// pieces is left to the tests above: it depends on the cuts.
static SCENARIOS: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
    let all = scenario::load(&scenario::folder()).expect("the scenarios are read");
    all.into_iter().filter(resumes).collect()
});

fn resumes(scenario: &Scenario) -> bool {
    let streams = scenario.steps().any(|step| {
        step.helper.as_deref() == Some("sessions.run") || step.call.as_deref().is_some_and(is_stream)
    });
    let plain = scenario.steps().any(|step| step.options.get("resume") == Some(&json!(false)));
    let pieces = scenario
        .steps()
        .any(|step| step.show.as_deref() == Some("updates") || step.with.contains_key("event_deltas"));
    streams && !plain && !pieces && scenario.faults.is_none()
}

fn is_stream(operation: &str) -> bool {
    operation.ends_with(".events.stream")
}

fn faults(cuts: &[Value]) -> Vec<Value> {
    let kinds = ["sessions.events.stream", "sessions.threads.events.stream"];
    let each = |action| kinds.map(|kind| json!({ "match": { "operation": kind }, "action": action }));
    cuts.iter().flat_map(each).collect()
}

/// The same cut after the first event. Before it a stream has no place yet, and history fills in by the server's clock,
/// which tells seconds: what the session did earlier in that second comes too, and is none of a scenario's business.
fn later(mut cut: Value) -> Value {
    for (place, first) in
        [("drop_stream_after", 1), ("end_stream_after", 1), ("drop_stream_after_bytes", 300)]
    {
        if let Some(after) = cut[place].as_u64() {
            cut[place] = json!(after + first);
        }
    }
    cut
}

/// How many streams were opened.
fn opened(requests: &[Value]) -> usize {
    requests.iter().filter(|request| request["operation"].as_str().is_some_and(is_stream)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_scenario_holds_wherever_between_two_events_its_stream_is_cut() {
    let one = |scenario: &'static Scenario| async move {
        let title = scenario.title();
        let mut places = 0;
        let uncut = in_time(&title, play(scenario)).await.expect(&title);
        for frames in 1.. {
            let cuts = [json!({ "drop_stream_after": frames }), json!({ "replay_stream": frames.min(3) })];
            let played = in_time(&title, play_through(scenario, &faults(&cuts))).await;
            let played = played.unwrap_or_else(|problem| panic!("{title}, cut after {frames}: {problem}"));
            if opened(&played.requests) == opened(&uncut.requests) {
                break; // there are no more
            }
            places += 1;
        }
        places
    };
    let places: Vec<usize> = stream::iter(&*SCENARIOS).map(one).buffer_unordered(8).collect().await;
    let all: usize = places.iter().sum();
    println!("{} scenarios, cut at {all} places", places.len());
    assert!(all > 5 * places.len(), "they were cut");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scenario_holds_whatever_the_cuts(
        scenario: Index,
        first in cut(),
        rest in prop::collection::vec(misfortune(), 0..5),
    ) {
        let scenario = scenario.get(&SCENARIOS);
        let mut cuts: Vec<Value> = std::iter::once(later(first)).chain(rest).collect();
        for cut in &mut cuts {
            cut["replay_stream"] = json!(0); // it might tell what was before the stream
        }
        let played = RUNTIME.block_on(in_time(&scenario.title(), play_through(scenario, &faults(&cuts))));
        prop_assert!(played.is_ok(), "{}: {}", scenario.title(), played.err().unwrap_or_default());
    }
}

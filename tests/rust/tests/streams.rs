//! Breaks event streams: what was asked for arrives once and in order, or an error says how far it got.

use std::time::Duration;

use futures_util::{StreamExt as _, stream};
use qoder_cloud::Error;
use qoder_cloud_tests::scene::{Scene, in_time, until};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_stream_ends_on_the_wire() {
    let scene = Scene::new().await;
    let stream = scene.stream().raw().await.expect("the stream opens");
    until("the stream", || scene.attempts("sessions.events.stream").len() == 1).await;
    assert_eq!(scene.attempts("sessions.events.stream")[0].outcome, None, "an open stream is not over");
    drop(stream);
    until("the stream", || scene.attempts("sessions.events.stream")[0].outcome == Some("disconnected")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_breaks_gives_its_events_and_then_an_error_with_the_last_id() {
    for action in [json!({ "drop_stream_after": 4 }), json!({ "drop_stream_after": 4, "split_frames": 5 })] {
        let scene = Scene::new().await;
        scene.arm("sessions.events.stream", Some(1), &action);
        let mut stream = scene.stream().resume(false).raw().await.expect("the stream opens");
        scene.say("hello").await.expect("the message is sent");
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
        assert_eq!(seen, 4, "{action}");
        assert!(error.is_stream() || error.is_connection(), "{error:?}");
        assert_eq!(error.last_event_id(), last.as_deref(), "{action}");
        let after = in_time("after the error", stream.next_frame()).await;
        assert!(after.is_none(), "an error is the last thing");
    }
}

/// What a reader holds at the end of a turn: the events, and the text it put together from pieces.
async fn follow(scene: &Scene) -> Result<(Vec<Value>, String), Error> {
    let mut stream = scene.stream().event_deltas(["agent.message"]).raw().await?;
    scene.say("count").await?;
    let (mut events, mut text) = (Vec::new(), String::new());
    while let Some(frame) = stream.next_frame().await {
        let event: Value = frame?.json()?;
        match event["type"].as_str().unwrap_or_default() {
            // A message that is told again from its start replaces what came of it.
            "event_start" => text.clear(),
            "event_delta" => text.push_str(event["delta"]["content"]["text"].as_str().unwrap_or_default()),
            kind => {
                let last = kind == "session.status_idle";
                if let (true, Some(whole)) = (kind == "agent.message", event["content"][0]["text"].as_str()) {
                    // The event is the authority; its pieces were its beginning, or all of it.
                    assert!(whole.starts_with(&text), "{text:?} is not how {whole:?} begins");
                    text = whole.to_owned();
                }
                events.push(event);
                if last {
                    break;
                }
            }
        }
    }
    Ok((events, text))
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_stream_breaks_nothing_is_lost_and_nothing_comes_twice() {
    let breaks = ["drop_stream_after", "end_stream_after"];
    let cases = (1..15).flat_map(|frames| breaks.map(|how| (frames, how)));
    let play = |(frames, how): (usize, &'static str)| async move {
        let what = format!("{how} {frames}");
        let scene = Scene::new().await;
        let script = json!({ "session": scene.session, "steps": [{ "think": true }, { "say": ["one ", "two ", "three ", "four"] }] });
        scene.tell("POST", "scripts", &script);
        scene.arm("sessions.events.stream", Some(1), &json!({ how: frames, "split_frames": 11 }));
        let again = json!({ "match": { "operation": "sessions.events.stream" }, "action": { "replay_stream": frames % 4 } });
        scene.tell("POST", "faults", &again);
        let (events, text) =
            in_time(&what, follow(&scene)).await.unwrap_or_else(|error| panic!("{what}: {error}"));
        let history =
            scene.client.get(format!("/sessions/{}/events", scene.session)).query("limit", 100).value().await;
        let history = history.expect("the history is read")["data"].as_array().cloned().unwrap_or_default();
        let turn = &history[history.len() - 10..];
        let ids = |events: &[Value]| events.iter().map(|event| event["id"].clone()).collect::<Vec<_>>();
        assert_eq!(ids(&events), ids(turn), "{what}");
        assert_eq!(text, "one two three four", "{what}");
        assert_eq!(scene.attempts("sessions.events.stream").len(), 2, "{what}");
    };
    stream::iter(cases).map(play).buffer_unordered(32).for_each(|()| async {}).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_stream_is_given_up() {
    let scene = Scene::new().await;
    let quiet = json!({ "heartbeat": "none" });
    scene.arm("sessions.events.stream", Some(1), &quiet);
    let open = |limit| scene.stream().heartbeat_timeout(limit).resume(false).raw();
    let mut silent = open(Duration::from_millis(50)).await.expect("the stream opens");
    let error =
        in_time("the watchdog", silent.next_frame()).await.expect("silence is no end").expect_err("silence");
    assert!(error.is_timeout(), "{error:?}");
}

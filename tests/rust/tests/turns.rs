//! Turns to their end: tools answered once, whatever happens to the stream, and a defined outcome for every stop.

use std::sync::Arc;

use qoder_cloud::{FunctionTool, ToolError};
use qoder_cloud_tests::host::{Played, nothing, play};
use qoder_cloud_tests::scene::{Scene, in_time, until};
use serde_json::{Value, json};

fn script(scene: &Scene, steps: &Value) {
    scene.tell("POST", "scripts", &json!({ "session": scene.session, "steps": steps }));
}

async fn run(
    scene: &Scene,
    more: Value,
    answer: impl FnMut(&str, &Value) -> Result<Value, String>,
) -> Played {
    let mut arguments = json!({ "session_id": scene.session, "input": "hello" });
    for (name, value) in more.as_object().into_iter().flatten() {
        arguments[name] = value.clone();
    }
    play(&scene.client, "sessions.run", &arguments, answer).await
}

fn tools(names: &[&str]) -> Value {
    names.iter().map(|name| json!({ "name": name })).collect()
}

/// The bodies of what was sent to the session.
fn sent(scene: &Scene) -> Vec<Value> {
    scene.attempts("sessions.events.send").iter().map(|request| request.body.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_gives_its_answer_and_everything_about_it() {
    let scene = Scene::new().await;
    let played = run(&scene, json!({ "show": "events" }), nothing).await;
    let result = played.done();
    assert_eq!(result["text"], "Echo: hello");
    assert_eq!(result["stop_reason"]["type"], "end_turn");
    assert_eq!(result["session_id"], json!(scene.session));
    assert_eq!(result["messages"][0]["content"][0]["text"], "Echo: hello");
    assert!(result["credits"].as_f64().is_some_and(|credits| credits > 0.0), "{result}");
    assert_eq!(result["event_ids"].as_array().map(Vec::len), Some(played.events.len()));
    assert_eq!(result["event_ids"].as_array().and_then(|ids| ids.last()), Some(&result["last_event_id"]));
    let kinds: Vec<&str> = played.events.iter().filter_map(|event| event["type"].as_str()).collect();
    assert_eq!((kinds[0], kinds.last()), ("session.status_running", Some(&"session.status_idle")));
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_grow_as_they_are_written() {
    let scene = Scene::new().await;
    script(&scene, &json!([{ "say": ["one ", "two ", "three"] }]));
    let more = json!({ "show": "messages", "event_deltas": ["agent.message"] });
    let played = run(&scene, more, nothing).await;
    let texts: Vec<&str> = played.events.iter().filter_map(|update| update["text"].as_str()).collect();
    assert_eq!(texts, ["one ", "two ", "three", ""]);
    assert_eq!(played.events[3]["complete"], true);
    assert_eq!(played.done()["text"], "one two three");
}

#[tokio::test(flavor = "multi_thread")]
async fn pending_calls_are_put_to_the_host_once_and_answered_together() {
    let scene = Scene::new().await;
    script(
        &scene,
        &json!([
            { "say": "Let me add." },
            { "together": [
                { "call": { "name": "add", "input": { "a": 1, "b": 2 } } },
                { "call": { "name": "add", "input": { "a": 3, "b": 4 } } },
            ] },
            { "say": "Got {result}" },
        ]),
    );
    let played = run(&scene, json!({ "tools": tools(&["add"]) }), |topic, call| {
        assert_eq!(topic, "tool");
        Ok(json!((call["input"]["a"].as_i64().unwrap() + call["input"]["b"].as_i64().unwrap()).to_string()))
    })
    .await;
    let result = played.done();
    assert!(result["text"].as_str().is_some_and(|text| text.contains('3') && text.contains('7')), "{result}");
    assert_eq!(result["messages"].as_array().map(Vec::len), Some(2));
    assert_eq!(played.questions.len(), 2);
    assert_eq!(result["tool_calls"][0]["content"][0]["text"], "3");
    assert_eq!(result["tool_calls"][1]["content"][0]["text"], "7");
    assert_eq!(result["tool_calls"][0]["kind"], "custom");
    let sent = sent(&scene);
    let last = &sent[sent.len() - 1]["events"];
    assert_eq!(last.as_array().map(Vec::len), Some(2), "both answers go in one call: {last}");
}

#[tokio::test(flavor = "multi_thread")]
async fn content_blocks_of_a_tool_are_taken_as_they_are_and_anything_else_is_its_json() {
    let block = json!({ "type": "text", "text": "42" });
    for (given, expected) in [
        (block.clone(), "42"),
        (json!([block, block]), "4242"),
        (json!("42"), "42"),
        (json!({ "type": "celsius", "text": 7 }), r#"{"type":"celsius","text":7}"#),
        (json!(null), "null"),
    ] {
        let scene = Scene::new().await;
        script(&scene, &json!([{ "call": { "name": "add", "input": {} } }, { "say": "{result}" }]));
        let played = run(&scene, json!({ "tools": tools(&["add"]) }), |_, _| Ok(given.clone())).await;
        let content = played.done()["tool_calls"][0]["content"].clone();
        let text: String =
            content.as_array().into_iter().flatten().filter_map(|block| block["text"].as_str()).collect();
        assert_eq!(text, expected, "{given}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failing_tool_an_unknown_tool_and_wrong_arguments_are_told_to_the_agent() {
    let schema =
        json!({ "type": "object", "required": ["city"], "properties": { "city": { "type": "string" } } });
    for (call, offered, expected) in [
        (
            json!({ "name": "weather", "input": { "city": "Ulm" } }),
            json!([{ "name": "weather" }]),
            "no connection",
        ),
        (json!({ "name": "weather", "input": {} }), json!([]), "no tool called \"weather\""),
        (
            json!({ "name": "weather", "input": { "city": 7 } }),
            json!([{ "name": "weather", "input_schema": schema }]),
            "`city`: must be string, not number",
        ),
    ] {
        let scene = Scene::new().await;
        script(&scene, &json!([{ "call": call }, { "say": "{result}" }]));
        let played = run(&scene, json!({ "tools": offered }), |_, _| Err("no connection".into())).await;
        let result = played.done();
        assert!(result["text"].as_str().is_some_and(|text| text.contains(expected)), "{result}");
        assert_eq!(result["tool_calls"][0]["is_error"], true);
        assert_eq!(
            played.questions.len(),
            usize::from(expected == "no connection"),
            "asked only what it can answer"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn permission_is_denied_unless_the_host_allows_it() {
    let step = json!([{ "use": { "name": "Bash", "input": { "command": "ls" }, "result": "files", "ask": true } }, { "say": "{result}" }]);
    for (permissions, answer, expected) in [
        (false, json!(null), "refused"),
        (true, json!({ "allow": true }), "files"),
        (true, json!({ "allow": false, "message": "not on a Friday" }), "not on a Friday"),
    ] {
        let scene = Scene::new().await;
        script(&scene, &step);
        let played = run(&scene, json!({ "permissions": permissions }), |topic, call| {
            assert_eq!((topic, &call["name"]), ("permission", &json!("Bash")));
            Ok(answer.clone())
        })
        .await;
        let result = played.done();
        assert!(result["text"].as_str().is_some_and(|text| text.contains(expected)), "{expected}: {result}");
        assert_eq!(played.questions.len(), usize::from(permissions));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_wants_to_answer_itself_gets_the_calls_back() {
    let scene = Scene::new().await;
    script(&scene, &json!([{ "call": { "name": "ask_a_person", "input": {} } }, { "say": "{result}" }]));
    let played = run(&scene, json!({ "unanswered": "return" }), nothing).await;
    let result = played.done();
    assert_eq!(result["stop_reason"]["type"], "requires_action");
    let id = result["stop_reason"]["event_ids"][0].clone();
    assert_eq!(id, result["tool_calls"][0]["id"]);
    let answer = json!([{
        "type": "user.custom_tool_result", "custom_tool_use_id": id, "content": [{ "type": "text", "text": "yes" }],
    }]);
    let more = json!({ "session_id": scene.session, "input": answer });
    let played = play(&scene.client, "sessions.run", &more, nothing).await;
    assert_eq!(played.done()["text"], "yes");
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_the_stream_breaks_the_turn_is_the_same_and_each_tool_runs_once() {
    let steps = json!([
        { "say": ["Let ", "me ", "add."] },
        { "together": [{ "call": { "name": "add", "input": {} } }, { "call": { "name": "add", "input": {} } }] },
        { "say": ["so: ", "{result}"] },
        { "deliver": { "filename": "sum.txt", "content": "3" } },
    ]);
    let breaks = (1..18).flat_map(|frames| {
        [
            json!({ "drop_stream_after": frames }),
            json!({ "end_stream_after": frames, "replay_stream": 5 }),
            json!({ "done_after": frames }),
        ]
    });
    let all = breaks.map(|how| {
        let steps = steps.clone();
        async move {
            let scene = Scene::new().await;
            script(&scene, &steps);
            scene.arm("sessions.events.stream", Some(2), &how);
            let more =
                json!({ "tools": tools(&["add"]), "show": "messages", "event_deltas": ["agent.message"] });
            let played = run(&scene, more, |_, _| Ok(json!("3"))).await;
            let result = played.done();
            assert_eq!(played.questions.len(), 2, "{how}");
            assert_eq!(
                result["text"].as_str().map(|text| text.starts_with("so: 3")),
                Some(true),
                "{how}: {result}"
            );
            assert_eq!(result["messages"].as_array().map(Vec::len), Some(2), "{how}");
            assert_eq!(result["artifacts"][0]["original_filename"], "sum.txt", "{how}");
            assert_eq!(result["stop_reason"]["type"], "end_turn", "{how}");
            let mut held = String::new();
            for update in &played.events {
                if update["replaces"] == true {
                    held.clear();
                }
                held.push_str(update["text"].as_str().unwrap_or_default());
            }
            assert!(held.starts_with("Let me add.so: 3"), "{how}: {held}");
        }
    });
    futures_util::future::join_all(all).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_stop_has_its_outcome() {
    for (steps, expected) in [
        (json!([{ "say": "half" }, { "stop": "retries_exhausted" }]), "retries_exhausted"),
        (json!([{ "say": "half" }, { "stop": "budget_reached" }]), "budget_reached"),
        (json!([{ "say": "half" }, { "stop": "cancelled" }]), "cancelled"),
        (json!([{ "say": "half" }, { "terminate": true }]), "terminated"),
        (json!([{ "say": "half" }, { "error": { "type": "overloaded", "message": "busy" } }]), "end_turn"),
    ] {
        let scene = Scene::new().await;
        script(&scene, &steps);
        let played = run(&scene, json!({}), nothing).await;
        let result = played.done();
        assert_eq!(
            (&result["stop_reason"]["type"], &result["text"]),
            (&json!(expected), &json!("half")),
            "{steps}"
        );
        let errors = result["errors"].as_array().map(Vec::len);
        assert_eq!(errors, Some(usize::from(expected == "end_turn")), "{steps}: {result}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_session_is_a_conflict_or_waited_for_or_cancelled() {
    for (busy, end) in [("raise", "conflict"), ("wait", "first"), ("cancel", "cancelled")] {
        let scene = Scene::new().await;
        script(&scene, &json!([{ "hold": "gate" }, { "say": "first" }]));
        scene.say("start").await.expect("the first turn starts");
        scene.tell("DELETE", "requests", &Value::Null);
        let more = json!({ "busy": busy });
        let second = run(&scene, more, nothing);
        let release = async {
            if busy == "wait" {
                until("the conflict", || !scene.attempts("sessions.retrieve").is_empty()).await;
                scene.tell("POST", "release", &json!({}));
            }
        };
        let (played, ()) = tokio::join!(second, release);
        if end == "conflict" {
            assert!(played.error().is_conflict(), "{:?}", played.error());
            assert!(played.error().to_string().contains("`busy`"), "{}", played.error());
        } else {
            assert_eq!(played.done()["text"], "Echo: hello", "{busy}");
            assert_eq!(played.done()["messages"].as_array().map(Vec::len), Some(1), "of this turn only");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_that_takes_too_long_is_an_error_that_says_where_it_is_and_is_cancelled_on_request() {
    for cancel in [false, true] {
        let scene = Scene::new().await;
        script(&scene, &json!([{ "hold": "gate" }]));
        let played = run(&scene, json!({ "timeout": 0.2, "cancel_on_abort": cancel }), nothing).await;
        let error = played.error();
        assert!(error.is_timeout() && error.last_event_id().is_some(), "{error:?}");
        assert!(error.to_string().contains(&scene.session), "{error}");
        assert_eq!(scene.attempts("sessions.cancel").len(), usize::from(cancel));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_that_is_dropped_leaves_the_wire_and_is_cancelled_on_request() {
    let scene = Scene::new().await;
    script(&scene, &json!([{ "hold": "gate" }]));
    let arguments =
        json!({ "session_id": scene.session, "input": "hello", "cancel_on_abort": true, "show": "events" });
    let mut procedure = scene
        .client
        .procedure("sessions.run", arguments.to_string().as_bytes(), Vec::new())
        .expect("the arguments are sound");
    in_time("the first step", procedure.next()).await.expect("there is one").expect("it is an event");
    drop(procedure);
    until("the cancellation", || scene.attempts("sessions.cancel").len() == 1).await;
    until("the stream's end", || {
        scene.attempts("sessions.events.stream").iter().all(|stream| stream.outcome == Some("disconnected"))
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_that_is_dropped_while_its_prompt_is_sent_is_cancelled_once_it_has_begun() {
    let scene = Scene::new().await;
    script(&scene, &json!([{ "hold": "gate" }]));
    scene.arm("sessions.events.send", Some(1), &json!({ "delay_ms": 200 }));
    let arguments = json!({ "session_id": scene.session, "input": "hello", "cancel_on_abort": true });
    let mut procedure = scene
        .client
        .procedure("sessions.run", arguments.to_string().as_bytes(), Vec::new())
        .expect("the arguments are sound");
    tokio::select! {
        _ = procedure.next() => panic!("nothing can have come of it yet"),
        () = until("the prompt", || !scene.attempts("sessions.events.send").is_empty()) => {}
    }
    drop(procedure);
    until("the cancellation", || scene.attempts("sessions.cancel").len() == 1).await;
    assert_eq!(scene.attempts("sessions.events.send").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_turns_run_side_by_side_and_one_failure_does_not_stop_the_rest() {
    let scene = Scene::new().await;
    let environment = scene.client.environments().create("many").await.expect("it is created").id;
    let new = json!({ "agent": scene.agent, "environment_id": environment });
    let mut jobs: Vec<Value> =
        (0..5).map(|n| json!({ "input": format!("job {n}"), "session": new })).collect();
    jobs.push(json!({ "input": "lost", "session_id": "sess_gone" }));
    let arguments = json!({ "jobs": jobs, "concurrency": 2 });
    let played = play(&scene.client, "sessions.run_many", &arguments, nothing).await;
    let summary = played.done();
    assert_eq!((&summary["succeeded"], &summary["failed"]), (&json!(5), &json!(1)));
    assert!(summary["credits"].as_f64().is_some_and(|credits| credits > 0.0), "{summary}");
    assert_eq!(played.items.len(), 6);
    let so_far: Vec<f64> = played.items.iter().filter_map(|item| item["credits"].as_f64()).collect();
    assert!(so_far.is_sorted() && so_far.len() == 6, "{so_far:?}");
    assert_eq!(so_far.last().copied(), summary["credits"].as_f64());
    for item in &played.items {
        let index = item["index"].as_u64().expect("an index");
        match index {
            5 => assert_eq!(item["error"]["status"], 404, "{item}"),
            n => assert_eq!(item["result"]["text"], format!("Echo: job {n}"), "{item}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_run_is_refused_before_anything_is_sent() {
    let scene = Scene::new().await;
    scene.tell("DELETE", "requests", &Value::Null);
    for (more, part) in [
        (json!({ "input": [] }), "`input` is empty"),
        (
            json!({ "input": [{ "type": "text", "text": "a" }, { "type": "user.message", "content": [] }] }),
            "mixes",
        ),
        (json!({ "tools": tools(&["Add", "add"]) }), "two tools called \"add\""),
        (json!({ "tool_concurrency": 0 }), "at least 1"),
        (json!({ "timeout": -1.0 }), "`timeout`"),
        (json!({ "timeout": "soon" }), "`timeout`: invalid type: string \"soon\""),
        (json!({ "input": 7 }), "`input`: "),
        (json!({ "nope": 7 }), "`nope`: unknown field"),
        (json!({ "busy": "later" }), "later"),
    ] {
        let played = run(&scene, more.clone(), nothing).await;
        assert!(played.error().to_string().contains(part), "{more}: {}", played.error());
    }
    assert!(scene.emulator.requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tool_that_outlasts_its_connection_still_gets_its_answer_in() {
    let scene = Arc::new(Scene::new().await);
    script(&scene, &json!([{ "call": { "name": "slow", "input": {} } }, { "say": "{result}" }]));
    scene.arm("sessions.events.stream", None, &json!({ "heartbeat": "none" }));
    let limit = std::time::Duration::from_millis(30);
    let client = scene.client.with_options(|client| client.heartbeat_timeout(limit)).expect("it is sound");
    let seen = scene.clone();
    let slow =
        FunctionTool::with_schema("slow", "Takes its time.", json!({ "type": "object" }), move |_: Value| {
            let seen = seen.clone();
            async move {
                until("the connections", || seen.attempts("sessions.events.stream").len() >= 3).await;
                Ok::<_, ToolError>("done")
            }
        });
    let run = client.sessions().run(scene.session.as_str(), "go").tool(slow);
    let result = in_time("the turn", run).await.expect("it ends");
    assert_eq!((result.text.as_str(), result.tool_calls.len()), ("done", 1));
}

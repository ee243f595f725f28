//! Sending events and reading them back.

use serde_json::{Value, json};

use crate::support::{Api, kinds};

const TURN: [&str; 10] = [
    "session.status_running",
    "session.thread_status_running",
    "user.message",
    "span.model_request_start",
    "agent.thinking",
    "agent.message",
    "span.model_request_end",
    "session.thread_status_idle",
    "session.usage",
    "session.status_idle",
];

#[test]
fn a_turn_has_the_documented_order() {
    let api = Api::start();
    let session = api.session();
    let sent = api.say(&session, "hello there").ok();
    let history = api.history(&session);
    assert_eq!(kinds(&history), TURN);
    assert_eq!(sent["data"], json!([history[2]]));
    assert_eq!(api.said(&session), "Echo: hello there");
    assert_eq!(history[6]["model_request_start_id"], history[3]["id"]);
    assert_eq!(history[9]["stop_reason"]["type"], "end_turn");
}

#[test]
fn shapes_of_events_are_checked() {
    let api = Api::start();
    let session = api.session();
    let send = |body: Value| api.post(&format!("/sessions/{session}/events"), body);
    for (body, param) in [
        (json!({ "type": "user.message", "content": [] }), "events"),
        (json!({ "events": [] }), "events"),
        (json!({ "events": [{ "type": "user.message", "content": "text" }] }), "events[0].content"),
        (json!({ "events": [{ "type": "user.message", "content": [] }] }), "events[0].content"),
        (
            json!({ "events": [{ "type": "user.message", "content": [{ "type": "text" }] }] }),
            "events[0].content[0].text",
        ),
        (json!({ "events": [{ "type": "agent.message", "content": [] }] }), "events[0].type"),
    ] {
        assert_eq!(send(body).refused(400, "invalid_request_error")["param"], param);
    }
    assert!(api.history(&session).is_empty());
}

#[test]
fn a_system_message_is_the_last_and_only_one() {
    let api = Api::start();
    let session = api.session();
    let text = json!([{ "type": "text", "text": "x" }]);
    let (system, user) = (
        json!({ "type": "system.message", "content": text }),
        json!({ "type": "user.message", "content": text }),
    );
    let send = |events: Value| api.post(&format!("/sessions/{session}/events"), json!({ "events": events }));
    send(json!([system, user])).refused(400, "invalid_request_error");
    send(json!([system, system])).refused(400, "invalid_request_error");
    let sent = send(json!([user, system])).ok();
    assert_eq!(kinds(sent["data"].as_array().unwrap()), ["user.message", "system.message"]);
    send(json!([system])).ok();
    assert_eq!(kinds(&api.history(&session)).last(), Some(&"system.message"));
}

#[test]
fn a_running_session_takes_only_an_interrupt() {
    let api = Api::start();
    let session = api.session();
    api.script(json!([{ "hold": "h" }]));
    api.say(&session, "one").ok();
    let error = api.say(&session, "two").refused(409, "invalid_request_error");
    assert_eq!(
        error["message"],
        "Session is currently processing a turn. Cancel the current turn or wait for completion."
    );
    api.event(&session, json!({ "type": "user.interrupt" })).ok();
    assert_eq!(api.history(&session).last().unwrap()["stop_reason"]["type"], "cancelled");
}

#[test]
fn history_is_filtered_by_type_and_time() {
    let api = Api::start();
    let session = api.session();
    api.say(&session, "one").ok();
    api.say(&session, "two").ok();
    let list = |query: &str| {
        api.get(&format!("/sessions/{session}/events?{query}")).ok()["data"].as_array().unwrap().clone()
    };
    assert_eq!(kinds(&list("types[]=user.message&types[]=unknown")), ["user.message"; 2]);
    assert_eq!(list("types=agent.message&order=desc&limit=1")[0]["content"][0]["text"], "Echo: two");
    let at = list("types[]=user.message")[1]["processed_at"].as_str().unwrap().to_owned();
    assert_eq!(list(&format!("created_at[lt]={at}")).len(), 12);
    assert_eq!(list(&format!("created_at[gte]={at}&limit=100")).len(), 8);
    let first = list("limit=7");
    let cursor = first[6]["id"].as_str().unwrap();
    assert_eq!(list(&format!("limit=7&after_id={cursor}")).len(), 7);
    assert_eq!(list(&format!("limit=7&before_id={cursor}")), first[..6]);
}

#[test]
fn an_outcome_is_judged() {
    let api = Api::start();
    let session = api.session();
    let outcome = |most: i64| {
        json!({ "type": "user.define_outcome", "description": "A haiku.", "max_iterations": most,
                "rubric": { "type": "text", "content": "Three lines." } })
    };
    api.event(&session, outcome(21)).refused(400, "invalid_request_error");
    let sent = api.event(&session, outcome(3)).ok();
    let id = &sent["data"][0]["outcome_id"];
    let history = api.history(&session);
    let end = history.iter().find(|event| event["type"] == "span.outcome_evaluation_end").unwrap();
    assert_eq!((&end["outcome_id"], &end["result"]), (id, &"satisfied".into()));
    assert_eq!(api.get(&format!("/sessions/{session}")).ok()["outcome_evaluations"][0]["outcome_id"], *id);
}

#[test]
fn initial_events_are_delivered_at_once() {
    let api = Api::start();
    let message = json!({ "type": "user.message", "content": [{ "type": "text", "text": "hi" }] });
    let session = api.session_with(json!({ "initial_events": [message] }));
    assert_eq!(api.said(&session), "Echo: hi");
}

//! Following a session live: where a stream starts, resumes and ends.

use serde_json::json;

use crate::support::{Api, Frame, names};

const DELTAS: &str = "?event_deltas[]=agent.message&event_deltas[]=agent.thinking";

fn text(frames: &[Frame]) -> String {
    let deltas = frames.iter().filter(|frame| frame.event == "event_delta").map(Frame::json);
    deltas.map(|delta| delta["delta"]["content"]["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn without_a_last_event_it_starts_at_the_tail() {
    let api = Api::start();
    let session = api.session();
    api.say(&session, "before").ok();
    let mut live = api.stream(&session, "", None);
    api.say(&session, "after").ok();
    let frames = live.until("session.status_idle");
    let history = api.history(&session);
    assert_eq!(frames.iter().map(Frame::json).collect::<Vec<_>>(), history[10..]);
    assert!(
        frames
            .iter()
            .all(|frame| frame.json()["id"] == frame.id.as_str()
                && frame.json()["type"] == frame.event.as_str())
    );
}

#[test]
fn with_a_last_event_it_gives_what_follows() {
    let api = Api::start();
    let session = api.session();
    let sent = api.say(&session, "hello").ok();
    let id = sent["data"][0]["id"].as_str().unwrap();
    let frames = api.stream(&session, DELTAS, Some(id)).until("session.status_idle");
    // What is complete is given as it is, without its pieces.
    assert_eq!(
        names(&frames),
        [
            "span.model_request_start",
            "agent.thinking",
            "agent.message",
            "span.model_request_end",
            "session.thread_status_idle",
            "session.usage",
            "session.status_idle"
        ]
    );
    let path = format!("/sessions/{session}/events/stream");
    api.call("GET", &path, &[("last-event-id", "evt_none")], b"").refused(400, "invalid_request_error");
}

#[test]
fn deltas_are_pieces_of_one_message_under_one_id() {
    let api = Api::start();
    let session = api.session();
    let mut live = api.stream(&session, DELTAS, None);
    let mut plain = api.stream(&session, "", None);
    api.say(&session, "one two three").ok();
    let frames = live.until("session.status_idle");
    let at = frames.iter().position(|frame| frame.event == "event_delta").unwrap() - 1;
    let message = &frames[at..at + 6];
    assert_eq!(
        names(message),
        ["event_start", "event_delta", "event_delta", "event_delta", "event_delta", "agent.message"]
    );
    assert!(message.iter().all(|frame| frame.id == message[0].id));
    assert_eq!(message[0].json()["event"], json!({ "id": message[0].id, "type": "agent.message" }));
    assert_eq!(text(message), "Echo: one two three");
    assert_eq!(names(&frames[at - 2..at]), ["event_start", "agent.thinking"]);
    assert!(!names(&plain.until("session.status_idle")).contains(&"event_start"));
}

#[test]
fn a_message_in_progress_is_resumed_as_documented() {
    let api = Api::start();
    let session = api.session();
    api.script(json!([{ "say": ["one ", "two ", { "hold": "h" }, "three"] }]));
    let mut live = api.stream(&session, DELTAS, None);
    let sent = api.say(&session, "go").ok();
    let start = live.until("event_start").pop().unwrap();
    let from_before = sent["data"][0]["id"].as_str().unwrap();
    let mut earlier = api.stream(&session, DELTAS, Some(from_before));
    let mut same = api.stream(&session, DELTAS, Some(&start.id));
    let mut tail = api.stream(&session, DELTAS, None);
    api.control("release", json!({ "hold": "h" }));
    let whole = earlier.until("agent.message");
    assert_eq!((text(&whole).as_str(), names(&whole)[1]), ("one two three", "event_start"));
    for stream in [&mut same, &mut tail] {
        let rest = stream.until("agent.message");
        assert_eq!((text(&rest).as_str(), rest.len()), ("three", 2));
    }
    let after = api.stream(&session, DELTAS, Some(&start.id)).until("session.status_idle");
    assert_eq!(names(&after)[0], "span.model_request_end");
}

#[test]
fn heartbeats_are_comments_and_come_when_asked_for() {
    let api = Api::start();
    let session = api.session();
    let mut live = api.stream(&session, "", None);
    api.fault("sessions.events.stream", json!({ "heartbeat": "event" }));
    let mut named = api.stream(&session, "", None);
    api.control("heartbeat", json!({}));
    assert_eq!(live.next().unwrap().unwrap().comment, "heartbeat");
    let beat = named.next().unwrap().unwrap();
    assert_eq!((beat.event.as_str(), beat.data.as_str(), beat.id.as_str()), ("heartbeat", "{}", ""));
}

#[test]
fn heartbeats_come_by_themselves() {
    let api = Api::start();
    api.control("settings", json!({ "heartbeat_ms": 1 }));
    let mut live = api.stream(&api.session(), "", None);
    for _ in 0..3 {
        assert_eq!(live.next().unwrap().unwrap().comment, "heartbeat");
    }
}

#[test]
fn it_ends_with_the_session() {
    let api = Api::start();
    let (first, second) = (api.session(), api.session());
    let (mut deleted, mut terminated) = (api.stream(&first, "", None), api.stream(&second, "", None));
    api.delete(&format!("/sessions/{first}")).ok();
    deleted.until("session.deleted");
    assert_eq!(deleted.next().unwrap(), None);
    api.script(json!([{ "terminate": true }]));
    api.say(&second, "x").ok();
    terminated.until("session.status_terminated");
    assert_eq!(terminated.next().unwrap(), None);
    api.get(&format!("/sessions/{first}/events/stream")).refused(404, "not_found_error");
}

#[test]
fn the_list_route_streams_when_asked_for_events() {
    let api = Api::start();
    let session = api.session();
    api.script(json!([{ "terminate": true }]));
    api.say(&session, "x").ok();
    let path = format!("/sessions/{session}/events");
    let answer = api.call("GET", &path, &[("accept", "text/event-stream")], b"");
    assert_eq!(answer.header("content-type"), Some("text/event-stream"));
}

#[test]
fn a_thread_is_followed_without_deltas() {
    let api = Api::start();
    let session = api.session();
    let steps = json!([{ "hold": "h" }, { "say": "Found it." }]);
    api.script(json!([{ "spawn": { "agent_name": "helper", "steps": steps } }]));
    let mut live = api.stream(&session, "", None);
    api.say(&session, "go").ok();
    let born = live.until("session.thread_created").pop().unwrap().json();
    let path =
        format!("/sessions/{session}/threads/{}/stream{DELTAS}", born["session_thread_id"].as_str().unwrap());
    let mut thread = api.stream_at(&path, None);
    api.control("release", json!({}));
    let frames = thread.until("session.thread_status_idle");
    assert_eq!(
        names(&frames),
        ["span.model_request_start", "agent.message", "span.model_request_end", "session.thread_status_idle"]
    );
}

#[test]
fn the_log_tells_who_went_away() {
    let api = Api::start();
    let session = api.session();
    drop(api.stream(&session, "", None));
    // The emulator notices on its own time; asking it is what the test waits with.
    let outcome = || api.emulator.requests().last().unwrap().outcome;
    while outcome().is_none() {
        std::thread::yield_now();
    }
    assert_eq!(outcome(), Some("disconnected"));
    let state = api.emulator.control("GET", "state", &json!(null)).unwrap();
    assert_eq!(state["sessions"][&session]["streams"], 0);
}

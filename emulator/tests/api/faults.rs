//! Faults: everything that goes wrong on a network, on demand.

use serde_json::json;

use crate::support::{Api, names, read_answer, request};

const AUTH: (&str, &str) = ("authorization", "Bearer pt-test");

fn list(api: &Api) -> std::io::Result<crate::support::Answer> {
    api.raw(&request("GET", "/api/v1/cloud/agents", &[AUTH], b""))
}

#[test]
fn a_status_comes_instead_of_the_answer() {
    let api = Api::start();
    let action = json!({ "status": 429, "headers": { "retry-after": "1" }, "body": "slow down" });
    api.control("faults", json!([{ "match": { "path": "/agents*", "method": "get" }, "after": 1, "times": 2, "action": action }]));
    let statuses: Vec<u16> = (0..4).map(|_| api.get("/agents").status).collect();
    assert_eq!(statuses, [200, 429, 429, 200]);
    api.fault("agents.create", json!({ "status": 503 }));
    api.post("/agents", json!({})).refused(503, "feature_not_available");
    api.fault("agents.list", action.clone());
    let answer = api.get("/agents");
    assert_eq!((answer.header("retry-after"), answer.body.as_slice()), (Some("1"), b"slow down".as_slice()));
    api.fault("agents.list", json!({ "headers": { "x-request-id": null, "x-extra": "1" } }));
    let answer = api.get("/agents");
    assert_eq!((answer.header("x-request-id"), answer.header("x-extra")), (None, Some("1")));
    assert!(api.emulator.control("POST", "faults", &json!([{ "action": { "explode": true } }])).is_err());
}

#[test]
fn connections_are_reset_before_and_after_the_headers() {
    let api = Api::start();
    api.fault("agents.list", json!({ "reset": "before_headers" }));
    assert!(list(&api).is_err());
    api.fault("agents.list", json!({ "reset": "after_headers" }));
    let answer = list(&api).unwrap();
    assert!(answer.status == 200 && answer.broken && answer.body.is_empty());
    let outcomes: Vec<_> = api.emulator.requests().iter().map(|request| request.outcome).collect();
    assert_eq!(outcomes, [Some("faulted"); 2]);
}

#[test]
fn a_lost_answer_was_given_nevertheless() {
    let api = Api::start();
    api.fault("agents.create", json!({ "reset": "before_headers" }));
    let body = json!({ "name": "a", "model": "auto" }).to_string();
    let create = || {
        api.raw(&request("POST", "/api/v1/cloud/agents", &[AUTH, ("idempotency-key", "k")], body.as_bytes()))
    };
    assert!(create().is_err());
    let id = create().unwrap().ok()["id"].clone();
    assert_eq!(api.get("/agents").ok()["data"][0]["id"], id);
    assert_eq!(api.get("/agents").ok()["data"].as_array().unwrap().len(), 1);
}

#[test]
fn bodies_are_cut_garbled_and_dripped() {
    let api = Api::start();
    api.fault("agents.list", json!({ "truncate": 5 }));
    let answer = list(&api).unwrap();
    assert!(answer.broken);
    assert_eq!(answer.body, b"{\"dat");
    api.fault("agents.list", json!({ "malformed": true }));
    let answer = list(&api).unwrap();
    assert!(!answer.broken && serde_json::from_slice::<serde_json::Value>(&answer.body).is_err());
    api.fault("agents.list", json!({ "slow_bytes": { "chunk": 7, "every_ms": 1 } }));
    assert_eq!(list(&api).unwrap().ok()["has_more"], false);
    api.fault("agents.list", json!({ "delay_ms": 1 }));
    assert_eq!(list(&api).unwrap().status, 200);
}

#[test]
fn who_leaves_during_a_delay_changes_nothing() {
    use std::io::Write as _;
    let api = Api::start();
    api.fault("agents.create", json!({ "delay_ms": 3_600_000 }));
    let mut socket = api.connect();
    let body = json!({ "name": "a", "model": "auto" }).to_string();
    socket.write_all(&request("POST", "/api/v1/cloud/agents", &[AUTH], body.as_bytes())).unwrap();
    while api.emulator.requests().is_empty() {
        std::thread::yield_now();
    }
    drop(socket);
    while api.emulator.requests()[0].outcome.is_none() {
        std::thread::yield_now();
    }
    assert_eq!(api.emulator.requests()[0].outcome, Some("disconnected"));
    assert_eq!(api.get("/agents").ok()["data"], json!([]));
}

#[test]
fn streams_break_end_and_repeat() {
    let api = Api::start();
    let session = api.session();
    let sent = api.say(&session, "x").ok();
    let id = sent["data"][0]["id"].as_str().unwrap().to_owned();
    let open = |action| {
        api.fault("sessions.events.stream", action);
        api.stream(&session, "", Some(&id))
    };
    let mut dropped = open(json!({ "drop_stream_after": 2 }));
    assert_eq!(dropped.next().unwrap().unwrap().event, "span.model_request_start");
    assert!(dropped.next().unwrap().is_some());
    assert!(dropped.next().is_err());

    let mut ended = open(json!({ "end_stream_after": 1 }));
    assert!(ended.next().unwrap().is_some());
    assert_eq!(ended.next().unwrap(), None);

    let mut done = open(json!({ "done_after": 1 }));
    done.next().unwrap();
    assert_eq!(done.next().unwrap().unwrap().data, "[DONE]");

    let mut failed =
        open(json!({ "error_frame": { "after": 1, "error": { "type": "api_error", "message": "m" } } }));
    let frames = failed.until("error");
    assert_eq!((frames.len(), &frames[1].json()["error"]["type"]), (2, &"api_error".into()));

    let frames = open(json!({ "replay_stream": 3 })).until("session.status_idle");
    assert_eq!(
        names(&frames)[..3],
        ["session.status_running", "session.thread_status_running", "user.message"]
    );

    let frames = open(json!({ "split_frames": 3 })).until("session.status_idle");
    assert_eq!(frames.len(), 7);
}

#[test]
fn many_requests_may_share_a_connection() {
    use std::io::Write as _;
    let api = Api::start();
    let mut socket = api.connect();
    let one = "GET /api/v1/cloud/models HTTP/1.1\r\nhost: x\r\nauthorization: Bearer pt-test\r\n\r\n";
    let last = request("GET", "/api/v1/cloud/models", &[AUTH], b"");
    socket.write_all(&[one.repeat(3).as_bytes(), &last].concat()).unwrap();
    let answer = read_answer(socket).unwrap();
    let rest = String::from_utf8(answer.body).unwrap();
    assert_eq!(rest.matches("HTTP/1.1 200 OK").count(), 3);
}

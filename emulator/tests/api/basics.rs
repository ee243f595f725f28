//! Authentication, request ids, errors, limits, idempotency, pages.

use serde_json::{Value, json};

use crate::support::{Api, id};

#[test]
fn only_a_known_bearer_token_opens_the_door() {
    let api = Api::start();
    let path = "/api/v1/cloud/agents";
    for headers in [
        vec![],
        vec![("x-api-key", "pt-test")],
        vec![("authorization", "Bearer wrong")],
        vec![("authorization", "Basic pt-test")],
        vec![("authorization", "Bearer ")],
    ] {
        let error = api.send("GET", path, &headers, b"").refused(401, "authentication_error");
        assert_eq!(error["message"], "Invalid API key or token.");
    }
    assert_eq!(api.send("GET", path, &[("authorization", "bearer pt-test")], b"").status, 200);
}

#[test]
fn a_key_is_exchanged_for_a_token_that_expires() {
    let api = Api::start();
    let target = "/api/v1/serviceToken/exchange";
    let exchange = |key: &str, scope: &str| {
        let body = json!({ "grant_type": "client_credentials", "audience": "qoder", "scope": scope, "ttl_seconds": 60 });
        api.send("POST", target, &[("authorization", &format!("Bearer {key}"))], body.to_string().as_bytes())
    };
    let list = |token: &str| {
        api.send("GET", "/api/v1/cloud/agents", &[("authorization", &format!("Bearer {token}"))], b"")
    };
    let issued = exchange("sak_secret", "qca.access").ok();
    assert_eq!((issued["token_type"].as_str(), issued["expires_in"].as_i64()), (Some("Bearer"), Some(60)));
    let token = issued["access_token"].as_str().unwrap();
    assert_eq!(list(token).status, 200);
    api.control("clock", json!({ "advance_ms": 60_000 }));
    list(token).refused(401, "authentication_error");

    let narrow = exchange("sak_secret", "forward.access").ok();
    list(narrow["access_token"].as_str().unwrap()).refused(403, "permission_error");
    exchange("pt-test", "qca.access").refused(401, "authentication_error");
    exchange("sak_secret", "everything").refused(400, "invalid_request_error");
    list("sak_secret").refused(401, "authentication_error");
}

#[test]
fn the_callers_request_id_is_echoed() {
    let api = Api::start();
    let answer = api.call("GET", "/agents/agent_none", &[("x-request-id", "mine-1")], b"");
    assert_eq!(answer.header("x-request-id"), Some("mine-1"));
    assert_eq!(answer.json()["request_id"], "mine-1");
    assert_ne!(api.get("/agents").header("x-request-id"), api.get("/agents").header("x-request-id"));
}

#[test]
fn violations_name_the_field() {
    let api = Api::start();
    for (body, param, message) in [
        (json!({}), "name", "Missing required field: name"),
        (json!({ "name": 1, "model": "auto" }), "name", "Field 'name' must be a string."),
        (
            json!({ "name": "a", "model": { "effort": "low" } }),
            "model.id",
            "Missing required field: model.id",
        ),
        (
            json!({ "name": "a", "model": "auto", "metadata": { "k": 1 } }),
            "metadata.k",
            "Field 'metadata.k' must be a string.",
        ),
        (json!([]), "", "Request body must be an object."),
    ] {
        let error = api.post("/agents", body).refused(400, "invalid_request_error");
        assert_eq!((&error["param"], &error["message"]), (&param.into(), &message.into()));
    }
    let unknown = json!({ "name": "a", "model": "auto", "tools": [{ "type": "magic" }] });
    assert_eq!(api.post("/agents", unknown).refused(400, "invalid_request_error")["param"], "tools[0].type");
    let error = api.get("/agents?created_at[gte]=yesterday").refused(400, "invalid_request_error");
    assert_eq!(error["param"], "created_at[gte]");
    api.get("/nothing/here").refused(404, "not_found_error");
    api.call("PUT", "/agents", &[], b"{}").refused(405, "invalid_request_error");
}

#[test]
fn metadata_is_sixteen_short_pairs() {
    let api = Api::start();
    let create =
        |metadata: Value| api.post("/agents", json!({ "name": "a", "model": "auto", "metadata": metadata }));
    let many: serde_json::Map<_, _> = (0..17).map(|n| (n.to_string(), "x".into())).collect();
    create(many.into()).refused(400, "invalid_request_error");
    create(json!({ "k".repeat(65): "x" })).refused(400, "invalid_request_error");
    create(json!({ "k": "x".repeat(513) })).refused(400, "invalid_request_error");
    create(json!({ "k".repeat(64): "ü".repeat(512) })).ok();
}

#[test]
fn a_body_over_four_megabytes_is_no_json() {
    let api = Api::start();
    let body = |size: usize| {
        let frame = json!({ "name": "a", "model": "auto", "system": "" }).to_string().len();
        json!({ "name": "a", "model": "auto", "system": "x".repeat(size - frame) }).to_string()
    };
    const LIMIT: usize = 4 * 1024 * 1024;
    assert_eq!(api.call("POST", "/agents", &[], body(LIMIT).as_bytes()).status, 200);
    let error =
        api.call("POST", "/agents", &[], body(LIMIT + 1).as_bytes()).refused(400, "invalid_request_error");
    assert_eq!(error["message"], "Request body must be valid JSON.");
    let error = api.call("POST", "/agents", &[], b"{").refused(400, "invalid_request_error");
    assert_eq!(error["message"], "Request body must be valid JSON.");
}

#[test]
fn a_write_under_a_key_happens_once() {
    let api = Api::start();
    let create = |key: &str, name: &str| {
        let body = json!({ "name": name, "model": "auto" }).to_string();
        api.call("POST", "/agents", &[("idempotency-key", key)], body.as_bytes())
    };
    let first = id(&create("k1", "a"));
    assert_eq!(id(&create("k1", "a")), first);
    assert_ne!(id(&create("k2", "a")), first);
    let error = create("k1", "b").refused(409, "conflict_error");
    assert_eq!(error["message"], "Idempotency key reused with a different request body.");
    assert_eq!(api.get("/agents").ok()["data"].as_array().unwrap().len(), 2);
    api.control("tokens", json!({ "token": "pt-other" }));
    let body = json!({ "name": "b", "model": "auto" }).to_string();
    let headers = [("authorization", "Bearer pt-other"), ("idempotency-key", "k1")];
    assert_eq!(api.send("POST", "/api/v1/cloud/agents", &headers, body.as_bytes()).status, 200);
    api.control("clock", json!({ "advance_ms": 24 * 3600 * 1000 }));
    assert_ne!(id(&create("k1", "b")), first);
}

#[test]
fn a_refused_write_may_be_repeated_under_its_key() {
    let api = Api::start();
    let session = api.session();
    api.script(json!([{ "hold": "h" }]));
    api.say(&session, "one").ok();
    let event =
        json!({ "events": [{ "type": "user.message", "content": [{ "type": "text", "text": "two" }] }] });
    let path = format!("/sessions/{session}/events");
    let send = || api.call("POST", &path, &[("idempotency-key", "k")], event.to_string().as_bytes());
    send().refused(409, "invalid_request_error");
    api.control("release", json!({ "hold": "h" }));
    let sent = send().ok();
    assert_eq!(send().ok(), sent);
}

#[test]
fn pages_follow_each_other_in_both_directions() {
    let api = Api::start();
    let mut ids: Vec<String> = (0..5).map(|_| api.agent(json!({}))).collect();
    ids.reverse();
    let page = |query: &str| {
        let page = api.get(&format!("/agents?{query}")).ok();
        let ids: Vec<String> = page["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|agent| agent["id"].as_str().unwrap().into())
            .collect();
        (ids, page)
    };
    let (first, page1) = page("limit=2");
    assert_eq!(first, ids[..2]);
    assert_eq!((&page1["first_id"], &page1["last_id"]), (&ids[0].as_str().into(), &ids[1].as_str().into()));
    assert_eq!((&page1["has_more"], &page1["next_page"]), (&true.into(), &page1["last_id"]));
    let (second, _) = page(&format!("limit=2&page={}", page1["next_page"].as_str().unwrap()));
    assert_eq!(second, ids[2..4]);
    let (last, page3) = page(&format!("limit=2&after_id={}", ids[3]));
    assert_eq!(last, ids[4..]);
    assert_eq!((&page3["has_more"], &page3["next_page"]), (&false.into(), &Value::Null));
    let (before, _) = page(&format!("limit=2&before_id={}", ids[3]));
    assert_eq!(before, ids[1..3]);
    let (_, empty) = page("created_at[gte]=2100-01-01T00:00:00Z");
    assert_eq!(
        (&empty["first_id"], &empty["last_id"], &empty["has_more"]),
        (&Value::Null, &Value::Null, &false.into())
    );
}

#[test]
fn cursors_and_limits_are_checked() {
    let api = Api::start();
    let agent = api.agent(json!({}));
    for query in [
        format!("page={agent}&after_id={agent}"),
        format!("after_id={agent}&before_id={agent}"),
        "page=sess_1".into(),
    ] {
        api.get(&format!("/agents?{query}")).refused(400, "invalid_request_error");
    }
    for limit in ["0", "-1", "ten"] {
        assert_eq!(
            api.get(&format!("/agents?limit={limit}")).refused(400, "invalid_request_error")["param"],
            "limit"
        );
    }
    let session = api.session();
    assert_eq!(api.get("/agents?limit=101").status, 200);
    api.get("/sessions?limit=101").refused(400, "invalid_request_error");
    api.get(&format!("/sessions/{session}/events?limit=101")).refused(400, "invalid_request_error");
}

#[test]
fn models_are_a_complete_list() {
    let models = Api::start().get("/models").ok();
    let ids: Vec<&str> =
        models["data"].as_array().unwrap().iter().map(|model| model["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"auto") && ids.contains(&"ultimate"));
    assert_eq!(models["has_more"], false);
}

#[test]
fn the_log_tells_what_came_and_never_a_token() {
    let api = Api::start();
    api.call(
        "POST",
        "/agents?a=1",
        &[("x-api-key", "pt-leak"), ("x-mine", "1")],
        b"{\"name\":\"a\",\"model\":\"auto\"}",
    )
    .ok();
    api.send("GET", "/api/v1/cloud/agents", &[], b"");
    let log = api.emulator.requests();
    assert_eq!(log.len(), 2);
    assert_eq!(
        (log[0].method.as_str(), log[0].path.as_str(), log[0].query.as_str()),
        ("POST", "/api/v1/cloud/agents", "a=1")
    );
    assert_eq!(
        (log[0].operation, log[0].status, log[0].outcome),
        (Some("agents.create"), Some(200), Some("completed"))
    );
    assert_eq!(log[0].body, json!({ "name": "a", "model": "auto" }));
    assert!(log[0].authorized && !log[1].authorized);
    assert!(log[0].headers.contains(&("x-mine".into(), "1".into())));
    let text = serde_json::to_string(&log).unwrap();
    assert!(!text.contains("pt-test") && !text.contains("pt-leak"), "{text}");
    api.emulator.control("DELETE", "requests", &Value::Null).unwrap();
    assert!(api.emulator.requests().is_empty());
}

#[test]
fn reset_forgets_everything_but_the_token() {
    let api = Api::start();
    api.session();
    api.control("reset", json!({}));
    assert_eq!(api.get("/sessions").ok()["data"], json!([]));
    assert_eq!(api.emulator.control("GET", "state", &Value::Null).unwrap()["agents"], 0);
}

//! Sessions, their attachments, and how they end.

use serde_json::{Value, json};

use crate::support::{Api, id, kinds};

#[test]
fn an_agent_is_named_in_three_ways_and_kept_as_it_was() {
    let api = Api::start();
    let (agent, environment) = (api.agent(json!({})), api.environment());
    api.post(&format!("/agents/{agent}"), json!({ "version": 1, "name": "b" })).ok();
    let create =
        |agent: Value| api.post("/sessions", json!({ "agent": agent, "environment_id": environment }));
    let plain = create(json!(agent)).ok();
    assert_eq!(
        (&plain["agent"]["name"], &plain["agent"]["version"], &plain["status"]),
        (&"b".into(), &2.into(), &"idle".into())
    );
    assert_eq!(create(json!({ "type": "agent", "id": agent, "version": 1 })).ok()["agent"]["name"], "a");
    let tools = json!([{ "type": "agent_toolset_20260401" }]);
    let own = json!({ "type": "agent_with_overrides", "id": agent, "system": "s", "tools": tools });
    assert_eq!(create(own).ok()["agent"]["system"], "s");
    create(json!("agent_none")).refused(404, "not_found_error");
    create(json!({ "type": "agent", "id": agent, "version": 9 })).refused(404, "not_found_error");
    let error = create(json!({ "type": "robot", "id": agent })).refused(400, "invalid_request_error");
    assert_eq!(error["param"], "agent.type");
    let error = api.post("/sessions", json!({ "agent_id": agent, "environment_id": environment }));
    assert_eq!(error.refused(400, "invalid_request_error")["param"], "agent");
    api.post(&format!("/agents/{agent}"), json!({ "version": 2, "name": "c" })).ok();
    let kept = api.get(&format!("/sessions/{}", plain["id"].as_str().unwrap())).ok();
    assert_eq!(kept["agent"]["name"], "b");
}

#[test]
fn variables_are_a_map_or_pairs_and_some_are_reserved() {
    let api = Api::start();
    let create = |variables: Value| {
        let body = json!({ "agent": api.agent(json!({})), "environment_id": api.environment(), "environment_variables": variables });
        api.post("/sessions", body)
    };
    let expected = json!({ "A": "1", "B": "x=y" });
    assert_eq!(create(json!("A=1;B=x=y\n")).ok()["environment_variables"], expected);
    assert_eq!(create(expected.clone()).ok()["environment_variables"], expected);
    for wrong in [
        json!("A"),
        json!("1A=x"),
        json!({ "USER_ID": "x" }),
        json!({ "QODER_X": "x" }),
        json!({ "CAW_": "x" }),
    ] {
        let error = create(wrong).refused(400, "invalid_request_error");
        assert_eq!(error["param"], "environment_variables");
    }
}

#[test]
fn what_a_session_refers_to_must_be_there() {
    let api = Api::start();
    let create = |more: Value| {
        let mut body = json!({ "agent": api.agent(json!({})), "environment_id": api.environment() });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        api.post("/sessions", body)
    };
    create(json!({ "environment_id": "env_none" })).refused(404, "not_found_error");
    create(json!({ "vault_ids": ["vault_none"] })).refused(404, "not_found_error");
    create(json!({ "resources": [{ "type": "file", "file_id": "file_none" }] }))
        .refused(404, "not_found_error");
    let servers = json!([{ "type": "url", "name": "t", "url": "https://mcp.invalid/x" }]);
    let agent = api.agent(json!({ "mcp_servers": servers }));
    create(json!({ "agent": agent })).refused(400, "invalid_request_error");
    let own = id(&api.post("/environments", json!({ "name": "e", "config": { "type": "self_hosted" } })));
    create(json!({ "environment_id": own, "environment_variables": "A=1" }))
        .refused(400, "invalid_request_error");
}

#[test]
fn a_file_is_attached_once_with_a_default_path() {
    let api = Api::start();
    let file = id(&api.upload("/files", &[("file", Some("a.txt"), "text/plain", b"x")]));
    let session = api.session();
    let path = format!("/sessions/{session}/resources");
    let added = api.post(&path, json!({ "type": "file", "file_id": file })).ok();
    assert_eq!(added["mount_path"], format!("/mnt/session/uploads/{file}"));
    api.post(&path, json!({ "type": "file", "file_id": file })).refused(409, "conflict_error");
    assert_eq!(api.get(&path).ok()["data"][0]["id"], added["id"]);
    let one = format!("{path}/{}", added["id"].as_str().unwrap());
    api.post(&one, json!({ "authorization_token": "x" })).refused(400, "invalid_request_error");
    api.delete(&format!("/files/{file}")).refused(409, "invalid_request_error");
    assert_eq!(api.delete(&one).ok()["type"], "session_resource_deleted");
    api.get(&one).refused(404, "not_found_error");
}

#[test]
fn the_token_of_a_repository_is_never_shown() {
    let api = Api::start();
    let repository = json!({ "type": "github_repository", "url": "https://github.com/o/tools.git", "authorization_token": "ghp_secret" });
    let session = api.session_with(json!({ "resources": [repository] }));
    let view = api.get(&format!("/sessions/{session}")).ok();
    assert_eq!(view["resources"][0]["mount_path"], "/data/tools");
    let one = format!("/sessions/{session}/resources/{}", view["resources"][0]["id"].as_str().unwrap());
    let rotated = api.post(&one, json!({ "authorization_token": "ghp_other" })).ok();
    for shown in [view, rotated, api.get(&one).ok()] {
        assert!(!shown.to_string().contains("ghp_"), "{shown}");
    }
}

#[test]
fn a_session_is_changed_in_parts() {
    let api = Api::start();
    let session = api.session_with(json!({ "title": "t", "metadata": { "a": "1" } }));
    let changed = api.post(
        &format!("/sessions/{session}"),
        json!({ "title": null, "metadata": { "b": "2" }, "agent": { "system": "new" }, "environment_variables": { "A": "1" } }),
    );
    let changed = changed.ok();
    assert_eq!((&changed["title"], &changed["metadata"]), (&Value::Null, &json!({ "a": "1", "b": "2" })));
    assert_eq!(
        (&changed["agent"]["system"], &changed["environment_variables"]),
        (&"new".into(), &json!({ "A": "1" }))
    );
    assert_eq!(kinds(&api.history(&session)), ["session.updated"]);
}

#[test]
fn archived_sessions_are_read_only() {
    let api = Api::start();
    let session = api.session();
    let path = format!("/sessions/{session}");
    let archived = api.call("POST", &format!("{path}/archive"), &[], b"").ok();
    assert!(archived["archived_at"].is_string() && archived["status"] == "idle");
    api.say(&session, "x").refused(409, "invalid_request_error");
    api.call("POST", &format!("{path}/cancel"), &[], b"").refused(404, "not_found_error");
    assert_eq!(api.get("/sessions").ok()["data"], json!([]));
    assert_eq!(api.get(&path).status, 200);
}

#[test]
fn cancelling_is_202_when_running_and_200_when_not() {
    let api = Api::start();
    let session = api.session();
    let cancel = || api.call("POST", &format!("/sessions/{session}/cancel"), &[], b"");
    let body = json!({ "id": session, "type": "session", "status": "canceling" });
    assert_eq!((cancel().status, cancel().json()), (200, body.clone()));
    api.script(json!([{ "say": ["half ", { "hold": "h" }, "done"] }]));
    api.say(&session, "x").ok();
    assert_eq!(api.get(&format!("/sessions/{session}")).ok()["status"], "running");
    let answer = cancel();
    assert_eq!((answer.status, answer.json()), (202, body));
    let history = api.history(&session);
    assert_eq!(history.last().unwrap()["stop_reason"]["type"], "cancelled");
    assert!(!kinds(&history).contains(&"agent.message"));
    api.say(&session, "again").ok();
    assert_eq!(api.said(&session), "Echo: again");
}

#[test]
fn credits_add_up_and_are_floored() {
    let api = Api::start();
    let session = api.session();
    api.control("scripts", json!({ "times": null, "steps": [{ "credits": 0.019 }, { "say": "x" }] }));
    for credits in [0.01, 0.03, 0.05] {
        api.say(&session, "x").ok();
        let history = api.history(&session);
        let span = history.iter().rfind(|event| event["type"] == "span.model_request_end").unwrap();
        assert_eq!(span["model_usage"]["credits"], 0.01);
        assert_eq!(api.get(&format!("/sessions/{session}")).ok()["usage"]["model_credits"], credits);
    }
}

#[test]
fn a_budget_ends_the_spending() {
    let api = Api::start();
    let session = api.session_with(json!({ "budget": { "type": "limit", "max_credit_cost": "0.10" } }));
    for _ in 0..2 {
        api.say(&session, "x").ok();
        assert_eq!(api.history(&session).last().unwrap()["stop_reason"]["type"], "budget_reached");
    }
    assert_eq!(kinds(&api.history(&session)).iter().filter(|kind| **kind == "agent.message").count(), 1);
    let body = json!({ "budget": { "type": "limit", "max_credit_cost": "1.234" } });
    api.post(&format!("/sessions/{session}"), body).refused(400, "invalid_request_error");
}

#[test]
fn lists_filter_by_what_a_session_is() {
    let api = Api::start();
    let (first, second) = (api.session(), api.session());
    let ids = |query: &str| {
        let page = api.get(&format!("/sessions?{query}")).ok();
        page["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let agent = api.get(&format!("/sessions/{first}")).ok()["agent"]["id"].as_str().unwrap().to_owned();
    assert_eq!(ids(&format!("agent_id={agent}&agent_version=1")), [first.as_str()]);
    assert_eq!(ids("order=asc"), [first.as_str(), &second]);
    assert_eq!(ids("statuses[]=running&statuses[]=terminated"), [""; 0]);
    api.script(json!([{ "hold": "h" }]));
    api.say(&second, "x").ok();
    assert_eq!(ids("statuses[]=running&statuses[]=terminated"), [second.as_str()]);
    assert_eq!(ids("statuses=idle"), [first.as_str()]);
}

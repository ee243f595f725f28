//! Environments and the work queue of self-hosted ones.

use serde_json::{Value, json};

use crate::support::{Api, id};

#[test]
fn egress_is_limited_unless_said_otherwise() {
    let api = Api::start();
    let plain = api.post("/environments", json!({ "name": "e" })).ok();
    assert_eq!(
        (&plain["config"]["type"], &plain["config"]["networking"]["type"]),
        (&"cloud".into(), &"limited".into())
    );
    let open =
        json!({ "name": "e", "config": { "type": "cloud", "networking": { "type": "unrestricted" } } });
    assert_eq!(
        api.post("/environments", open).ok()["config"]["networking"],
        json!({ "type": "unrestricted" })
    );
    for config in [Value::Null, json!({}), json!({ "type": "self_hosted", "packages": {} })] {
        api.post("/environments", json!({ "name": "e", "config": config }))
            .refused(400, "invalid_request_error");
    }
}

#[test]
fn what_was_used_is_archived_not_deleted() {
    let api = Api::start();
    let environment = api.environment();
    assert_eq!(api.delete(&format!("/environments/{environment}")).ok()["type"], "environment_deleted");
    let session = api.session();
    let used = api.get(&format!("/sessions/{session}")).ok()["environment_id"].as_str().unwrap().to_owned();
    api.delete(&format!("/sessions/{session}")).ok();
    api.delete(&format!("/environments/{used}")).refused(409, "invalid_request_error");
    assert!(
        api.call("POST", &format!("/environments/{used}/archive"), &[], b"").ok()["archived_at"].is_string()
    );
    let body = json!({ "agent": api.agent(json!({})), "environment_id": used });
    api.post("/sessions", body).refused(400, "invalid_request_error");
}

#[test]
fn an_update_replaces_the_config_as_a_whole() {
    let api = Api::start();
    let config = json!({ "type": "cloud", "packages": { "pip": ["x"] }, "setup_script": "true" });
    let path =
        format!("/environments/{}", id(&api.post("/environments", json!({ "name": "e", "config": config }))));
    let changed = api.post(&path, json!({ "config": { "type": "cloud" }, "name": "f" })).ok();
    assert_eq!((&changed["name"], &changed["config"]["packages"]), (&"f".into(), &Value::Null));
}

fn self_hosted(api: &Api) -> (String, String) {
    let environment =
        id(&api.post("/environments", json!({ "name": "e", "config": { "type": "self_hosted" } })));
    let session =
        id(&api.post("/sessions", json!({ "agent": api.agent(json!({})), "environment_id": environment })));
    (format!("/environments/{environment}/work"), session)
}

#[test]
fn work_is_polled_acknowledged_kept_alive_and_stopped() {
    let api = Api::start();
    let (work, session) = self_hosted(&api);
    assert_eq!(api.get(&format!("{work}/stats")).ok()["depth"], 1);
    let worker = [("worker-id", "w1")];
    let item = api.call("GET", &format!("{work}/poll"), &worker, b"").ok();
    assert_eq!(item["data"], json!({ "type": "session", "id": session }));
    assert!(item["secret"].is_string());
    assert_eq!(api.get(&format!("{work}/poll")).ok(), Value::Null);
    let one = format!("{work}/{}", item["id"].as_str().unwrap());
    assert!(api.get(&one).ok()["secret"].is_null());
    api.call("POST", &format!("{one}/heartbeat"), &[], b"").refused(409, "invalid_request_error");
    api.call("POST", &format!("{one}/ack"), &[("worker-id", "w2")], b"")
        .refused(409, "invalid_request_error");
    assert_eq!(api.call("POST", &format!("{one}/ack"), &worker, b"").ok()["state"], "starting");

    let beat = |expected: &str| {
        let path = format!("{one}/heartbeat?desired_ttl_seconds=1&expected_last_heartbeat={expected}");
        api.call("POST", &path, &[], b"")
    };
    let first = beat("NO_HEARTBEAT").ok();
    assert_eq!((&first["state"], &first["ttl_seconds"]), (&"active".into(), &10.into()));
    beat("NO_HEARTBEAT").refused(412, "precondition_failed_error");
    let second = beat(first["last_heartbeat"].as_str().unwrap()).ok();
    beat(first["last_heartbeat"].as_str().unwrap()).refused(412, "precondition_failed_error");
    beat("soon").refused(400, "invalid_request_error");
    api.control("clock", json!({ "advance_ms": 11_000 }));
    beat("NO_HEARTBEAT").ok();
    beat(second["last_heartbeat"].as_str().unwrap()).refused(412, "precondition_failed_error");

    assert_eq!(api.call("POST", &format!("{one}/stop"), &[], b"").ok()["state"], "stopping");
    assert_eq!(api.post(&format!("{one}/stop"), json!({ "force": true })).ok()["state"], "stopped");
    let tagged = api.post(&one, json!({ "metadata": { "a": "b" } })).ok();
    assert_eq!(tagged["metadata"], json!({ "a": "b" }));
}

#[test]
fn unacknowledged_work_is_handed_out_again() {
    let api = Api::start();
    let (work, _) = self_hosted(&api);
    let first = api.get(&format!("{work}/poll")).ok();
    api.control("clock", json!({ "advance_ms": 5_000 }));
    assert_eq!(api.get(&format!("{work}/poll")).ok()["id"], first["id"]);
}

#[test]
fn polling_may_wait_a_little() {
    let api = Api::start();
    let (work, _) = self_hosted(&api);
    api.get(&format!("{work}/poll")).ok();
    assert_eq!(api.get(&format!("{work}/poll?block_ms=1")).ok(), Value::Null);
    api.get(&format!("{work}/poll?block_ms=1000")).refused(400, "invalid_request_error");
}

#[test]
fn only_self_hosted_environments_have_work() {
    let api = Api::start();
    let environment = api.environment();
    api.get(&format!("/environments/{environment}/work")).refused(400, "invalid_request_error");
}

#[test]
fn a_workers_result_continues_the_turn() {
    let api = Api::start();
    let (_, session) = self_hosted(&api);
    api.script(json!([{ "use": { "name": "Bash", "input": {} } }, { "say": "{result}" }]));
    api.say(&session, "go").ok();
    let history = api.history(&session);
    let tool = history.iter().find(|event| event["type"] == "agent.tool_use").unwrap();
    let content = json!([{ "type": "text", "text": "from the worker" }]);
    api.event(&session, json!({ "type": "user.tool_result", "tool_use_id": tool["id"], "content": content }))
        .ok();
    assert_eq!(api.said(&session), "from the worker");
}

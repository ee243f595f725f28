//! Deployments, their runs, and dreams.

use serde_json::{Value, json};

use crate::support::{Api, id};

fn deployment(api: &Api, more: Value) -> String {
    let event = json!({ "type": "user.message", "content": [{ "type": "text", "text": "hi" }] });
    let mut body = json!({
        "name": "d", "agent": api.agent(json!({})), "environment_id": api.environment(), "initial_events": [event],
    });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    format!("/deployments/{}", id(&api.post("/deployments", body)))
}

#[test]
fn a_run_has_a_session_or_a_reason() {
    let api = Api::start();
    let path = deployment(&api, json!({}));
    let run = api.call("POST", &format!("{path}/run"), &[], b"").ok();
    assert_eq!((&run["trigger_context"]["type"], &run["error"]), (&"manual".into(), &Value::Null));
    assert_eq!(api.said(run["session_id"].as_str().unwrap()), "Echo: hi");
    let own = path.rsplit('/').next().unwrap();
    assert_eq!(api.get(&format!("/sessions?deployment_id={own}")).ok()["data"][0]["id"], run["session_id"]);
    let agent = api.get(&path).ok()["agent"]["id"].as_str().unwrap().to_owned();
    api.call("POST", &format!("/agents/{agent}/archive"), &[], b"").ok();
    let failed = api.call("POST", &format!("{path}/run"), &[], b"").ok();
    assert_eq!(
        (&failed["session_id"], &failed["error"]["type"]),
        (&Value::Null, &"agent_archived_error".into())
    );
    assert_eq!(api.get("/deployment_runs?has_error=true").ok()["data"], json!([failed]));
    assert_eq!(api.get(&format!("{path}/runs")).ok()["data"], json!([failed, run]));
    let id = run["id"].as_str().unwrap();
    assert_eq!(api.get(&format!("{path}/runs/{id}")).ok(), api.get(&format!("/deployment_runs/{id}")).ok());
}

#[test]
fn every_run_has_attachments_of_its_own() {
    let api = Api::start();
    let file = id(&api.upload("/files", &[("file", Some("a.txt"), "text/plain", b"x")]));
    let path = deployment(&api, json!({ "resources": [{ "type": "file", "file_id": file }] }));
    let attached = || {
        let run = api.call("POST", &format!("{path}/run"), &[], b"").ok();
        api.get(&format!("/sessions/{}", run["session_id"].as_str().unwrap())).ok()["resources"][0].clone()
    };
    let (first, second) = (attached(), attached());
    assert_eq!((&first["file_id"], &first["mount_path"]), (&second["file_id"], &second["mount_path"]));
    assert_ne!(first["id"], second["id"]);
}

#[test]
fn pausing_and_archiving_happen_once() {
    let api = Api::start();
    let path = deployment(
        &api,
        json!({ "schedule": { "type": "cron", "expression": "0 9 * * 1", "timezone": "Europe/Berlin" } }),
    );
    let act = |what: &str| api.call("POST", &format!("{path}/{what}"), &[], b"");
    act("unpause").refused(409, "conflict_error");
    assert_eq!(act("pause").ok()["paused_reason"], json!({ "type": "manual" }));
    act("pause").refused(409, "conflict_error");
    act("run").refused(409, "conflict_error");
    assert_eq!(act("unpause").ok()["status"], "active");
    let archived = act("archive").ok();
    assert!(archived["name"].as_str().unwrap().starts_with("d_archived_"));
    assert_eq!(archived["status"], "active");
    act("run").refused(409, "conflict_error");
}

#[test]
fn bad_deployments_are_refused() {
    let api = Api::start();
    let path = deployment(&api, json!({}));
    for change in [
        json!({ "schedule": { "type": "cron", "expression": "0 9 * *", "timezone": "UTC" } }),
        json!({ "initial_events": [] }),
        json!({ "environment_variables": "QODER_A=1" }),
        json!({ "name": "" }),
    ] {
        api.post(&path, change).refused(400, "invalid_request_error");
    }
    assert_eq!(
        api.post(&path, json!({ "description": "x", "metadata": { "a": "1" } })).ok()["description"],
        "x"
    );
}

#[test]
fn dreams_come_one_at_a_time() {
    let api = Api::start();
    let store = id(&api.post("/memory_stores", json!({ "name": "m" })));
    api.post(&format!("/memory_stores/{store}/memories"), json!({ "path": "a", "content": "x" })).ok();
    let body = json!({ "inputs": [{ "type": "memory_store", "memory_store_id": store }], "model": "auto" });
    api.post("/dreams", json!({ "inputs": [], "model": "auto" })).refused(400, "invalid_request_error");
    let path = format!("/dreams/{}", id(&api.post("/dreams", body.clone())));
    api.post("/dreams", body.clone()).refused(409, "conflict_error");
    api.call("POST", &format!("{path}/archive"), &[], b"").refused(409, "conflict_error");
    let states: Vec<Value> = (0..3).map(|_| api.get(&path).ok()["status"].clone()).collect();
    assert_eq!(states, ["pending", "running", "completed"]);
    let done = api.get(&path).ok();
    assert_eq!(done["outputs"][0]["files_touched"], json!(["a"]));
    api.call("POST", &format!("{path}/cancel"), &[], b"").refused(409, "conflict_error");
    assert!(api.call("POST", &format!("{path}/archive"), &[], b"").ok()["archived_at"].is_string());
    let next = format!("/dreams/{}", id(&api.post("/dreams", body)));
    assert_eq!(api.call("POST", &format!("{next}/cancel"), &[], b"").ok()["status"], "canceled");
    assert_eq!(api.get("/dreams?statuses[]=canceled").ok()["data"].as_array().unwrap().len(), 1);
}

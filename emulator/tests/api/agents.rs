//! Agents: versions, snapshots, tools.

use serde_json::{Value, json};

use crate::support::Api;

#[test]
fn an_update_needs_the_version_it_was_read_at() {
    let api = Api::start();
    let path = format!("/agents/{}", api.agent(json!({})));
    let error = api.post(&path, json!({ "name": "b" })).refused(400, "invalid_request_error");
    assert_eq!(error["message"], "Field 'version' is required.");
    assert_eq!(api.post(&path, json!({ "version": 1, "name": "b" })).ok()["version"], 2);
    let error = api.post(&path, json!({ "version": 1, "name": "c" })).refused(409, "conflict_error");
    assert_eq!(error["message"], "Version conflict. Expected version 2, got 1.");
    let versions = api.get(&format!("{path}/versions?limit=1")).ok();
    assert_eq!((&versions["data"][0]["version"], &versions["has_more"]), (&2.into(), &true.into()));
    let next = versions["next_page"].as_str().unwrap();
    let older = api.get(&format!("{path}/versions?limit=1&page={next}")).ok();
    assert_eq!((&older["data"][0]["name"], &older["has_more"]), (&"a".into(), &false.into()));
    assert_eq!(api.get(&format!("{path}?version=1")).ok()["name"], "a");
    api.get(&format!("{path}?version=9")).refused(404, "not_found_error");
}

#[test]
fn absent_stays_null_clears_lists_replace_metadata_merges() {
    let api = Api::start();
    let id = api.agent(json!({
        "system": "s", "description": "d", "metadata": { "a": "1", "b": "2" },
        "tools": [{ "type": "agent_toolset_20260401" }],
    }));
    let changed = api.post(
        &format!("/agents/{id}"),
        json!({ "version": 1, "system": null, "tools": [], "metadata": { "a": null, "c": "3" } }),
    );
    let changed = changed.ok();
    assert_eq!((&changed["system"], &changed["description"]), (&Value::Null, &"d".into()));
    assert_eq!((&changed["tools"], &changed["metadata"]), (&json!([]), &json!({ "b": "2", "c": "3" })));
}

#[test]
fn archived_agents_hide_and_take_nothing_new() {
    let api = Api::start();
    let id = api.agent(json!({}));
    assert!(api.call("POST", &format!("/agents/{id}/archive"), &[], b"").ok()["archived_at"].is_string());
    assert_eq!(api.get("/agents").ok()["data"], json!([]));
    assert_eq!(api.get("/agents?include_archived=true").ok()["data"][0]["id"], id.as_str());
    api.post(&format!("/agents/{id}"), json!({ "version": 1, "name": "b" }))
        .refused(409, "invalid_request_error");
    let session = json!({ "agent": id, "environment_id": api.environment() });
    api.post("/sessions", session).refused(400, "invalid_request_error");
    assert_eq!(api.delete(&format!("/agents/{id}")).ok(), json!({ "id": id, "type": "agent_deleted" }));
    api.get(&format!("/agents/{id}")).refused(404, "not_found_error");
}

#[test]
fn tools_have_to_make_sense() {
    let api = Api::start();
    let create = |tools: Value| api.post("/agents", json!({ "name": "a", "model": "auto", "tools": tools }));
    let custom = |name: &str| json!({ "type": "custom", "name": name, "description": "d", "input_schema": { "type": "object" } });
    let error = create(json!([{ "type": "agent_toolset_20260401", "enabled_tools": ["Fly"] }]));
    assert_eq!(error.refused(400, "invalid_request_error")["message"], "unknown tool name 'Fly'");
    for tools in [
        json!([{ "type": "agent_toolset_20260401", "enabled_tools": ["Bash"], "disallowed_tools": ["Bash"] }]),
        json!([{ "type": "mcp_toolset", "mcp_server_name": "nowhere" }]),
        json!([custom("a b")]),
        json!([custom("bash")]),
        json!([custom("mcp__x")]),
        json!([custom("same"), custom("SAME")]),
    ] {
        create(tools).refused(400, "invalid_request_error");
    }
    create(json!([custom("look-up_1")])).ok();
}

#[test]
fn browsing_needs_its_beta_header() {
    let api = Api::start();
    let body = json!({ "name": "a", "model": "auto", "tools": [{ "type": "browser_toolset_20260714" }] })
        .to_string();
    api.call("POST", "/agents", &[], body.as_bytes()).refused(400, "invalid_request_error");
    let beta = [("x-qoder-beta", "other, browser-use-2026-07-14")];
    assert_eq!(api.call("POST", "/agents", &beta, body.as_bytes()).status, 200);
}

#[test]
fn a_coordinator_leads_someone() {
    let api = Api::start();
    let create = |agents: Value| {
        let roster = json!({ "type": "coordinator", "agents": agents });
        api.post("/agents", json!({ "name": "lead", "model": "auto", "multiagent": roster }))
    };
    create(json!([])).refused(400, "invalid_request_error");
    let helper = api.agent(json!({ "name": "helper" }));
    let lead = create(json!([helper, { "type": "self" }])).ok();
    let session = json!({ "agent": lead["id"], "environment_id": api.environment() });
    let session = api.post("/sessions", session).ok();
    assert_eq!(session["agent"]["multiagent"]["agents"][0]["name"], "helper");
    assert_eq!(session["agent"]["multiagent"]["agents"][1]["name"], "lead");
}

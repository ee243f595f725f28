//! What the agent does by itself, and what a script makes it do.

use serde_json::{Value, json};

use crate::support::{Api, id, kinds};

fn custom(name: &str) -> Value {
    json!({ "type": "custom", "name": name, "description": "d", "input_schema": { "type": "object" } })
}

fn of<'a>(history: &'a [Value], kind: &str) -> Vec<&'a Value> {
    history.iter().filter(|event| event["type"] == kind).collect()
}

#[test]
fn it_reads_the_file_the_prompt_names() {
    let api = Api::start();
    let file = id(&api.upload("/files", &[("file", Some("a.txt"), "text/plain", b"the content")]));
    let mounted = json!({ "type": "file", "file_id": file, "mount_path": "/data/a.txt" });
    let session = api.session_with(json!({ "resources": [mounted] }));
    api.say(&session, "Read /data/a.txt, please.").ok();
    let history = api.history(&session);
    assert_eq!(of(&history, "agent.tool_use")[0]["input"]["file_path"], "/data/a.txt");
    assert_eq!(of(&history, "agent.tool_use")[0]["evaluated_permission"], "allow");
    assert_eq!(of(&history, "agent.tool_result")[0]["content"][0]["text"], "the content");
    assert_eq!(api.said(&session), "the content");
}

#[test]
fn it_knows_its_variables_skills_and_memories() {
    let api = Api::start();
    let manifest = "---\nname: notes\ndescription: d\n---\nBe short.";
    let skill =
        id(&api
            .upload("/skills", &[("files", Some("notes/SKILL.md"), "text/markdown", manifest.as_bytes())]));
    let store = id(&api.post("/memory_stores", json!({ "name": "m" })));
    api.post(
        &format!("/memory_stores/{store}/memories"),
        json!({ "path": "style/tone.md", "content": "Plain." }),
    )
    .ok();
    let agent = api.agent(json!({ "skills": [{ "type": "custom", "skill_id": skill }] }));
    let session = api.session_with(json!({
        "agent": agent,
        "environment_variables": { "LOCALE": "de" },
        "resources": [{ "type": "memory_store", "memory_store_id": store }],
    }));
    for (prompt, answer) in [
        ("What is LOCALE?", "de"),
        ("Use the notes skill", manifest),
        ("What does style/tone.md say?", "Plain."),
    ] {
        api.say(&session, prompt).ok();
        assert_eq!(api.said(&session), answer);
    }
}

#[test]
fn it_does_not_know_what_it_may_not_look_up() {
    let api = Api::start();
    let asks = json!({ "default_config": { "permission_policy": { "type": "always_ask" } }, "type": "agent_toolset_20260401" });
    let agent = api.agent(json!({ "tools": [asks] }));
    let session =
        api.session_with(json!({ "agent": agent, "environment_variables": { "LOCALE": "secret" } }));
    api.say(&session, "What is LOCALE?").ok();
    let asked = of(&api.history(&session), "agent.tool_use")[0]["id"].clone();
    let deny = json!({ "type": "user.tool_confirmation", "tool_use_id": asked, "result": "deny", "deny_message": "No." });
    api.event(&session, deny).ok();
    assert_eq!(api.said(&session), "No.");
}

#[test]
fn it_delivers_a_file_that_can_be_downloaded() {
    let api = Api::start();
    let session = api.session();
    api.say(&session, "Please deliver report.md").ok();
    let history = api.history(&session);
    let delivered = of(&history, "agent.artifact_delivered")[0];
    assert_eq!(
        (&delivered["original_filename"], &delivered["content_type"]),
        (&"report.md".into(), &"text/markdown".into())
    );
    let file = api.get(&format!("/files/{}", delivered["file_id"].as_str().unwrap())).ok();
    assert_eq!((&file["downloadable"], &file["scope"]["id"]), (&true.into(), &session.as_str().into()));
    assert_eq!(api.get(&format!("/files?scope_id={session}")).ok()["data"][0]["id"], file["id"]);
}

#[test]
fn it_calls_the_custom_tool_the_prompt_names() {
    let api = Api::start();
    let agent = api.agent(json!({ "tools": [custom("lookup")] }));
    let session = api.session_with(json!({ "agent": agent }));
    api.say(&session, r#"Call lookup with {"key": "A-1"}"#).ok();
    let history = api.history(&session);
    let call = of(&history, "agent.custom_tool_use")[0];
    assert_eq!(call["input"], json!({ "key": "A-1" }));
    let idle = history.last().unwrap();
    assert_eq!(idle["stop_reason"], json!({ "type": "requires_action", "event_ids": [call["id"]] }));
    assert_eq!(api.get(&format!("/sessions/{session}")).ok()["status"], "idle");

    let result = |id: &Value| json!({ "type": "user.custom_tool_result", "custom_tool_use_id": id, "content": [{ "type": "text", "text": "green" }] });
    api.say(&session, "never mind").refused(409, "invalid_request_error");
    let error = api.event(&session, result(&"evt_none".into())).refused(400, "invalid_request_error");
    assert_eq!(error["param"], "events[0].custom_tool_use_id");
    let wrong = json!({ "type": "user.tool_confirmation", "tool_use_id": call["id"], "result": "allow" });
    api.event(&session, wrong).refused(400, "invalid_request_error");
    api.event(&session, result(&call["id"])).ok();
    assert_eq!(api.said(&session), "green");
    api.event(&session, result(&call["id"])).refused(400, "invalid_request_error");
}

#[test]
fn every_call_that_waits_has_to_be_answered() {
    let api = Api::start();
    let session = api.session();
    api.script(json!([{ "together": [{ "call": { "name": "a" } }, { "call": { "name": "b" } }] }, { "say": "{result}" }]));
    api.say(&session, "go").ok();
    let history = api.history(&session);
    let ids = history.last().unwrap()["stop_reason"]["event_ids"].as_array().unwrap().clone();
    assert_eq!(ids.len(), 2);
    for (id, text) in ids.iter().zip(["one", "two"]) {
        assert_eq!(api.said(&session), "");
        let content = json!([{ "type": "text", "text": text }]);
        let event =
            json!({ "type": "user.custom_tool_result", "custom_tool_use_id": id, "content": content });
        api.event(&session, event.clone()).ok();
        if text == "one" {
            api.event(&session, event).refused(409, "invalid_request_error");
        }
    }
    assert_eq!(api.said(&session), "one\ntwo");
}

#[test]
fn permission_is_asked_for_where_the_policy_says_so() {
    let api = Api::start();
    let config = |name: &str, policy: &str| json!({ "name": name, "permission_policy": { "type": policy } });
    let configs = json!([config("Bash", "always_ask"), config("Write", "always_deny")]);
    let agent = api.agent(json!({ "tools": [{ "type": "agent_toolset_20260401", "configs": configs }] }));
    let session = api.session_with(json!({ "agent": agent }));
    api.control(
        "scripts",
        json!({ "times": 2, "steps": [
            { "use": { "name": "Write", "result": "no" } }, { "use": { "name": "Bash", "result": "listed" } }, { "say": "{result}" },
        ] }),
    );
    for (result, said) in [("allow", "listed"), ("deny", "Too risky.")] {
        api.say(&session, "go").ok();
        let history = api.history(&session);
        let uses = of(&history, "agent.tool_use");
        let asked = uses.last().unwrap();
        assert_eq!((&asked["name"], &asked["evaluated_permission"]), (&"Bash".into(), &"ask".into()));
        assert_eq!(uses[uses.len() - 2]["evaluated_permission"], "deny");
        let mut event =
            json!({ "type": "user.tool_confirmation", "tool_use_id": asked["id"], "result": result });
        if result == "deny" {
            event["deny_message"] = said.into();
        }
        api.event(&session, event).ok();
        assert_eq!(api.said(&session), said);
        let history = api.history(&session);
        assert_eq!(of(&history, "agent.tool_result").last().unwrap()["is_error"], result == "deny");
    }
}

#[test]
fn scripts_fail_stop_move_and_terminate() {
    let api = Api::start();
    let session = api.session();
    let play = |steps: Value| {
        api.script(steps);
        let before = api.history(&session).len();
        api.say(&session, "go").ok();
        api.history(&session)[before..].to_vec()
    };
    let failed = play(
        json!([{ "say": "x" }, { "error": { "type": "billing_error" } }, { "stop": "retries_exhausted" }]),
    );
    assert_eq!(of(&failed, "session.error")[0]["error"]["type"], "billing_error");
    assert_eq!(failed.last().unwrap()["stop_reason"]["type"], "retries_exhausted");

    let moved = play(json!([{ "say": "x" }, { "reschedule": true }, { "say": "y" }]));
    assert_eq!(of(&moved, "session.status_rescheduled").len(), 1);
    assert_eq!(of(&moved, "session.status_running").len(), 2);

    let other = play(json!([
        { "mcp": { "server": "tracker", "name": "find", "result": "r" } }, { "compact": true },
        { "emit": { "type": "agent.brand_new", "x": 1 } },
    ]));
    for kind in
        ["agent.mcp_tool_use", "agent.mcp_tool_result", "agent.thread_context_compacted", "agent.brand_new"]
    {
        assert_eq!(of(&other, kind).len(), 1, "{kind}");
    }

    let over = play(json!([{ "terminate": true }]));
    assert_eq!(kinds(&over).last(), Some(&"session.status_terminated"));
    assert_eq!(api.get(&format!("/sessions/{session}")).ok()["status"], "terminated");
    api.say(&session, "x").refused(409, "invalid_request_error");
}

#[test]
fn scripts_are_meant_for_somebody() {
    let api = Api::start();
    let (first, second) = (api.session(), api.session());
    api.control(
        "scripts",
        json!([
            { "session": second, "steps": [{ "say": "for the second" }] },
            { "prompt": "weather", "times": null, "steps": [{ "say": "sunny" }] },
        ]),
    );
    for (session, prompt, said) in [
        (&first, "hi", "Echo: hi"),
        (&first, "the weather?", "sunny"),
        (&second, "the weather?", "for the second"),
        (&second, "the weather?", "sunny"),
    ] {
        api.say(session, prompt).ok();
        assert_eq!(api.said(session), said);
    }
    assert!(api.emulator.control("POST", "scripts", &json!({ "steps": [{ "dance": 1 }] })).is_err());
}

#[test]
fn another_agent_works_in_its_own_thread() {
    let api = Api::start();
    let session = api.session();
    let steps = json!([{ "say": "Found it." }]);
    api.script(json!([{ "spawn": { "agent_name": "helper", "message": "Look.", "steps": steps } }, { "say": "It says: {result}" }]));
    api.say(&session, "go").ok();
    assert_eq!(api.said(&session), "It says: Found it.");
    let history = api.history(&session);
    let child = of(&history, "session.thread_created")[0]["session_thread_id"].as_str().unwrap().to_owned();
    assert_eq!(of(&history, "agent.message").len(), 1);
    assert_eq!(of(&history, "agent.thread_message_received")[0]["from_session_thread_id"], child.as_str());

    let path = format!("/sessions/{session}/threads");
    let threads = api.get(&path).ok()["data"].as_array().unwrap().clone();
    assert_eq!(
        (threads.len(), &threads[1]["id"], &threads[1]["status"]),
        (2, &child.as_str().into(), &"idle".into())
    );
    let own = api.get(&format!("{path}/{child}/events?limit=100")).ok()["data"].as_array().unwrap().clone();
    assert_eq!(of(&own, "agent.message")[0]["content"][0]["text"], "Found it.");
    assert!(of(&own, "user.message").is_empty());
    let main = threads[0]["id"].as_str().unwrap();
    assert_eq!(threads[1]["parent_thread_id"], main);
    api.call("POST", &format!("{path}/{main}/archive"), &[], b"").refused(409, "invalid_request_error");
    assert!(api.call("POST", &format!("{path}/{child}/archive"), &[], b"").ok()["archived_at"].is_string());
}

#[test]
fn a_turn_may_take_its_time() {
    let api = Api::start();
    let session = api.session();
    api.control("settings", json!({ "step_delay_ms": 1 }));
    let mut live = api.stream(&session, "", None);
    api.say(&session, "hello").ok();
    assert_eq!(live.until("session.status_idle").len(), 10);
    api.control("settings", json!({ "step_delay_ms": 0 }));
    api.script(json!([{ "pause_ms": 1 }, { "say": ["a", { "pause_ms": 1 }, "b"] }]));
    api.say(&session, "hello").ok();
    live.until("session.status_idle");
    assert_eq!(api.said(&session), "ab");
}

//! Deployments: an agent, an environment and first events, run on demand.

use serde_json::{Value, json};

use super::{Handler, agents, references, sessions};
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, check_length, new_metadata};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("deployments.create", create),
    ("deployments.list", list),
    ("deployments.retrieve", retrieve),
    ("deployments.update", update),
    ("deployments.archive", archive),
    ("deployments.pause", pause),
    ("deployments.unpause", unpause),
    ("deployments.run", run),
    ("deployments.runs.list", list_runs_of),
    ("deployments.runs.retrieve", retrieve_run_of),
    ("deployment_runs.list", list_runs),
    ("deployment_runs.retrieve", retrieve_run),
];

const VAULTS: usize = 50;
const EVENTS: std::ops::RangeInclusive<usize> = 1..=50;

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    complete(state, call, &mut new)?;
    let mut record = state.record("dep", "deployment");
    record.set("metadata", new_metadata(&mut new)?);
    record.set("status", "active");
    record.set("paused_reason", Value::Null);
    record.fill(
        &mut new,
        [
            ("name", Value::Null),
            ("description", Value::Null),
            ("agent", Value::Null),
            ("environment_id", Value::Null),
            ("environment_variables", Value::Null),
            ("initial_events", json!([])),
            ("resources", json!([])),
            ("vault_ids", json!([])),
            ("schedule", Value::Null),
            ("budget", Value::Null),
        ],
    );
    let reply = Reply::ok(&record.object);
    state.deployments.insert(record.id().to_owned(), record);
    reply
}

/// Checks what a deployment refers to, pins its agent and drops credentials.
fn complete(state: &mut State, call: &Call<'_>, from: &mut Object) -> Result<(), Failure> {
    check_length(from, "name", 1, 256)?;
    if let Some(reference) = from.get("agent").filter(|agent| !agent.is_null()) {
        let agent = agents::resolve(state, call, reference)?;
        from.insert(
            "agent".into(),
            json!({ "type": "agent", "id": agent["id"], "version": agent["version"] }),
        );
    }
    if let Some(id) = from.get("environment_id").and_then(Value::as_str) {
        references::environment(state, id)?;
    }
    let events = from.get("initial_events").and_then(Value::as_array);
    if events.is_some_and(|events| !EVENTS.contains(&events.len())) {
        return Err(Failure::at("initial_events", "Field 'initial_events' must have 1 to 50 items."));
    }
    references::variables(from.get("environment_variables"))?;
    if from.get("vault_ids").and_then(Value::as_array).is_some_and(|vaults| vaults.len() > VAULTS) {
        return Err(Failure::at("vault_ids", "Field 'vault_ids' must have at most 50 items."));
    }
    references::vaults(state, from)?;
    if from.contains_key("resources") {
        let resources = references::resources(state, from)?;
        from.insert(
            "resources".into(),
            resources.into_iter().map(|record| Value::Object(record.object)).collect(),
        );
    }
    if let Some(schedule) = from.get_mut("schedule").filter(|schedule| !schedule.is_null()) {
        check_schedule(schedule)?;
        schedule["last_run_at"] = Value::Null;
        schedule["upcoming_runs_at"] = json!([]);
    }
    Ok(())
}

/// Five fields and a time zone; nothing fires by itself here.
fn check_schedule(schedule: &Value) -> Result<(), Failure> {
    let expression = schedule["expression"].as_str().unwrap_or_default();
    let field =
        |field: &str| field.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"*/,-?#".contains(&byte));
    let fields: Vec<&str> = expression.split_whitespace().collect();
    if fields.len() != 5 || !fields.iter().all(|text| field(text)) {
        return Err(Failure::at(
            "schedule.expression",
            "Field 'schedule.expression' must have five cron fields.",
        ));
    }
    let zone = schedule["timezone"].as_str().unwrap_or_default();
    if zone.is_empty() || !zone.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte)) {
        return Err(Failure::at("schedule.timezone", "Field 'schedule.timezone' must be an IANA time zone."));
    }
    Ok(())
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (query, created, archived) = (&call.query, call.query.created(), call.query.with_archived());
    let keep = |record: &Record| {
        created(record.created)
            && (archived || !record.is_archived())
            && query.text("agent_id").is_none_or(|id| record.get("agent")["id"] == id)
            && query.matches("status", record.text("status"))
    };
    Window::of(call, "dep_", false)?
        .select(&state.deployments, keep)
        .render(|body, record| write_json(body, &record.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call.id(0))?.object)
}

fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    find_live(state, call.id(0))?;
    complete(state, call, &mut change)?;
    let record = find(state, call.id(0))?;
    record.merge_metadata(&mut change)?;
    let kept = |name: &str| record.get(name).clone();
    let (name, agent, environment, events) =
        (kept("name"), kept("agent"), kept("environment_id"), kept("initial_events"));
    record.change(
        &mut change,
        [
            ("name", name),
            ("agent", agent),
            ("environment_id", environment),
            ("initial_events", events),
            ("description", Value::Null),
            ("environment_variables", Value::Null),
            ("resources", json!([])),
            ("vault_ids", json!([])),
            ("schedule", Value::Null),
            ("budget", Value::Null),
        ],
    );
    record.touch(now);
    Reply::ok(&record.object)
}

/// The archived name gives way to a new deployment of the same name; the status stays.
fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let record = find(state, call.id(0))?;
    if !record.is_archived() {
        let name = format!("{}_archived_{}", record.text("name"), now.as_second());
        record.set("name", name);
        record.archive(now);
    }
    Reply::ok(&record.object)
}

fn pause(state: &mut State, call: &mut Call<'_>) -> Outcome {
    switch(state, call, "active", "paused", json!({ "type": "manual" }))
}

fn unpause(state: &mut State, call: &mut Call<'_>) -> Outcome {
    switch(state, call, "paused", "active", Value::Null)
}

fn switch(state: &mut State, call: &Call<'_>, from: &str, to: &str, reason: Value) -> Outcome {
    let now = state.clock.now();
    let record = find_live(state, call.id(0))?;
    if record.text("status") != from {
        return Err(Failure::conflict(format!("The deployment is {} already.", record.text("status"))));
    }
    record.set("status", to);
    record.set("paused_reason", reason);
    record.touch(now);
    Reply::ok(&record.object)
}

/// A run has a session, or the reason why it has none.
fn run(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let deployment = find_live(state, call.id(0))?.clone();
    if deployment.text("status") != "active" {
        return Err(Failure::conflict("The deployment is paused."));
    }
    let mut new = Object::new();
    for name in [
        "agent",
        "environment_id",
        "environment_variables",
        "resources",
        "vault_ids",
        "budget",
        "initial_events",
    ] {
        new.insert(name.into(), deployment.get(name).clone());
    }
    new.insert("title".into(), deployment.get("name").clone());
    let session = sessions::start(state, call, new, Some(call.id(0)));
    let mut record = state.record("drun", "deployment_run");
    for name in ["updated_at", "archived_at"] {
        record.object.remove(name);
    }
    record.set("deployment_id", call.id(0));
    record.set("agent", deployment.get("agent").clone());
    record.set("trigger_context", json!({ "type": "manual" }));
    record.set("session_id", session.as_ref().ok().cloned());
    record.set(
        "error",
        session
            .err()
            .map(|failure| json!({ "type": reason(state, &deployment), "message": failure.message })),
    );
    let reply = Reply::ok(&record.object);
    state.deployment_runs.insert(record.id().to_owned(), record);
    reply
}

/// Why a session could not be created.
fn reason(state: &State, deployment: &Record) -> &'static str {
    let agent = deployment.get("agent")["id"].as_str().unwrap_or_default();
    if state.agents.get(agent).is_some_and(|agent| agent.record.is_archived()) {
        return "agent_archived_error";
    }
    match state.environments.get(deployment.text("environment_id")) {
        None => "environment_not_found_error",
        Some(environment) if environment.record.is_archived() => "environment_archived_error",
        Some(_) => "session_creation_rejected_error",
    }
}

fn list_runs_of(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    let (after, before) = (call.query.time("triggered_after"), call.query.time("triggered_before"));
    let keep = |run: &Record| {
        run.text("deployment_id") == call.id(0)
            && after.is_none_or(|bound| run.created > bound)
            && before.is_none_or(|bound| run.created < bound)
    };
    Window::of(call, "drun_", false)?
        .select(&state.deployment_runs, keep)
        .render(|body, run| write_json(body, &run.object))
}

fn list_runs(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (query, created) = (&call.query, call.query.created());
    let keep = |run: &Record| {
        created(run.created)
            && query.matches("deployment_id", run.text("deployment_id"))
            && query.truth("has_error").is_none_or(|wanted| wanted != run.get("error").is_null())
            && query.text("trigger_type").is_none_or(|kind| run.get("trigger_context")["type"] == kind)
    };
    Window::of(call, "drun_", false)?
        .select(&state.deployment_runs, keep)
        .render(|body, run| write_json(body, &run.object))
}

fn retrieve_run_of(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    let run = find_run(state, call.id(1))?;
    if run.text("deployment_id") != call.id(0) {
        return Err(Failure::not_found("run", call.id(1)));
    }
    Reply::ok(&run.object)
}

fn retrieve_run(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find_run(state, call.id(0))?.object)
}

fn find_run<'a>(state: &'a State, id: &str) -> Result<&'a Record, Failure> {
    state.deployment_runs.get(id).ok_or_else(|| Failure::not_found("run", id))
}

fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Record, Failure> {
    state.deployments.get_mut(id).ok_or_else(|| Failure::not_found("deployment", id))
}

fn find_live<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Record, Failure> {
    let record = find(state, id)?;
    if record.is_archived() { Err(Failure::conflict("The deployment is archived.")) } else { Ok(record) }
}

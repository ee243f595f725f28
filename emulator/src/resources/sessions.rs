//! Sessions: an agent's snapshot at work in an environment.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Handler, agents, events, references, work};
use crate::agent::record::emit;
use crate::agent::turn;
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::session::Session;
use crate::state::{State, new_metadata};
use crate::timeline::Seen;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("sessions.create", create),
    ("sessions.list", list),
    ("sessions.retrieve", retrieve),
    ("sessions.update", update),
    ("sessions.delete", delete),
    ("sessions.cancel", cancel),
    ("sessions.archive", archive),
];

/// Members that older pages show and the service refuses.
const GONE: [&str; 3] = ["environment", "vaults", "memory_store_ids"];

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let new = call.object();
    if let Some(gone) = GONE.into_iter().find(|name| new.contains_key(*name)) {
        return Err(Failure::at(gone, format!("Field '{gone}' is no longer supported.")));
    }
    let id = start(state, call, new, None)?;
    let now = state.clock.now();
    Reply::ok(&find(state, &id)?.view(now))
}

/// Creates a session, for a caller or for a deployment; gives its id.
pub(crate) fn start(
    state: &mut State,
    call: &Call<'_>,
    mut new: Object,
    deployment: Option<&str>,
) -> Result<String, Failure> {
    let agent = agents::resolve(state, call, new.get("agent").unwrap_or(&Value::Null))?;
    let environment = new.get("environment_id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let self_hosted = references::environment(state, &environment)?;
    let variables = references::variables(new.get("environment_variables"))?;
    let vaults = references::vaults(state, &new)?;
    let resources = references::resources(state, &new)?;
    if self_hosted && !(resources.is_empty() && variables.is_empty()) {
        let message =
            "Sessions in a self-hosted environment take neither resources nor environment variables.";
        return Err(Failure::invalid(message));
    }
    references::discover_mcp(&agent)?;
    let metadata = new_metadata(&mut new)?;
    let mut record = state.record("sess", "session");
    record.set("agent", agent);
    record.set("environment_id", environment.as_str());
    record.set("vault_ids", vaults);
    record.set("deployment_id", deployment);
    record.set("metadata", metadata);
    record.set("outcome_evaluations", json!([]));
    record.fill(&mut new, [("title", Value::Null), ("budget", Value::Null)]);
    let mut session = Session::new(state, record, self_hosted, variables);
    session.resources = resources.into_iter().map(|resource| (resource.id().to_owned(), resource)).collect();
    if let Some(environment) = state.environments.get_mut(&environment) {
        environment.referenced = true;
    }
    let id = session.record.id().to_owned();
    if self_hosted {
        work::queue(state, &environment, &id);
    }
    if let Some(Value::Array(initial)) = new.remove("initial_events")
        && !initial.is_empty()
    {
        events::deliver(state, &mut session, initial)?;
    }
    state.sessions.insert(id.clone(), session);
    Ok(id)
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (query, now) = (&call.query, state.clock.now());
    let (created, archived) = (query.created(), query.with_archived());
    let version = query.integer("agent_version");
    let keep = |session: &Session| {
        let uses = |store: &str| session.resources.values().any(|item| item.text("memory_store_id") == store);
        created(session.record.created)
            && (archived || !session.record.is_archived())
            && query.matches("agent_id", session.agent_id())
            && version.is_none_or(|version| session.record.get("agent")["version"] == version)
            && query.matches("deployment_id", session.record.text("deployment_id"))
            && query.text("memory_store_id").is_none_or(uses)
            && query.allows("statuses[]", session.status.name())
    };
    Window::of(call, "sess_", false)?
        .select(&state.sessions, keep)
        .render(|body, session| write_json(body, &session.view(now)))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    Reply::ok(&find(state, call.id(0))?.view(now))
}

fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    if change.contains_key("vault_ids") {
        references::vaults(state, &change)?;
    }
    let variables = change.remove("environment_variables");
    let variables = variables.map(|given| references::variables(Some(&given))).transpose()?;
    find_live(state, call.id(0))?;
    let view = turn::with(state, call.id(0), |state, session| {
        session.record.merge_metadata(&mut change)?;
        if let Some(Value::Object(agent)) = change.remove("agent") {
            change_agent(call, session, agent)?;
        }
        session
            .record
            .change(&mut change, [("title", Value::Null), ("budget", Value::Null), ("vault_ids", json!([]))]);
        session.variables = variables.unwrap_or_else(|| std::mem::take(&mut session.variables));
        session.record.touch(now);
        let members = ["agent", "budget", "metadata", "title"]
            .map(|name| (name.to_owned(), session.record.get(name).clone()));
        emit(state, session, Seen::Session, "session.updated", Object::from_iter(members).into());
        Ok(session.view(now))
    });
    Reply::ok(&view.ok_or_else(|| Failure::not_found("session", call.id(0)))??)
}

/// Parts of the snapshot change; lists are replaced, null clears.
fn change_agent(call: &Call<'_>, session: &mut Session, change: Object) -> Result<(), Failure> {
    let mut agent = session.record.get("agent").as_object().cloned().unwrap_or_default();
    for (name, value) in change {
        let cleared = if matches!(name.as_str(), "model" | "system") { Value::Null } else { json!([]) };
        agent.insert(name, if value.is_null() { cleared } else { value });
    }
    agents::check_tools(call, &agent)?;
    session.record.set("agent", agent);
    Ok(())
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    if let Some(session) = state.sessions.remove(call.id(0)) {
        emit(state, &session, Seen::Session, "session.deleted", json!({}));
        session.timeline.borrow_mut().close();
    }
    Reply::deleted("session", call.id(0))
}

/// 202 when there was something to cancel, 200 when not; the body is the same.
fn cancel(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let session = find(state, call.id(0))?;
    if session.record.is_archived() {
        return Err(Failure::not_found("session", call.id(0)));
    }
    let status = if session.is_running() { StatusCode::ACCEPTED } else { StatusCode::OK };
    turn::with(state, call.id(0), turn::cancel);
    Reply::with(status, &json!({ "id": call.id(0), "type": "session", "status": "canceling" }))
}

/// Archiving is for good; the status stays as it was, and so does the history.
fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let session = find(state, call.id(0))?;
    if session.is_running() {
        return Err(Failure::wrong_state("The session is running. Cancel it first."));
    }
    session.record.archive(now);
    Reply::ok(&session.view(now))
}

pub(crate) fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Session, Failure> {
    state.sessions.get_mut(id).ok_or_else(|| Failure::not_found("session", id))
}

/// A session that still takes changes.
pub(crate) fn find_live<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Session, Failure> {
    let session = find(state, id)?;
    if session.record.is_archived() {
        return Err(Failure::wrong_state("The session is archived."));
    }
    if session.status == crate::session::Status::Terminated {
        return Err(Failure::wrong_state("The session is terminated."));
    }
    Ok(session)
}

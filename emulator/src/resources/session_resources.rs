//! What is attached to a session. Only files can be added later, each once.

use serde_json::Value;

use super::{Handler, references, sessions};
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Outcome, Reply};
use crate::state::{Record, State};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("sessions.resources.add", add),
    ("sessions.resources.list", list),
    ("sessions.resources.retrieve", retrieve),
    ("sessions.resources.update", update),
    ("sessions.resources.delete", delete),
];

fn add(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let params = call.object();
    let session = sessions::find_live(state, call.id(0))?;
    if session.self_hosted {
        return Err(Failure::invalid("Sessions in a self-hosted environment take no resources."));
    }
    let file = params.get("file_id").and_then(Value::as_str).unwrap_or_default();
    if session.resources.values().any(|resource| resource.text("file_id") == file) {
        return Err(Failure::conflict(format!("File '{file}' is already attached.")));
    }
    let record = references::resource(state, &Value::Object(params))?;
    let reply = Reply::ok(&record.object);
    sessions::find(state, call.id(0))?.resources.insert(record.id().to_owned(), record);
    reply
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "sesr_", true)?;
    let resources = &sessions::find(state, call.id(0))?.resources;
    window.select(resources, |_| true).render(|body, resource| write_json(body, &resource.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call)?.object)
}

/// Only the credential of a repository can change, and it is never shown.
fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let resource = find(state, call)?;
    if !matches!(resource.text("type"), "github_repository" | "git_repository") {
        return Err(Failure::invalid("Only repositories have a credential."));
    }
    resource.touch(now);
    Reply::ok(&resource.object)
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call)?;
    sessions::find_live(state, call.id(0))?.resources.remove(call.id(1));
    Reply::deleted("session_resource", call.id(1))
}

fn find<'a>(state: &'a mut State, call: &Call<'_>) -> Result<&'a mut Record, Failure> {
    let session = sessions::find(state, call.id(0))?;
    session.resources.get_mut(call.id(1)).ok_or_else(|| Failure::not_found("resource", call.id(1)))
}

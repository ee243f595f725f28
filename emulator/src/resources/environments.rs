//! Environments: egress is limited unless said otherwise, and what was used is not deleted.

use serde_json::{Value, json};

use super::Handler;
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, Table, check_length, new_metadata};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("environments.create", create),
    ("environments.list", list),
    ("environments.retrieve", retrieve),
    ("environments.update", update),
    ("environments.delete", delete),
    ("environments.archive", archive),
];

pub(crate) struct Environment {
    pub(crate) record: Record,
    /// A session referred to it once; that it is gone changes nothing.
    pub(crate) referenced: bool,
    pub(crate) work: Table<super::work::Item>,
    pub(crate) last_poll: Option<jiff::Timestamp>,
}

impl Environment {
    pub(crate) fn is_self_hosted(&self) -> bool {
        self.record.get("config")["type"] == "self_hosted"
    }
}

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    check_length(&new, "name", 1, 256)?;
    check_config(&new)?;
    let mut record = state.record("env", "environment");
    record.set("metadata", new_metadata(&mut new)?);
    let config = new.remove("config").unwrap_or_else(|| json!({ "type": "cloud" }));
    record.set("config", complete(config));
    record.fill(&mut new, [("name", Value::Null), ("description", Value::Null), ("scope", "account".into())]);
    let reply = Reply::ok(&record.object);
    let id = record.id().to_owned();
    state
        .environments
        .insert(id, Environment { record, referenced: false, work: Table::new(), last_poll: None });
    reply
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (created, archived) = (call.query.created(), call.query.with_archived());
    let keep = |item: &Environment| created(item.record.created) && (archived || !item.record.is_archived());
    Window::of(call, "env_", false)?
        .select(&state.environments, keep)
        .render(|body, item| write_json(body, &item.record.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call.id(0))?.record.object)
}

fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    let environment = find(state, call.id(0))?;
    if environment.record.is_archived() {
        return Err(Failure::wrong_state("The environment is archived."));
    }
    check_length(&change, "name", 1, 256)?;
    check_config(&change)?;
    environment.record.merge_metadata(&mut change)?;
    if let Some(config) = change.remove("config") {
        environment.record.set("config", complete(config));
    }
    let name = environment.record.get("name").clone();
    environment
        .record
        .change(&mut change, [("name", name), ("description", Value::Null), ("scope", "account".into())]);
    environment.record.touch(now);
    Reply::ok(&environment.record.object)
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    if find(state, call.id(0))?.referenced {
        return Err(Failure::wrong_state("The environment is referenced by sessions. Archive it instead."));
    }
    state.environments.remove(call.id(0));
    Reply::deleted("environment", call.id(0))
}

fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let environment = find(state, call.id(0))?;
    environment.record.archive(now);
    Reply::ok(&environment.record.object)
}

pub(crate) fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Environment, Failure> {
    state.environments.get_mut(id).ok_or_else(|| Failure::not_found("environment", id))
}

/// Absent is fine, present and empty is not; a self-hosted one takes nothing but a script.
fn check_config(from: &Object) -> Result<(), Failure> {
    let Some(config) = from.get("config") else { return Ok(()) };
    let members = config.as_object().filter(|members| !members.is_empty());
    let members =
        members.ok_or_else(|| Failure::at("config", "Field 'config' must not be null or empty."))?;
    if config["type"] == "self_hosted"
        && let Some(extra) = members.keys().find(|name| !matches!(name.as_str(), "type" | "setup_script"))
    {
        let message = format!("A self-hosted environment does not take '{extra}'.");
        return Err(Failure::at(format!("config.{extra}"), message));
    }
    if config["setup_script"].as_str().is_some_and(|script| script.len() > 64 * 1024) {
        return Err(Failure::at("config.setup_script", "The setup script may have at most 64 KB."));
    }
    Ok(())
}

/// Egress that is not mentioned is limited to nothing.
fn complete(mut config: Value) -> Value {
    if config["type"] == "cloud" {
        if config["networking"].is_null() {
            config["networking"] = json!({ "type": "limited" });
        }
        if config["networking"]["type"] == "limited" {
            for (name, default) in [
                ("allowed_hosts", json!([])),
                ("allow_mcp_servers", false.into()),
                ("allow_package_managers", false.into()),
            ] {
                if config["networking"][name].is_null() {
                    config["networking"][name] = default;
                }
            }
        }
    }
    config
}

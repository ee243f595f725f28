//! Agents: optimistic versions, snapshots kept per version, tools that make sense.

use http::StatusCode;
use serde_json::{Value, json};

use super::Handler;
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, Table, check_length, new_metadata};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("agents.create", create),
    ("agents.list", list),
    ("agents.retrieve", retrieve),
    ("agents.update", update),
    ("agents.delete", delete),
    ("agents.archive", archive),
    ("agents.versions.list", versions),
];

const TOOLS: [&str; 11] = [
    "Bash",
    "Read",
    "Write",
    "Edit",
    "Glob",
    "Grep",
    "WebFetch",
    "WebSearch",
    "ImageGen",
    "ImageSearch",
    "DeliverArtifacts",
];
const BROWSER: &str = "browser_toolset_20260714";
const BROWSER_BETA: &str = "browser-use-2026-07-14";

/// An agent: its present state and the versions before it, by number with leading zeros.
pub(crate) struct Agent {
    pub(crate) record: Record,
    older: Table<Object>,
}

impl Agent {
    fn version(&self) -> i64 {
        self.record.get("version").as_i64().unwrap_or(0)
    }

    /// The agent as it was in a version; the present one when none is named.
    pub(crate) fn at(&self, version: Option<i64>) -> Option<&Object> {
        match version.filter(|version| *version != self.version()) {
            Some(older) => self.older.get(&key(older)),
            None => Some(&self.record.object),
        }
    }
}

/// Sorts as the numbers do.
fn key(version: i64) -> String {
    format!("{version:010}")
}

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    check(call, &new)?;
    name_members(&mut new);
    let mut record = state.record("agent", "agent");
    record.set("metadata", new_metadata(&mut new)?);
    record.set("version", 1);
    record.fill(
        &mut new,
        [
            ("name", Value::Null),
            ("model", Value::Null),
            ("description", Value::Null),
            ("system", Value::Null),
            ("tools", json!([])),
            ("mcp_servers", json!([])),
            ("skills", json!([])),
            ("multiagent", Value::Null),
        ],
    );
    let agent = Agent { record, older: Table::new() };
    let reply = Reply::ok(&agent.record.object);
    state.agents.insert(agent.record.id().to_owned(), agent);
    reply
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (created, archived) = (call.query.created(), call.query.with_archived());
    let keep = |agent: &Agent| created(agent.record.created) && (archived || !agent.record.is_archived());
    Window::of(call, "agent_", false)?
        .select(&state.agents, keep)
        .render(|body, agent| write_json(body, &agent.record.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let version = call.query.integer("version");
    let agent = find(state, call.id(0))?.at(version);
    Reply::ok(
        agent
            .ok_or_else(|| Failure::not_found("version of this agent", &version.unwrap_or(0).to_string()))?,
    )
}

/// An agent is updated only against the version the caller read.
fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    let agent = find(state, call.id(0))?;
    if agent.record.is_archived() {
        return Err(Failure::wrong_state("The agent is archived."));
    }
    let read = change.get("version").and_then(Value::as_i64).unwrap_or(0);
    if read != agent.version() {
        return Err(Failure::conflict(format!(
            "Version conflict. Expected version {}, got {read}.",
            agent.version()
        )));
    }
    let mut merged = agent.record.object.clone();
    merged.extend(change.clone());
    check(call, &merged)?;
    for name in ["name", "model"] {
        if change.get(name).is_some_and(Value::is_null) {
            return Err(Failure::at(name, format!("Field '{name}' cannot be cleared.")));
        }
    }
    let before = agent.record.object.clone();
    agent.record.merge_metadata(&mut change)?;
    agent.older.insert(key(read), before);
    name_members(&mut change);
    agent.record.change(
        &mut change,
        [
            ("name", Value::Null),
            ("model", Value::Null),
            ("description", Value::Null),
            ("system", Value::Null),
            ("tools", json!([])),
            ("mcp_servers", json!([])),
            ("skills", json!([])),
            ("multiagent", Value::Null),
        ],
    );
    agent.record.set("version", read + 1);
    agent.record.touch(now);
    Reply::ok(&agent.record.object)
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    state.agents.remove(call.id(0));
    Reply::deleted("agent", call.id(0))
}

fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let agent = find(state, call.id(0))?;
    agent.record.archive(now);
    Reply::ok(&agent.record.object)
}

fn versions(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "", false)?;
    let agent = find(state, call.id(0))?;
    let older = agent.older.iter().map(|(key, version)| (key.clone(), version));
    let present = (key(agent.version()), &agent.record.object);
    let versions: Table<&Object> = older.chain([present]).collect();
    window.select(&versions, |_| true).render(write_json)
}

pub(crate) fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Agent, Failure> {
    state.agents.get_mut(id).ok_or_else(|| Failure::not_found("agent", id))
}

fn check(call: &Call<'_>, agent: &Object) -> Result<(), Failure> {
    check_length(agent, "name", 1, 256)?;
    check_length(agent, "description", 0, 2048)?;
    check_tools(call, agent)?;
    check_roster(agent)
}

/// A coordinator leads one to twenty agents.
fn check_roster(agent: &Object) -> Result<(), Failure> {
    let Some(agents) = agent.get("multiagent").and_then(|roster| roster["agents"].as_array()) else {
        return Ok(());
    };
    if agents.is_empty() || agents.len() > 20 {
        return Err(Failure::at("multiagent.agents", "A coordinator needs 1 to 20 agents."));
    }
    Ok(())
}

/// A bare ID in a roster is short for a reference; answers show the reference.
fn name_members(agent: &mut Object) {
    let entries = agent.get_mut("multiagent").and_then(|roster| roster.get_mut("agents"));
    for entry in entries.and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(id) = entry.as_str() {
            *entry = json!({ "type": "agent", "id": id });
        }
    }
}

/// Tools must exist, agree with each other and with the MCP servers; browsing needs its beta header.
pub(crate) fn check_tools(call: &Call<'_>, agent: &Object) -> Result<(), Failure> {
    let servers = agent.get("mcp_servers").and_then(Value::as_array);
    let mut custom = Vec::new();
    for (place, tool) in agent.get("tools").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let at = |member: &str| format!("tools[{place}].{member}");
        match tool["type"].as_str().unwrap_or_default() {
            "agent_toolset_20260401" => check_builtins(tool, at)?,
            BROWSER if !call.has_beta(BROWSER_BETA) => {
                let message = format!("{BROWSER} needs the header x-qoder-beta: {BROWSER_BETA}.");
                return Err(Failure::at(at("type"), message));
            }
            "mcp_toolset" => {
                let name = &tool["mcp_server_name"];
                if !servers.into_iter().flatten().any(|server| server["name"] == *name) {
                    return Err(Failure::at(
                        at("mcp_server_name"),
                        format!("No MCP server named {name} is declared."),
                    ));
                }
            }
            "custom" => {
                let name = tool["name"].as_str().unwrap_or_default();
                check_custom(name, &custom).map_err(|message| Failure::at(at("name"), message))?;
                custom.push(name.to_lowercase());
            }
            _ => {}
        }
    }
    Ok(())
}

fn check_builtins(tool: &Value, at: impl Fn(&str) -> String) -> Result<(), Failure> {
    let names = |member: &str| tool[member].as_array().into_iter().flatten().filter_map(Value::as_str);
    for member in ["enabled_tools", "disallowed_tools"] {
        if let Some(unknown) = names(member).find(|name| !TOOLS.contains(name)) {
            return Err(Failure::at(at(member), format!("unknown tool name '{unknown}'")));
        }
    }
    let configs =
        tool["configs"].as_array().into_iter().flatten().filter_map(|config| config["name"].as_str());
    if let Some(unknown) = configs.into_iter().find(|name| !TOOLS.contains(name)) {
        return Err(Failure::at(at("configs"), format!("unknown tool name '{unknown}'")));
    }
    match names("enabled_tools").find(|name| names("disallowed_tools").any(|other| other == *name)) {
        Some(both) => {
            Err(Failure::at(at("disallowed_tools"), format!("Tool '{both}' is both enabled and disallowed.")))
        }
        None => Ok(()),
    }
}

fn check_custom(name: &str, others: &[String]) -> Result<(), String> {
    let lower = name.to_lowercase();
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-') {
        return Err(format!("Custom tool name '{name}' may only hold letters, digits, '_' and '-'."));
    }
    if lower.starts_with("mcp__") {
        return Err(format!("Custom tool name '{name}' must not start with 'mcp__'."));
    }
    if TOOLS.iter().any(|builtin| builtin.to_lowercase() == lower) {
        return Err(format!("Custom tool name '{name}' is taken by a built-in tool."));
    }
    if others.contains(&lower) {
        return Err(format!("Custom tool name '{name}' is used twice."));
    }
    Ok(())
}

/// An agent as a caller names it: an id, a pinned version, or with overrides.
pub(crate) fn resolve(state: &mut State, call: &Call<'_>, reference: &Value) -> Result<Object, Failure> {
    let id = reference.as_str().or_else(|| reference["id"].as_str()).unwrap_or_default();
    let version = reference["version"].as_i64();
    let agent = find(state, id)?;
    if agent.record.is_archived() {
        return Err(Failure::at("agent", format!("Agent '{id}' is archived.")));
    }
    let found = agent.at(version).ok_or_else(|| {
        let message = format!("Agent '{id}' has no version {}.", version.unwrap_or(0));
        Failure {
            param: Some("agent.version".into()),
            ..Failure::new(StatusCode::NOT_FOUND, "not_found_error", message)
        }
    })?;
    let mut snapshot = snapshot(found);
    if reference["type"] == "agent_with_overrides" {
        for name in ["system", "model", "tools", "mcp_servers", "skills"] {
            if let Some(value) = reference.get(name) {
                let cleared = if matches!(name, "system" | "model") { Value::Null } else { json!([]) };
                snapshot.insert(name.into(), if value.is_null() { cleared } else { value.clone() });
            }
        }
        check_tools(call, &snapshot)?;
    }
    expand_roster(state, &mut snapshot);
    Ok(snapshot)
}

/// What a session keeps of its agent.
fn snapshot(agent: &Object) -> Object {
    let kept = [
        "id",
        "type",
        "version",
        "name",
        "description",
        "model",
        "system",
        "tools",
        "mcp_servers",
        "skills",
        "multiagent",
    ];
    kept.iter().filter_map(|name| Some(((*name).to_owned(), agent.get(*name)?.clone()))).collect()
}

/// The roster of a coordinator, with the agents themselves instead of their names.
fn expand_roster(state: &State, agent: &mut Object) {
    let own = Value::Object(agent.clone());
    let roster = agent.get_mut("multiagent").and_then(|roster| roster.get_mut("agents"));
    let Some(entries) = roster.and_then(Value::as_array_mut) else { return };
    for entry in entries {
        let id = entry.as_str().or_else(|| entry["id"].as_str()).unwrap_or_default();
        if entry["type"] == "self" {
            *entry = own.clone();
        } else if let Some(known) = state.agents.get(id).and_then(|agent| agent.at(entry["version"].as_i64()))
        {
            *entry = snapshot(known).into();
        } else {
            continue;
        }
        if let Some(members) = entry.as_object_mut() {
            members.remove("multiagent");
        }
    }
}

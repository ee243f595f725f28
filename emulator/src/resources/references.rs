//! What a session or a deployment refers to: environment, vaults, attachments, variables.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use crate::reply::{Failure, Object};
use crate::state::{Record, State};

const RESERVED: [&str; 3] = ["SERVER_ENDPOINT", "USER_ID", "WORK_DIR"];
const RESERVED_PREFIXES: [&str; 2] = ["CAW_", "QODER_"];

/// Variables as a map, or as `KEY=VALUE` pairs separated by `;` or newlines.
pub(crate) fn variables(given: Option<&Value>) -> Result<BTreeMap<String, String>, Failure> {
    let wrong = |message: String| Failure::at("environment_variables", message);
    let mut variables = BTreeMap::new();
    match given {
        Some(Value::Object(map)) => {
            variables.extend(
                map.iter().map(|(name, value)| (name.clone(), value.as_str().unwrap_or("").to_owned())),
            );
        }
        Some(Value::String(text)) => {
            for pair in text.split([';', '\n']).map(str::trim).filter(|pair| !pair.is_empty()) {
                let (name, value) = pair
                    .split_once('=')
                    .ok_or_else(|| wrong(format!("'{pair}' is not of the form KEY=VALUE.")))?;
                variables.insert(name.trim().to_owned(), value.to_owned());
            }
        }
        _ => {}
    }
    for name in variables.keys() {
        let mut bytes = name.bytes();
        let starts = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
        if !starts || !bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return Err(wrong(format!("'{name}' is not a variable name.")));
        }
        if RESERVED.contains(&name.as_str())
            || RESERVED_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        {
            return Err(wrong(format!("The variable name '{name}' is reserved.")));
        }
    }
    Ok(variables)
}

/// The environment must exist and be live. Says whether it is self-hosted.
pub(crate) fn environment(state: &State, id: &str) -> Result<bool, Failure> {
    let environment = state.environments.get(id).ok_or_else(|| Failure::not_found("environment", id))?;
    if environment.record.is_archived() {
        return Err(Failure::at("environment_id", format!("Environment '{id}' is archived.")));
    }
    Ok(environment.is_self_hosted())
}

/// Every vault must exist and be live.
pub(crate) fn vaults(state: &State, from: &Object) -> Result<Value, Failure> {
    let given = from.get("vault_ids").and_then(Value::as_array).cloned().unwrap_or_default();
    for (place, id) in given.iter().enumerate() {
        let id = id.as_str().unwrap_or_default();
        let vault = state.vaults.get(id).ok_or_else(|| Failure::not_found("vault", id))?;
        if vault.record.is_archived() {
            return Err(Failure::at(format!("vault_ids[{place}]"), format!("Vault '{id}' is archived.")));
        }
    }
    Ok(given.into())
}

/// Discovery of the tools of MCP servers. Hosts under the reserved `.invalid` cannot be reached.
pub(crate) fn discover_mcp(agent: &Object) -> Result<(), Failure> {
    for server in agent.get("mcp_servers").and_then(Value::as_array).into_iter().flatten() {
        let url = server["url"].as_str().unwrap_or_default();
        let host =
            url.split_once("://").map_or("", |(_, rest)| rest).split(['/', ':', '?']).next().unwrap_or("");
        if host.is_empty() || host.ends_with(".invalid") {
            let message = format!("MCP discovery failed: server {} cannot be reached.", server["name"]);
            return Err(Failure::at("agent", message));
        }
    }
    Ok(())
}

/// The attachments of a new session.
pub(crate) fn resources(state: &mut State, from: &Object) -> Result<Vec<Record>, Failure> {
    let given = from.get("resources").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut files = HashSet::new();
    let mut records = Vec::with_capacity(given.len());
    for (place, params) in given.iter().enumerate() {
        if let Some(file) = params["file_id"].as_str()
            && !files.insert(file.to_owned())
        {
            return Err(Failure::wrong_state(format!(
                "File '{file}' is attached twice (resources[{place}])."
            )));
        }
        records.push(resource(state, params)?);
    }
    Ok(records)
}

/// One attachment, without its credential. What a deployment keeps of one serves as well.
pub(crate) fn resource(state: &mut State, params: &Value) -> Result<Record, Failure> {
    let kind = params["type"].as_str().unwrap_or_default();
    let mut members = params.as_object().cloned().unwrap_or_default();
    for dropped in ["authorization_token", "password", "id", "created_at", "updated_at"] {
        members.remove(dropped);
    }
    let mount = |default: String| params["mount_path"].as_str().map_or(default, str::to_owned);
    match kind {
        "file" => {
            let id = params["file_id"].as_str().unwrap_or_default();
            if !state.files.contains_key(id) {
                return Err(Failure::not_found("file", id));
            }
            members.insert("mount_path".into(), mount(format!("/mnt/session/uploads/{id}")).into());
        }
        "memory_store" => {
            let id = params["memory_store_id"].as_str().unwrap_or_default();
            let store = state.memory_stores.get(id).ok_or_else(|| Failure::not_found("memory store", id))?;
            if store.record.is_archived() {
                return Err(Failure::at("resources", format!("Memory store '{id}' is archived.")));
            }
            let name = store.record.text("name");
            members.insert("mount_path".into(), format!("/mnt/memory/{name}").into());
            members.insert("name".into(), name.into());
            members.insert("description".into(), store.record.get("description").clone());
            members.entry("access").or_insert_with(|| "read_write".into());
        }
        _ => {
            let url = params["url"].as_str().unwrap_or_default().trim_end_matches('/');
            let name = url.rsplit('/').next().unwrap_or_default().trim_end_matches(".git");
            members.insert("mount_path".into(), mount(format!("/data/{name}")).into());
            members.entry("checkout").or_insert(json!(null));
        }
    }
    let mut record = state.record("sesr", kind);
    record.object.remove("archived_at");
    record.object.extend(members);
    Ok(record)
}

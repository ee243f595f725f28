//! Vaults and their credentials. Secrets go in and never come out.

use serde_json::{Value, json};

use super::Handler;
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, Table, check_length, new_metadata};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("vaults.create", create),
    ("vaults.list", list),
    ("vaults.retrieve", retrieve),
    ("vaults.delete", delete),
    ("vaults.archive", archive),
    ("vaults.credentials.create", create_credential),
    ("vaults.credentials.list", list_credentials),
    ("vaults.credentials.retrieve", retrieve_credential),
    ("vaults.credentials.update", update_credential),
    ("vaults.credentials.delete", delete_credential),
    ("vaults.credentials.archive", archive_credential),
    ("vaults.credentials.mcp_oauth_validate", validate),
];

/// Members of `auth` that are accepted and never kept: nothing here needs them.
const SECRETS: [&str; 5] = ["token", "access_token", "refresh_token", "client_secret", "secret_value"];

pub(crate) struct Vault {
    pub(crate) record: Record,
    credentials: Table<Credential>,
}

struct Credential {
    record: Record,
    has_refresh_token: bool,
}

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    check_length(&new, "display_name", 1, 255)?;
    let mut record = state.record("vault", "vault");
    record.set("metadata", new_metadata(&mut new)?);
    record.fill(&mut new, [("display_name", Value::Null)]);
    let mut view = record.object.clone();
    view.insert("credentials".into(), json!([]));
    state.vaults.insert(record.id().to_owned(), Vault { record, credentials: Table::new() });
    Reply::ok(&view)
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (query, archived) = (&call.query, call.query.with_archived());
    let keep = |vault: &Vault| {
        (archived || !vault.record.is_archived())
            && query.text("name").is_none_or(|name| vault.record.text("display_name").contains(name))
    };
    Window::of(call, "vault_", false)?
        .select(&state.vaults, keep)
        .render(|body, vault| write_json(body, &vault.record.object))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call.id(0))?.record.object)
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    state.vaults.remove(call.id(0));
    Reply::deleted("vault", call.id(0))
}

fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let vault = find(state, call.id(0))?;
    vault.record.archive(now);
    Reply::ok(&vault.record.object)
}

fn create_credential(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    check_length(&new, "display_name", 0, 255)?;
    let mut auth = new.remove("auth").unwrap_or_default();
    if auth["mcp_server_url"].as_str().is_some_and(|url| url.chars().count() > 2048) {
        return Err(Failure::at(
            "auth.mcp_server_url",
            "Field 'auth.mcp_server_url' must have at most 2048 characters.",
        ));
    }
    if find(state, call.id(0))?.record.is_archived() {
        return Err(Failure::wrong_state("The vault is archived."));
    }
    let taken = |credential: &Credential| {
        let other = credential.record.get("auth");
        let same = |member: &str| auth[member].is_string() && auth[member] == other[member];
        !credential.record.is_archived() && (same("mcp_server_url") || same("secret_name"))
    };
    if find(state, call.id(0))?.credentials.values().any(taken) {
        return Err(Failure::conflict("The vault has a credential for this server or variable already."));
    }
    let has_refresh_token = auth["refresh"]["refresh_token"].is_string();
    strip_secrets(&mut auth);
    let mut record = state.record("vcred", "vault_credential");
    record.set("vault_id", call.id(0));
    record.set("auth", auth);
    record.set("metadata", new_metadata(&mut new)?);
    record.fill(&mut new, [("display_name", Value::Null)]);
    let reply = Reply::ok(&record.object);
    let credential = Credential { has_refresh_token, record };
    find(state, call.id(0))?.credentials.insert(credential.record.id().to_owned(), credential);
    reply
}

/// Removes every secret, however deep it stands.
fn strip_secrets(value: &mut Value) {
    if let Value::Object(members) = value {
        members.retain(|name, _| !SECRETS.contains(&name.as_str()));
        members.values_mut().for_each(strip_secrets);
    }
}

fn list_credentials(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "vcred_", false)?;
    let (query, archived) = (&call.query, call.query.with_archived());
    let keep = |credential: &Credential| {
        (archived || !credential.record.is_archived())
            && query.text("name").is_none_or(|name| credential.record.text("display_name").contains(name))
    };
    window
        .select(&find(state, call.id(0))?.credentials, keep)
        .render(|body, credential| write_json(body, &credential.record.object))
}

fn retrieve_credential(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find_credential(state, call)?.record.object)
}

/// Secrets and what surrounds them change; the kind, the server and the variable do not.
fn update_credential(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    let credential = find_credential(state, call)?;
    if credential.record.is_archived() {
        return Err(Failure::wrong_state("The credential is archived."));
    }
    if let Some(mut new) = change.remove("auth") {
        let mut auth = credential.record.get("auth").clone();
        if new["type"] != auth["type"] {
            return Err(Failure::at("auth.type", "The kind of a credential cannot change."));
        }
        credential.has_refresh_token |= new["refresh"]["refresh_token"].is_string();
        strip_secrets(&mut new);
        merge(&mut auth, new);
        credential.record.set("auth", auth);
    }
    credential.record.merge_metadata(&mut change)?;
    credential.record.touch(now);
    Reply::ok(&credential.record.object)
}

fn merge(old: &mut Value, new: Value) {
    let fixed = |name: &str| matches!(name, "mcp_server_url" | "secret_name");
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (name, value) in new.into_iter().filter(|(name, _)| !fixed(name)) {
                merge(old.entry(name).or_insert(Value::Null), value);
            }
        }
        (old, new) => *old = new,
    }
}

fn delete_credential(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find_credential(state, call)?;
    find(state, call.id(0))?.credentials.remove(call.id(1));
    Reply::deleted("vault_credential", call.id(1))
}

fn archive_credential(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let credential = find_credential(state, call)?;
    credential.record.archive(now);
    Reply::ok(&credential.record.object)
}

/// Pretends to have asked the MCP server; hosts under `.invalid` cannot be asked.
fn validate(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let credential = find_credential(state, call)?;
    let auth = credential.record.get("auth");
    if auth["type"] != "mcp_oauth" {
        return Err(Failure::invalid("Only OAuth credentials can be validated."));
    }
    let servers: Object =
        [("mcp_servers".to_owned(), json!([{ "name": "mcp", "url": auth["mcp_server_url"] }]))]
            .into_iter()
            .collect();
    let reached = super::references::discover_mcp(&servers).is_ok();
    let answer = json!({ "status_code": 200, "content_type": "application/json", "body": "{}", "body_truncated": false });
    Reply::ok(&json!({
        "type": "vault_credential_validation",
        "credential_id": call.id(1),
        "vault_id": call.id(0),
        "status": if reached { "valid" } else { "unknown" },
        "validated_at": now.to_string(),
        "has_refresh_token": credential.has_refresh_token,
        "refresh": null,
        "mcp_probe": { "method": "initialize", "http_response": reached.then_some(answer) },
    }))
}

fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Vault, Failure> {
    state.vaults.get_mut(id).ok_or_else(|| Failure::not_found("vault", id))
}

fn find_credential<'a>(state: &'a mut State, call: &Call<'_>) -> Result<&'a mut Credential, Failure> {
    let credential = find(state, call.id(0))?.credentials.get_mut(call.id(1));
    credential.ok_or_else(|| Failure::not_found("credential", call.id(1)))
}

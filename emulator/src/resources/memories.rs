//! Memories listed like a directory, and the changes of a store.

use std::collections::BTreeMap;

use serde_json::json;

use super::memory_stores::{find, redacted, view};
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State};

/// Pages with contents are shorter.
const FULL_PAGE: usize = 20;

/// Memories by path. At depth 1, what lies deeper is shown as one prefix per directory.
pub(crate) fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let prefix = call.query.text("path_prefix").unwrap_or_default();
    let rolled = call.query.integer("depth") == Some(1);
    let store = find(state, call.id(0))?;
    let mut entries: BTreeMap<String, Object> = BTreeMap::new();
    for memory in store.memories.values() {
        let Some(rest) = memory.text("path").strip_prefix(prefix) else { continue };
        match rest.split_once('/').filter(|_| rolled) {
            Some((directory, _)) => {
                let path = format!("{prefix}{directory}/");
                let entry = json!({ "type": "memory_prefix", "path": path });
                entries.insert(path, entry.as_object().cloned().unwrap_or_default());
            }
            None => {
                entries.insert(memory.text("path").to_owned(), view(call, memory));
            }
        }
    }
    let window = Window::of(call, "", true)?;
    let window = if call.query.text("view") == Some("full") { window.at_most(FULL_PAGE) } else { window };
    window.select(&entries, |_| true).render(write_json)
}

pub(crate) fn list_versions(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "memver_", false)?;
    let (query, created) = (&call.query, call.query.created());
    let by =
        |version: &Record, member: &str| version.get("created_by")[member].as_str().unwrap_or("").to_owned();
    let keep = |version: &Record| {
        created(version.created)
            && query.matches("memory_id", version.text("memory_id"))
            && query.matches("operation", version.text("operation"))
            && ["session_id", "api_key_id", "service_account_id"]
                .iter()
                .all(|name| query.matches(name, &by(version, name)))
    };
    window
        .select(&find(state, call.id(0))?.versions, keep)
        .render(|body, version| write_json(body, &view(call, version)))
}

pub(crate) fn retrieve_version(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&view(call, find_version(state, call)?))
}

/// What a memory is now cannot be redacted, only what it was.
pub(crate) fn redact(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let is_current = |memory: &Record| memory.text("memory_version_id") == call.id(1);
    if find(state, call.id(0))?.memories.values().any(is_current) {
        return Err(Failure::wrong_state("The version is the memory's present content."));
    }
    let version = find_version(state, call)?;
    if version.get("redacted_at").is_null() {
        redacted(version, now);
    }
    Reply::ok(&version.object)
}

fn find_version<'a>(state: &'a mut State, call: &Call<'_>) -> Result<&'a mut Record, Failure> {
    let version = find(state, call.id(0))?.versions.get_mut(call.id(1));
    version.ok_or_else(|| Failure::not_found("memory version", call.id(1)))
}

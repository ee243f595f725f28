//! Memory stores: named texts at paths, and every change they have seen.

use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Handler;
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State, Table, check_length, new_metadata};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("memory_stores.create", create),
    ("memory_stores.list", list),
    ("memory_stores.retrieve", retrieve),
    ("memory_stores.update", update),
    ("memory_stores.delete", delete),
    ("memory_stores.archive", archive),
    ("memory_stores.memories.create", create_memory),
    ("memory_stores.memories.list", super::memories::list),
    ("memory_stores.memories.retrieve", retrieve_memory),
    ("memory_stores.memories.update", update_memory),
    ("memory_stores.memories.delete", delete_memory),
    ("memory_stores.memory_versions.list", super::memories::list_versions),
    ("memory_stores.memory_versions.retrieve", super::memories::retrieve_version),
    ("memory_stores.memory_versions.redact", super::memories::redact),
];

const PATH_BYTES: usize = 1024;
const CONTENT_BYTES: usize = 100 * 1024;

pub(crate) struct MemoryStore {
    pub(crate) record: Record,
    pub(crate) memories: Table<Record>,
    pub(crate) versions: Table<Record>,
}

impl MemoryStore {
    fn view(&self) -> Object {
        let mut view = self.record.object.clone();
        let size: usize = self.memories.values().map(|memory| memory.text("content").len()).sum();
        view.insert("status".into(), if self.record.is_archived() { "archived" } else { "active" }.into());
        view.insert("entry_count".into(), self.memories.len().into());
        view.insert("total_size".into(), size.into());
        view
    }

    fn is_taken(&self, path: &str, except: &str) -> bool {
        self.memories.values().any(|memory| memory.text("path") == path && memory.id() != except)
    }
}

fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    check_texts(&mut new)?;
    let mut record = state.record("memstore", "memory_store");
    record.set("metadata", new_metadata(&mut new)?);
    record.fill(&mut new, [("name", Value::Null), ("description", Value::Null)]);
    let store = MemoryStore { record, memories: Table::new(), versions: Table::new() };
    let reply = Reply::ok(&store.view());
    state.memory_stores.insert(store.record.id().to_owned(), store);
    reply
}

/// Names are trimmed, and have 1 to 64 characters.
fn check_texts(store: &mut Object) -> Result<(), Failure> {
    if let Some(Value::String(name)) = store.get_mut("name") {
        *name = name.trim().to_owned();
    }
    check_length(store, "name", 1, 64)?;
    check_length(store, "description", 0, 1024)
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (query, created, archived) = (&call.query, call.query.created(), call.query.with_archived());
    let keep = |store: &MemoryStore| {
        created(store.record.created)
            && (archived || !store.record.is_archived())
            && query.text("name").is_none_or(|name| store.record.text("name").contains(name))
    };
    Window::of(call, "memstore_", false)?
        .select(&state.memory_stores, keep)
        .render(|body, store| write_json(body, &store.view()))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call.id(0))?.view())
}

fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    let store = find_live(state, call.id(0))?;
    check_texts(&mut change)?;
    store.record.merge_metadata(&mut change)?;
    let name = store.record.get("name").clone();
    store.record.change(&mut change, [("name", name), ("description", Value::Null)]);
    store.record.touch(now);
    Reply::ok(&store.view())
}

fn delete(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find(state, call.id(0))?;
    state.memory_stores.remove(call.id(0));
    Reply::deleted("memory_store", call.id(0))
}

fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let store = find(state, call.id(0))?;
    store.record.archive(now);
    Reply::ok(&store.view())
}

/// A path is free, relative, and stays inside.
fn create_memory(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    let path = new.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
    let content = new.get("content").and_then(Value::as_str).unwrap_or_default().to_owned();
    check_path(&path)?;
    check_content(&content)?;
    if find_live(state, call.id(0))?.is_taken(&path, "") {
        return Err(Failure::conflict(format!("The path '{path}' is taken.")));
    }
    let mut memory = state.record("mem", "memory");
    memory.object.remove("archived_at");
    memory.set("memory_store_id", call.id(0));
    memory.set("metadata", new_metadata(&mut new)?);
    memory.set("path", path);
    set_content(&mut memory, &content);
    let version = version(state, &mut memory, "created");
    let reply = Reply::ok(&view(call, &memory));
    let store = find(state, call.id(0))?;
    store.versions.insert(version.id().to_owned(), version);
    store.memories.insert(memory.id().to_owned(), memory);
    reply
}

fn retrieve_memory(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&view(call, find_memory(state, call)?))
}

/// A change may be guarded by the hash of the content the caller read.
fn update_memory(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let now = state.clock.now();
    find_live(state, call.id(0))?;
    let mut memory = find_memory(state, call)?.clone();
    check_hash(&memory, change.get("content_sha256").and_then(Value::as_str))?;
    if let Some(content) = change.get("content").and_then(Value::as_str) {
        check_content(content)?;
        set_content(&mut memory, content);
    }
    if let Some(path) = change.get("path").and_then(Value::as_str) {
        check_path(path)?;
        if find(state, call.id(0))?.is_taken(path, memory.id()) {
            return Err(Failure::conflict(format!("The path '{path}' is taken.")));
        }
        memory.set("path", path);
    }
    memory.merge_metadata(&mut change)?;
    memory.touch(now);
    let version = version(state, &mut memory, "modified");
    let reply = Reply::ok(&view(call, &memory));
    let store = find(state, call.id(0))?;
    store.versions.insert(version.id().to_owned(), version);
    store.memories.insert(memory.id().to_owned(), memory);
    reply
}

/// A memory goes, its versions stay.
fn delete_memory(state: &mut State, call: &mut Call<'_>) -> Outcome {
    find_live(state, call.id(0))?;
    let mut memory = find_memory(state, call)?.clone();
    check_hash(&memory, call.query.text("expected_content_sha256"))?;
    let version = version(state, &mut memory, "deleted");
    let store = find(state, call.id(0))?;
    store.versions.insert(version.id().to_owned(), version);
    store.memories.remove(call.id(1));
    Reply::deleted("memory", call.id(1))
}

fn check_path(path: &str) -> Result<(), Failure> {
    let inside = |segment: &str| !matches!(segment, "" | "." | "..");
    if path.len() > PATH_BYTES || !path.split('/').all(inside) || path.contains('\0') {
        return Err(Failure::at("path", "Field 'path' must be relative, without '..', at most 1024 bytes."));
    }
    Ok(())
}

fn check_content(content: &str) -> Result<(), Failure> {
    if content.trim().is_empty() || content.len() > CONTENT_BYTES {
        return Err(Failure::at("content", "Field 'content' must not be blank and may have at most 100 KB."));
    }
    Ok(())
}

fn check_hash(memory: &Record, expected: Option<&str>) -> Result<(), Failure> {
    match expected.filter(|expected| *expected != memory.text("content_sha256")) {
        Some(_) => Err(Failure::wrong_state("The content has changed: content_sha256 does not match.")),
        None => Ok(()),
    }
}

fn set_content(memory: &mut Record, content: &str) {
    let hash: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    memory.set("content_sha256", hash);
    memory.set("content_size_bytes", content.len());
    memory.set("content", content);
}

/// Records a change of a memory.
fn version(state: &mut State, memory: &mut Record, operation: &str) -> Record {
    let mut version = state.record("memver", "memory_version");
    for name in ["updated_at", "archived_at"] {
        version.object.remove(name);
    }
    version.set("operation", operation);
    version.set("memory_id", memory.id());
    version.set("created_by", json!({ "type": "user_actor", "user_id": "user_emulator" }));
    version.set("redacted_at", Value::Null);
    version.set("redacted_by", Value::Null);
    for name in ["memory_store_id", "path", "content", "content_sha256", "content_size_bytes"] {
        version.set(name, memory.get(name).clone());
    }
    memory.set("memory_version_id", version.id());
    version
}

/// The content is shown where it is asked for.
pub(crate) fn view(call: &Call<'_>, record: &Record) -> Object {
    let mut view = record.object.clone();
    if call.query.text("view") != Some("full") {
        view.insert("content".into(), Value::Null);
    }
    view
}

pub(crate) fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut MemoryStore, Failure> {
    state.memory_stores.get_mut(id).ok_or_else(|| Failure::not_found("memory store", id))
}

fn find_live<'a>(state: &'a mut State, id: &str) -> Result<&'a mut MemoryStore, Failure> {
    let store = find(state, id)?;
    if store.record.is_archived() {
        Err(Failure::wrong_state("The memory store is archived."))
    } else {
        Ok(store)
    }
}

fn find_memory<'a>(state: &'a mut State, call: &Call<'_>) -> Result<&'a mut Record, Failure> {
    let memory = find(state, call.id(0))?.memories.get_mut(call.id(1));
    memory.ok_or_else(|| Failure::not_found("memory", call.id(1)))
}

/// When a version was redacted, as it is sent.
pub(crate) fn redacted(version: &mut Record, now: Timestamp) {
    for name in ["content", "content_sha256", "content_size_bytes", "path"] {
        version.set(name, Value::Null);
    }
    version.set("redacted_at", now.to_string());
    version.set("redacted_by", json!({ "type": "user_actor", "user_id": "user_emulator" }));
}

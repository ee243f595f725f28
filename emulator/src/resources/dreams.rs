//! Dreams: one at a time; a test decides when it ends, by looking a second time.

use serde_json::{Value, json};

use super::Handler;
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::resources::memory_stores::MemoryStore;
use crate::state::{Record, State, Table, check_length};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("dreams.create", create),
    ("dreams.list", list),
    ("dreams.retrieve", retrieve),
    ("dreams.cancel", cancel),
    ("dreams.archive", archive),
];

const SESSIONS: usize = 100;

/// One memory store and up to a hundred sessions are read.
fn create(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut new = call.object();
    check_length(&new, "instructions", 0, 4096)?;
    let inputs = new.get("inputs").and_then(Value::as_array).cloned().unwrap_or_default();
    check_inputs(state, &inputs)?;
    if state.dreams.values().any(is_open) {
        return Err(Failure::conflict("Another dream is under way."));
    }
    let mut record = state.record("drm", "dream");
    record.object.remove("updated_at");
    let model = new.remove("model").unwrap_or_default();
    record.set("model", if model.is_string() { json!({ "id": model }) } else { model });
    record.set("status", "pending");
    for name in ["session_id", "error", "ended_at"] {
        record.set(name, Value::Null);
    }
    record.set("outputs", json!([]));
    record.set("usage", Object::new());
    let behavior = json!({ "type": "create_new" });
    record.fill(
        &mut new,
        [("inputs", json!([])), ("instructions", Value::Null), ("output_behavior", behavior)],
    );
    let reply = Reply::ok(&record.object);
    state.dreams.insert(record.id().to_owned(), record);
    reply
}

fn check_inputs(state: &State, inputs: &[Value]) -> Result<(), Failure> {
    let stores: Vec<&str> = inputs.iter().filter_map(|input| input["memory_store_id"].as_str()).collect();
    let [store] = stores.as_slice() else {
        return Err(Failure::at("inputs", "A dream reads exactly one memory store."));
    };
    if !state.memory_stores.contains_key(*store) {
        return Err(Failure::not_found("memory store", store));
    }
    let sessions = inputs.iter().filter_map(|input| input["session_ids"].as_array()).flatten();
    if sessions.clone().count() > SESSIONS {
        return Err(Failure::at("inputs", "A dream reads at most 100 sessions."));
    }
    match sessions.filter_map(Value::as_str).find(|id| !state.sessions.contains_key(*id)) {
        Some(unknown) => Err(Failure::not_found("session", unknown)),
        None => Ok(()),
    }
}

fn is_open(dream: &Record) -> bool {
    matches!(dream.text("status"), "pending" | "running")
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let (query, created, archived) = (&call.query, call.query.created(), call.query.with_archived());
    let keep = |dream: &Record| {
        created(dream.created)
            && (archived || !dream.is_archived())
            && query.allows("statuses[]", dream.text("status"))
    };
    Window::of(call, "drm_", false)?
        .select(&state.dreams, keep)
        .render(|body, dream| write_json(body, &dream.object))
}

/// Every look takes a dream one state further: pending, running, completed.
fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let dream = find(state, call.id(0))?;
    let reply = Reply::ok(&dream.object);
    match dream.text("status") {
        "pending" => dream.set("status", "running"),
        "running" => complete(state, call.id(0))?,
        _ => {}
    }
    reply
}

/// The result is a copy of the memories, in a new store or in the one named.
fn complete(state: &mut State, id: &str) -> Result<(), Failure> {
    let now = state.clock.now();
    let dream = find(state, id)?.clone();
    let inputs = dream.get("inputs").as_array().cloned().unwrap_or_default();
    let source = inputs.iter().find_map(|input| input["memory_store_id"].as_str()).unwrap_or_default();
    let memories = state.memory_stores.get(source).map(|store| store.memories.clone()).unwrap_or_default();
    let paths: Vec<Value> = memories.values().map(|memory| memory.get("path").clone()).collect();
    let target = match dream.get("output_behavior")["memory_store_id"].as_str() {
        Some(existing) => existing.to_owned(),
        None => {
            let mut record = state.record("memstore", "memory_store");
            record.set("name", format!("dream of {source}").chars().take(64).collect::<String>());
            record.set("description", Value::Null);
            record.set("metadata", Object::new());
            let target = record.id().to_owned();
            state
                .memory_stores
                .insert(target.clone(), MemoryStore { record, memories, versions: Table::new() });
            target
        }
    };
    let dream = find(state, id)?;
    dream.set("status", "completed");
    dream.set("ended_at", now.to_string());
    dream.set(
        "outputs",
        json!([{ "type": "memory_store", "memory_store_id": target, "files_touched": paths }]),
    );
    Ok(())
}

fn cancel(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let dream = find(state, call.id(0))?;
    if !is_open(dream) {
        return Err(Failure::conflict(format!("The dream is {} already.", dream.text("status"))));
    }
    dream.set("status", "canceled");
    dream.set("ended_at", now.to_string());
    Reply::ok(&dream.object)
}

fn archive(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let dream = find(state, call.id(0))?;
    if is_open(dream) {
        return Err(Failure::conflict("The dream has not ended."));
    }
    if !dream.is_archived() {
        dream.set("archived_at", now.to_string());
    }
    Reply::ok(&dream.object)
}

fn find<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Record, Failure> {
    state.dreams.get_mut(id).ok_or_else(|| Failure::not_found("dream", id))
}

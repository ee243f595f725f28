//! Recording what happens: every event of a session goes through here.

use std::rc::Rc;

use bytes::Bytes;
use serde_json::{Value, json};

use crate::reply::Object;
use crate::session::Session;
use crate::state::State;
use crate::timeline::{Seen, Slot};

/// Records an event and gives its id.
pub(crate) fn emit(state: &mut State, session: &Session, seen: Seen, kind: &str, members: Value) -> String {
    let members = match members {
        Value::Object(members) => members,
        _ => Object::new(),
    };
    emit_object(state, session, seen, kind, members).0
}

/// Records an event; gives its id and its JSON.
pub(crate) fn emit_object(
    state: &mut State,
    session: &Session,
    seen: Seen,
    kind: &str,
    members: Object,
) -> (String, Bytes) {
    let (id, at) = state.stamp("evt");
    let json = finished(&id, kind, at, members);
    let slot = Slot {
        id: id.clone(),
        kind: kind.to_owned(),
        at,
        seen,
        json: Some(json.clone()),
        pieces: Vec::new(),
        writing: false,
    };
    session.timeline.borrow_mut().push(slot);
    (id, json)
}

fn finished(id: &str, kind: &str, at: jiff::Timestamp, members: Object) -> Bytes {
    let mut event = Object::new();
    event.insert("id".into(), id.into());
    event.insert("type".into(), kind.into());
    event.extend(members.into_iter().filter(|(name, _)| name != "id" && name != "type"));
    event.entry("processed_at").or_insert_with(|| at.to_string().into());
    // Maps with text keys written to memory cannot fail.
    serde_json::to_vec(&event).unwrap_or_default().into()
}

/// Begins a message that is written piece by piece; gives its id.
pub(crate) fn start(state: &mut State, session: &Session, seen: Seen, kind: &str) -> String {
    let (id, at) = state.stamp("evt");
    let first = json!({ "type": "event_start", "event": { "id": id, "type": kind } });
    let slot = Slot {
        id: id.clone(),
        kind: kind.to_owned(),
        at,
        seen,
        json: None,
        pieces: vec![first.to_string().into()],
        writing: true,
    };
    session.timeline.borrow_mut().push(slot);
    id
}

/// Adds a piece of text to a message.
pub(crate) fn add_piece(session: &Session, id: &str, text: &str) {
    let delta = json!({ "type": "content_delta", "index": 0, "content": { "type": "text", "text": text } });
    let piece = json!({ "type": "event_delta", "event_id": id, "delta": delta });
    let mut line = session.timeline.borrow_mut();
    if let Some(slot) = line.writing(id) {
        slot.pieces.push(piece.to_string().into());
    }
    line.wake();
}

/// Ends a message: with its members it becomes an event, without them it never was one.
pub(crate) fn end(session: &Session, id: &str, members: Option<Value>) {
    let mut line = session.timeline.borrow_mut();
    if let Some(slot) = line.writing(id) {
        slot.writing = false;
        if let Some(Value::Object(members)) = members {
            slot.json = Some(finished(id, &slot.kind, slot.at, members));
        }
    }
    line.prune();
    line.wake();
}

/// Where events of a thread are seen: the coordinator's thread is the session itself.
pub(crate) fn seen(thread: Option<&Rc<str>>) -> Seen {
    thread.map_or(Seen::Session, |thread| Seen::Thread(Rc::clone(thread)))
}

/// Events about a child thread are seen in both.
pub(crate) fn seen_in_both(thread: Option<&Rc<str>>) -> Seen {
    thread.map_or(Seen::Session, |thread| Seen::Both(Rc::clone(thread)))
}

pub(crate) fn text_blocks(text: &str) -> Value {
    json!([{ "type": "text", "text": text }])
}

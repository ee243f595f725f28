//! The fixed bodies, shaped and sized like the API's real objects.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    fmt::Write,
    rc::Rc,
};

use bytes::Bytes;
use serde_json::{Value, json};

/// Events of a turn: a start, twelve deltas, a message.
const TURN: usize = 14;

const NOT_FOUND: &[u8] =
    br#"{"type":"error","error":{"type":"not_found_error","message":"not found"},"request_id":"req_0123456789abcdef"}"#;

/// Bodies as they were asked for.
#[derive(Default)]
pub struct Bodies {
    agent: OnceCell<Bytes>,
    pages: RefCell<HashMap<[usize; 3], Bytes>>,
    streams: RefCell<HashMap<usize, Rc<Events>>>,
}

/// The text of an event stream.
pub struct Events {
    pub text: Bytes,
    /// Where each event ends in `text`.
    pub ends: Vec<usize>,
}

impl Bodies {
    pub fn not_found(&self) -> Bytes {
        Bytes::from_static(NOT_FOUND)
    }

    pub fn agent(&self) -> Bytes {
        self.agent.get_or_init(|| agent(1).to_string().into()).clone()
    }

    pub fn page(&self, number: usize, limit: usize, pages: usize) -> Bytes {
        self.pages
            .borrow_mut()
            .entry([number, limit, pages])
            .or_insert_with(|| page(number, limit, pages))
            .clone()
    }

    pub fn events(&self, count: usize) -> Rc<Events> {
        self.streams.borrow_mut().entry(count).or_insert_with(|| Rc::new(events(count))).clone()
    }
}

fn agent(n: usize) -> Value {
    json!({
        "type": "agent",
        "id": format!("agent_{n:024}"),
        "name": format!("release-notes-writer-{n}"),
        "description": "Reads merged changes and drafts release notes for review.",
        "model": {"id": "ultimate", "effort": "medium"},
        "system": "You write release notes. Group changes by user impact, keep every line under \
                   100 characters and link the change that caused it. Ask before you publish.",
        "tools": [
            {"type": "agent_toolset_20260401", "enabled_tools": ["Bash", "Read", "Grep"],
             "default_config": {"enabled": true, "permission_policy": {"type": "always_allow"}}},
            {"type": "mcp_toolset", "mcp_server_name": "tracker",
             "default_config": {"enabled": true, "permission_policy": {"type": "always_ask"}}}
        ],
        "mcp_servers": [{"type": "url", "name": "tracker", "url": "https://tracker.example.com/mcp"}],
        "skills": [{"type": "custom", "skill_id": "skill_0123456789abcdef", "version": "3"}],
        "metadata": {"team": "platform", "tier": "internal"},
        "version": 7,
        "archived_at": null,
        "created_at": "2026-07-01T08:30:00Z",
        "updated_at": "2026-07-21T16:05:12.482Z"
    })
}

fn page(number: usize, limit: usize, pages: usize) -> Bytes {
    let data: Vec<Value> = (number * limit..(number + 1) * limit).map(agent).collect();
    let more = number + 1 < pages;
    json!({
        "first_id": data.first().map(|agent| agent["id"].clone()),
        "last_id": data.last().map(|agent| agent["id"].clone()),
        "has_more": more,
        "next_page": more.then(|| format!("p{}", number + 1)),
        "data": data,
    })
    .to_string()
    .into()
}

/// Exactly `count` events: turns, then the session's end. A heartbeat, which is no event, follows every fifty.
fn events(count: usize) -> Events {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(count);
    for n in 0..count {
        let (id, name, data) = if n + 1 == count { terminated(n) } else { event(n) };
        // Writing to a string cannot fail.
        let _ = write!(text, "id: {id}\nevent: {name}\ndata: {data}\n\n");
        if n % 50 == 49 && n + 1 < count {
            text.push_str(": heartbeat\n\n");
        }
        ends.push(text.len());
    }
    Events { text: text.into(), ends }
}

fn event_id(n: usize) -> String {
    format!("sevt_{n:020}")
}

/// An event's frame ID, type and data. All frames of a message carry the ID of the message.
fn event(n: usize) -> (String, &'static str, Value) {
    let message = event_id(n - n % TURN + TURN - 1);
    match n % TURN {
        0 => {
            let data = json!({"type": "event_start", "event": {"id": message, "type": "agent.message"}});
            (message, "event_start", data)
        }
        step if step < TURN - 1 => {
            let data = json!({
                "type": "event_delta", "event_id": message,
                "delta": {"type": "content_delta", "index": 0, "content": {
                    "type": "text",
                    "text": format!("part {step} of the reply, a dozen or so tokens of it. "),
                }}
            });
            (message, "event_delta", data)
        }
        _ => {
            let data = json!({
                "type": "agent.message", "id": message,
                "content": [{
                    "type": "text",
                    "text": "The build is green again; three checks were flaky. ".repeat(18),
                }],
                "processed_at": "2026-07-21T16:05:12.482Z"
            });
            (message, "agent.message", data)
        }
    }
}

/// The event after which a client does not reconnect.
fn terminated(n: usize) -> (String, &'static str, Value) {
    let name = "session.status_terminated";
    let data = json!({"type": name, "id": event_id(n), "processed_at": "2026-07-21T16:05:13.001Z"});
    (event_id(n), name, data)
}

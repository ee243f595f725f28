//! Tools: built-in ones, those of MCP servers, and those the client runs.

use std::rc::Rc;

use serde_json::{Value, json};

use super::brain;
use super::record::{emit, seen, seen_in_both, text_blocks};
use super::rest::{close_span, come_to_rest, open_span};
use super::script::{Artifact, CustomCall, Step, ToolUse};
use super::turn::{Flow, Pending, Turn};
use crate::resources::files;
use crate::session::Session;
use crate::state::State;

pub(super) fn use_tool(
    state: &mut State,
    session: &mut Session,
    server: Option<String>,
    tool: ToolUse,
) -> Flow {
    announce_tool(state, session, server, tool);
    require_action(state, session)
}

/// Records the use of a tool, and its result unless somebody else has to give it.
fn announce_tool(state: &mut State, session: &mut Session, server: Option<String>, tool: ToolUse) {
    let thread = open_span(state, session);
    let policy = match tool.ask {
        Some(true) => "ask",
        Some(false) => "allow",
        None => brain::permission(session, server.as_deref(), &tool.name),
    };
    let mut members = json!({ "name": tool.name, "input": tool.input, "evaluated_permission": policy });
    let kind = if server.is_some() { "agent.mcp_tool_use" } else { "agent.tool_use" };
    if let Some(server) = &server {
        members["mcp_server_name"] = server.as_str().into();
    }
    add_thread(&mut members, thread.as_ref());
    let waits = policy == "ask" || (session.self_hosted && server.is_none() && policy == "allow");
    let where_seen = if waits { seen_in_both(thread.as_ref()) } else { seen(thread.as_ref()) };
    let id = emit(state, session, where_seen, kind, members);
    let mcp = server.is_some();
    match policy {
        "ask" => {
            wait_for(session, id, Pending::Permission { mcp, result: tool.result, is_error: tool.is_error })
        }
        "deny" => {
            tool_result(state, session, thread.as_ref(), mcp, &id, "This tool is not allowed.", true);
            add_result(session, "This tool is not allowed.".into());
        }
        _ if waits => wait_for(session, id, Pending::Worker),
        _ => {
            tool_result(state, session, thread.as_ref(), mcp, &id, &tool.result, tool.is_error);
            add_result(session, tool.result);
        }
    }
}

fn add_result(session: &mut Session, text: String) {
    if let Some(turn) = &mut session.turn {
        turn.results = vec![text];
    }
}

pub(super) fn tool_result(
    state: &mut State,
    session: &Session,
    thread: Option<&Rc<str>>,
    mcp: bool,
    id: &str,
    text: &str,
    is_error: bool,
) {
    let (kind, reference) =
        if mcp { ("agent.mcp_tool_result", "mcp_tool_use_id") } else { ("agent.tool_result", "tool_use_id") };
    let members = json!({ reference: id, "content": text_blocks(text), "is_error": is_error });
    emit(state, session, seen(thread), kind, members);
}

fn add_thread(members: &mut Value, thread: Option<&Rc<str>>) {
    if let Some(thread) = thread {
        members["session_thread_id"] = (**thread).into();
    }
}

fn wait_for(session: &mut Session, id: String, pending: Pending) {
    if let Some(turn) = &mut session.turn {
        turn.pending.insert(id, pending);
    }
}

pub(super) fn together(state: &mut State, session: &mut Session, steps: Vec<Step>) -> Flow {
    for step in steps {
        match step {
            Step::Use(tool) => announce_tool(state, session, None, tool),
            Step::Call(call) => announce_call(state, session, call),
            // Everything else is no call that could wait: it follows.
            other => {
                if let Some(frame) = session.turn.as_mut().and_then(Turn::frame) {
                    frame.steps.push_front(other);
                }
            }
        }
    }
    require_action(state, session)
}

/// Pauses the turn when calls wait for the client.
fn require_action(state: &mut State, session: &mut Session) -> Flow {
    let Some(turn) = &mut session.turn else { return Flow::Wait };
    if turn.pending.is_empty() {
        return Flow::On;
    }
    turn.results.clear();
    let ids: Vec<String> = turn.pending.keys().cloned().collect();
    close_span(state, session, false);
    come_to_rest(state, session, json!({ "type": "requires_action", "event_ids": ids }));
    Flow::Wait
}

pub(super) fn deliver(state: &mut State, session: &mut Session, artifact: Artifact) -> Flow {
    let Artifact { filename, content, content_type } = artifact;
    let write = |name: &str, input: Value, result: &str| ToolUse {
        name: name.into(),
        input: input.as_object().cloned().unwrap_or_default(),
        result: result.into(),
        is_error: false,
        ask: Some(false),
    };
    let path = format!("/data/{filename}");
    announce_tool(
        state,
        session,
        None,
        write("Write", json!({ "file_path": path, "content": content }), "Written."),
    );
    announce_tool(state, session, None, write("DeliverArtifacts", json!({ "paths": [path] }), "Delivered."));
    let size = content.len();
    let kind = content_type.unwrap_or_else(|| files::mime_type(&filename).to_owned());
    let file = files::deliver(state, session.record.id(), &filename, &kind, content.into());
    let members =
        json!({ "file_id": file, "original_filename": filename, "content_type": kind, "size": size });
    emit(state, session, seen(None), "agent.artifact_delivered", members);
    Flow::On
}

/// Calls a tool of the client, who has to answer.
pub(super) fn call_client(state: &mut State, session: &mut Session, call: CustomCall) -> Flow {
    announce_call(state, session, call);
    require_action(state, session)
}

fn announce_call(state: &mut State, session: &mut Session, call: CustomCall) {
    let thread = open_span(state, session);
    let mut members = json!({ "name": call.name, "input": call.input });
    add_thread(&mut members, thread.as_ref());
    let id = emit(state, session, seen_in_both(thread.as_ref()), "agent.custom_tool_use", members);
    wait_for(session, id, Pending::Custom);
}

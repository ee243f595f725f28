//! How model requests, turns and sessions come to their end, and what they cost.

use std::rc::Rc;

use serde_json::{Value, json};

use super::record::{emit, seen};
use super::turn::{Frame, Turn};
use crate::session::{Session, Status};
use crate::state::State;

/// What one model request costs unless a script says otherwise, in millionths of a credit.
pub(super) const REQUEST_COST: u64 = 123_400;
/// What the sandbox costs per turn, in millionths of a credit.
const SANDBOX_COST: u64 = 11_100;

/// A model request begins with the first thing the model does. Gives the thread at work.
pub(super) fn open_span(state: &mut State, session: &mut Session) -> Option<Rc<str>> {
    let frame = session.turn.as_mut().and_then(Turn::frame)?;
    let thread = frame.thread.clone();
    if frame.span.is_none() {
        let id = emit(state, session, seen(thread.as_ref()), "span.model_request_start", json!({}));
        if let Some(frame) = session.turn.as_mut().and_then(Turn::frame) {
            frame.span = Some(id);
        }
    }
    thread
}

pub(super) fn close_span(state: &mut State, session: &mut Session, is_error: bool) {
    let Some(frame) = session.turn.as_mut().and_then(Turn::frame) else { return };
    let Some(span) = frame.span.take() else { return };
    let (cost, thread) = (std::mem::replace(&mut frame.cost, REQUEST_COST), frame.thread.clone());
    session.spent.model += cost;
    let usage = json!({ "credits": floored(cost) });
    let members = json!({ "model_request_start_id": span, "is_error": is_error, "model_usage": usage });
    emit(state, session, seen(thread.as_ref()), "span.model_request_end", members);
}

/// Credits are shown rounded down to two decimals.
pub(crate) fn floored(millionths: u64) -> f64 {
    (millionths / 10_000) as f64 / 100.0
}

pub(super) fn finish(state: &mut State, session: &mut Session, reason: &str) {
    close_all(state, session);
    let reached = reason == "end_turn" && session.over_budget();
    session.turn = None;
    come_to_rest(state, session, json!({ "type": if reached { "budget_reached" } else { reason } }));
}

/// Closes what is open, from the innermost thread outwards.
fn close_all(state: &mut State, session: &mut Session) {
    loop {
        close_span(state, session, false);
        let Some(turn) = &mut session.turn else { return };
        let now = state.clock.now();
        let Some(Frame { thread: Some(thread), .. }) = turn.frames.pop() else { break };
        if let Some(thread) = session.threads.get_mut(&*thread) {
            thread.settle("idle", now);
        }
    }
    session.spent.sandbox += SANDBOX_COST;
}

/// The three events that end or pause a turn.
pub(super) fn come_to_rest(state: &mut State, session: &mut Session, reason: Value) {
    let now = state.clock.now();
    session.rest(Status::Idle, now);
    let members = json!({ "session_thread_id": session.main_thread(), "agent_name": session.agent_name(), "stop_reason": reason });
    emit(state, session, seen(None), "session.thread_status_idle", members);
    let usage = session.usage();
    let mut members = json!({
        "total_credits": usage["total_credits"],
        "model_credits": usage["model_credits"],
        "sandbox_runtime_credits": usage["sandbox_runtime_credits"],
        "budget": session.record.get("budget"),
    });
    members["usage"] = usage;
    emit(state, session, seen(None), "session.usage", members);
    emit(state, session, seen(None), "session.status_idle", json!({ "stop_reason": reason }));
}

pub(super) fn terminate(state: &mut State, session: &mut Session) {
    close_all(state, session);
    session.turn = None;
    let now = state.clock.now();
    session.rest(Status::Terminated, now);
    let members = json!({ "session_thread_id": session.main_thread(), "agent_name": session.agent_name() });
    emit(state, session, seen(None), "session.thread_status_terminated", members);
    emit(state, session, seen(None), "session.status_terminated", json!({}));
    session.timeline.borrow_mut().close();
}

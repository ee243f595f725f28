//! The steps of a turn, one after the other.

use std::rc::Rc;
use std::time::Duration;

use serde_json::{Value, json};

use super::record::{self, emit, seen, seen_in_both, text_blocks};
use super::rest::{close_span, open_span};
use super::script::{Outcome, Piece, Say, Spawn, Step};
use super::tools;
use super::turn::{self, Flow, Frame, Turn, Writing};
use crate::session::{Session, Status, Thread};
use crate::state::State;

pub(super) fn take(state: &mut State, session: &mut Session, step: Step) -> Flow {
    if session.status == Status::Rescheduling && !matches!(step, Step::Hold(_) | Step::PauseMs(_)) {
        turn::announce(state, session);
    }
    match step {
        Step::Hold(name) => hold(session, name),
        Step::PauseMs(ms) => pause(state, session, ms),
        Step::Credits(credits) => {
            if let Some(frame) = session.turn.as_mut().and_then(Turn::frame) {
                frame.cost = (credits.max(0.0) * 1e6).round() as u64;
            }
            Flow::On
        }
        Step::Think(_) => {
            let thread = open_span(state, session);
            let id = record::start(state, session, seen(thread.as_ref()), "agent.thinking");
            record::end(session, &id, Some(json!({})));
            Flow::On
        }
        Step::Say(say) => begin_message(state, session, say),
        Step::Use(tool) => tools::use_tool(state, session, None, tool),
        Step::Mcp(mcp) => {
            let (server, tool) = mcp.split();
            tools::use_tool(state, session, Some(server), tool)
        }
        Step::Call(call) => tools::call_client(state, session, call),
        Step::Together(steps) => tools::together(state, session, steps),
        Step::Deliver(artifact) => tools::deliver(state, session, artifact),
        Step::Error(error) => {
            close_span(state, session, true);
            emit(state, session, seen(None), "session.error", json!({ "error": complete_error(error) }));
            Flow::On
        }
        Step::Stop(reason) => Flow::Over(reason),
        Step::Reschedule(_) => {
            close_span(state, session, false);
            session.status = Status::Rescheduling;
            emit(state, session, seen(None), "session.status_rescheduled", json!({}));
            let members =
                json!({ "session_thread_id": session.main_thread(), "agent_name": session.agent_name() });
            emit(state, session, seen(None), "session.thread_status_rescheduled", members);
            Flow::On
        }
        Step::Terminate(_) => Flow::Terminated,
        Step::Compact(_) => {
            let thread = open_span(state, session);
            emit(state, session, seen(thread.as_ref()), "agent.thread_context_compacted", json!({}));
            Flow::On
        }
        Step::Spawn(spawn) => enter_thread(state, session, spawn),
        Step::Emit(mut event) => {
            let kind = event.remove("type").and_then(|kind| kind.as_str().map(str::to_owned));
            record::emit_object(state, session, seen(None), &kind.unwrap_or_else(|| "unknown".into()), event);
            Flow::On
        }
        Step::Evaluate(outcome) => evaluate(state, session, outcome),
    }
}

fn hold(session: &mut Session, name: String) -> Flow {
    if let Some(turn) = &mut session.turn {
        turn.hold = Some(name);
    }
    Flow::Wait
}

fn pause(state: &mut State, session: &mut Session, ms: u64) -> Flow {
    let id = session.record.id().to_owned();
    if let Some(turn) = &mut session.turn {
        turn.asleep = true;
        state.pace.sleep(&id, turn.serial, Duration::from_millis(ms));
    }
    Flow::Wait
}

fn begin_message(state: &mut State, session: &mut Session, say: Say) -> Flow {
    let thread = open_span(state, session);
    let id = record::start(state, session, seen(thread.as_ref()), "agent.message");
    if let Some(turn) = &mut session.turn {
        let pieces = say.pieces(&turn.results.join("\n")).into();
        turn.writing = Some(Writing { id, text: String::new(), pieces });
    }
    Flow::On
}

pub(super) fn write_on(state: &mut State, session: &mut Session) -> Flow {
    let Some(writing) = session.turn.as_mut().and_then(|turn| turn.writing.as_mut()) else { return Flow::On };
    match writing.pieces.pop_front() {
        Some(Piece::Text(text)) => {
            writing.text.push_str(&text);
            let id = writing.id.clone();
            record::add_piece(session, &id, &text);
            Flow::On
        }
        Some(Piece::Hold { hold: name }) => hold(session, name),
        Some(Piece::Pause { pause_ms }) => pause(state, session, pause_ms),
        None => {
            let Some(turn) = &mut session.turn else { return Flow::Wait };
            let Some(Writing { id, text, .. }) = turn.writing.take() else { return Flow::On };
            if let Some(frame) = turn.frame() {
                frame.said.clone_from(&text);
            }
            record::end(session, &id, Some(json!({ "content": text_blocks(&text) })));
            Flow::On
        }
    }
}

fn complete_error(mut error: crate::reply::Object) -> Value {
    error.entry("type").or_insert_with(|| "unknown_error".into());
    error.entry("message").or_insert_with(|| "The agent failed.".into());
    error.entry("retry_status").or_insert_with(|| json!({ "type": "terminal" }));
    error.into()
}

fn enter_thread(state: &mut State, session: &mut Session, spawn: Spawn) -> Flow {
    open_span(state, session);
    let thread = Thread::child(state, session, &spawn.agent_name);
    let id: Rc<str> = thread.record.id().into();
    session.threads.insert(thread.record.id().to_owned(), thread);
    let who = json!({ "session_thread_id": &*id, "agent_name": spawn.agent_name });
    emit(state, session, seen_in_both(Some(&id)), "session.thread_created", who.clone());
    let told = json!({ "to_session_thread_id": &*id, "to_agent_name": spawn.agent_name, "content": text_blocks(&spawn.message) });
    emit(state, session, seen(None), "agent.thread_message_sent", told);
    emit(state, session, seen_in_both(Some(&id)), "session.thread_status_running", who);
    let from = json!({
        "from_session_thread_id": session.main_thread(),
        "from_agent_name": session.agent_name(),
        "content": text_blocks(&spawn.message),
    });
    emit(state, session, seen(Some(&id)), "agent.thread_message_received", from);
    if let Some(turn) = &mut session.turn {
        turn.frames.push(Frame::new(Some(id), &spawn.agent_name, spawn.steps.into()));
    }
    Flow::On
}

/// The thread at work has nothing left to do: its answer goes to who waits for it.
pub(super) fn leave_thread(state: &mut State, session: &mut Session) -> Flow {
    close_span(state, session, false);
    let Some(turn) = &mut session.turn else { return Flow::Wait };
    if turn.frames.len() <= 1 {
        return Flow::Over("end_turn".into());
    }
    let Some(Frame { thread: Some(thread), agent_name, said, .. }) = turn.frames.pop() else {
        return Flow::On;
    };
    turn.results = vec![said.clone()];
    let now = state.clock.now();
    if let Some(thread) = session.threads.get_mut(&*thread) {
        thread.settle("idle", now);
    }
    let who = json!({ "session_thread_id": &*thread, "agent_name": agent_name, "stop_reason": { "type": "end_turn" } });
    emit(state, session, seen_in_both(Some(&thread)), "session.thread_status_idle", who);
    let answer = json!({ "from_session_thread_id": &*thread, "from_agent_name": agent_name, "content": text_blocks(&said) });
    emit(state, session, seen(None), "agent.thread_message_received", answer);
    if session.over_budget() { Flow::Over("budget_reached".into()) } else { Flow::On }
}

fn evaluate(state: &mut State, session: &mut Session, outcome: Outcome) -> Flow {
    close_span(state, session, false);
    let round = json!({ "outcome_id": outcome.id, "iteration": 1 });
    let start = emit(state, session, seen(None), "span.outcome_evaluation_start", round.clone());
    emit(state, session, seen(None), "span.outcome_evaluation_ongoing", round);
    let members = json!({
        "outcome_evaluation_start_id": start,
        "outcome_id": outcome.id,
        "iteration": 1,
        "result": "satisfied",
        "explanation": "The reply addresses the description.",
        "usage": { "credits": 0.0 },
    });
    emit(state, session, seen(None), "span.outcome_evaluation_end", members);
    let evaluation = json!({
        "type": "outcome_evaluation",
        "outcome_id": outcome.id,
        "description": outcome.description,
        "result": "satisfied",
        "explanation": "The reply addresses the description.",
        "iteration": 1,
        "completed_at": state.clock.now().to_string(),
    });
    if let Some(Value::Array(all)) = session.record.object.get_mut("outcome_evaluations") {
        all.push(evaluation);
    }
    Flow::On
}

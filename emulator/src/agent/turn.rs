//! The turn engine: takes steps until the turn ends or has to wait.

use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::record::{self, emit, seen, seen_in_both, text_blocks};
use super::script::{Artifact, McpUse, Outcome, Piece, Say, Spawn, Step, ToolUse};
use super::{brain, script};
use crate::resources::files;
use crate::session::Thread;
use crate::session::{Session, Status};
use crate::state::State;

/// What one model request costs unless a script says otherwise, in millionths of a credit.
const REQUEST_COST: u64 = 123_400;
/// What the sandbox costs per turn, in millionths of a credit.
const SANDBOX_COST: u64 = 11_100;

/// A turn under way.
#[derive(Debug)]
pub(crate) struct Turn {
    serial: u64,
    /// Who is at work: the coordinator first, the thread it waits for last.
    frames: Vec<Frame>,
    writing: Option<Writing>,
    /// Tool calls that wait for the client, by event id.
    pending: IndexMap<String, Pending>,
    answered: Vec<String>,
    results: Vec<String>,
    hold: Option<String>,
    asleep: bool,
    /// The time of the next step has come.
    awake: bool,
}

#[derive(Debug)]
struct Frame {
    thread: Option<Rc<str>>,
    agent_name: String,
    steps: VecDeque<Step>,
    span: Option<String>,
    cost: u64,
    said: String,
}

#[derive(Debug)]
struct Writing {
    id: String,
    text: String,
    pieces: VecDeque<Piece>,
}

#[derive(Debug)]
enum Pending {
    Custom,
    /// A built-in tool that waits for permission, with what it will give.
    Permission {
        mcp: bool,
        result: String,
        is_error: bool,
    },
    /// A built-in tool that a worker of the customer runs.
    Worker,
}

/// A client's answer to a tool call.
pub(crate) enum Answer {
    Result { text: String },
    Allow,
    Deny { message: String },
}

/// Which kind of event answers a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    CustomResult,
    Confirmation,
    WorkerResult,
}

enum Flow {
    On,
    /// Nothing more happens until somebody asks.
    Wait,
    Over(&'static str),
    OverAs(String),
    Terminated,
}

impl Turn {
    /// What is expected for a call, if it waits.
    pub(crate) fn expects(&self, id: &str) -> Option<Expected> {
        Some(match self.pending.get(id)? {
            Pending::Custom => Expected::CustomResult,
            Pending::Permission { .. } => Expected::Confirmation,
            Pending::Worker => Expected::WorkerResult,
        })
    }

    pub(crate) fn was_answered(&self, id: &str) -> bool {
        self.answered.iter().any(|known| known == id)
    }

    pub(crate) fn pending(&self) -> usize {
        self.pending.len()
    }

    pub(crate) fn held(&self) -> Option<&str> {
        self.hold.as_deref()
    }

    fn frame(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }
}

/// Announces that the session runs. The echo of the user's events follows these two.
pub(crate) fn announce(state: &mut State, session: &mut Session) {
    session.status = Status::Running;
    session.running_since = Some(state.clock.now());
    emit(state, session, seen(None), "session.status_running", json!({}));
    let members = json!({ "session_thread_id": session.main_thread(), "agent_name": session.agent_name() });
    emit(state, session, seen(None), "session.thread_status_running", members);
}

/// Starts a turn for a prompt and takes it as far as it goes.
pub(crate) fn start(state: &mut State, session: &mut Session, prompt: &str, outcome: Option<Outcome>) {
    let mut steps: VecDeque<Step> = brain::steps(state, session, prompt).into();
    steps.extend(outcome.map(Step::Evaluate));
    session.turns += 1;
    let frame = Frame {
        thread: None,
        agent_name: session.agent_name().to_owned(),
        steps,
        span: None,
        cost: REQUEST_COST,
        said: String::new(),
    };
    session.turn = Some(Turn {
        serial: session.turns,
        frames: vec![frame],
        writing: None,
        pending: IndexMap::new(),
        answered: Vec::new(),
        results: Vec::new(),
        hold: None,
        asleep: false,
        awake: false,
    });
    if session.over_budget() {
        return finish(state, session, "budget_reached");
    }
    run(state, session);
}

/// Takes an answer to a call that waits; when it was the last one, [`resume`] goes on.
pub(crate) fn answer(state: &mut State, session: &mut Session, id: &str, answer: Answer) {
    let Some(turn) = &mut session.turn else { return };
    let Some(pending) = turn.pending.shift_remove(id) else { return };
    turn.answered.push(id.to_owned());
    let thread = turn.frames.last().and_then(|frame| frame.thread.clone());
    let (text, result) = match (pending, answer) {
        (Pending::Permission { mcp, result, is_error }, Answer::Allow) => {
            (result.clone(), Some((mcp, result, is_error)))
        }
        (Pending::Permission { mcp, .. }, Answer::Deny { message }) => {
            let text = if message.is_empty() { "The user refused.".to_owned() } else { message };
            (text.clone(), Some((mcp, text, true)))
        }
        (_, Answer::Result { text } | Answer::Deny { message: text }) => (text, None),
        (_, Answer::Allow) => (String::new(), None),
    };
    turn.results.push(text);
    if let Some((mcp, text, is_error)) = result {
        tool_result(state, session, thread.as_ref(), mcp, id, &text, is_error);
    }
}

/// Goes on after the last answer.
pub(crate) fn resume(state: &mut State, session: &mut Session) {
    run(state, session);
}

/// Ends the turn from outside; pending calls are forgotten.
pub(crate) fn cancel(state: &mut State, session: &mut Session) {
    if session.status == Status::Idle {
        session.turn = None;
        return;
    }
    if let Some(writing) = session.turn.as_mut().and_then(|turn| turn.writing.take()) {
        record::end(session, &writing.id, None);
    }
    finish(state, session, "cancelled");
}

/// Lets held turns go on; `hold` none means any. Says how many went on.
pub(crate) fn release(state: &mut State, only: Option<&str>, hold: Option<&str>) -> usize {
    let held = |session: &Session| {
        let name = session.turn.as_ref().and_then(Turn::held);
        name.is_some_and(|name| hold.is_none_or(|wanted| wanted == name))
    };
    let all = state
        .sessions
        .iter()
        .filter(|(id, session)| only.is_none_or(|only| only == id.as_str()) && held(session));
    let ids: Vec<String> = all.map(|(id, _)| id.clone()).collect();
    for id in &ids {
        with(state, id, |state, session| {
            if let Some(turn) = &mut session.turn {
                turn.hold = None;
            }
            run(state, session);
        });
    }
    ids.len()
}

/// A sleeping turn's time has come.
pub(crate) fn wake(state: &mut State, id: &str, serial: u64) {
    with(state, id, |state, session| {
        let Some(turn) = session.turn.as_mut().filter(|turn| turn.serial == serial && turn.asleep) else {
            return;
        };
        turn.asleep = false;
        turn.awake = true;
        run(state, session);
    });
}

/// Works on a session and the rest of the state at once.
pub(crate) fn with<R>(
    state: &mut State,
    id: &str,
    work: impl FnOnce(&mut State, &mut Session) -> R,
) -> Option<R> {
    let (id, mut session) = state.sessions.remove_entry(id)?;
    let result = work(state, &mut session);
    state.sessions.insert(id, session);
    Some(result)
}

fn run(state: &mut State, session: &mut Session) {
    loop {
        match step(state, session) {
            Flow::On => {}
            Flow::Wait => return,
            Flow::Over(reason) => return finish(state, session, reason),
            Flow::OverAs(reason) => return finish(state, session, &reason),
            Flow::Terminated => return terminate(state, session),
        }
    }
}

fn step(state: &mut State, session: &mut Session) -> Flow {
    let pace = state.pace.step;
    let id = session.record.id().to_owned();
    let Some(turn) = &mut session.turn else { return Flow::Wait };
    if turn.hold.is_some() || turn.asleep || !turn.pending.is_empty() {
        return Flow::Wait;
    }
    if !pace.is_zero() && !std::mem::take(&mut turn.awake) {
        turn.asleep = true;
        state.pace.sleep(&id, turn.serial, pace);
        return Flow::Wait;
    }
    if turn.writing.is_some() {
        return write_on(state, session);
    }
    let Some(next) = turn.frame().and_then(|frame| frame.steps.pop_front()) else {
        return leave_thread(state, session);
    };
    take(state, session, next)
}

fn take(state: &mut State, session: &mut Session, step: Step) -> Flow {
    if session.status == Status::Rescheduling && !matches!(step, Step::Hold(_) | Step::PauseMs(_)) {
        announce(state, session);
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
        Step::Use(tool) => use_tool(state, session, None, tool),
        Step::Mcp(McpUse { server, tool }) => {
            let script::ToolUseFields { name, input, result, is_error, ask } = tool;
            use_tool(state, session, Some(server), ToolUse { name, input, result, is_error, ask })
        }
        Step::Call(call) => {
            let thread = open_span(state, session);
            let mut members = json!({ "name": call.name, "input": call.input });
            add_thread(&mut members, thread.as_ref());
            let id = emit(state, session, seen_in_both(thread.as_ref()), "agent.custom_tool_use", members);
            wait_for(session, id, Pending::Custom);
            require_action(state, session)
        }
        Step::Together(steps) => together(state, session, steps),
        Step::Deliver(artifact) => deliver(state, session, artifact),
        Step::Error(error) => {
            close_span(state, session, true);
            emit(state, session, seen(None), "session.error", json!({ "error": complete_error(error) }));
            Flow::On
        }
        Step::Stop(reason) => Flow::OverAs(reason),
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

/// A model request begins with the first thing the model does. Gives the thread at work.
fn open_span(state: &mut State, session: &mut Session) -> Option<Rc<str>> {
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

fn close_span(state: &mut State, session: &mut Session, is_error: bool) {
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

fn begin_message(state: &mut State, session: &mut Session, say: Say) -> Flow {
    let thread = open_span(state, session);
    let id = record::start(state, session, seen(thread.as_ref()), "agent.message");
    if let Some(turn) = &mut session.turn {
        let pieces = say.pieces(&turn.results.join("\n")).into();
        turn.writing = Some(Writing { id, text: String::new(), pieces });
    }
    Flow::On
}

fn write_on(state: &mut State, session: &mut Session) -> Flow {
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

fn use_tool(state: &mut State, session: &mut Session, server: Option<String>, tool: ToolUse) -> Flow {
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

fn tool_result(
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

fn together(state: &mut State, session: &mut Session, steps: Vec<Step>) -> Flow {
    for step in steps {
        match step {
            Step::Use(tool) => announce_tool(state, session, None, tool),
            Step::Call(call) => {
                let thread = open_span(state, session);
                let mut members = json!({ "name": call.name, "input": call.input });
                add_thread(&mut members, thread.as_ref());
                let id =
                    emit(state, session, seen_in_both(thread.as_ref()), "agent.custom_tool_use", members);
                wait_for(session, id, Pending::Custom);
            }
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

fn deliver(state: &mut State, session: &mut Session, artifact: Artifact) -> Flow {
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
        turn.frames.push(Frame {
            thread: Some(id),
            agent_name: spawn.agent_name,
            steps: spawn.steps.into(),
            span: None,
            cost: REQUEST_COST,
            said: String::new(),
        });
    }
    Flow::On
}

/// The thread at work has nothing left to do: its answer goes to who waits for it.
fn leave_thread(state: &mut State, session: &mut Session) -> Flow {
    close_span(state, session, false);
    let Some(turn) = &mut session.turn else { return Flow::Wait };
    if turn.frames.len() <= 1 {
        return Flow::Over("end_turn");
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
    if session.over_budget() { Flow::Over("budget_reached") } else { Flow::On }
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

fn finish(state: &mut State, session: &mut Session, reason: &str) {
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
fn come_to_rest(state: &mut State, session: &mut Session, reason: Value) {
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

fn terminate(state: &mut State, session: &mut Session) {
    close_all(state, session);
    session.turn = None;
    let now = state.clock.now();
    session.rest(Status::Terminated, now);
    let members = json!({ "session_thread_id": session.main_thread(), "agent_name": session.agent_name() });
    emit(state, session, seen(None), "session.thread_status_terminated", members);
    emit(state, session, seen(None), "session.status_terminated", json!({}));
    session.timeline.borrow_mut().close();
}

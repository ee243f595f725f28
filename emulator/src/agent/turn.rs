//! A turn: what it has still to do, what it waits for, and how it is started, answered, stopped and woken.

use std::collections::VecDeque;
use std::rc::Rc;

use indexmap::IndexMap;
use serde_json::json;

use super::record::{self, emit, seen};
use super::rest::REQUEST_COST;
use super::script::{Outcome, Piece, Step};
use super::{brain, rest, steps, tools};
use crate::session::{Session, Status};
use crate::state::State;

/// A turn under way.
#[derive(Debug)]
pub(crate) struct Turn {
    pub(super) serial: u64,
    /// Who is at work: the coordinator first, the thread it waits for last.
    pub(super) frames: Vec<Frame>,
    pub(super) writing: Option<Writing>,
    /// Tool calls that wait for the client, by event id.
    pub(super) pending: IndexMap<String, Pending>,
    pub(super) answered: Vec<String>,
    pub(super) results: Vec<String>,
    pub(super) hold: Option<String>,
    pub(super) asleep: bool,
    /// The time of the next step has come.
    pub(super) awake: bool,
}

#[derive(Debug)]
pub(super) struct Frame {
    pub(super) thread: Option<Rc<str>>,
    pub(super) agent_name: String,
    pub(super) steps: VecDeque<Step>,
    pub(super) span: Option<String>,
    pub(super) cost: u64,
    pub(super) said: String,
}

#[derive(Debug)]
pub(super) struct Writing {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) pieces: VecDeque<Piece>,
}

#[derive(Debug)]
pub(super) enum Pending {
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

pub(super) enum Flow {
    On,
    /// Nothing more happens until somebody asks.
    Wait,
    Over(String),
    Terminated,
}

impl Frame {
    pub(super) fn new(thread: Option<Rc<str>>, agent_name: &str, steps: VecDeque<Step>) -> Self {
        Self {
            thread,
            agent_name: agent_name.to_owned(),
            steps,
            span: None,
            cost: REQUEST_COST,
            said: String::new(),
        }
    }
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

    pub(super) fn frame(&mut self) -> Option<&mut Frame> {
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
    let mut todo: VecDeque<Step> = brain::steps(state, session, prompt).into();
    todo.extend(outcome.map(Step::Evaluate));
    session.turns += 1;
    let frame = Frame::new(None, session.agent_name(), todo);
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
        return rest::finish(state, session, "budget_reached");
    }
    run(state, session);
}

/// Takes an answer to a call that waits; after the last one, [`run`] goes on.
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
        tools::tool_result(state, session, thread.as_ref(), mcp, id, &text, is_error);
    }
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
    rest::finish(state, session, "cancelled");
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

/// Takes steps until the turn ends or waits.
pub(crate) fn run(state: &mut State, session: &mut Session) {
    loop {
        match step(state, session) {
            Flow::On => {}
            Flow::Wait => return,
            Flow::Over(reason) => return rest::finish(state, session, &reason),
            Flow::Terminated => return rest::terminate(state, session),
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
        return steps::write_on(state, session);
    }
    let Some(next) = turn.frame().and_then(|frame| frame.steps.pop_front()) else {
        return steps::leave_thread(state, session);
    };
    steps::take(state, session, next)
}

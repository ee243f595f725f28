//! The deterministic agent: what a turn does, and when it waits.

pub(crate) mod brain;
pub(crate) mod record;
pub(crate) mod rest;
pub(crate) mod script;
mod steps;
mod tools;
pub(crate) mod turn;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::state::State;

/// How fast turns go, and which of them sleep.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    /// Time before each step and each piece of a message; zero by default.
    pub(crate) step: Duration,
    sleeping: Vec<Sleeping>,
}

#[derive(Debug)]
struct Sleeping {
    session: String,
    turn: u64,
    duration: Duration,
}

impl Pace {
    pub(crate) fn sleep(&mut self, session: &str, turn: u64, duration: Duration) {
        self.sleeping.push(Sleeping { session: session.to_owned(), turn, duration });
    }
}

/// Wakes the turns that have gone to sleep, each at its time.
pub(crate) fn follow(state: &Rc<RefCell<State>>) {
    let sleeping = std::mem::take(&mut state.borrow_mut().pace.sleeping);
    for Sleeping { session, turn, duration } in sleeping {
        let state = Rc::clone(state);
        tokio::task::spawn_local(async move {
            tokio::time::sleep(duration).await;
            turn::wake(&mut state.borrow_mut(), &session, turn);
            follow(&state);
        });
    }
}

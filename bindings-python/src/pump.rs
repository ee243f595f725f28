//! Reads ahead of an asynchronous reader, by a few steps: what arrives wakes the reader and nobody else, and a reader
//! that is cancelled while it waits loses nothing.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use pyo3::prelude::*;
use qoder_cloud::{Error, ErrorInfo, Events, Procedure, Step};
use tokio::sync::Notify;

use crate::completions::{Call, Completions, Waiter};
use crate::door::{Caller, Finish, failure, guarded};
use crate::logs::{self, Journal};
use crate::outcome::Outcome;

/// What can be read step by step.
pub enum Source {
    /// A stream's events, in batches.
    Events(Events),
    /// How a stream's messages grow, in batches.
    Updates(Events),
    Procedure(Procedure),
}

impl Source {
    /// The next step; None after the end or an error.
    pub async fn next(&mut self) -> Result<Option<Step>, Error> {
        match self {
            Source::Events(events) => {
                Ok(events.next_batch(Events::MAX_BATCH).await.transpose()?.map(Step::Events))
            }
            Source::Updates(events) => {
                Ok(events.next_updates(Events::MAX_BATCH).await.transpose()?.map(Step::Events))
            }
            Source::Procedure(procedure) => procedure.next().await.transpose(),
        }
    }

    /// Goes on while the reader takes nothing. A stream does not: a slow reader slows the server.
    async fn drive(&mut self) {
        if let Source::Procedure(procedure) = self {
            procedure.drive().await;
        }
        std::future::pending().await
    }

    async fn close(self) {
        if let Source::Procedure(procedure) = self {
            procedure.close().await;
        }
    }
}

/// What comes next, once it is there.
enum Next {
    Step(Step),
    /// An error, after which there is nothing more.
    Failed(Box<ErrorInfo>),
    /// Nothing more.
    End,
}

/// No more than this is read ahead, unless a single step is larger.
const AHEAD: usize = 64 * 1024;

/// What any step takes besides its bytes, so that small ones are counted too.
const STEP: usize = 1024;

impl Next {
    fn size(&self) -> usize {
        match self {
            Next::Step(Step::Events(batch)) => STEP + batch.json.len(),
            Next::Step(Step::Item(json) | Step::Done(json)) => STEP + json.len(),
            Next::Step(Step::Question(question)) => STEP + question.json.len(),
            Next::Failed(_) | Next::End => 0,
        }
    }
}

/// The place between the task that reads and the loop that takes.
#[derive(Default)]
struct Pump {
    state: Mutex<State>,
    taken: Notify,
    leaving: Notify,
}

#[derive(Default)]
struct State {
    steps: VecDeque<Next>,
    size: usize,
    /// Whether the task waits for room.
    full: bool,
    waiter: Option<Waiter>,
}

impl Pump {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what is there, and lets the task read on if it waits for that.
    fn take(&self) -> Option<Next> {
        let mut state = self.state();
        let next = state.steps.pop_front()?;
        state.size -= next.size();
        if !matches!(next, Next::Step(_)) {
            state.steps.push_front(Next::End);
        } else if std::mem::take(&mut state.full) {
            self.taken.notify_one();
        }
        Some(next)
    }

    /// Wakes `waiter` when there is something to take.
    fn wait(&self, waiter: Waiter) {
        let mut state = self.state();
        if !state.steps.is_empty() {
            drop(state);
            waiter.wake();
        } else {
            state.waiter = Some(waiter);
        }
    }

    /// Adds what comes next; whether there is room for more.
    fn put(&self, next: Next) -> bool {
        let mut state = self.state();
        state.size += next.size();
        state.steps.push_back(next);
        state.full = state.size >= AHEAD;
        let (room, waiter) = (!state.full, state.waiter.take());
        drop(state);
        if let Some(waiter) = waiter {
            waiter.wake();
        }
        room
    }

    /// Ends it here: what has been read ahead is dropped.
    fn end(&self) {
        let mut state = self.state();
        (state.size, state.full) = (0, false);
        state.steps.clear();
        drop(state);
        self.put(Next::End);
    }

    /// Reads to the end, never further ahead than there is room; or until the reader leaves.
    async fn run(&self, mut source: Source) -> Result<(), Error> {
        loop {
            let next = tokio::select! {
                biased;
                () = self.leaving.notified() => break,
                next = source.next() => next,
            };
            let next = match next {
                Ok(Some(step)) => Next::Step(step),
                Ok(None) => Next::End,
                Err(error) => Next::Failed(Box::new(error.info())),
            };
            let more = matches!(next, Next::Step(_));
            let room = self.put(next);
            if !more {
                return Ok(());
            }
            if room {
                continue;
            }
            tokio::select! {
                biased;
                () = self.leaving.notified() => break,
                () = self.taken.notified() => {}
                () = source.drive() => {}
            }
        }
        source.close().await;
        self.end();
        Ok(())
    }
}

/// A task of an event loop that reads ahead, once it has begun.
#[derive(Default)]
pub struct Ahead {
    pump: Arc<Pump>,
    task: Mutex<Option<(Py<Completions>, u64)>>,
    /// What the task tells, if anybody listens.
    journal: OnceLock<Arc<Journal>>,
}

impl Ahead {
    fn task(&self) -> MutexGuard<'_, Option<(Py<Completions>, u64)>> {
        self.task.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What may be taken: a step, an error, False at the end, None if it has to be waited for.
    pub fn take(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let next = self.pump.take();
        if let (Some(journal), Some(_)) = (self.journal.get(), &next) {
            journal.deliver(py)?;
        }
        match next {
            Some(Next::Step(step)) => step.into_python(py, &Caller::default()),
            Some(Next::Failed(info)) => info.into_python(py, &Caller::default()),
            Some(Next::End) => Ok(false.into_pyobject(py)?.to_owned().into_any().unbind()),
            None => Ok(py.None()),
        }
    }

    /// The future, done as soon as there is something to take; the first time, `source` is there to be read from then on.
    pub fn ready(
        &self,
        py: Python<'_>,
        completions: &Py<Completions>,
        future: Py<PyAny>,
        source: Option<Source>,
        caller: &Caller,
    ) -> PyResult<Py<PyAny>> {
        if let Some(source) = source {
            let (pump, journal) = (self.pump.clone(), logs::journal(py)?);
            journal.iter().for_each(|journal| drop(self.journal.set(journal.clone())));
            let work = logs::collecting(journal, async move {
                if let Err(info) = guarded(pump.run(source)).await {
                    pump.put(Next::Failed(Box::new(info)));
                }
                Ok(Box::new(|py: Python<'_>, _: &Caller| Ok(py.None())) as Finish)
            });
            let call = Call { caller: caller.share(py), ..Call::default() };
            let ticket = completions.get().start(call, Box::pin(work))?;
            *self.task() = Some((completions.clone_ref(py), ticket));
        }
        if self.task().as_ref().is_some_and(|(completions, _)| !completions.get().usable()) {
            let message = "this was opened before the process forked; open it anew in the child";
            self.pump.put(Next::Failed(Box::new(failure("stream", message))));
        }
        self.pump.wait(completions.get().expect(future.clone_ref(py)));
        Ok(future)
    }

    /// Ends the reading at once.
    pub fn close(&self) {
        self.pump.end();
        let task = self.task().take();
        if let Some((completions, ticket)) = task {
            completions.get().abort(ticket);
        }
    }

    /// Asks the task to end; what it has to say in parting is said before the end can be taken.
    pub fn leave(&self) {
        self.pump.leaving.notify_one();
        self.pump.taken.notify_one();
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        if let Some((completions, ticket)) = self.task().take() {
            completions.get().abort(ticket);
        }
    }
}

//! Reads ahead of an asynchronous reader, by a few steps: what arrives wakes the reader and nobody else, and a reader
//! that is cancelled while it waits loses nothing.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
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
pub struct Pump {
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

    fn holds_something(&self) -> bool {
        !self.state().steps.is_empty()
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

    /// Asks the task to end; what it has to say in parting is said before the end can be taken.
    pub fn leave(&self) {
        self.leaving.notify_one();
        self.taken.notify_one();
    }

    /// Reads to the end, never further ahead than there is room; or until the reader leaves.
    async fn run(&self, mut source: Source) -> Result<(), Error> {
        let mut leaving = pin!(self.leaving.notified());
        loop {
            let next = tokio::select! {
                biased;
                () = leaving.as_mut() => break,
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
                () = leaving.as_mut() => break,
                () = self.taken.notified() => {}
                () = source.drive() => {}
            }
        }
        source.close().await;
        self.end();
        Ok(())
    }
}

/// What is read ahead for an event loop. Awaiting it waits until there is something to take.
///
/// It is what asyncio calls future-like, and can be awaited again and again: a future each time, and the iteration of the
/// loop that a future costs, would be much of what an event costs.
#[pyclass(frozen, weakref, module = "qoder_cloud._native")]
pub struct Ahead {
    pump: Arc<Pump>,
    completions: Py<Completions>,
    /// The task that reads; none where there was nothing to read.
    task: Option<u64>,
    /// What the task tells, if anybody listens.
    journal: Option<Arc<Journal>>,
    reader: Mutex<Option<Reader>>,
    /// A part of asyncio's protocol: what is yielded is to be waited for.
    blocking: AtomicBool,
}

/// The task that waits: what is to be called, with a future that is done, for it to go on.
pub struct Reader {
    pub callback: Py<PyAny>,
    pub context: Py<PyAny>,
    ticket: u64,
}

impl Reader {
    pub fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.callback)?;
        visit.call(&self.context)
    }
}

impl Ahead {
    /// Begins to read `source`.
    pub fn begin(
        py: Python<'_>,
        pump: &Arc<Pump>,
        completions: Py<Completions>,
        source: Option<Source>,
        caller: &Caller,
    ) -> PyResult<Self> {
        let (pump, journal) = (pump.clone(), logs::journal(py)?);
        let task = match source {
            Some(source) if completions.get().usable() => {
                let pump = pump.clone();
                let work = logs::collecting(journal.clone(), async move {
                    if let Err(info) = guarded(pump.run(source)).await {
                        pump.put(Next::Failed(Box::new(info)));
                    }
                    Ok(Box::new(|py: Python<'_>, _: &Caller| Ok(py.None())) as Finish)
                });
                let call = Call { caller: caller.share(py), ..Call::default() };
                Some(completions.get().start(call, Box::pin(work))?)
            }
            _ => {
                pump.end();
                None
            }
        };
        Ok(Ahead {
            pump,
            completions,
            task,
            journal,
            reader: Mutex::default(),
            blocking: AtomicBool::default(),
        })
    }

    fn reader(&self) -> MutexGuard<'_, Option<Reader>> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who waits, to be woken. Waking one who need not be woken is harmless: they look, and wait again.
    pub fn woken(&self) -> Option<Reader> {
        self.reader().take()
    }

    /// Nobody waits any more.
    fn left(&self) -> Option<Reader> {
        let reader = self.reader().take()?;
        self.completions.get().abort(reader.ticket);
        Some(reader)
    }

    /// Why there is nothing to wait for.
    fn refusal(&self) -> Option<ErrorInfo> {
        if !self.completions.get().usable() {
            let message = "this was opened before the process forked; open it anew in the child";
            return Some(failure("stream", message));
        }
        let message = "this is being read by another task; give each its own";
        self.reader().is_some().then(|| failure("argument", message))
    }
}

#[pymethods]
impl Ahead {
    /// What there is: a step, an error, None at the end. Awaited first.
    fn take(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let nobody = Caller::default();
        if let Some(refusal) = self.refusal() {
            return refusal.into_python(py, &nobody);
        }
        if let Some(journal) = &self.journal {
            journal.deliver(py)?;
        }
        match self.pump.take() {
            Some(Next::Step(step)) => step.into_python(py, &nobody),
            Some(Next::Failed(info)) => info.into_python(py, &nobody),
            Some(Next::End) => Ok(py.None()),
            None => failure("argument", "there is nothing yet; await it first").into_python(py, &nobody),
        }
    }

    fn __await__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    /// Itself while there is nothing to take.
    fn __next__(slf: &Bound<'_, Self>) -> Option<Py<Self>> {
        let ahead = slf.get();
        if ahead.pump.holds_something() || ahead.refusal().is_some() {
            return None;
        }
        ahead.set_blocking(true);
        Some(slf.clone().unbind())
    }

    #[getter(_asyncio_future_blocking)]
    fn blocking(&self) -> bool {
        self.blocking.load(Ordering::Relaxed)
    }

    #[setter(_asyncio_future_blocking)]
    fn set_blocking(&self, blocking: bool) {
        self.blocking.store(blocking, Ordering::Relaxed);
    }

    /// The other way to tell one's loop: a method would be bound and called for every wait.
    #[getter(_loop)]
    fn event_loop(&self, py: Python<'_>) -> Py<PyAny> {
        self.completions.get().event_loop.clone_ref(py)
    }

    /// Has `callback` called in `context` when there is something to take.
    #[pyo3(signature = (callback, *, context))]
    fn add_done_callback(slf: &Bound<'_, Self>, callback: Py<PyAny>, context: Py<PyAny>) {
        let ahead = slf.get();
        let waiter = ahead.completions.get().expect(slf.clone().unbind());
        *ahead.reader() = Some(Reader { callback, context, ticket: waiter.ticket() });
        ahead.pump.wait(waiter);
    }

    /// Ends the wait; whether somebody did wait.
    #[pyo3(signature = (msg = None))]
    fn cancel(&self, py: Python<'_>, msg: Option<Py<PyAny>>) -> PyResult<bool> {
        let Some(reader) = self.left() else { return Ok(false) };
        self.completions.get().cancel(py, reader, msg)?;
        Ok(true)
    }

    /// A coroutine that is closed while it waits calls this: nobody waits any more.
    fn close(&self) {
        self.left();
    }

    /// Ends the reading at once; what has been read ahead is dropped.
    fn stop(&self) {
        self.pump.end();
        if let Some(task) = self.task {
            self.completions.get().abort(task);
        }
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.completions)?;
        let Ok(reader) = self.reader.try_lock() else { return Ok(()) };
        reader.as_ref().map_or(Ok(()), |reader| reader.traverse(&visit))
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        if let Some(task) = self.task {
            self.completions.get().abort(task);
        }
    }
}

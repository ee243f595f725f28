//! Calls that serve one purpose together: what Python is shown of them, and what it answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use qoder_cloud::{Answers, Error, JobSessions};

use crate::completions::Completions;
use crate::door::{Caller, Target, enter};
use crate::outcome::Outcome;
use crate::pump::{Ahead, Pump, Source};
use crate::streams::{Open, closed, opened, shut, turn};

const WHAT: &str = "procedure";

/// A procedure under way.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Procedure {
    procedure: Open<qoder_cloud::Procedure>,
    answers: Answers,
    sessions: JobSessions,
    pump: Arc<Pump>,
    caller: Caller,
}

impl Procedure {
    pub fn new(procedure: qoder_cloud::Procedure, caller: Caller) -> Self {
        let (answers, sessions) = (procedure.answers().clone(), procedure.sessions().clone());
        Procedure { procedure: opened(procedure), answers, sessions, pump: Arc::default(), caller }
    }
}

#[pymethods]
impl Procedure {
    /// The next step; None after the end or an error.
    fn next(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let procedure = self.procedure.clone();
        enter(py, target, self.caller.share(py), async move {
            match turn(&procedure, WHAT)?.as_mut() {
                Some(procedure) => procedure.next().await.transpose(),
                None => Err(closed(WHAT)),
            }
        })
    }

    /// Has the procedure go on by itself, a few steps ahead of an event loop.
    fn ahead(&self, py: Python<'_>, completions: Py<Completions>) -> PyResult<Ahead> {
        let procedure = turn(&self.procedure, WHAT).ok().and_then(|mut procedure| procedure.take());
        Ahead::begin(py, &self.pump, completions, procedure.map(Source::Procedure), &self.caller)
    }

    /// Answers a question, from any thread; too late, or twice, and nobody listens.
    fn answer(&self, id: u64, json: &[u8]) {
        self.answers.give(id, Ok(bytes::Bytes::copy_from_slice(json)));
    }

    /// Says why a question has no answer.
    fn refuse(&self, id: u64, reason: String) {
        self.answers.give(id, Err(reason));
    }

    /// The sessions of its jobs that have begun, by the place of the job.
    fn sessions(&self) -> BTreeMap<usize, String> {
        self.sessions.known()
    }

    /// Gives it up, and waits until what is to be said in parting has been said.
    fn close(&self, py: Python<'_>, target: Target) -> PyResult<Py<PyAny>> {
        let procedure = self.procedure.clone();
        enter(py, target, self.caller.share(py), async move {
            let taken = turn(&procedure, WHAT)?.take();
            if let Some(procedure) = taken {
                procedure.close().await;
            }
            Ok(())
        })
    }

    /// The same for one that goes on by itself: it is given up when the end can be taken.
    fn leave(&self) {
        self.pump.leave();
    }
}

/// The error of a turn that stopped for this reason; None of one that came to its own end.
#[pyfunction]
pub fn stopped(py: Python<'_>, session_id: &str, reason: &str) -> PyResult<Option<Py<PyAny>>> {
    let error = Error::of_stop(session_id, reason);
    error.map(|error| error.info().into_python(py, &Caller::default())).transpose()
}

impl Drop for Procedure {
    fn drop(&mut self) {
        if let Ok(mut procedure) = turn(&self.procedure, WHAT) {
            shut(procedure.take());
        }
    }
}

//! Calls that serve one purpose together: what Python is shown of them, and what it answers.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use qoder_cloud::{Answers, Error, JobSessions};

use crate::completions::Completions;
use crate::door::{Caller, Target, enter};
use crate::outcome::Outcome;
use crate::pump::{Ahead, Source};
use crate::streams::{Open, closed, opened, shut, turn};

const WHAT: &str = "procedure";

/// A procedure under way.
#[pyclass(frozen, module = "qoder_cloud._native")]
pub struct Procedure {
    procedure: Open<qoder_cloud::Procedure>,
    answers: Answers,
    sessions: JobSessions,
    ahead: Ahead,
    caller: Caller,
}

impl Procedure {
    pub fn new(procedure: qoder_cloud::Procedure, caller: Caller) -> Self {
        let (answers, sessions) = (procedure.answers().clone(), procedure.sessions().clone());
        Procedure { procedure: opened(procedure), answers, sessions, ahead: Ahead::default(), caller }
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

    /// The step that an asynchronous host may take: one, an error, False at the end, None if it has to wait.
    fn take(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.ahead.take(py)
    }

    /// Waits until there is something to take. From the first time on, the procedure goes on by itself, one step ahead.
    fn ready(
        &self,
        py: Python<'_>,
        completions: &Bound<'_, Completions>,
        future: Py<PyAny>,
    ) -> PyResult<Py<PyAny>> {
        let procedure = turn(&self.procedure, WHAT).ok().and_then(|mut procedure| procedure.take());
        self.ahead.ready(py, completions.as_unbound(), future, procedure.map(Source::Procedure), &self.caller)
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
        self.ahead.leave();
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

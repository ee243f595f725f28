//! A procedure: calls that serve one purpose together, and a dialogue with whoever asked for them.
//!
//! A host (Python, Node, the typed layer of this crate) pulls steps out of it: things to show, questions that only the
//! host can answer, such as what a tool written in its language gives, and the end. Everything happens inside
//! [`Procedure::next`], so dropping it stops everything, on the wire too.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::future::join_all;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};

use crate::error::{Error, Kind, Result};
use crate::json;
use crate::runtime::Bound;
use crate::stream::events::Batch;

/// So many steps may wait for a host that is slow to take them.
const STEPS: usize = 16;

/// What a procedure hands to its host.
#[derive(Debug, Clone)]
pub enum Step {
    /// Events, ready to be parsed at once.
    Events(Batch),
    /// One item of several that come of the procedure, as JSON.
    Item(Bytes),
    /// Something only the host knows; see [`Answers::give`].
    Question(Question),
    /// What came of it all, as JSON; the last step.
    Done(Bytes),
}

/// A question to the host.
#[derive(Debug, Clone)]
pub struct Question {
    /// What the answer is given for.
    pub id: u64,
    /// What it is about, for example `tool`.
    pub topic: &'static str,
    /// The particulars, as JSON.
    pub json: Bytes,
}

/// What a host answers: JSON, or why there is no answer.
pub type Answer = Result<Bytes, String>;

type Work = Pin<Box<dyn Future<Output = Result<Bytes>> + Send>>;

/// Calls that serve one purpose, under way.
pub struct Procedure {
    work: Option<Bound<Work>>,
    ended: Option<Result<Bytes>>,
    steps: mpsc::Receiver<Step>,
    answers: Answers,
    sessions: JobSessions,
    partings: Partings,
}

/// The sessions of jobs, by the place of the job; known as soon as they exist, also when the work is given up.
#[derive(Debug, Clone, Default)]
pub struct JobSessions(Arc<Mutex<BTreeMap<usize, String>>>);

impl JobSessions {
    /// Those of the jobs that have begun so far.
    pub fn known(&self) -> BTreeMap<usize, String> {
        self.open().clone()
    }

    pub(crate) fn note(&self, index: usize, session_id: &str) {
        self.open().insert(index, session_id.to_owned());
    }

    fn open(&self) -> std::sync::MutexGuard<'_, BTreeMap<usize, String>> {
        // Nothing panics while the lock is held, so poison means nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where the host leaves its answers, from any thread.
#[derive(Clone, Default)]
pub struct Answers(Arc<Waiting>);

#[derive(Default)]
struct Waiting {
    last: AtomicU64,
    open: Mutex<HashMap<u64, oneshot::Sender<Answer>>>,
}

impl Procedure {
    /// `work` is done as far as [`next`](Self::next) is awaited.
    pub(crate) fn new<W>(work: impl FnOnce(Dialogue) -> W) -> Self
    where
        W: Future<Output = Result<Bytes>> + Send + 'static,
    {
        let (sender, steps) = mpsc::channel(STEPS);
        let dialogue = Dialogue {
            steps: sender,
            answers: Answers::default(),
            sessions: JobSessions::default(),
            partings: Partings::default(),
        };
        let Dialogue { answers, sessions, partings, .. } = dialogue.clone();
        let work = work(dialogue);
        Procedure { work: Some(Bound::new(Box::pin(work))), ended: None, steps, answers, sessions, partings }
    }

    /// The next step; `None` after the end or an error. May be cancelled without loss.
    pub async fn next(&mut self) -> Option<Result<Step>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// Works on while the host takes no step, until enough steps wait for it; ends with the work.
    pub async fn drive(&mut self) {
        poll_fn(|cx| {
            self.work_on(cx);
            if self.work.is_none() { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }

    /// Gives it up, and says what is to be said in parting: that a turn is cancelled, for one. A drop does the same
    /// without waiting.
    pub async fn close(mut self) {
        self.work = None;
        join_all(self.partings.take().into_iter().map(|parting| parting.words)).await;
    }

    /// Where answers are left.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Where the sessions of its jobs are known.
    pub fn sessions(&self) -> &JobSessions {
        &self.sessions
    }

    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Step>>> {
        if let Poll::Ready(Some(step)) = self.steps.poll_recv(cx) {
            return Poll::Ready(Some(Ok(step)));
        }
        self.work_on(cx);
        // What it told on the way comes before the end.
        if let Poll::Ready(Some(step)) = self.steps.poll_recv(cx) {
            return Poll::Ready(Some(Ok(step)));
        }
        match self.ended.take() {
            Some(ended) => Poll::Ready(Some(ended.map(Step::Done))),
            None if self.work.is_none() => Poll::Ready(None),
            None => Poll::Pending,
        }
    }

    fn work_on(&mut self, cx: &mut Context<'_>) {
        match &mut self.work {
            Some(work) if !work.is_here() => {
                self.work = None;
                let message = "this was begun before the process forked; begin it anew in the child";
                self.ended = Some(Err(Error::stream(message)));
            }
            Some(work) => {
                if let Poll::Ready(done) = work.as_mut().poll(cx) {
                    self.work = None;
                    self.ended = Some(done);
                }
            }
            None => {}
        }
    }
}

impl Answers {
    /// Answers a question; too late, or twice, and nobody listens.
    pub fn give(&self, id: u64, answer: Answer) {
        let waiting = self.open().remove(&id);
        let _ = waiting.map(|waiting| waiting.send(answer));
    }

    fn expect(&self) -> (u64, oneshot::Receiver<Answer>) {
        let id = self.0.last.fetch_add(1, Ordering::Relaxed) + 1;
        let (sender, receiver) = oneshot::channel();
        self.open().insert(id, sender);
        (id, receiver)
    }

    fn open(&self) -> std::sync::MutexGuard<'_, HashMap<u64, oneshot::Sender<Answer>>> {
        // Nothing panics while the lock is held, so poison means nothing.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Procedure {
    fn drop(&mut self) {
        self.work = None;
        for Parting { runtime, words } in self.partings.take() {
            if runtime.is_here() {
                // Nobody is left to be told how it went.
                drop(runtime.spawn(words));
            }
        }
    }
}

/// What is to be said when a procedure is given up.
#[derive(Clone, Default)]
struct Partings(Arc<Mutex<Vec<Parting>>>);

struct Parting {
    /// Where to say it: whoever drops a procedure may be no part of a runtime.
    runtime: Bound<Handle>,
    words: Pin<Box<dyn Future<Output = ()> + Send>>,
}

impl Partings {
    fn take(&self) -> Vec<Parting> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A procedure's side of the dialogue.
#[derive(Clone)]
pub(crate) struct Dialogue {
    steps: mpsc::Sender<Step>,
    answers: Answers,
    sessions: JobSessions,
    partings: Partings,
}

impl Dialogue {
    /// Shows something; waits while the host is slow.
    pub(crate) async fn tell(&self, step: Step) {
        // The receiver lives in the procedure that polls this, so it is there.
        let _ = self.steps.send(step).await;
    }

    /// Shows one item.
    pub(crate) async fn item(&self, item: &impl Serialize) -> Result<()> {
        self.tell(Step::Item(written(item)?)).await;
        Ok(())
    }

    /// Where to note the sessions of jobs.
    pub(crate) fn sessions(&self) -> &JobSessions {
        &self.sessions
    }

    /// Leaves words to say on `runtime` once the work, which is being dropped, is gone.
    pub(crate) fn part(&self, runtime: Bound<Handle>, words: impl Future<Output = ()> + Send + 'static) {
        let parting = Parting { runtime, words: Box::pin(words) };
        self.partings.0.lock().unwrap_or_else(PoisonError::into_inner).push(parting);
    }

    /// Asks, and waits for the answer.
    pub(crate) async fn ask(&self, topic: &'static str, particulars: &impl Serialize) -> Result<Answer> {
        let json = written(particulars)?;
        let (id, answer) = self.answers.expect();
        self.tell(Step::Question(Question { id, topic, json })).await;
        answer.await.map_err(|_| Error::cancelled("the question was left without an answer"))
    }
}

/// A value of this crate as JSON.
pub(crate) fn written(value: &impl Serialize) -> Result<Bytes> {
    let json = serde_json::to_vec(value)
        .map_err(|cause| Error::internal("a value cannot be written as JSON").caused_by(cause))?;
    Ok(json.into())
}

/// A host's arguments or answer.
pub(crate) fn read<T: DeserializeOwned>(what: &str, json: &[u8]) -> Result<T> {
    json::read(json).map_err(|cause| Error::argument(format!("{what}: {cause}")).caused_by(cause))
}

/// What the service answered.
pub(crate) fn decoded<T: DeserializeOwned>(what: &str, json: &[u8]) -> Result<T> {
    json::read(json)
        .map_err(|cause| Error::new(Kind::Decode, format!("{what} cannot be read: {cause}")).caused_by(cause))
}

impl fmt::Debug for Procedure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Procedure").field("ended", &self.work.is_none()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn what_is_told_comes_before_the_end_and_answers_reach_the_question() {
        let mut procedure = Procedure::new(|dialogue| async move {
            dialogue.item(&1).await?;
            let answer = dialogue.ask("tool", &"what?").await?;
            dialogue.item(&answer.is_ok()).await?;
            Ok(answer.unwrap_or_default())
        });
        let answers = procedure.answers().clone();
        let mut seen = Vec::new();
        while let Some(step) = procedure.next().await {
            match step.unwrap() {
                Step::Item(json) => seen.push(json),
                Step::Question(question) => {
                    assert_eq!((question.topic, &question.json[..]), ("tool", &br#""what?""#[..]));
                    answers.give(question.id, Ok("42".into()));
                    answers.give(question.id, Err("twice".into()));
                }
                Step::Done(json) => seen.push(json),
                Step::Events(_) => unreachable!(),
            }
        }
        assert_eq!(seen, ["1", "true", "42"].map(Bytes::from));
        assert!(procedure.next().await.is_none(), "an end is the end");
    }

    #[tokio::test]
    async fn work_goes_on_while_no_step_is_taken_as_far_as_steps_fit() {
        let done = Arc::new(AtomicU64::new(0));
        let count = done.clone();
        let mut procedure = Procedure::new(|dialogue| async move {
            for n in 0..20 {
                dialogue.item(&n).await?;
                count.fetch_add(1, Ordering::Relaxed);
            }
            Ok("0".into())
        });
        assert!(procedure.drive().now_or_never().is_none());
        assert_eq!(done.load(Ordering::Relaxed), STEPS as u64);
        for n in 0..20 {
            let Some(Ok(Step::Item(json))) = procedure.next().await else { panic!("{n}") };
            assert_eq!(json, n.to_string());
        }
        procedure.drive().await;
        assert!(matches!(procedure.next().await, Some(Ok(Step::Done(_)))));
    }

    #[tokio::test]
    async fn parting_words_are_said_when_it_is_given_up_and_waited_for_when_it_is_closed() {
        for close in [true, false] {
            let (said, hear) = oneshot::channel();
            let mut procedure = Procedure::new(|dialogue| async move {
                let parting = Leaving(dialogue.clone(), Some(said));
                dialogue.item(&1).await?;
                std::future::pending::<()>().await;
                drop(parting);
                Ok("0".into())
            });
            procedure.next().await;
            if close {
                procedure.close().await;
                assert_eq!(hear.now_or_never(), Some(Ok(())));
            } else {
                drop(procedure);
                assert_eq!(hear.await, Ok(()));
            }
        }
    }

    struct Leaving(Dialogue, Option<oneshot::Sender<()>>);

    impl Drop for Leaving {
        fn drop(&mut self) {
            let said = self.1.take();
            self.0.part(Bound::new(Handle::current()), async move {
                let _ = said.map(|said| said.send(()));
            });
        }
    }

    #[tokio::test]
    async fn more_than_fits_waits_for_the_host() {
        let mut procedure = Procedure::new(|dialogue| async move {
            for n in 0..100 {
                dialogue.item(&n).await?;
            }
            Err(Error::argument("over"))
        });
        for n in 0..100 {
            let Some(Ok(Step::Item(json))) = procedure.next().await else { panic!("{n}") };
            assert_eq!(json, n.to_string());
        }
        assert!(procedure.next().await.is_some_and(|step| step.is_err()));
        assert!(procedure.next().await.is_none());
    }
}

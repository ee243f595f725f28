//! Many turns at once: `client.sessions().run_many(jobs)`.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_util::stream::{BoxStream, StreamExt};
use tokio::sync::Semaphore;

use super::run::{Run, TurnInput};
use crate::client::Client;
use crate::error::Result;
use crate::procedure::JobSessions;
use crate::resources::sessions::{Create, Sessions};
use crate::turn::Manner;
use crate::turn::many::{Credits, side_by_side};
use crate::types::TurnResult;

/// Something to say, and where.
#[derive(Debug, Clone)]
pub struct Job {
    place: Place,
    input: TurnInput,
}

#[derive(Debug, Clone)]
enum Place {
    Session(String),
    New(Box<Create>),
}

impl Job {
    /// In a session that exists.
    pub fn in_session(session_id: impl Into<String>, input: impl Into<TurnInput>) -> Self {
        Job { place: Place::Session(session_id.into()), input: input.into() }
    }

    /// In a new one, made by `client.sessions().create(…)` when it is the job's turn.
    pub fn in_new_session(create: Create, input: impl Into<TurnInput>) -> Self {
        Job { place: Place::New(Box::new(create)), input: input.into() }
    }
}

/// Turns to be run side by side; made by [`Sessions::run_many`].
#[must_use = "turns do nothing until they are followed"]
pub struct RunMany {
    client: Client,
    jobs: Vec<Job>,
    concurrency: usize,
    tool_concurrency: usize,
    configure: Arc<dyn Fn(Run) -> Run + Send + Sync>,
}

/// How a job ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct Finished {
    /// Its place among the jobs.
    pub index: usize,
    /// Its session, unless that could not be created.
    pub session_id: Option<String>,
    /// What came of the turn.
    pub result: Result<TurnResult>,
}

impl Sessions {
    /// Runs turns over many sessions, so many at a time. One failure does not stop the rest.
    ///
    /// ```no_run
    /// # async fn run(client: qoder_cloud::Client) -> qoder_cloud::Result<()> {
    /// use qoder_cloud::Job;
    ///
    /// let new = client.sessions().create("agent_1", "env_1");
    /// let jobs = ["Ulm", "Bonn"].map(|city| Job::in_new_session(new.clone(), format!("Tell me of {city}")));
    /// let mut turns = client.sessions().run_many(jobs).concurrency(20).finished();
    /// while let Some(turn) = turns.next().await {
    ///     println!("{}: {}", turn.index, turn.result?.text);
    /// }
    /// println!("{} credits", turns.credits());
    /// # Ok(()) }
    /// ```
    pub fn run_many(&self, jobs: impl IntoIterator<Item = Job>) -> RunMany {
        RunMany {
            client: self.client.clone(),
            jobs: jobs.into_iter().collect(),
            concurrency: 10,
            tool_concurrency: Manner::default().tool_concurrency,
            configure: Arc::new(|run| run),
        }
    }
}

impl RunMany {
    /// So many turns at a time, at least one: 10.
    pub fn concurrency(mut self, turns: usize) -> Self {
        self.concurrency = turns;
        self
    }

    /// So many tools of all turns together run at a time, at least one: 8.
    pub fn tool_concurrency(mut self, tools: usize) -> Self {
        self.tool_concurrency = tools;
        self
    }

    /// Changes how each turn is run: its tools, its time limit. Unless changed, a turn that is given up is cancelled on
    /// the server too.
    pub fn each(mut self, configure: impl Fn(Run) -> Run + Send + Sync + 'static) -> Self {
        self.configure = Arc::new(configure);
        self
    }

    /// The turns in the order in which they end. Dropping it gives up those that run.
    pub fn finished(self) -> FinishedTurns {
        let RunMany { client, jobs, concurrency, tool_concurrency, configure } = self;
        let total = jobs.len();
        let slots = Arc::new(Semaphore::new(tool_concurrency.max(1)));
        let configure = move |run| configure(run).sharing(&slots);
        let configure = Arc::new(configure);
        let sessions = JobSessions::default();
        let known = sessions.clone();
        let one = move |index, job| one(client.clone(), configure.clone(), known.clone(), index, job);
        FinishedTurns {
            turns: side_by_side(jobs, concurrency, one).boxed(),
            total,
            credits: Credits::default(),
            sessions,
        }
    }
}

async fn one(
    client: Client,
    configure: Arc<dyn Fn(Run) -> Run + Send + Sync>,
    sessions: JobSessions,
    index: usize,
    job: Job,
) -> Finished {
    let session_id = match job.place {
        Place::Session(id) => id,
        Place::New(create) => match (*create).await {
            Ok(session) => session.id,
            Err(error) => return Finished { index, session_id: None, result: Err(error) },
        },
    };
    sessions.note(index, &session_id);
    let run = client.sessions().run(&session_id, job.input).cancel_on_abort(true);
    Finished { index, session_id: Some(session_id), result: configure(run).await }
}

/// Turns as they end, a [`Stream`]; made by [`RunMany::finished`].
pub struct FinishedTurns {
    turns: BoxStream<'static, Finished>,
    total: usize,
    credits: Credits,
    sessions: JobSessions,
}

impl FinishedTurns {
    /// The next turn that ends; `None` after the last.
    pub async fn next(&mut self) -> Option<Finished> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// How many jobs there are.
    pub fn total(&self) -> usize {
        self.total
    }

    /// What the sessions of the turns that have ended have cost.
    pub fn credits(&self) -> f64 {
        self.credits.sum()
    }

    /// The sessions of the jobs that have begun, by the place of the job; its clones know them after this is dropped.
    pub fn sessions(&self) -> &JobSessions {
        &self.sessions
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Finished>> {
        let finished = ready!(self.turns.poll_next_unpin(cx));
        if let Some(Finished { session_id: Some(session), result: Ok(result), .. }) = &finished {
            self.credits.note(session, result.credits);
        }
        Poll::Ready(finished)
    }
}

impl Stream for FinishedTurns {
    type Item = Finished;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}

impl fmt::Debug for RunMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunMany").field("jobs", &self.jobs.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for FinishedTurns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FinishedTurns").field("total", &self.total).finish_non_exhaustive()
    }
}

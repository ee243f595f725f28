//! Many turns at once: so many at a time, results as they come, and one failure does not stop the rest.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::Arc;

use bytes::Bytes;
use futures_core::Stream;
use futures_util::{StreamExt, stream};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::sync::Semaphore;

use super::abandon::Unbroken;
use super::follow::turn;
use super::{Arguments, Input, Manner};
use crate::call::Call;
use crate::client::Client;
use crate::error::info::ErrorInfo;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::procedure::{Dialogue, written};

/// What is to be run, as hosts give it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Jobs {
    jobs: Vec<Job>,
    /// So many turns at a time.
    #[serde(default = "ten")]
    concurrency: usize,
    #[serde(default, flatten)]
    manner: Manner,
}

fn ten() -> usize {
    10
}

/// A prompt, and the session it is for: one that exists, or one to create from these parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Job {
    input: Input,
    session_id: Option<String>,
    session: Option<Box<RawValue>>,
}

/// How one job ended.
#[derive(Serialize)]
struct Ended {
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorInfo>,
    /// What all sessions have cost so far.
    credits: f64,
}

/// What came of them all.
#[derive(Serialize)]
struct Summary {
    succeeded: usize,
    failed: usize,
    credits: f64,
}

/// What sessions have cost: the latest snapshot of each.
#[derive(Debug, Default)]
pub(crate) struct Credits(HashMap<String, f64>);

impl Credits {
    pub(crate) fn note(&mut self, session_id: &str, credits: Option<f64>) {
        self.0.extend(credits.map(|credits| (session_id.to_owned(), credits)));
    }

    pub(crate) fn sum(&self) -> f64 {
        self.0.values().sum()
    }
}

/// Work on jobs, so many at a time; what came of them in the order in which they end.
pub(crate) fn side_by_side<J, F: Future>(
    jobs: Vec<J>,
    concurrency: usize,
    one: impl Fn(usize, J) -> F,
) -> impl Stream<Item = F::Output> {
    let work = stream::iter(jobs.into_iter().enumerate()).map(move |(index, job)| one(index, job));
    work.buffer_unordered(concurrency.max(1))
}

/// Runs turns over many sessions: `sessions.run_many`.
pub(crate) async fn run_many(client: Client, jobs: Jobs, dialogue: Dialogue) -> Result<Bytes> {
    let Jobs { jobs, concurrency, manner } = jobs;
    if concurrency == 0 {
        return Err(Error::argument("`concurrency` must be at least 1"));
    }
    manner.check()?;
    let slots = manner.slots();
    let one = |index, job| one(&client, &dialogue, &manner, slots.clone(), index, job);
    let mut running = pin!(side_by_side(jobs, concurrency, one));
    let mut summary = Summary { succeeded: 0, failed: 0, credits: 0.0 };
    let mut credits = Credits::default();
    while let Some(mut ended) = running.next().await {
        match (&ended.result, &ended.session_id) {
            (Some(result), Some(session)) => {
                summary.succeeded += 1;
                credits.note(session, cost(result));
            }
            _ => summary.failed += 1,
        }
        summary.credits = credits.sum();
        ended.credits = summary.credits;
        dialogue.item(&ended).await?;
    }
    written(&summary)
}

async fn one(
    client: &Client,
    dialogue: &Dialogue,
    manner: &Manner,
    slots: Arc<Semaphore>,
    index: usize,
    job: Job,
) -> Ended {
    let mut ended =
        Ended { index, session_id: job.session_id.clone(), result: None, error: None, credits: 0.0 };
    let result = async {
        let session_id = match (job.session_id, job.session) {
            (Some(id), None) => {
                dialogue.sessions().note(index, &id);
                id
            }
            (None, Some(parameters)) => {
                Unbroken::new(create(client, &parameters, dialogue, index), dialogue).await?
            }
            _ => {
                return Err(Error::argument(format!(
                    "job {index} needs a session or the parameters of a new one"
                )));
            }
        };
        ended.session_id = Some(session_id.clone());
        let arguments = Arguments { session_id, input: job.input, manner: manner.clone() };
        turn(client, &arguments, dialogue, Some(index), slots).await
    };
    match result.await.and_then(|json| serde_json::from_slice(&json).map_err(unwritable)) {
        Ok(result) => ended.result = Some(result),
        Err(error) => ended.error = Some(error.info()),
    }
    ended
}

fn unwritable(cause: serde_json::Error) -> Error {
    Error::internal("a result cannot be passed on").caused_by(cause)
}

/// A new session, which is known from then on.
fn create(
    client: &Client,
    parameters: &RawValue,
    dialogue: &Dialogue,
    index: usize,
) -> impl Future<Output = Result<String>> + Send + use<> {
    #[derive(Deserialize)]
    struct Created {
        id: String,
    }
    let call = Call::new(client, &ops::SESSIONS_CREATE).json(parameters);
    let sessions = dialogue.sessions().clone();
    async move {
        let Created { id } = call.decode().await?;
        sessions.note(index, &id);
        Ok(id)
    }
}

fn cost(result: &RawValue) -> Option<f64> {
    #[derive(Deserialize)]
    struct Cost {
        credits: Option<f64>,
    }
    serde_json::from_str::<Cost>(result.get()).ok()?.credits
}

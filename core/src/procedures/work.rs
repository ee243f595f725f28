//! A worker of a self-hosted environment: it claims items, has the host work on them, and keeps their leases.

use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;
use tokio::time::{Instant, sleep, sleep_until};

use super::call;
use crate::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::generated::operations as ops;
use crate::procedure::{Dialogue, written};

/// How long one question for work may wait: the most that the service allows.
const BLOCK_MS: u32 = 999;

/// A server that does not wait is asked so often.
const AT_MOST_EVERY: Duration = Duration::from_millis(500);

/// A lease is prolonged after so much of it.
const RENEW_AFTER: f64 = 1.0 / 3.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    environment_id: String,
    worker_id: Option<String>,
    /// So many items at a time.
    #[serde(default = "one")]
    concurrency: usize,
    /// Seconds.
    #[serde(default = "minute")]
    lease: u32,
    reclaim_older_than_ms: Option<u64>,
    /// Ends after so many items; without it, never.
    max_items: Option<u64>,
}

fn one() -> usize {
    1
}

fn minute() -> u32 {
    60
}

#[derive(Clone)]
struct Worker {
    client: Client,
    environment: String,
    name: Option<String>,
    lease: u32,
    dialogue: Dialogue,
}

/// What became of an item.
#[derive(Serialize)]
struct Report {
    work_id: String,
    outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Done,
    /// The host could not do it.
    Failed,
    /// Somebody asked for it to be stopped; the host is told, and finishes.
    Stopping,
    /// Another worker has it now.
    Lost,
}

#[derive(Serialize)]
struct Summary {
    done: u64,
    failed: u64,
}

/// `environments.work.run`: works until the host has enough, or `max_items` are done.
pub(super) async fn run(client: Client, arguments: Arguments, dialogue: Dialogue) -> Result<Bytes> {
    if arguments.concurrency == 0 {
        return Err(Error::argument("`concurrency` must be at least 1"));
    }
    let worker = Worker {
        client,
        environment: arguments.environment_id.clone(),
        name: arguments.worker_id.clone(),
        lease: arguments.lease,
        dialogue,
    };
    let (mut running, mut claims) = (FuturesUnordered::new(), FuturesUnordered::new());
    let mut summary = Summary { done: 0, failed: 0 };
    let mut claimed = 0;
    loop {
        let more = arguments.max_items.is_none_or(|most| claimed < most);
        // One at a time, and never dropped half-way: an item that was acknowledged must be worked on.
        if more && claims.is_empty() && running.len() < arguments.concurrency {
            claims.push(worker.claim(&arguments));
        }
        tokio::select! {
            Some(report) = running.next() => {
                let report: Report = report?;
                match report.outcome {
                    Outcome::Done => summary.done += 1,
                    _ => summary.failed += 1,
                }
                worker.dialogue.item(&report).await?;
            }
            Some(item) = claims.next() => {
                if let Some(item) = item? {
                    claimed += 1;
                    running.push(worker.clone().work(item));
                }
            }
            else => return written(&summary),
        }
    }
}

/// An item of work.
struct Item {
    id: String,
    json: Box<RawValue>,
}

impl Worker {
    /// The next item, acknowledged; `None` when there was none for a while, or another worker was faster.
    async fn claim(&self, arguments: &Arguments) -> Result<Option<Item>> {
        #[derive(Deserialize)]
        struct Identified {
            id: String,
        }
        let started = Instant::now();
        let mut poll = Call::new(&self.client, &ops::ENVIRONMENTS_WORK_POLL)
            .path(&self.environment)
            .query("block_ms", BLOCK_MS);
        if let Some(age) = arguments.reclaim_older_than_ms {
            poll = poll.query("reclaim_older_than_ms", age);
        }
        let Some(json) = self.named(poll).decode::<Option<Box<RawValue>>>().await? else {
            sleep_until(started + AT_MOST_EVERY).await;
            return Ok(None);
        };
        let Identified { id } = crate::procedure::decoded("a work item", json.get().as_bytes())?;
        let ack = Call::new(&self.client, &ops::ENVIRONMENTS_WORK_ACK).path(&self.environment).path(&id);
        match self.named(ack).raw().await {
            Ok(_) => Ok(Some(Item { id, json })),
            Err(error) if error.is_conflict() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn named(&self, call: Call) -> Call {
        match &self.name {
            Some(name) => call.header("Worker-ID", name),
            None => call,
        }
    }

    /// Has the host work on an item while the lease is kept.
    async fn work(self, item: Item) -> Result<Report> {
        let report = |outcome, message| Report { work_id: item.id.clone(), outcome, message };
        let (outcome, message) = tokio::select! {
            lost = self.keep(&item.id) => return lost.map(|()| report(Outcome::Lost, None)),
            answer = self.dialogue.ask("work", &item.json) => match answer? {
                Ok(_) => (Outcome::Done, None),
                Err(message) => (Outcome::Failed, Some(message)),
            },
        };
        let stop = &ops::ENVIRONMENTS_WORK_STOP;
        call(&self.client, stop, &[&self.environment, &item.id], &json!({ "force": true })).raw().await?;
        Ok(report(outcome, message))
    }

    /// Prolongs the lease until it is lost.
    async fn keep(&self, id: &str) -> Result<()> {
        #[derive(Deserialize)]
        struct Beat {
            last_heartbeat: String,
            state: Option<String>,
            ttl_seconds: Option<f64>,
        }
        let mut last = "NO_HEARTBEAT".to_owned();
        let mut told = false;
        loop {
            let beat = Call::new(&self.client, &ops::ENVIRONMENTS_WORK_HEARTBEAT)
                .path(&self.environment)
                .path(id)
                .query("desired_ttl_seconds", self.lease)
                .query("expected_last_heartbeat", &last);
            let beat = match beat.decode::<Beat>().await {
                Ok(beat) => beat,
                Err(error) if lost(&error) => return Ok(()),
                Err(error) => return Err(error),
            };
            if beat.state.as_deref() == Some("stopping") && !told {
                told = true;
                let stopping = Report { work_id: id.to_owned(), outcome: Outcome::Stopping, message: None };
                self.dialogue.item(&stopping).await?;
            }
            last = beat.last_heartbeat;
            let lease = beat.ttl_seconds.unwrap_or(f64::from(self.lease)).clamp(1.0, 600.0);
            sleep(Duration::from_secs_f64(lease * RENEW_AFTER)).await;
        }
    }
}

/// 412: another worker has the lease; 409: the item is stopped; 404: it is gone.
fn lost(error: &Error) -> bool {
    error.is_conflict() || error.is_not_found() || error.status().is_some_and(|status| status.as_u16() == 412)
}

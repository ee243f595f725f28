//! The work queue of self-hosted environments: claimed, acknowledged, kept alive by heartbeats.

use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::time::Duration;

use super::{Handler, environments};
use crate::call::Call;
use crate::page::{Window, write_json};
use crate::reply::{Failure, Object, Outcome, Reply};
use crate::state::{Record, State};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("environments.work.list", list),
    ("environments.work.poll", poll),
    ("environments.work.stats", stats),
    ("environments.work.retrieve", retrieve),
    ("environments.work.update", update),
    ("environments.work.ack", ack),
    ("environments.work.heartbeat", heartbeat),
    ("environments.work.stop", stop),
];

const RECLAIM_AFTER_MS: i64 = 5_000;
const LEASE_SECONDS: std::ops::RangeInclusive<i64> = 10..=600;
const DEFAULT_LEASE_SECONDS: i64 = 60;
const NO_HEARTBEAT: &str = "NO_HEARTBEAT";

/// A unit of work and who has it.
pub(crate) struct Item {
    record: Record,
    worker: Option<String>,
    claimed: Option<Timestamp>,
    lease_until: Option<Timestamp>,
}

impl Item {
    fn state(&self) -> &str {
        self.record.text("state")
    }

    fn mark(&mut self, member: &str, now: Timestamp) {
        if self.record.get(member).is_null() {
            self.record.set(member, now.to_string());
        }
    }
}

/// Queues the work of a new session.
pub(crate) fn queue(state: &mut State, environment: &str, session: &str) {
    let mut record = state.record("work", "work");
    for name in ["updated_at", "archived_at"] {
        record.object.remove(name);
    }
    record.set("environment_id", environment);
    record.set("data", json!({ "type": "session", "id": session }));
    record.set("state", "queued");
    record.set("metadata", Object::new());
    for name in ["acknowledged_at", "started_at", "latest_heartbeat_at", "stop_requested_at", "stopped_at"] {
        record.set(name, Value::Null);
    }
    if let Some(environment) = state.environments.get_mut(environment) {
        let item = Item { record, worker: None, claimed: None, lease_until: None };
        environment.work.insert(item.record.id().to_owned(), item);
    }
    state.work_arrived.notify_waiters();
}

fn list(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let window = Window::of(call, "work_", true)?;
    let work = &find_environment(state, call)?.work;
    window.select(work, |_| true).render(|body, item| write_json(body, &item.record.object))
}

/// The oldest item that nobody has, or that its claimant never acknowledged.
fn poll(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let patience =
        SignedDuration::from_millis(call.query.integer("reclaim_older_than_ms").unwrap_or(RECLAIM_AFTER_MS));
    let environment = find_environment(state, call)?;
    environment.last_poll = Some(now);
    let free = |item: &&mut Item| {
        item.state() == "queued" && item.claimed.is_none_or(|claimed| now.duration_since(claimed) >= patience)
    };
    if let Some(item) = environment.work.values_mut().find(free) {
        item.claimed = Some(now);
        item.worker = call.header("worker-id").map(str::to_owned);
        let mut view = item.record.object.clone();
        view.insert("secret".into(), format!("work-secret-{}", uuid::Uuid::new_v4().simple()).into());
        return Reply::ok(&view);
    }
    match call.query.integer("block_ms") {
        Some(ms) if !call.last_chance => Ok(Reply::Wait(Duration::from_millis(ms.unsigned_abs()))),
        _ => Reply::ok(&Value::Null),
    }
}

fn stats(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let environment = find_environment(state, call)?;
    let queued = || environment.work.values().filter(|item| item.state() == "queued");
    let polling =
        environment.last_poll.is_some_and(|at| now.duration_since(at) < SignedDuration::from_secs(60));
    Reply::ok(&json!({
        "type": "work_queue_stats",
        "depth": queued().filter(|item| item.claimed.is_none()).count(),
        "pending": queued().filter(|item| item.claimed.is_some()).count(),
        "oldest_queued_at": queued().next().map(|item| item.record.get("created_at")),
        "workers_polling": i32::from(polling),
    }))
}

fn retrieve(state: &mut State, call: &mut Call<'_>) -> Outcome {
    Reply::ok(&find(state, call)?.record.object)
}

fn update(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let mut change = call.object();
    let item = find(state, call)?;
    item.record.merge_metadata(&mut change)?;
    Reply::ok(&item.record.object)
}

/// Only who claimed an item acknowledges it.
fn ack(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let worker = call.header("worker-id").map(str::to_owned);
    let item = find(state, call)?;
    let stranger = worker.is_some() && item.worker.is_some() && worker != item.worker;
    if item.state() != "queued" || item.claimed.is_none() || stranger {
        return Err(Failure::wrong_state("The work item is not claimable by this worker."));
    }
    item.record.set("state", "starting");
    item.mark("acknowledged_at", now);
    Reply::ok(&item.record.object)
}

/// A heartbeat prolongs the lease of whoever knows the last one.
fn heartbeat(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let now = state.clock.now();
    let ttl = call.query.integer("desired_ttl_seconds").unwrap_or(DEFAULT_LEASE_SECONDS);
    let ttl = ttl.clamp(*LEASE_SECONDS.start(), *LEASE_SECONDS.end());
    let expected = call.query.text("expected_last_heartbeat").map(str::to_owned);
    if let Some(expected) = expected.as_deref().filter(|expected| *expected != NO_HEARTBEAT)
        && expected.parse::<Timestamp>().is_err()
    {
        return Err(Failure::at(
            "expected_last_heartbeat",
            "Parameter 'expected_last_heartbeat' is no timestamp.",
        ));
    }
    let item = find(state, call)?;
    if matches!(item.state(), "queued" | "stopped") {
        return Err(Failure::wrong_state(format!("The work item is {}.", item.state())));
    }
    let last = item.record.get("latest_heartbeat_at").as_str().unwrap_or(NO_HEARTBEAT);
    let free = expected.as_deref() == Some(NO_HEARTBEAT) && item.lease_until.is_none_or(|until| until <= now);
    if expected.as_deref().is_some_and(|expected| expected != last) && !free {
        let message = "Another worker holds the lease.";
        return Err(Failure::new(StatusCode::PRECONDITION_FAILED, "precondition_failed_error", message));
    }
    if item.state() == "starting" {
        item.record.set("state", "active");
        item.mark("started_at", now);
    }
    let extended = item.state() == "active";
    if extended {
        item.lease_until = now.checked_add(SignedDuration::from_secs(ttl)).ok();
    }
    item.record.set("latest_heartbeat_at", now.to_string());
    Reply::ok(&json!({
        "type": "work_heartbeat",
        "last_heartbeat": now.to_string(),
        "lease_extended": extended,
        "state": item.state(),
        "ttl_seconds": ttl,
    }))
}

/// A worker is asked to stop; by force, or when nobody has it, the item is stopped at once.
fn stop(state: &mut State, call: &mut Call<'_>) -> Outcome {
    let force = call.object().get("force") == Some(&Value::Bool(true));
    let now = state.clock.now();
    let item = find(state, call)?;
    item.mark("stop_requested_at", now);
    if force || matches!(item.state(), "queued" | "stopping" | "stopped") {
        item.record.set("state", "stopped");
        item.mark("stopped_at", now);
    } else {
        item.record.set("state", "stopping");
    }
    Reply::ok(&item.record.object)
}

fn find_environment<'a>(
    state: &'a mut State,
    call: &Call<'_>,
) -> Result<&'a mut environments::Environment, Failure> {
    let environment = environments::find(state, call.id(0))?;
    if !environment.is_self_hosted() {
        return Err(Failure::invalid("The environment is not self-hosted."));
    }
    Ok(environment)
}

fn find<'a>(state: &'a mut State, call: &Call<'_>) -> Result<&'a mut Item, Failure> {
    let item = find_environment(state, call)?.work.get_mut(call.id(1));
    item.ok_or_else(|| Failure::not_found("work item", call.id(1)))
}

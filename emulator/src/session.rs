//! A session: its record, its threads, what it may use and what it has spent.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::agent::rest::floored;
use crate::agent::turn::Turn;
use crate::reply::Object;
use crate::state::{Record, State, Table};
use crate::timeline::SharedTimeline;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Idle,
    Running,
    Rescheduling,
    Terminated,
}

impl Status {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running => "running",
            Self::Rescheduling => "rescheduling",
            Self::Terminated => "terminated",
        }
    }
}

/// Millionths of a credit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spent {
    pub(crate) model: u64,
    pub(crate) sandbox: u64,
}

pub(crate) struct Session {
    pub(crate) record: Record,
    pub(crate) status: Status,
    pub(crate) self_hosted: bool,
    pub(crate) variables: BTreeMap<String, String>,
    pub(crate) resources: Table<Record>,
    pub(crate) threads: Table<Thread>,
    pub(crate) timeline: SharedTimeline,
    pub(crate) turn: Option<Turn>,
    /// Turns begun, which also numbers them.
    pub(crate) turns: u64,
    pub(crate) spent: Spent,
    pub(crate) running_since: Option<Timestamp>,
    active: SignedDuration,
}

impl Session {
    /// A new idle session with its coordinator's thread.
    pub(crate) fn new(
        state: &mut State,
        record: Record,
        self_hosted: bool,
        variables: BTreeMap<String, String>,
    ) -> Self {
        let thread = Thread::new(state, &record, None, record.get("agent").clone());
        Self {
            record,
            status: Status::Idle,
            self_hosted,
            variables,
            resources: Table::new(),
            threads: Table::from([(thread.record.id().to_owned(), thread)]),
            timeline: Rc::new(RefCell::default()),
            turn: None,
            turns: 0,
            spent: Spent::default(),
            running_since: None,
            active: SignedDuration::ZERO,
        }
    }

    pub(crate) fn agent_name(&self) -> &str {
        self.record.get("agent")["name"].as_str().unwrap_or_default()
    }

    pub(crate) fn agent_id(&self) -> &str {
        self.record.get("agent")["id"].as_str().unwrap_or_default()
    }

    /// The coordinator's thread is the first one.
    pub(crate) fn main_thread(&self) -> &str {
        self.threads.keys().next().map_or("", String::as_str)
    }

    pub(crate) fn is_running(&self) -> bool {
        matches!(self.status, Status::Running | Status::Rescheduling)
    }

    /// The turn stops; the time it took is counted.
    pub(crate) fn rest(&mut self, status: Status, now: Timestamp) {
        self.status = status;
        if let Some(since) = self.running_since.take() {
            self.active = self.active.saturating_add(now.duration_since(since));
        }
        self.record.touch(now);
    }

    pub(crate) fn usage(&self) -> Value {
        json!({
            "total_credits": floored(self.spent.model + self.spent.sandbox),
            "model_credits": floored(self.spent.model),
            "sandbox_runtime_credits": floored(self.spent.sandbox),
            "active_seconds": self.active.as_secs_f64(),
        })
    }

    pub(crate) fn over_budget(&self) -> bool {
        let limit =
            self.record.get("budget")["max_credit_cost"].as_str().and_then(|text| text.parse::<f64>().ok());
        limit.is_some_and(|limit| floored(self.spent.model + self.spent.sandbox) >= limit)
    }

    /// The session as it is sent.
    pub(crate) fn view(&self, now: Timestamp) -> Object {
        let mut view = self.record.object.clone();
        let resources: Vec<Value> =
            self.resources.values().map(|resource| resource.object.clone().into()).collect();
        let stats = json!({
            "active_seconds": self.active.as_secs_f64(),
            "duration_seconds": now.duration_since(self.record.created).as_secs_f64(),
        });
        let members = [
            ("status", self.status.name().into()),
            ("environment_variables", json!(self.variables)),
            ("resources", resources.into()),
            ("usage", self.usage()),
            ("stats", stats),
        ];
        view.extend(members.map(|(name, value)| (name.to_owned(), value)));
        view
    }
}

/// A thread of a session: the coordinator's, or one it has spawned.
pub(crate) struct Thread {
    pub(crate) record: Record,
}

impl Thread {
    fn new(state: &mut State, session: &Record, parent: Option<&str>, agent: Value) -> Self {
        let mut record = state.record("sthr", "session_thread");
        record.set("session_id", session.id());
        record.set("parent_thread_id", parent);
        record.set("agent", agent);
        record.set("status", if parent.is_some() { "running" } else { "idle" });
        record.set("stats", Value::Null);
        record.set("usage", Value::Null);
        Self { record }
    }

    /// A thread for an agent of the roster; unknown names get the coordinator's own settings.
    pub(crate) fn child(state: &mut State, session: &Session, agent_name: &str) -> Self {
        let coordinator = session.record.get("agent");
        let roster = coordinator["multiagent"]["agents"].as_array();
        let known = roster.into_iter().flatten().find(|agent| agent["name"] == agent_name);
        let mut agent = known.unwrap_or(coordinator).clone();
        agent["name"] = agent_name.into();
        if let Some(members) = agent.as_object_mut() {
            members.remove("multiagent");
        }
        Self::new(state, &session.record, Some(session.main_thread()), agent)
    }

    pub(crate) fn settle(&mut self, status: &str, now: Timestamp) {
        self.record.set("status", status);
        self.record.touch(now);
    }

    pub(crate) fn is_child(&self) -> bool {
        !self.record.get("parent_thread_id").is_null()
    }
}

// Generated from spec/ by codegen; edit the spec instead.

//! `environments.work`

use crate::builder::builder;
use crate::call::Call;
use crate::client::Client;
use crate::generated::operations as ops;
use crate::generated::types::{Work, WorkHeartbeat, WorkStats, WorkStopParams, WorkUpdateParams};
use crate::model::Field;

/// Work queue of a self-hosted environment.
#[derive(Debug, Clone)]
pub struct WorkResource {
    pub(crate) client: Client,
}

impl WorkResource {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List work items of a self-hosted environment.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: The environment is not self-hosted.
    pub fn list(&self, environment_id: impl Into<String>) -> List {
        List { call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_LIST).path(environment_id) }
    }

    /// Claim the next work item, optionally waiting for one.
    ///
    /// Delivers but does not acknowledge: call environments.work.ack before running it. Answers 200 with JSON
    /// `null` when nothing is queued.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: Bad wait time, or not a self-hosted environment.
    pub fn poll(&self, environment_id: impl Into<String>) -> Poll {
        Poll { call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_POLL).path(environment_id) }
    }

    /// Read queue depth and the number of polling workers.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    pub fn stats(&self, environment_id: impl Into<String>) -> Stats {
        Stats { call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_STATS).path(environment_id) }
    }

    /// Fetch a work item.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    /// - `work_id`: Work item ID, prefix `work_`.
    pub fn retrieve(&self, environment_id: impl Into<String>, work_id: impl Into<String>) -> Retrieve {
        Retrieve {
            call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_RETRIEVE)
                .path(environment_id)
                .path(work_id),
        }
    }

    /// Merge metadata of a work item.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    /// - `work_id`: Work item ID, prefix `work_`.
    /// - `metadata`: Merged by key; null deletes a key.
    pub fn update(
        &self,
        environment_id: impl Into<String>,
        work_id: impl Into<String>,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<Option<String>>)>,
    ) -> Update {
        Update {
            call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_UPDATE).path(environment_id).path(work_id),
            body: WorkUpdateParams {
                metadata: metadata.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
                extra: Default::default(),
            },
        }
    }

    /// Acknowledge a claimed item; it moves to `starting`.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    /// - `work_id`: Work item ID, prefix `work_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 409: The item is not claimable by this worker (status inferred).
    pub fn ack(&self, environment_id: impl Into<String>, work_id: impl Into<String>) -> Ack {
        Ack { call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_ACK).path(environment_id).path(work_id) }
    }

    /// Extend the lease of a running item; the first beat makes it `active`.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    /// - `work_id`: Work item ID, prefix `work_`.
    ///
    /// # Errors
    /// Besides what every call may meet (see [`Error`](crate::Error)):
    /// - 400: Bad TTL, bad timestamp, or not a self-hosted environment.
    /// - 409: The item is queued or stopped.
    /// - 412: Another worker holds the lease.
    pub fn heartbeat(&self, environment_id: impl Into<String>, work_id: impl Into<String>) -> Heartbeat {
        Heartbeat {
            call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_HEARTBEAT)
                .path(environment_id)
                .path(work_id),
        }
    }

    /// Ask a worker to stop an item, or force it.
    ///
    /// - `environment_id`: Environment ID, prefix `env_`.
    /// - `work_id`: Work item ID, prefix `work_`.
    pub fn stop(&self, environment_id: impl Into<String>, work_id: impl Into<String>) -> Stop {
        Stop {
            call: Call::new(&self.client, &ops::ENVIRONMENTS_WORK_STOP).path(environment_id).path(work_id),
            body: WorkStopParams { ..Default::default() },
        }
    }
}

/// The call behind [`WorkResource::list`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct List {
    call: Call,
}

impl List {
    /// Items per page. Default 20. From 1 to 100.
    pub fn limit(mut self, limit: i64) -> Self {
        self.call = self.call.query("limit", limit);
        self
    }

    /// Opaque cursor: the `next_page` of the previous response.
    pub fn page(mut self, page: impl Into<String>) -> Self {
        let value: String = page.into();
        self.call = self.call.query("page", value);
        self
    }

    /// Return items after this ID (the previous `last_id`); an older cursor, never combined with another one.
    pub fn after_id(mut self, after_id: impl Into<String>) -> Self {
        let value: String = after_id.into();
        self.call = self.call.query("after_id", value);
        self
    }

    /// Return items before this ID (the previous `first_id`); an older cursor, never combined with another
    /// one.
    pub fn before_id(mut self, before_id: impl Into<String>) -> Self {
        let value: String = before_id.into();
        self.call = self.call.query("before_id", value);
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(List, page Work, |self| self.call);

/// The call behind [`WorkResource::poll`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Poll {
    call: Call,
}

impl Poll {
    /// Long-poll time in milliseconds; returns at once when omitted. From 1 to 999.
    pub fn block_ms(mut self, block_ms: i64) -> Self {
        self.call = self.call.query("block_ms", block_ms);
        self
    }

    /// Redeliver items handed out but not acknowledged for this many milliseconds. Default 5000. At least 0.
    pub fn reclaim_older_than_ms(mut self, reclaim_older_than_ms: i64) -> Self {
        self.call = self.call.query("reclaim_older_than_ms", reclaim_older_than_ms);
        self
    }

    /// Stable name of this worker; feeds queue statistics and the identity check of ack.
    pub fn worker_id(mut self, worker_id: impl Into<String>) -> Self {
        self.call = self.call.header("Worker-ID", worker_id);
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Poll, json Option<Work>, |self| self.call);

/// The call behind [`WorkResource::stats`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Stats {
    call: Call,
}

impl Stats {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Stats, json WorkStats, |self| self.call);

/// The call behind [`WorkResource::retrieve`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Retrieve {
    call: Call,
}

impl Retrieve {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Retrieve, json Work, |self| self.call);

/// The call behind [`WorkResource::update`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Update {
    call: Call,
    body: WorkUpdateParams,
}

impl Update {
    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Update, json Work, |self| self.call.json(&self.body));

/// The call behind [`WorkResource::ack`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Ack {
    call: Call,
}

impl Ack {
    /// Name used when polling; checked against the claimant.
    pub fn worker_id(mut self, worker_id: impl Into<String>) -> Self {
        self.call = self.call.header("Worker-ID", worker_id);
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Ack, json Work, |self| self.call);

/// The call behind [`WorkResource::heartbeat`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Heartbeat {
    call: Call,
}

impl Heartbeat {
    /// Wanted lease in seconds; the service keeps it between 10 and 600. At least 1.
    pub fn desired_ttl_seconds(mut self, desired_ttl_seconds: i64) -> Self {
        self.call = self.call.query("desired_ttl_seconds", desired_ttl_seconds);
        self
    }

    /// `NO_HEARTBEAT` to take an unclaimed lease, or the exact `last_heartbeat` returned before. Omit for an
    /// unconditional beat.
    pub fn expected_last_heartbeat(mut self, expected_last_heartbeat: impl Into<String>) -> Self {
        let value: String = expected_last_heartbeat.into();
        self.call = self.call.query("expected_last_heartbeat", value);
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Heartbeat, json WorkHeartbeat, |self| self.call);

/// The call behind [`WorkResource::stop`].
#[derive(Debug, Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct Stop {
    call: Call,
    body: WorkStopParams,
}

impl Stop {
    /// Stop at once instead of letting the worker finish.
    pub fn force(mut self, force: impl Into<Field<bool>>) -> Self {
        self.body.force = force.into();
        self
    }

    /// Workspace to act in. Usually the token already decides this.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.call = self.call.header("qoder-workspace-id", workspace_id);
        self
    }

    /// Comma-separated beta identifiers. Needed only where an operation says so.
    pub fn betas(mut self, betas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.call = self.call.header("x-qoder-beta", crate::builder::comma_list(betas));
        self
    }
}

builder!(Stop, json Work, |self| self.call.json_members(&self.body));

// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/work.yaml`.

use std::collections::BTreeMap;

use crate::model::{Secret, Timestamp, object, strings};

object! {
    /// Unit of work queued for a self-hosted environment.
    pub struct Work tag "type" = "work" {
        /// Work item ID, prefix `work_`.
        need id: String = "id",
        /// Environment ID, prefix `env_`.
        need environment_id: String = "environment_id",
        /// What has to be run.
        need data: WorkData = "data",
        /// Progress of the item.
        need state: WorkState = "state",
        /// Credential payload for the worker; filled only when polling. Treat as a secret.
        may secret: Secret = "secret",
        /// Caller-owned string pairs; the service does not interpret them.
        need metadata: BTreeMap<String, String> = "metadata",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// When a worker acknowledged it.
        may acknowledged_at: Timestamp = "acknowledged_at",
        /// When execution began.
        may started_at: Timestamp = "started_at",
        /// Last heartbeat.
        may latest_heartbeat_at: Timestamp = "latest_heartbeat_at",
        /// When a stop was asked for.
        may stop_requested_at: Timestamp = "stop_requested_at",
        /// When it ended.
        may stopped_at: Timestamp = "stopped_at",
    }
}

object! {
    /// Pointer to what a work item runs.
    pub struct WorkData tag "type" = "session" {
        /// Session ID.
        need id: String = "id",
    }
}

object! {
    /// Result of a heartbeat.
    pub struct WorkHeartbeat tag "type" = "work_heartbeat" {
        /// Timestamp to echo in the next conditional heartbeat, verbatim.
        need last_heartbeat: String = "last_heartbeat",
        /// Whether the lease was prolonged.
        may lease_extended: bool = "lease_extended",
        /// State after the beat; `stopping` asks the worker to wind down.
        may state: WorkState = "state",
        /// Granted lease in seconds.
        may ttl_seconds: i64 = "ttl_seconds",
    }
}

object! {
    /// Queue statistics of an environment.
    pub struct WorkStats tag "type" = "work_queue_stats" {
        /// Items in the queue.
        may depth: i64 = "depth",
        /// Items handed out but not acknowledged.
        may pending: i64 = "pending",
        /// Age marker of the queue head.
        may oldest_queued_at: Timestamp = "oldest_queued_at",
        /// Workers seen polling lately.
        may workers_polling: i64 = "workers_polling",
    }
}

object! {
    /// How to stop a work item.
    pub struct WorkStopParams {
        /// Stop at once instead of letting the worker finish.
        set force: bool = "force",
    }
}

object! {
    /// Metadata patch of a work item.
    pub struct WorkUpdateParams {
        /// Merged by key; null deletes a key.
        need metadata: BTreeMap<String, Option<String>> = "metadata",
    }
}

strings! {
    /// Progress of a work item.
    pub enum WorkState {
        Queued = "queued",
        Starting = "starting",
        Active = "active",
        Stopping = "stopping",
        Stopped = "stopped",
    }
}

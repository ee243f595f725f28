// Generated from spec/ by codegen; edit the spec instead.

//! Types of `spec/threads.yaml`.

use crate::generated::types::{SessionAgent, SessionUsage};
use crate::model::{Timestamp, object, strings};

object! {
    /// One agent's strand of work inside a session.
    pub struct SessionThread tag "type" = "session_thread" {
        /// Thread ID, prefix `sthr_`.
        need id: String = "id",
        /// Session ID, prefix `sess_`.
        need session_id: String = "session_id",
        /// Thread that spawned it; null for the main thread.
        may parent_thread_id: String = "parent_thread_id",
        /// Agent working on it.
        may agent: Box<SessionAgent> = "agent",
        /// Life-cycle state.
        may status: ThreadStatus = "status",
        /// Timing.
        may stats: ThreadStats = "stats",
        /// Spending.
        may usage: Box<SessionUsage> = "usage",
        /// When it was archived; null while live.
        may archived_at: Timestamp = "archived_at",
        /// Creation time, RFC 3339.
        need created_at: Timestamp = "created_at",
        /// Time of the last change, RFC 3339.
        may updated_at: Timestamp = "updated_at",
    }
}

object! {
    /// Timing of a thread.
    pub struct ThreadStats {
        /// Time spent working.
        may active_seconds: f64 = "active_seconds",
        /// Wall time.
        may duration_seconds: f64 = "duration_seconds",
        /// Time until it started.
        may startup_seconds: f64 = "startup_seconds",
    }
}

strings! {
    /// State of a thread.
    pub enum ThreadStatus {
        Idle = "idle",
        Running = "running",
        Rescheduling = "rescheduling",
        Terminated = "terminated",
    }
}

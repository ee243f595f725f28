// Generated from spec/ by codegen; edit the spec.

import type { SessionAgent, SessionUsage } from './sessions.js';

/** One agent's strand of work inside a session. */
export interface SessionThread {
  /** Kind tag of this object. */
  type: 'session_thread' | (string & {});
  /** Thread ID, prefix `sthr_`. */
  id: string;
  /** Session ID, prefix `sess_`. */
  session_id: string;
  /** Thread that spawned it; null for the main thread. */
  parent_thread_id?: string | null;
  /** Agent working on it. */
  agent?: SessionAgent;
  /** Life-cycle state. */
  status?: ThreadStatus;
  /** Timing. */
  stats?: ThreadStats | null;
  /** Spending. */
  usage?: SessionUsage | null;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Timing of a thread. */
export interface ThreadStats {
  /** Time spent working. */
  active_seconds?: number;
  /** Wall time. */
  duration_seconds?: number;
  /** Time until it started. */
  startup_seconds?: number;
}

/** State of a thread. */
export type ThreadStatus = 'idle' | 'running' | 'rescheduling' | 'terminated' | (string & {});

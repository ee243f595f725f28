// Generated from spec/ by codegen; edit the spec.

import type { CommonParams } from './common.js';

/** Unit of work queued for a self-hosted environment. */
export interface Work {
  /** Kind tag of this object. */
  type: 'work';
  /** Work item ID, prefix `work_`. */
  id: string;
  /** Environment ID, prefix `env_`. */
  environment_id: string;
  /** What has to be run. */
  data: WorkData;
  /** Progress of the item. */
  state: WorkState;
  /**
   * Credential payload for the worker; filled only when polling. Treat as a secret. A secret: keep it out of
   * logs.
   */
  secret?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** When a worker acknowledged it. */
  acknowledged_at?: string | null;
  /** When execution began. */
  started_at?: string | null;
  /** Last heartbeat. */
  latest_heartbeat_at?: string | null;
  /** When a stop was asked for. */
  stop_requested_at?: string | null;
  /** When it ended. */
  stopped_at?: string | null;
}

/** Pointer to what a work item runs. */
export interface WorkData {
  /** Kind tag of this object. */
  type: 'session' | (string & {});
  /** Session ID. */
  id: string;
}

/** Result of a heartbeat. */
export interface WorkHeartbeat {
  /** Kind tag of this object. */
  type: 'work_heartbeat';
  /** Timestamp to echo in the next conditional heartbeat, verbatim. */
  last_heartbeat: string;
  /** Whether the lease was prolonged. */
  lease_extended?: boolean;
  /** State after the beat; `stopping` asks the worker to wind down. */
  state?: WorkState;
  /** Granted lease in seconds. */
  ttl_seconds?: number;
}

/** Queue statistics of an environment. */
export interface WorkStats {
  /** Kind tag of this object. */
  type: 'work_queue_stats';
  /** Items in the queue. */
  depth?: number;
  /** Items handed out but not acknowledged. */
  pending?: number;
  /** Age marker of the queue head. */
  oldest_queued_at?: string | null;
  /** Workers seen polling lately. */
  workers_polling?: number;
}

/** How to stop a work item. */
export interface WorkStopParams extends CommonParams {
  /** Stop at once instead of letting the worker finish. */
  force?: boolean | null;
}

/** Metadata patch of a work item. */
export interface WorkUpdateParams extends CommonParams {
  /** Merged by key; null deletes a key. */
  metadata: Record<string, string | null>;
}

/** Progress of a work item. */
export type WorkState = 'queued' | 'starting' | 'active' | 'stopping' | 'stopped' | (string & {});

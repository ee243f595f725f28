// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import { EnvironmentHelpers, WorkHelpers } from '../helpers.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type {
  DeletedEnvironment,
  Environment,
  EnvironmentCreateParams,
  EnvironmentUpdateParams,
} from '../types/environments.js';
import type { Work, WorkHeartbeat, WorkStats, WorkStopParams, WorkUpdateParams } from '../types/work.js';

/** Arguments of `environments.list`. */
export interface EnvironmentListParams extends PageParams {
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
}

/** Sandboxes that sessions run in. */
export class Environments extends EnvironmentHelpers {
  /** Work queue of a self-hosted environment. */
  readonly work: EnvironmentsWork;

  constructor(calls: Calls) {
    super(calls);
    this.work = new EnvironmentsWork(calls);
  }

  /**
   * Define a sandbox; it is usable at once and provisioned when a session starts.
   *
   * @throws {@link BadRequestError} 400: `config` is present but null or empty.
   */
  create(params: EnvironmentCreateParams, options?: CallOptions): APIPromise<Environment> {
    return this.calls.json(ops.environmentsCreate, [], params, options);
  }

  /**
   * List environments.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: EnvironmentListParams, options?: CallOptions): PagePromise<Environment> {
    return this.calls.pages(ops.environmentsList, [], params, options);
  }

  /** Fetch an environment. */
  retrieve(environmentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Environment> {
    return this.calls.json(ops.environmentsRetrieve, [environmentId], params, options);
  }

  /** Change an environment; `config` is replaced as a whole. */
  update(
    environmentId: string,
    params?: EnvironmentUpdateParams,
    options?: CallOptions,
  ): APIPromise<Environment> {
    return this.calls.json(ops.environmentsUpdate, [environmentId], params, options);
  }

  /**
   * Delete an environment that no session refers to.
   *
   * @throws {@link ConflictError} 409: a session, even a deleted one, still refers to it; archive instead
   * (status inferred).
   */
  delete(
    environmentId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<DeletedEnvironment> {
    return this.calls.json(ops.environmentsDelete, [environmentId], params, options);
  }

  /** Archive an environment so that no new session can use it. */
  archive(environmentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Environment> {
    return this.calls.json(ops.environmentsArchive, [environmentId], params, options);
  }
}

/** Arguments of `environments.work.poll`. */
export interface EnvironmentsWorkPollParams extends CommonParams {
  /** Long-poll time in milliseconds; returns at once when omitted. From 1 to 999. */
  block_ms?: number;
  /**
   * Redeliver items handed out but not acknowledged for this many milliseconds. At least 0. Default: 5000.
   */
  reclaim_older_than_ms?: number;
  /** Stable name of this worker; feeds queue statistics and the identity check of ack. */
  worker_id?: string;
}

/** Arguments of `environments.work.ack`. */
export interface EnvironmentsWorkAckParams extends CommonParams {
  /** Name used when polling; checked against the claimant. */
  worker_id?: string;
}

/** Arguments of `environments.work.heartbeat`. */
export interface EnvironmentsWorkHeartbeatParams extends CommonParams {
  /** Wanted lease in seconds; the service keeps it between 10 and 600. At least 1. */
  desired_ttl_seconds?: number;
  /**
   * `NO_HEARTBEAT` to take an unclaimed lease, or the exact `last_heartbeat` returned before. Omit for an
   * unconditional beat.
   */
  expected_last_heartbeat?: string;
}

/** Work queue of a self-hosted environment. */
export class EnvironmentsWork extends WorkHelpers {
  /**
   * List work items of a self-hosted environment.
   *
   * Await it for the first page, iterate it for the items of all pages.
   *
   * @throws {@link BadRequestError} 400: the environment is not self-hosted.
   */
  list(environmentId: string, params?: PageParams, options?: CallOptions): PagePromise<Work> {
    return this.calls.pages(ops.environmentsWorkList, [environmentId], params, options);
  }

  /**
   * Claim the next work item, optionally waiting for one.
   *
   * Delivers but does not acknowledge: call environments.work.ack before running it. Answers 200 with JSON
   * `null` when nothing is queued.
   *
   * @throws {@link BadRequestError} 400: bad wait time, or not a self-hosted environment.
   */
  poll(
    environmentId: string,
    params?: EnvironmentsWorkPollParams,
    options?: CallOptions,
  ): APIPromise<Work | null> {
    return this.calls.json(ops.environmentsWorkPoll, [environmentId], params, options);
  }

  /** Read queue depth and the number of polling workers. */
  stats(environmentId: string, params?: CommonParams, options?: CallOptions): APIPromise<WorkStats> {
    return this.calls.json(ops.environmentsWorkStats, [environmentId], params, options);
  }

  /** Fetch a work item. */
  retrieve(
    environmentId: string,
    workId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<Work> {
    return this.calls.json(ops.environmentsWorkRetrieve, [environmentId, workId], params, options);
  }

  /** Merge metadata of a work item. */
  update(
    environmentId: string,
    workId: string,
    params: WorkUpdateParams,
    options?: CallOptions,
  ): APIPromise<Work> {
    return this.calls.json(ops.environmentsWorkUpdate, [environmentId, workId], params, options);
  }

  /**
   * Acknowledge a claimed item; it moves to `starting`.
   *
   * @throws {@link ConflictError} 409: the item is not claimable by this worker (status inferred).
   */
  ack(
    environmentId: string,
    workId: string,
    params?: EnvironmentsWorkAckParams,
    options?: CallOptions,
  ): APIPromise<Work> {
    return this.calls.json(ops.environmentsWorkAck, [environmentId, workId], params, options);
  }

  /**
   * Extend the lease of a running item; the first beat makes it `active`.
   *
   * @throws {@link BadRequestError} 400: bad TTL, bad timestamp, or not a self-hosted environment.
   * @throws {@link ConflictError} 409: the item is queued or stopped.
   * @throws {@link PreconditionFailedError} 412: another worker holds the lease.
   */
  heartbeat(
    environmentId: string,
    workId: string,
    params?: EnvironmentsWorkHeartbeatParams,
    options?: CallOptions,
  ): APIPromise<WorkHeartbeat> {
    return this.calls.json(ops.environmentsWorkHeartbeat, [environmentId, workId], params, options);
  }

  /** Ask a worker to stop an item, or force it. */
  stop(
    environmentId: string,
    workId: string,
    params?: WorkStopParams,
    options?: CallOptions,
  ): APIPromise<Work> {
    return this.calls.json(ops.environmentsWorkStop, [environmentId, workId], params, options);
  }
}

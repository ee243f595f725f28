// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type {
  Deployment,
  DeploymentCreateParams,
  DeploymentRun,
  DeploymentStatus,
  DeploymentUpdateParams,
} from '../types/deployments.js';

/** Arguments of `deployments.list`. */
export interface DeploymentListParams extends PageParams {
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
  /** Only deployments of this agent. */
  agent_id?: string;
  /** Only this state. */
  status?: DeploymentStatus;
}

/** Scheduled or on-demand runs of an agent. */
export class Deployments extends Resource {
  /** Runs of one deployment. */
  readonly runs: DeploymentsRuns;

  constructor(calls: Calls) {
    super(calls);
    this.runs = new DeploymentsRuns(calls);
  }

  /** Create a scheduled or on-demand run of an agent; it is active at once. */
  create(params: DeploymentCreateParams, options?: CallOptions): APIPromise<Deployment> {
    return this.calls.json(ops.deploymentsCreate, [], params, options);
  }

  /**
   * List deployments.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: DeploymentListParams, options?: CallOptions): PagePromise<Deployment> {
    return this.calls.pages(ops.deploymentsList, [], params, options);
  }

  /** Fetch a deployment with its next run times. */
  retrieve(deploymentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Deployment> {
    return this.calls.json(ops.deploymentsRetrieve, [deploymentId], params, options);
  }

  /** Change a deployment. */
  update(
    deploymentId: string,
    params?: DeploymentUpdateParams,
    options?: CallOptions,
  ): APIPromise<Deployment> {
    return this.calls.json(ops.deploymentsUpdate, [deploymentId], params, options);
  }

  /** Archive a deployment; it stops firing. */
  archive(deploymentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Deployment> {
    return this.calls.json(ops.deploymentsArchive, [deploymentId], params, options);
  }

  /** Stop the schedule from firing. */
  pause(deploymentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Deployment> {
    return this.calls.json(ops.deploymentsPause, [deploymentId], params, options);
  }

  /** Let the schedule fire again. */
  unpause(deploymentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Deployment> {
    return this.calls.json(ops.deploymentsUnpause, [deploymentId], params, options);
  }

  /** Start one run now. */
  run(deploymentId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeploymentRun> {
    return this.calls.json(ops.deploymentsRun, [deploymentId], params, options);
  }
}

/** Arguments of `deployments.runs.list`. */
export interface DeploymentsRunListParams extends PageParams {
  /** Only runs triggered after this time. */
  triggered_after?: string;
  /** Only runs triggered before this time. */
  triggered_before?: string;
}

/** Runs of one deployment. */
export class DeploymentsRuns extends Resource {
  /**
   * List the runs of one deployment.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(
    deploymentId: string,
    params?: DeploymentsRunListParams,
    options?: CallOptions,
  ): PagePromise<DeploymentRun> {
    return this.calls.pages(ops.deploymentsRunsList, [deploymentId], params, options);
  }

  /** Fetch one run of a deployment. */
  retrieve(
    deploymentId: string,
    runId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<DeploymentRun> {
    return this.calls.json(ops.deploymentsRunsRetrieve, [deploymentId, runId], params, options);
  }
}

// Generated from spec/ by codegen; edit the spec.

import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type { DeploymentRun, TriggerType } from '../types/deployments.js';

/** Arguments of `deployment_runs.list`. */
export interface DeploymentRunListParams extends PageParams {
  /** Only items created after this time. */
  created_at_gt?: string;
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created before this time. */
  created_at_lt?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Only runs of this deployment. */
  deployment_id?: string;
  /** Only failed, or only successful, runs. */
  has_error?: boolean;
  /** Only runs started this way. */
  trigger_type?: TriggerType;
}

/** Runs across all deployments. */
export class DeploymentRuns extends Resource {
  /**
   * List runs across all deployments.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: DeploymentRunListParams, options?: CallOptions): PagePromise<DeploymentRun> {
    return this.calls.pages(ops.deploymentRunsList, [], params, options);
  }

  /** Fetch one run by its own ID. */
  retrieve(deploymentRunId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeploymentRun> {
    return this.calls.json(ops.deploymentRunsRetrieve, [deploymentRunId], params, options);
  }
}

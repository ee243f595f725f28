// Generated from spec/ by codegen; edit the spec.

import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import { Resource } from '../resource.js';
import type { CommonParams } from '../types/common.js';
import type { ModelInfo } from '../types/models.js';

/** Arguments of `models.list`. */
export interface ModelListParams extends CommonParams {
  /** Sent by the SDK; the reference says the list is not paginated. */
  after_id?: string;
  /** Sent by the SDK; the reference says the list is not paginated. */
  before_id?: string;
  /** Sent by the SDK; the reference says the list is not paginated. */
  limit?: number;
}

/** Models that agents can run on. */
export class Models extends Resource {
  /**
   * List the models enabled for the account.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: ModelListParams, options?: CallOptions): PagePromise<ModelInfo> {
    return this.calls.pages(ops.modelsList, [], params, options);
  }
}

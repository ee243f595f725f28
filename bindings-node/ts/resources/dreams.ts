// Generated from spec/ by codegen; edit the spec.

import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type { Dream, DreamCreateParams, DreamStatus } from '../types/dreams.js';

/** Arguments of `dreams.list`. */
export interface DreamListParams extends PageParams {
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
  /** Only items created after this time. */
  created_at_gt?: string;
  /** Only items created before this time. */
  created_at_lt?: string;
  /** Only these states; repeat the parameter. */
  statuses?: DreamStatus[];
}

/** Background consolidation of memories. */
export class Dreams extends Resource {
  /** Start a background consolidation of memories. */
  create(params: DreamCreateParams, options?: CallOptions): APIPromise<Dream> {
    return this.calls.json(ops.dreamsCreate, [], params, options);
  }

  /**
   * List dreams.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: DreamListParams, options?: CallOptions): PagePromise<Dream> {
    return this.calls.pages(ops.dreamsList, [], params, options);
  }

  /** Fetch a dream. */
  retrieve(dreamId: string, params?: CommonParams, options?: CallOptions): APIPromise<Dream> {
    return this.calls.json(ops.dreamsRetrieve, [dreamId], params, options);
  }

  /** Cancel a pending or running dream. */
  cancel(dreamId: string, params?: CommonParams, options?: CallOptions): APIPromise<Dream> {
    return this.calls.json(ops.dreamsCancel, [dreamId], params, options);
  }

  /** Archive a finished dream. */
  archive(dreamId: string, params?: CommonParams, options?: CallOptions): APIPromise<Dream> {
    return this.calls.json(ops.dreamsArchive, [dreamId], params, options);
  }
}

// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import { MemoryHelpers, MemoryStoreHelpers } from '../helpers.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type {
  DeletedMemory,
  DeletedMemoryStore,
  Memory,
  MemoryCreateParams,
  MemoryListItem,
  MemoryOperation,
  MemoryStore,
  MemoryStoreCreateParams,
  MemoryStoreUpdateParams,
  MemoryUpdateParams,
  MemoryVersion,
  MemoryView,
} from '../types/memory_stores.js';

/** Arguments of `memory_stores.list`. */
export interface MemoryStoreListParams extends PageParams {
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
  /** Match on the name. */
  name?: string;
}

/** Long-term memory shared between sessions. */
export class MemoryStores extends MemoryStoreHelpers {
  /** Entries of a memory store. */
  readonly memories: MemoryStoresMemories;
  /** Recorded changes of a memory store. */
  readonly memory_versions: MemoryStoresMemoryVersions;

  constructor(calls: Calls) {
    super(calls);
    this.memories = new MemoryStoresMemories(calls);
    this.memory_versions = new MemoryStoresMemoryVersions(calls);
  }

  /** Create a memory store. */
  create(params: MemoryStoreCreateParams, options?: CallOptions): APIPromise<MemoryStore> {
    return this.calls.json(ops.memoryStoresCreate, [], params, options);
  }

  /**
   * List memory stores.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: MemoryStoreListParams, options?: CallOptions): PagePromise<MemoryStore> {
    return this.calls.pages(ops.memoryStoresList, [], params, options);
  }

  /** Fetch a memory store. */
  retrieve(memoryStoreId: string, params?: CommonParams, options?: CallOptions): APIPromise<MemoryStore> {
    return this.calls.json(ops.memoryStoresRetrieve, [memoryStoreId], params, options);
  }

  /** Change name, description or metadata of a store. */
  update(
    memoryStoreId: string,
    params?: MemoryStoreUpdateParams,
    options?: CallOptions,
  ): APIPromise<MemoryStore> {
    return this.calls.json(ops.memoryStoresUpdate, [memoryStoreId], params, options);
  }

  /** Delete a store with all its memories. */
  delete(
    memoryStoreId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<DeletedMemoryStore> {
    return this.calls.json(ops.memoryStoresDelete, [memoryStoreId], params, options);
  }

  /** Archive a store. */
  archive(memoryStoreId: string, params?: CommonParams, options?: CallOptions): APIPromise<MemoryStore> {
    return this.calls.json(ops.memoryStoresArchive, [memoryStoreId], params, options);
  }
}

/** Arguments of `memory_stores.memories.list`. */
export interface MemoryStoresMemoryListParams extends PageParams {
  /** `full` includes content, `basic` leaves it out. Default: `basic`. */
  view?: MemoryView;
  /** Only below this path; ends with `/`. */
  path_prefix?: string;
  /**
   * 1 lists one level and rolls deeper entries up into prefixes; 0 or omitted lists everything. From 0 to 1.
   */
  depth?: number;
}

/** Arguments of `memory_stores.memories.retrieve`. */
export interface MemoryStoresMemoryRetrieveParams extends CommonParams {
  /** `full` includes content, `basic` leaves it out. Default: `basic`. */
  view?: MemoryView;
}

/** Arguments of `memory_stores.memories.delete`. */
export interface MemoryStoresMemoryDeleteParams extends CommonParams {
  /** Delete only if the content still has this hash. */
  expected_content_sha256?: string;
}

/** Entries of a memory store. */
export class MemoryStoresMemories extends MemoryHelpers {
  /**
   * Write a new memory at a path.
   *
   * @throws {@link ConflictError} 409: the path is taken.
   */
  create(memoryStoreId: string, params: MemoryCreateParams, options?: CallOptions): APIPromise<Memory> {
    return this.calls.json(ops.memoryStoresMemoriesCreate, [memoryStoreId], params, options);
  }

  /**
   * List memories, like a directory or recursively.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(
    memoryStoreId: string,
    params?: MemoryStoresMemoryListParams,
    options?: CallOptions,
  ): PagePromise<MemoryListItem> {
    return this.calls.pages(ops.memoryStoresMemoriesList, [memoryStoreId], params, options);
  }

  /** Fetch a memory. */
  retrieve(
    memoryStoreId: string,
    memoryId: string,
    params?: MemoryStoresMemoryRetrieveParams,
    options?: CallOptions,
  ): APIPromise<Memory> {
    return this.calls.json(ops.memoryStoresMemoriesRetrieve, [memoryStoreId, memoryId], params, options);
  }

  /**
   * Change a memory's content, path or metadata.
   *
   * @throws {@link ConflictError} 409: the content hash no longer matches, or the new path is taken.
   * @throws {@link PreconditionFailedError} 412: the content hash no longer matches.
   */
  update(
    memoryStoreId: string,
    memoryId: string,
    params?: MemoryUpdateParams,
    options?: CallOptions,
  ): APIPromise<Memory> {
    return this.calls.json(ops.memoryStoresMemoriesUpdate, [memoryStoreId, memoryId], params, options);
  }

  /**
   * Delete a memory; its versions remain.
   *
   * @throws {@link ConflictError} 409: the content hash no longer matches (status inferred).
   */
  delete(
    memoryStoreId: string,
    memoryId: string,
    params?: MemoryStoresMemoryDeleteParams,
    options?: CallOptions,
  ): APIPromise<DeletedMemory> {
    return this.calls.json(ops.memoryStoresMemoriesDelete, [memoryStoreId, memoryId], params, options);
  }
}

/** Arguments of `memory_stores.memory_versions.list`. */
export interface MemoryStoresMemoryVersionListParams extends PageParams {
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** `full` includes content, `basic` leaves it out. Default: `basic`. */
  view?: MemoryView;
  /** Only changes of this memory; works after it was deleted. */
  memory_id?: string;
  /** Only this kind of change. */
  operation?: MemoryOperation;
  /** Only changes made by this session. */
  session_id?: string;
  /** Only changes made with this key. */
  api_key_id?: string;
  /** Only changes made by this service account. */
  service_account_id?: string;
}

/** Arguments of `memory_stores.memory_versions.retrieve`. */
export interface MemoryStoresMemoryVersionRetrieveParams extends CommonParams {
  /** `full` includes content, `basic` leaves it out. Default: `basic`. */
  view?: MemoryView;
}

/** Recorded changes of a memory store. */
export class MemoryStoresMemoryVersions extends Resource {
  /**
   * List recorded changes of a store.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(
    memoryStoreId: string,
    params?: MemoryStoresMemoryVersionListParams,
    options?: CallOptions,
  ): PagePromise<MemoryVersion> {
    return this.calls.pages(ops.memoryStoresMemoryVersionsList, [memoryStoreId], params, options);
  }

  /** Fetch one recorded change. */
  retrieve(
    memoryStoreId: string,
    memoryVersionId: string,
    params?: MemoryStoresMemoryVersionRetrieveParams,
    options?: CallOptions,
  ): APIPromise<MemoryVersion> {
    return this.calls.json(
      ops.memoryStoresMemoryVersionsRetrieve,
      [memoryStoreId, memoryVersionId],
      params,
      options,
    );
  }

  /** Erase the content of one recorded change for good. */
  redact(
    memoryStoreId: string,
    memoryVersionId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<MemoryVersion> {
    return this.calls.json(
      ops.memoryStoresMemoryVersionsRedact,
      [memoryStoreId, memoryVersionId],
      params,
      options,
    );
  }
}

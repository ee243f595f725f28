// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { CommonParams } from './common.js';

/** Who performed a write. */
export type Actor = SessionActor | ApiActor | UserActor | ServiceAccountActor | UnknownVariant;

/** Written with an API key. */
export interface ApiActor {
  /** Kind tag of this object. */
  type: 'api_actor';
  /** Key ID. */
  api_key_id: string;
}

/** Marker of a deleted memory. */
export interface DeletedMemory {
  /** Kind tag of this object. */
  type?: 'memory_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Marker of a deleted store. */
export interface DeletedMemoryStore {
  /** Kind tag of this object. */
  type?: 'memory_store_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Text document at a path inside a store. */
export interface Memory {
  /** Kind tag of this object. */
  type: 'memory';
  /** Memory ID, prefix `mem_`. */
  id: string;
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
  /** Version holding the current content. */
  memory_version_id?: string;
  /** Path, unique in the store and case-sensitive. */
  path: string;
  /** UTF-8 text; only with view=full. */
  content?: string | null;
  /** Lowercase hex SHA-256 of the UTF-8 content. */
  content_sha256: string;
  /** Size of the content in bytes. */
  content_size_bytes: number;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** New memory. */
export interface MemoryCreateParams extends CommonParams {
  /** Where to store it; must be free. */
  path: string;
  /** UTF-8 text. */
  content: string;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
  /** `full` includes content, `basic` leaves it out. Default: `basic`. */
  view?: MemoryView;
}

/** Memory, or a rolled-up path prefix. */
export type MemoryListItem = Memory | MemoryPrefix | UnknownVariant;

/** Directory-like roll-up in a listing with depth=1. */
export interface MemoryPrefix {
  /** Kind tag of this object. */
  type: 'memory_prefix';
  /** Prefix, ends with `/`. */
  path: string;
}

/** Named collection of memories. */
export interface MemoryStore {
  /** Kind tag of this object. */
  type: 'memory_store';
  /** Store ID, prefix `memstore_`. */
  id: string;
  /** Display name. */
  name: string;
  /** Shown to the agent when attached; entry contents are not. */
  description?: string | null;
  /** Life-cycle state. */
  status?: MemoryStoreStatus;
  /** Number of memories. */
  entry_count?: number;
  /** Bytes stored. */
  total_size?: number;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** New memory store. */
export interface MemoryStoreCreateParams extends CommonParams {
  /** Display name. */
  name: string;
  /** Tell the agent what is inside and when to look. */
  description?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
}

/** Partial change of a store. */
export interface MemoryStoreUpdateParams extends CommonParams {
  /** Display name. */
  name?: string | null;
  /** Free text describing the object. */
  description?: string | null;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
}

/** Partial change of a memory. */
export interface MemoryUpdateParams extends CommonParams {
  /** New text. */
  content?: string | null;
  /** New path. */
  path?: string | null;
  /** Change only if the current content still has this hash. */
  content_sha256?: string | null;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
  /** `full` includes content, `basic` leaves it out. Default: `basic`. */
  view?: MemoryView;
}

/** Immutable record of one change to a memory. */
export interface MemoryVersion {
  /** Kind tag of this object. */
  type: 'memory_version';
  /** Version ID, prefix `memver_`. */
  id: string;
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
  /** Memory concerned. */
  memory_id: string;
  /** Kind of change. */
  operation: MemoryOperation;
  /** Path at that time; null once redacted. */
  path?: string | null;
  /** Text at that time; null unless view=full, when deleted or redacted. */
  content?: string | null;
  /** Lowercase hex SHA-256 of the UTF-8 content. */
  content_sha256?: string | null;
  /** Size of the content in bytes. */
  content_size_bytes?: number | null;
  /** Who made the change. */
  created_by?: Actor | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** When it was redacted; test this, not the HTTP status. */
  redacted_at?: string | null;
  /** Who redacted it. */
  redacted_by?: Actor | null;
}

/** Written by a service account. */
export interface ServiceAccountActor {
  /** Kind tag of this object. */
  type: 'service_account_actor';
  /** Service account ID. */
  service_account_id: string;
}

/** Written by a session. */
export interface SessionActor {
  /** Kind tag of this object. */
  type: 'session_actor';
  /** Session ID, prefix `sess_`. */
  session_id: string;
}

/** Written by a user. */
export interface UserActor {
  /** Kind tag of this object. */
  type: 'user_actor';
  /** User ID. */
  user_id: string;
}

/** Whether a memory store can be written. */
export type MemoryStoreStatus = 'active' | 'archived' | (string & {});

/** Kind of a recorded change. */
export type MemoryOperation = 'created' | 'modified' | 'deleted' | 'updated' | (string & {});

/** How much of a memory an answer holds: `full` includes content, `basic` leaves it out. */
export type MemoryView = 'basic' | 'full' | (string & {});

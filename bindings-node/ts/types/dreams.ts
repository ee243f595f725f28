// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { CommonParams } from './common.js';
import type { ModelSpeed } from './models.js';

/** Background job that reorganises memory stores. */
export interface Dream {
  /** Kind tag of this object. */
  type: 'dream';
  /** Dream ID, prefix `drm_`. */
  id: string;
  /** Life-cycle state. */
  status: DreamStatus;
  /** What it reads. */
  inputs: DreamInput[];
  /** What it wrote. */
  outputs?: DreamOutput[];
  /** Where results go. */
  output_behavior?: OutputBehavior;
  /** Model in use: an object, or its ID on older servers. */
  model?: DreamModelSpec;
  /** Guidance given by the caller. */
  instructions?: string | null;
  /** Session doing the work. */
  session_id?: string | null;
  /** Tokens used. */
  usage?: DreamUsage;
  /** Why it failed. */
  error?: DreamError | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** When it ended. */
  ended_at?: string | null;
  /** When it was archived; null while live. */
  archived_at?: string | null;
}

/** New dream. */
export interface DreamCreateParams extends CommonParams {
  /** What to read. */
  inputs: DreamInput[];
  /** Model ID, for example `auto`, or model with speed. */
  model: DreamModelSpec;
  /** Guidance. */
  instructions?: string | null;
  /** Where to put results. */
  output_behavior?: OutputBehavior;
}

/** Why a dream failed. */
export interface DreamError {
  /** Failure code. */
  type?: string;
  /** Text for humans. */
  message?: string;
}

/** Source material of a dream. */
export type DreamInput = DreamMemoryStoreInput | DreamSessionsInput | UnknownVariant;

/** A memory store to reorganise. */
export interface DreamMemoryStoreInput {
  /** Kind tag of this object. */
  type: 'memory_store';
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
}

/** Model of a dream. */
export interface DreamModel {
  /** Model ID. */
  id: string;
  /** Serving speed. */
  speed?: ModelSpeed;
}

/** Result of a dream. */
export interface DreamOutput {
  /** Kind tag of this object. */
  type: 'memory_store' | (string & {});
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
  /** Paths written, or how many on older servers. */
  files_touched?: FilesTouched;
}

/** Sessions to learn from. */
export interface DreamSessionsInput {
  /** Kind tag of this object. */
  type: 'sessions';
  /** Session IDs. */
  session_ids: string[];
}

/** Tokens used by a dream. */
export interface DreamUsage {
  /** Input tokens. */
  input_tokens?: number;
  /** Output tokens. */
  output_tokens?: number;
  /** Input tokens written to cache. */
  cache_creation_input_tokens?: number;
  /** Input tokens served from cache. */
  cache_read_input_tokens?: number;
}

/** Where a dream puts its results. */
export type OutputBehavior = OutputCreateNew | OutputUpdateExisting | UnknownVariant;

/** Write to a new store. */
export interface OutputCreateNew {
  /** Kind tag of this object. */
  type: 'create_new';
}

/** Write to an existing store. */
export interface OutputUpdateExisting {
  /** Kind tag of this object. */
  type: 'update_existing';
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
}

/** Progress of a dream. */
export type DreamStatus = 'pending' | 'running' | 'completed' | 'failed' | 'canceled' | (string & {});

/** Paths, or how many. */
export type FilesTouched = string[] | number;

/** Model ID, or the model with its tuning. */
export type DreamModelSpec = string | DreamModel;

// Generated from spec/ by codegen; edit the spec.

/** What went wrong. */
export interface ErrorDetail {
  /** Machine-readable class of the failure. New values may appear; fall back to the HTTP status. */
  type: ErrorType;
  /** Text for humans; wording may change. */
  message: string;
  /** Request field that caused the failure. */
  param?: string;
  /** Finer code given by some operations, for example drive_delete_partial. */
  code?: string;
  /** Feature that has to be activated (501 only, older pages). */
  feature?: string;
  /** Beta identifier exposing that feature (501 only, older pages). */
  available_from?: string;
  /** Entries already removed when a recursive delete stopped half way. */
  deleted_count?: number;
  /** Record left behind by a failed decision request; retrieve it for detail. */
  decision_id?: string;
}

/** Machine-readable kind of an API error. */
export type ErrorType =
  | 'invalid_request_error'
  | 'authentication_error'
  | 'permission_error'
  | 'not_found_error'
  | 'conflict_error'
  | 'precondition_failed_error'
  | 'rate_limit_error'
  | 'overloaded_error'
  | 'api_error'
  | 'feature_not_available'
  | (string & {});

/** Direction of a sorted list. */
export type SortOrder = 'asc' | 'desc' | (string & {});

/** Arguments of every call. */
export interface CommonParams {
  /** Workspace to act in. Usually the token already decides this. */
  workspace_id?: string;
  /** Comma-separated beta identifiers. Needed only where an operation says so. */
  betas?: ('browser-use-2026-07-14' | (string & {}))[];
}

/** Arguments of every list that comes in pages. */
export interface PageParams extends CommonParams {
  /** Items per page. From 1 to 100. Default: 20. */
  limit?: number;
  /** Opaque cursor: the `next_page` of the previous response. */
  page?: string;
  /**
   * Return items after this ID (the previous `last_id`); an older cursor, never combined with another one.
   */
  after_id?: string;
  /**
   * Return items before this ID (the previous `first_id`); an older cursor, never combined with another one.
   */
  before_id?: string;
}

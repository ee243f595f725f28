// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { AgentParam } from './agents.js';
import type { CommonParams } from './common.js';
import type {
  SystemMessageEventParams,
  UserDefineOutcomeEventParams,
  UserMessageEventParams,
} from './events.js';
import type {
  Budget,
  BudgetParams,
  EnvironmentVariables,
  SessionResource,
  SessionResourceParams,
} from './sessions.js';

/** Agent pinned to a concrete version. */
export interface AgentReference {
  /** Kind tag of this object. */
  type: 'agent';
  /** Agent ID. */
  id: string;
  /** Pinned version. */
  version?: number;
}

/** Agent bound to an environment, first events and an optional schedule. */
export interface Deployment {
  /** Kind tag of this object. */
  type: 'deployment';
  /** Deployment ID, prefix `dep_`. */
  id: string;
  /** Display name. */
  name: string;
  /** Free text describing the object. */
  description?: string | null;
  /** Agent and version run. */
  agent: AgentReference;
  /** Environment ID, prefix `env_`. */
  environment_id: string;
  /** `KEY=VALUE` lines. */
  environment_variables?: string | null;
  /** Events delivered to every new session. */
  initial_events?: InitialEvent[];
  /** Attachments of every new session, without credentials. */
  resources?: SessionResource[];
  /** Vaults whose credentials the run may use. */
  vault_ids?: string[];
  /** Null for manual-only deployments. */
  schedule?: Schedule | null;
  /** Spending ceiling per session. */
  budget?: Budget | null;
  /** Whether the schedule fires. */
  status: DeploymentStatus;
  /** Set while paused. */
  paused_reason?: PausedReason | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** New deployment. */
export interface DeploymentCreateParams extends CommonParams {
  /** Display name. */
  name: string;
  /** Agent ID, or a pinned version. */
  agent: AgentParam;
  /** Environment ID, prefix `env_`. */
  environment_id: string;
  /** Events delivered to every new session. At most 50 items. */
  initial_events: InitialEvent[];
  /** Omit for manual runs only. */
  schedule?: ScheduleParams | null;
  /** Free text describing the object. */
  description?: string | null;
  /**
   * `KEY=VALUE` pairs separated by `;` or newlines, or a mapping, which is sent as such lines; same rules as
   * for sessions.
   */
  environment_variables?: EnvironmentVariables | null;
  /** Attachments of every new session. */
  resources?: SessionResourceParams[] | null;
  /** Vaults whose credentials the run may use. */
  vault_ids?: string[] | null;
  /** Spending ceiling per session. */
  budget?: BudgetParams | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
}

/** One firing of a deployment. */
export interface DeploymentRun {
  /** Kind tag of this object. */
  type: 'deployment_run';
  /** Run ID, prefix `drun_`. */
  id: string;
  /** Deployment it belongs to. */
  deployment_id: string;
  /** Agent and version run. */
  agent?: AgentReference;
  /** Session it started; null when that failed. */
  session_id?: string | null;
  /** What set it off. */
  trigger_context?: TriggerContext;
  /** Why no session was started. */
  error?: RunError | null;
  /** Creation time, RFC 3339. */
  created_at: string;
}

/** Partial change of a deployment. */
export interface DeploymentUpdateParams extends CommonParams {
  /** Display name. */
  name?: string | null;
  /** Agent ID, or a pinned version. */
  agent?: AgentParam | null;
  /** Environment ID, prefix `env_`. */
  environment_id?: string | null;
  /** Full replacement. */
  initial_events?: InitialEvent[] | null;
  /** New schedule. */
  schedule?: ScheduleParams | null;
  /** Free text describing the object. */
  description?: string | null;
  /** New variables: `KEY=VALUE` pairs, or a mapping, which is sent as such lines. */
  environment_variables?: EnvironmentVariables | null;
  /** Full replacement. */
  resources?: SessionResourceParams[] | null;
  /** Vaults whose credentials the run may use. */
  vault_ids?: string[] | null;
  /** New ceiling. */
  budget?: BudgetParams | null;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
}

/** Paused because runs cannot start. */
export interface ErrorPause {
  /** Kind tag of this object. */
  type: 'error';
  /** The obstacle. */
  error?: PauseError;
}

/** First event of a deployed session. */
export type InitialEvent =
  | UserMessageEventParams
  | UserDefineOutcomeEventParams
  | SystemMessageEventParams
  | UnknownVariant;

/** Paused by a caller. */
export interface ManualPause {
  /** Kind tag of this object. */
  type: 'manual';
}

/** Started by a caller. */
export interface ManualTrigger {
  /** Kind tag of this object. */
  type: 'manual';
}

/** Obstacle that paused a deployment. */
export interface PauseError {
  /** Kind tag of this object. */
  type: PauseErrorType;
}

/** Why a deployment is paused. */
export type PausedReason = ManualPause | ErrorPause | UnknownVariant;

/** Why a run could not start a session. */
export interface RunError {
  /** Kind tag of this object. */
  type: RunErrorType;
  /** Text for humans. */
  message: string;
}

/** Cron schedule with computed times. */
export interface Schedule {
  /** Kind tag of this object. */
  type: 'cron' | (string & {});
  /** Five-field cron expression. */
  expression: string;
  /** IANA time zone. */
  timezone: string;
  /** Last firing. */
  last_run_at?: string | null;
  /** Next firings. */
  upcoming_runs_at?: string[];
}

/** Cron schedule. */
export interface ScheduleParams {
  /** Kind tag of this object. */
  type: 'cron';
  /** Five-field cron expression. */
  expression: string;
  /** IANA time zone, for example `Asia/Shanghai`. */
  timezone: string;
}

/** Started by the schedule. */
export interface ScheduleTrigger {
  /** Kind tag of this object. */
  type: 'schedule';
  /** Planned time. */
  scheduled_at?: string;
}

/** What set a run off. */
export type TriggerContext = ManualTrigger | ScheduleTrigger | UnknownVariant;

/** Whether the schedule of a deployment fires. */
export type DeploymentStatus = 'active' | 'paused' | (string & {});

/** Why a deployment was paused by the service. */
export type PauseErrorType =
  | 'agent_archived_error'
  | 'environment_archived_error'
  | 'environment_not_found_error'
  | 'vault_archived_error'
  | 'vault_not_found_error'
  | 'file_not_found_error'
  | 'memory_store_archived_error'
  | 'skill_not_found_error'
  | 'session_resource_not_found_error'
  | 'self_hosted_resources_unsupported_error'
  | 'mcp_egress_blocked_error'
  | 'organization_disabled_error'
  | 'workspace_archived_error'
  | 'unknown_error'
  | (string & {});

/** Why a deployment run failed. */
export type RunErrorType =
  | 'agent_archived_error'
  | 'environment_archived_error'
  | 'environment_not_found_error'
  | 'vault_archived_error'
  | 'vault_not_found_error'
  | 'file_not_found_error'
  | 'memory_store_archived_error'
  | 'skill_not_found_error'
  | 'session_resource_not_found_error'
  | 'self_hosted_resources_unsupported_error'
  | 'mcp_egress_blocked_error'
  | 'organization_disabled_error'
  | 'workspace_archived_error'
  | 'session_rate_limited_error'
  | 'session_creation_rejected_error'
  | 'unknown_error'
  | (string & {});

/** What starts a deployment run. */
export type TriggerType = 'schedule' | 'manual' | (string & {});

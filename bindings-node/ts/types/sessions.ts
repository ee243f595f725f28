// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { AgentParams, McpServer, SkillBinding, SkillBindingParams, Tool } from './agents.js';
import type { CommonParams } from './common.js';
import type { OutcomeResult, UserDefineOutcomeEventParams, UserMessageEventParams } from './events.js';
import type { ModelParam, ModelSpec } from './models.js';

/** Agent reference with settings replaced for one session only. */
export interface AgentWithOverridesParams {
  /** Kind tag of this object. */
  type: 'agent_with_overrides';
  /** Agent ID. */
  id: string;
  /** Version to start from. */
  version?: number | null;
  /** Replacement system prompt. */
  system?: string | null;
  /** Replacement model. */
  model?: ModelParam | null;
  /** Replacement tools. */
  tools?: Tool[] | null;
  /** Replacement MCP servers. */
  mcp_servers?: McpServer[] | null;
  /** Replacement skills. */
  skills?: SkillBindingParams[] | null;
}

/** Check out a branch. */
export interface BranchCheckout {
  /** Kind tag of this object. */
  type: 'branch';
  /** Branch name. */
  name: string;
}

/** Hard spending ceiling; the session stops asking the model once it is reached. */
export interface Budget {
  /** Kind tag of this object. */
  type: 'limit' | (string & {});
  /** Credits as a positive decimal string: up to 12 digits before the point and 2 after it. */
  max_credit_cost?: string;
}

/** Spending ceiling in a request. */
export interface BudgetParams {
  /** Kind tag of this object. */
  type: 'limit';
  /** Credits as a positive decimal string: up to 12 digits before the point and 2 after it. */
  max_credit_cost: string;
}

/** Tokens written to the prompt cache by lifetime. */
export interface CacheCreation {
  /** Five-minute cache. */
  ephemeral_5m_input_tokens?: number;
  /** One-hour cache. */
  ephemeral_1h_input_tokens?: number;
}

/** What to check out. */
export type Checkout = BranchCheckout | CommitCheckout | UnknownVariant;

/** Check out a commit. */
export interface CommitCheckout {
  /** Kind tag of this object. */
  type: 'commit';
  /** Commit hash. */
  sha: string;
}

/** Marker of a deleted session. */
export interface DeletedSession {
  /** Kind tag of this object. */
  type?: 'session_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Marker of a detached resource. */
export interface DeletedSessionResource {
  /** Kind tag of this object. */
  type?: 'session_resource_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Attached file. */
export interface FileResource {
  /** Kind tag of this object. */
  type: 'file';
  /** Attachment ID, prefix `sesr_`. */
  id?: string;
  /** File ID, prefix `file_`. */
  file_id: string;
  /** Absolute path inside the sandbox where it appears. */
  mount_path?: string | null;
  /** Creation time, RFC 3339. */
  created_at?: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Uploaded file to mount. A file can be attached only once per session. */
export interface FileResourceParams {
  /** Kind tag of this object. */
  type: 'file';
  /** File ID, prefix `file_`. */
  file_id: string;
  /** Defaults to `/mnt/session/uploads/<file_id>`. */
  mount_path?: string | null;
}

/** Attached GitHub repository; the token is never returned. */
export interface GitHubRepositoryResource {
  /** Kind tag of this object. */
  type: 'github_repository';
  /** Attachment ID, prefix `sesr_`. */
  id?: string;
  /** Repository URL. */
  url: string;
  /** Absolute path inside the sandbox where it appears. */
  mount_path?: string | null;
  /** What was checked out. */
  checkout?: Checkout | null;
  /** Creation time, RFC 3339. */
  created_at?: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** GitHub repository cloned into the sandbox at session start. */
export interface GitHubRepositoryResourceParams {
  /** Kind tag of this object. */
  type: 'github_repository';
  /** Repository URL. */
  url: string;
  /** GitHub token; also configures the gh CLI. A secret: keep it out of logs. */
  authorization_token?: string;
  /** Defaults to a path derived from the repository name. */
  mount_path?: string | null;
  /** Branch or commit to check out. */
  checkout?: Checkout | null;
}

/** Attached Git repository; the password is never returned. */
export interface GitRepositoryResource {
  /** Kind tag of this object. */
  type: 'git_repository';
  /** Attachment ID, prefix `sesr_`. */
  id?: string;
  /** Repository URL. */
  url: string;
  /** Absolute path inside the sandbox where it appears. */
  mount_path?: string | null;
  /** What was checked out. */
  checkout?: Checkout | null;
  /** Creation time, RFC 3339. */
  created_at?: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Repository on any Git host. */
export interface GitRepositoryResourceParams {
  /** Kind tag of this object. */
  type: 'git_repository';
  /** Clone URL. */
  url: string;
  /** Password or token of the Git host. A secret: keep it out of logs. */
  password?: string;
  /** Absolute path inside the sandbox where it appears. */
  mount_path?: string | null;
  /** Branch or commit to check out. */
  checkout?: Checkout | null;
}

/** Attached memory store. */
export interface MemoryStoreResource {
  /** Kind tag of this object. */
  type: 'memory_store';
  /** Attachment ID, prefix `sesr_`. */
  id?: string;
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
  /** What the agent may do. */
  access?: MemoryAccess;
  /** Usage hint given at attach time. */
  instructions?: string | null;
  /** Name of the store. */
  name?: string;
  /** Description of the store. */
  description?: string | null;
  /** Absolute path inside the sandbox where it appears. */
  mount_path?: string | null;
  /** Creation time, RFC 3339. */
  created_at?: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Memory store to attach. Only its description reaches the prompt; contents are read through tools. */
export interface MemoryStoreResourceParams {
  /** Kind tag of this object. */
  type: 'memory_store';
  /** Memory store ID, prefix `memstore_`. */
  memory_store_id: string;
  /** What the agent may do. */
  access?: MemoryAccess;
  /** When and how to use it. */
  instructions?: string | null;
}

/** Amount of money as a decimal string. */
export interface Money {
  /** Decimal amount. */
  amount?: string;
  /** ISO currency code. */
  currency?: 'USD' | (string & {});
}

/** Progress towards one defined outcome. */
export interface OutcomeEvaluation {
  /** Kind tag of this object. */
  type?: 'outcome_evaluation' | (string & {});
  /** Outcome ID, prefix `outc_`. */
  outcome_id: string;
  /** What has to be achieved. */
  description?: string;
  /** Where it stands; the last four are final. */
  result?: OutcomeResult;
  /** Grader's reasoning. */
  explanation?: string | null;
  /** Revision cycle, from 0. */
  iteration?: number;
  /** When it ended. */
  completed_at?: string | null;
}

/** Counters of server-side tool calls. */
export interface ServerToolUse {
  /** Web searches. */
  web_search_requests?: number;
  /** Web fetches. */
  web_fetch_requests?: number;
}

/** One run of an agent inside an environment. */
export interface Session {
  /** Kind tag of this object. */
  type: 'session';
  /** Identifier of this object. */
  id: string;
  /** Snapshot of the agent taken at creation. */
  agent: SessionAgent;
  /** Environment ID, prefix `env_`. */
  environment_id: string;
  /** Life-cycle state; `canceling` is transient. */
  status: SessionStatus;
  /** Human-readable title. */
  title?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Variables set in the sandbox. */
  environment_variables?: Record<string, string>;
  /** Attachments. */
  resources?: SessionResource[];
  /** Vaults whose credentials the run may use. */
  vault_ids?: string[];
  /** Deployment that started it. */
  deployment_id?: string | null;
  /** State of each defined outcome. */
  outcome_evaluations?: OutcomeEvaluation[];
  /** Spending ceiling. */
  budget?: Budget | null;
  /** Timing. */
  stats?: SessionStats;
  /** Cumulative snapshot: overwrite, never add up. */
  usage?: SessionUsage;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Agent settings frozen into a session. */
export interface SessionAgent {
  /** Kind tag of this object. */
  type: 'agent';
  /** Agent ID. */
  id: string;
  /** Version the snapshot was taken from. */
  version?: number;
  /** Display name. */
  name?: string;
  /** Free text describing the object. */
  description?: string | null;
  /** Model in use. */
  model?: ModelSpec;
  /** System prompt. */
  system?: string | null;
  /** Tools. */
  tools?: Tool[];
  /** MCP servers. */
  mcp_servers?: McpServer[];
  /** Skills. */
  skills?: SkillBinding[];
  /** Roster with resolved members. */
  multiagent?: SessionMultiagent | null;
}

/** Parts of the agent snapshot that may be replaced in a live session. */
export interface SessionAgentUpdateParams {
  /** New model. */
  model?: ModelParam | null;
  /** New system prompt. */
  system?: string | null;
  /** Full replacement. */
  skills?: SkillBindingParams[] | null;
  /** Full replacement. */
  mcp_servers?: McpServer[] | null;
  /** Full replacement. */
  tools?: Tool[] | null;
}

/** Acknowledgement of a cancellation, not proof that the turn has stopped. */
export interface SessionCancelResponse {
  /** Kind tag of this object. */
  type: 'session';
  /** Session ID. */
  id: string;
  /** State after the call; `canceling` even when nothing was running. */
  status: 'canceling' | (string & {});
}

/** New session. */
export interface SessionCreateParams extends CommonParams {
  /**
   * Agent ID (latest version), a pinned version, or an agent with overrides. The member is not called
   * agent_id.
   */
  agent: SessionAgentParam;
  /** Environment ID, prefix `env_`. */
  environment_id: string;
  /** Human-readable title. */
  title?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
  /**
   * Map, or `KEY=VALUE` pairs separated by `;` or newlines. Names match `[A-Za-z_][A-Za-z0-9_]*`;
   * SERVER_ENDPOINT, USER_ID, WORK_DIR and the prefixes CAW_ and QODER_ are reserved. Seen by login shells
   * only.
   */
  environment_variables?: EnvironmentVariables;
  /** Attachments; not for self-hosted environments. */
  resources?: SessionResourceParams[] | null;
  /** Vaults whose credentials the run may use. */
  vault_ids?: string[] | null;
  /** Spending ceiling. */
  budget?: BudgetParams | null;
  /** Events delivered right after creation. */
  initial_events?: SessionInitialEvent[] | null;
  /**
   * Files of this machine: they are uploaded first and become resources. Should that or the session fail,
   * they are deleted again. The options of the call are those of the request that creates the session.
   */
  files?: LocalFile[];
}

/** Roster frozen into a session. */
export interface SessionMultiagent {
  /** Kind tag of this object. */
  type: 'coordinator' | (string & {});
  /** Members with their settings. */
  agents: SessionAgent[];
}

/** Attachment as returned. */
export type SessionResource =
  | FileResource
  | GitHubRepositoryResource
  | GitRepositoryResource
  | MemoryStoreResource
  | UnknownVariant;

/** File to attach to a live session. */
export interface SessionResourceAddParams extends CommonParams {
  /** Kind tag of this object. */
  type?: 'file';
  /** File ID, prefix `file_`. */
  file_id: string;
  /** Defaults to `/mnt/session/uploads/<file_id>`. */
  mount_path?: string | null;
}

/** Attachment requested at session creation. */
export type SessionResourceParams =
  | FileResourceParams
  | GitHubRepositoryResourceParams
  | GitRepositoryResourceParams
  | MemoryStoreResourceParams;

/** New credential for an attached repository; give the one that fits its type. */
export interface SessionResourceUpdateParams extends CommonParams {
  /** New token of a github_repository. A secret: keep it out of logs. */
  authorization_token?: string;
  /** New password of a git_repository. A secret: keep it out of logs. */
  password?: string | null;
}

/** Timing of a session. */
export interface SessionStats {
  /** Time spent working. */
  active_seconds?: number;
  /** Wall time. */
  duration_seconds?: number;
}

/** Partial change of a session. */
export interface SessionUpdateParams extends CommonParams {
  /** Human-readable title. */
  title?: string | null;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
  /** New variables. */
  environment_variables?: Record<string, string>;
  /** Changes to the agent snapshot. */
  agent?: SessionAgentUpdateParams;
  /** New ceiling. */
  budget?: BudgetParams | null;
  /** Vaults whose credentials the run may use. */
  vault_ids?: string[] | null;
}

/** Cumulative spending. Credits are floored to two decimals. */
export interface SessionUsage {
  /** Credits spent so far. */
  total_credits?: number;
  /** Part spent on models. */
  model_credits?: number;
  /** Part spent on sandbox time. */
  sandbox_runtime_credits?: number;
  /** Billed active time. */
  active_seconds?: number;
  /** Input tokens. */
  input_tokens?: number;
  /** Output tokens. */
  output_tokens?: number;
  /** Input tokens served from cache. */
  cache_read_input_tokens?: number;
  /** Tokens written to cache. */
  cache_creation?: CacheCreation;
  /** Cost at list price. */
  list_cost?: Money;
  /** Server-side tool counters. */
  server_tool_use?: ServerToolUse;
}

/** What a session may do with an attached memory store. */
export type MemoryAccess = 'read_write' | 'read_only' | (string & {});

/** State of a session; `canceling` is transient and `terminated` final. */
export type SessionStatus = 'idle' | 'running' | 'rescheduling' | 'canceling' | 'terminated' | (string & {});

/** Agent ID, an agent pinned to a version, or an agent with overrides for this session. */
export type SessionAgentParam = string | AgentParams | AgentWithOverridesParams;

/** Environment variables of a session: a mapping, or `KEY=value` pairs separated by `;` or line breaks. */
export type EnvironmentVariables = Record<string, string> | string;

/** Event a session starts with. */
export type SessionInitialEvent = UserMessageEventParams | UserDefineOutcomeEventParams;

/** A file of this machine, by its path alone or with the place where the agent finds it. */
export type LocalFile = string | MountedFile;

/** A file of this machine, and where the agent finds it. */
export interface MountedFile {
  /** Where it is on this machine. */
  path: string;
  /** Where the agent finds it; absolute. Chosen by the service when absent. */
  mount_path?: string;
}

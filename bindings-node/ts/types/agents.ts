// Generated from spec/ by codegen; edit the spec.

import type { UnknownVariant } from '../unknown.js';
import type { CommonParams } from './common.js';
import type { ModelParam, ModelSpec } from './models.js';
import type { SkillOrigin } from './skills.js';

/** Model the main thread may consult during a turn. */
export interface AdvisorParams {
  /** Kind tag of this object. */
  type: 'advisor';
  /** Model ID. */
  model: string;
}

/** Agent definition as stored. Immutable per version. */
export interface Agent {
  /** Kind tag of this object. */
  type: 'agent';
  /** Agent ID, prefix `agent_`. */
  id: string;
  /** Display name. */
  name: string;
  /** Free text describing the object. */
  description?: string | null;
  /** Model ID, or the model with its tuning. */
  model: ModelSpec;
  /** System prompt. */
  system?: string | null;
  /** Toolsets and tools the agent may call. */
  tools?: Tool[];
  /** Remote MCP servers that toolsets may refer to. */
  mcp_servers?: McpServer[];
  /** Skills bound to the agent. */
  skills?: SkillBinding[];
  /** Roster of collaborating agents; null for a single agent. */
  multiagent?: Multiagent | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Current version; starts at 1. */
  version: number;
  /** When it was archived; null while live. */
  archived_at?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** New agent. */
export interface AgentCreateParams extends CommonParams {
  /** Display name. */
  name: string;
  /** Model ID from models.list, or the model with its tuning. */
  model: ModelParam;
  /** Free text describing the object. */
  description?: string | null;
  /** System prompt. */
  system?: string | null;
  /** Omitting it, or an empty list, leaves the model without any tool. At most 128 items. */
  tools?: Tool[] | null;
  /** Each one a `mcp_toolset` refers to must be declared here. At most 20 items. */
  mcp_servers?: McpServer[] | null;
  /** Skills to bind. At most 20 items. */
  skills?: SkillBindingParams[] | null;
  /** Makes the agent a coordinator. */
  multiagent?: MultiagentParams | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string> | null;
}

/** Request form of an agent reference. */
export interface AgentParams {
  /** Kind tag of this object. */
  type: 'agent';
  /** Agent ID. */
  id: string;
  /** Version to pin; the latest when omitted. */
  version?: number | null;
}

/** Built-in tools of the sandbox. */
export interface AgentToolset {
  /** Kind tag of this object. */
  type: 'agent_toolset_20260401';
  /** Allow list; omitted or empty enables everything. List DeliverArtifacts explicitly if you want it. */
  enabled_tools?: BuiltinTool[] | null;
  /** Deny list; may not overlap enabled_tools. */
  disallowed_tools?: string[] | null;
  /** Settings of single tools. */
  configs?: ToolConfig[] | null;
  /** Settings for tools without their own entry. */
  default_config?: ToolDefaults | null;
}

/** Partial change of an agent. tools, mcp_servers and skills replace the stored lists as a whole. */
export interface AgentUpdateParams extends CommonParams {
  /** Version you read last; a stale one gives 409. At least 1. */
  version: number;
  /** Display name. */
  name?: string | null;
  /** Free text describing the object. */
  description?: string | null;
  /** New system prompt. */
  system?: string | null;
  /** New model. */
  model?: ModelParam | null;
  /** Full replacement. */
  tools?: Tool[] | null;
  /** Full replacement. */
  mcp_servers?: McpServer[] | null;
  /** Full replacement. */
  skills?: SkillBindingParams[] | null;
  /** New roster. */
  multiagent?: MultiagentParams | null;
  /** Merged by key; null deletes a key. */
  metadata?: Record<string, string | null> | null;
}

/**
 * Platform browser tools with live preview (beta). Accepts nothing but `type`; writing it needs the beta
 * header.
 */
export interface BrowserToolset {
  /** Kind tag of this object. */
  type: 'browser_toolset_20260714';
}

/** Tool executed by the API client. A call pauses the session until the client sends its result. */
export interface CustomTool {
  /** Kind tag of this object. */
  type: 'custom';
  /** Unique name: letters, digits, `_` and `-`. */
  name: string;
  /** Tells the model when to use it. */
  description: string;
  /** JSON Schema of the arguments. */
  input_schema: ToolInputSchema;
}

/** Marker of a deleted agent. */
export interface DeletedAgent {
  /** Kind tag of this object. */
  type?: 'agent_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Remote MCP server reached over streamable HTTP. Carries no credentials; those live in vaults. */
export interface McpServer {
  /** Kind tag of this object. */
  type: 'url' | (string & {});
  /** Unique name that toolsets refer to. */
  name: string;
  /** Endpoint, reachable from the sandbox. */
  url: string;
}

/** Tools of one declared MCP server. */
export interface McpToolset {
  /** Kind tag of this object. */
  type: 'mcp_toolset';
  /** Name of an entry in mcp_servers. */
  mcp_server_name: string;
  /** Settings of single tools. */
  configs?: ToolConfig[] | null;
  /** Settings for tools without their own entry. */
  default_config?: ToolDefaults | null;
}

/** Coordinator roster with resolved agents. */
export interface Multiagent {
  /** Kind tag of this object. */
  type: 'coordinator' | (string & {});
  /** Members. */
  agents: MultiagentEntry[];
}

/** Roster member as returned. */
export interface MultiagentEntry {
  /** Kind tag of this object. */
  type: MultiagentRole;
  /** Agent ID. */
  id?: string | null;
  /** Agent version. */
  version?: number | null;
  /** Model of an advisor. */
  model?: ModelSpec | null;
}

/** Roster of agents a coordinator may delegate to. */
export interface MultiagentParams {
  /** Kind tag of this object. */
  type: 'coordinator';
  /** Agent IDs or typed entries. */
  agents: RosterEntryParam[];
}

/** Whether a tool call needs approval. */
export interface PermissionPolicy {
  /** `always_ask` pauses the turn until a user.tool_confirmation arrives. */
  type: PermissionMode;
}

/** Lets the coordinator delegate to copies of itself. */
export interface SelfAgentParams {
  /** Kind tag of this object. */
  type: 'self';
}

/** Skill bound to an agent. */
export interface SkillBinding {
  /** Own upload or platform skill. */
  type: SkillOrigin;
  /** Skill ID. */
  skill_id: string;
  /** Pinned version; follows the latest when absent. */
  version?: string | null;
}

/** Request to bind a skill. */
export interface SkillBindingParams {
  /** Own upload or platform skill. */
  type: SkillOrigin;
  /** Skill ID. */
  skill_id: string;
  /** Version to pin; latest when omitted. */
  version?: string | null;
}

/** Entry of an agent's tool list. */
export type Tool = AgentToolset | BrowserToolset | McpToolset | CustomTool | UnknownVariant;

/** Settings of one tool. The domain and token members apply to web tools only. */
export interface ToolConfig {
  /** Lower-case tool kind, for example `bash`; optional. */
  type?: string;
  /** Tool name as it appears in events, for example `Bash`. */
  name: string;
  /** Whether the model may call it. */
  enabled?: boolean | null;
  /** Approval rule. */
  permission_policy?: PermissionPolicy | null;
  /** Web tools: only these domains. */
  allowed_domains?: string[] | null;
  /** Web tools: never these domains. */
  blocked_domains?: string[] | null;
  /** Web fetch: cap on returned content. */
  max_content_tokens?: number | null;
  /** Web search: approximate position of the user. */
  user_location?: UserLocation | null;
}

/** Settings applied to every tool of a set unless a ToolConfig overrides them. */
export interface ToolDefaults {
  /** Whether tools are on by default. */
  enabled?: boolean | null;
  /** Default approval rule. */
  permission_policy?: PermissionPolicy | null;
}

/** JSON Schema object for tool arguments; further keywords may sit beside these. */
export interface ToolInputSchema {
  /** Kind tag of this object. */
  type?: 'object';
  /** Arguments that must be given. */
  required?: string[] | null;
  /** Argument schemas by name. */
  properties?: Record<string, unknown> | null;
}

/** Rough position used to localise web search. */
export interface UserLocation {
  /** Kind tag of this object. */
  type?: 'approximate';
  /** City. */
  city?: string | null;
  /** Region or state. */
  region?: string | null;
  /** Country. */
  country?: string | null;
  /** IANA time zone. */
  timezone?: string | null;
}

/** Name of a built-in tool. */
export type BuiltinTool =
  | 'Bash'
  | 'Read'
  | 'Write'
  | 'Edit'
  | 'Glob'
  | 'Grep'
  | 'WebFetch'
  | 'WebSearch'
  | 'ImageGen'
  | 'ImageSearch'
  | 'DeliverArtifacts'
  | (string & {});

/** Part an entry plays in a roster. */
export type MultiagentRole = 'agent' | 'self' | 'advisor' | (string & {});

/** Approval rule of a tool. */
export type PermissionMode = 'always_allow' | 'always_ask' | 'always_deny' | (string & {});

/** Agent ID, or an agent pinned to a version. */
export type AgentParam = string | AgentParams;

/** Member of a roster in a request. */
export type RosterEntryParam = string | AgentParams | SelfAgentParams | AdvisorParams;

// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import { AgentHelpers } from '../helpers.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { Agent, AgentCreateParams, AgentUpdateParams, DeletedAgent } from '../types/agents.js';
import type { CommonParams, PageParams } from '../types/common.js';

/** Arguments of `agents.list`. */
export interface AgentListParams extends PageParams {
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
}

/** Arguments of `agents.retrieve`. */
export interface AgentRetrieveParams extends CommonParams {
  /** Version to read; the current one when omitted. At least 1. */
  version?: number;
}

/** Reusable definitions of what an agent is and may do. */
export class Agents extends AgentHelpers {
  /** Immutable snapshots of an agent. */
  readonly versions: AgentsVersions;

  constructor(calls: Calls) {
    super(calls);
    this.versions = new AgentsVersions(calls);
  }

  /**
   * Create an agent at version 1.
   *
   * Some arguments need the beta `browser-use-2026-07-14`, given in `betas`.
   *
   * @throws {@link BadRequestError} 400: unknown built-in tool name, a tool both enabled and disallowed, or a
   * browser toolset without its beta header.
   * @throws {@link InternalServerError} 503: browser use is temporarily switched off.
   */
  create(params: AgentCreateParams, options?: CallOptions): APIPromise<Agent> {
    return this.calls.json(ops.agentsCreate, [], params, options);
  }

  /**
   * List agents, newest first.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: AgentListParams, options?: CallOptions): PagePromise<Agent> {
    return this.calls.pages(ops.agentsList, [], params, options);
  }

  /** Fetch an agent, or one of its earlier versions. */
  retrieve(agentId: string, params?: AgentRetrieveParams, options?: CallOptions): APIPromise<Agent> {
    return this.calls.json(ops.agentsRetrieve, [agentId], params, options);
  }

  /**
   * Change an agent under optimistic locking; the version goes up by one.
   *
   * Affects only sessions created afterwards, because each session keeps its own snapshot.
   *
   * Some arguments need the beta `browser-use-2026-07-14`, given in `betas`.
   *
   * @throws {@link BadRequestError} 400: a browser toolset is written without its beta header.
   * @throws {@link ConflictError} 409: `version` is not the current version.
   */
  update(agentId: string, params: AgentUpdateParams, options?: CallOptions): APIPromise<Agent> {
    return this.calls.json(ops.agentsUpdate, [agentId], params, options);
  }

  /** Delete an agent; archiving first is not required. */
  delete(agentId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeletedAgent> {
    return this.calls.json(ops.agentsDelete, [agentId], params, options);
  }

  /** Archive an agent so that it no longer shows up or starts sessions. */
  archive(agentId: string, params?: CommonParams, options?: CallOptions): APIPromise<Agent> {
    return this.calls.json(ops.agentsArchive, [agentId], params, options);
  }
}

/** Immutable snapshots of an agent. */
export class AgentsVersions extends Resource {
  /**
   * List the snapshots of an agent, latest first.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(agentId: string, params?: PageParams, options?: CallOptions): PagePromise<Agent> {
    return this.calls.pages(ops.agentsVersionsList, [agentId], params, options);
  }
}

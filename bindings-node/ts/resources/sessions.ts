// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import { SessionHelpers } from '../helpers.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { EventStream } from '../streaming.js';
import type { CommonParams, PageParams, SortOrder } from '../types/common.js';
import type {
  DeltaEventType,
  EventSendParams,
  EventSendResponse,
  SessionEvent,
  SessionStreamEvent,
} from '../types/events.js';
import type {
  DeletedSession,
  DeletedSessionResource,
  FileResource,
  Session,
  SessionCancelResponse,
  SessionCreateParams,
  SessionResource,
  SessionResourceAddParams,
  SessionResourceUpdateParams,
  SessionStatus,
  SessionUpdateParams,
} from '../types/sessions.js';
import type { SessionThread } from '../types/threads.js';

/** Arguments of `sessions.list`. */
export interface SessionListParams extends PageParams {
  /** Only items created after this time. */
  created_at_gt?: string;
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created before this time. */
  created_at_lt?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Also return archived items. Default: false. */
  include_archived?: boolean;
  /** Sort direction by creation time. Default: `desc`. */
  order?: SortOrder;
  /** Only sessions of this agent. */
  agent_id?: string;
  /** Only this agent version; needs agent_id. */
  agent_version?: number;
  /** Only sessions started by this deployment. */
  deployment_id?: string;
  /** Only sessions with this memory store attached. */
  memory_store_id?: string;
  /** Only these states; repeat the parameter. */
  statuses?: SessionStatus[];
}

/** Running conversations between you and an agent. */
export class Sessions extends SessionHelpers {
  /** Files, repositories and memory stores attached to a session. */
  readonly resources: SessionsResources;
  /** What is said and done in a session: send, read back, follow live. */
  readonly events: SessionsEvents;
  /** Threads of a multi-agent session. */
  readonly threads: SessionsThreads;

  constructor(calls: Calls) {
    super(calls);
    this.resources = new SessionsResources(calls);
    this.events = new SessionsEvents(calls);
    this.threads = new SessionsThreads(calls);
  }

  /**
   * Start a session from an agent and an environment.
   *
   * MCP tool discovery happens during this call, so an unreachable or unauthorised MCP server makes it fail.
   * The new session is idle.
   *
   * @throws {@link BadRequestError} 400: missing environment, reserved variable name, resources on a
   * self-hosted environment, or failed MCP discovery.
   */
  create(params: SessionCreateParams, options?: CallOptions): APIPromise<Session> {
    return this.calls.json(ops.sessionsCreate, [], params, options);
  }

  /**
   * List sessions, newest first.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: SessionListParams, options?: CallOptions): PagePromise<Session> {
    return this.calls.pages(ops.sessionsList, [], params, options);
  }

  /** Fetch a session with its current status and usage. */
  retrieve(sessionId: string, params?: CommonParams, options?: CallOptions): APIPromise<Session> {
    return this.calls.json(ops.sessionsRetrieve, [sessionId], params, options);
  }

  /** Change title, metadata, budget, vaults, variables or parts of the agent snapshot. */
  update(sessionId: string, params?: SessionUpdateParams, options?: CallOptions): APIPromise<Session> {
    return this.calls.json(ops.sessionsUpdate, [sessionId], params, options);
  }

  /** Delete a session and its recorded events. */
  delete(sessionId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeletedSession> {
    return this.calls.json(ops.sessionsDelete, [sessionId], params, options);
  }

  /**
   * Cancel the running turn; harmless when idle.
   *
   * Settles asynchronously: wait for session.status_idle or poll the session.
   */
  cancel(sessionId: string, params?: CommonParams, options?: CallOptions): APIPromise<SessionCancelResponse> {
    return this.calls.json(ops.sessionsCancel, [sessionId], params, options);
  }

  /** Archive a session; its history stays readable. */
  archive(sessionId: string, params?: CommonParams, options?: CallOptions): APIPromise<Session> {
    return this.calls.json(ops.sessionsArchive, [sessionId], params, options);
  }
}

/** Files, repositories and memory stores attached to a session. */
export class SessionsResources extends Resource {
  /**
   * Attach an uploaded file to a live session.
   *
   * @throws {@link ConflictError} 409: that file is already attached.
   */
  add(sessionId: string, params: SessionResourceAddParams, options?: CallOptions): APIPromise<FileResource> {
    return this.calls.json(ops.sessionsResourcesAdd, [sessionId], params, options);
  }

  /**
   * List what is attached to a session.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(sessionId: string, params?: PageParams, options?: CallOptions): PagePromise<SessionResource> {
    return this.calls.pages(ops.sessionsResourcesList, [sessionId], params, options);
  }

  /** Fetch one attachment. */
  retrieve(
    sessionId: string,
    resourceId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<SessionResource> {
    return this.calls.json(ops.sessionsResourcesRetrieve, [sessionId, resourceId], params, options);
  }

  /** Rotate the credential of an attached repository. */
  update(
    sessionId: string,
    resourceId: string,
    params?: SessionResourceUpdateParams,
    options?: CallOptions,
  ): APIPromise<SessionResource> {
    return this.calls.json(ops.sessionsResourcesUpdate, [sessionId, resourceId], params, options);
  }

  /** Detach a resource. */
  delete(
    sessionId: string,
    resourceId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<DeletedSessionResource> {
    return this.calls.json(ops.sessionsResourcesDelete, [sessionId, resourceId], params, options);
  }
}

/** Arguments of `sessions.events.list`. */
export interface SessionsEventListParams extends PageParams {
  /** Only items created after this time. */
  created_at_gt?: string;
  /** Only items created at or after this time. */
  created_at_gte?: string;
  /** Only items created before this time. */
  created_at_lt?: string;
  /** Only items created at or before this time. */
  created_at_lte?: string;
  /** Sort direction by creation time. */
  order?: SortOrder;
  /** Only these event types; repeat the parameter. */
  types?: string[];
}

/** Arguments of `sessions.events.stream`. */
export interface SessionsEventStreamParams extends CommonParams {
  /** Ask for incremental frames on this connection; repeat the parameter. */
  event_deltas?: DeltaEventType[];
  /** Resume after this event ID. */
  last_event_id?: string;
}

/** What is said and done in a session: send, read back, follow live. */
export class SessionsEvents extends Resource {
  /**
   * Send client events to a session.
   *
   * Accepted asynchronously. Events must be wrapped in an array even when there is only one.
   *
   * @throws {@link BadRequestError} 400: a bare event, or message content given as a plain string.
   */
  send(sessionId: string, params: EventSendParams, options?: CallOptions): APIPromise<EventSendResponse> {
    return this.calls.json(ops.sessionsEventsSend, [sessionId], params, options);
  }

  /**
   * Read the buffered event history.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(
    sessionId: string,
    params?: SessionsEventListParams,
    options?: CallOptions,
  ): PagePromise<SessionEvent> {
    return this.calls.pages(ops.sessionsEventsList, [sessionId], params, options);
  }

  /**
   * Follow a session live over server-sent events.
   *
   * Starts at the present unless Last-Event-ID is sent. Ends on session.status_terminated or session.deleted.
   *
   * The stream is open when the promise resolves.
   */
  stream(
    sessionId: string,
    params?: SessionsEventStreamParams,
    options?: CallOptions,
  ): APIPromise<EventStream<SessionStreamEvent>> {
    return this.calls.events(ops.sessionsEventsStream, [sessionId], params, options);
  }
}

/** Threads of a multi-agent session. */
export class SessionsThreads extends Resource {
  /** Events of one thread. */
  readonly events: SessionsThreadsEvents;

  constructor(calls: Calls) {
    super(calls);
    this.events = new SessionsThreadsEvents(calls);
  }

  /**
   * List the threads of a multi-agent session.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(sessionId: string, params?: PageParams, options?: CallOptions): PagePromise<SessionThread> {
    return this.calls.pages(ops.sessionsThreadsList, [sessionId], params, options);
  }

  /** Fetch one thread. */
  retrieve(
    sessionId: string,
    threadId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<SessionThread> {
    return this.calls.json(ops.sessionsThreadsRetrieve, [sessionId, threadId], params, options);
  }

  /** Archive a child thread. */
  archive(
    sessionId: string,
    threadId: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<SessionThread> {
    return this.calls.json(ops.sessionsThreadsArchive, [sessionId, threadId], params, options);
  }
}

/** Arguments of `sessions.threads.events.stream`. */
export interface SessionsThreadsEventStreamParams extends CommonParams {
  /** Incremental frames; see the notes. */
  event_deltas?: DeltaEventType[];
  /** Resume after this event ID. */
  last_event_id?: string;
}

/** Events of one thread. */
export class SessionsThreadsEvents extends Resource {
  /**
   * Read the event history of one thread.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(
    sessionId: string,
    threadId: string,
    params?: PageParams,
    options?: CallOptions,
  ): PagePromise<SessionEvent> {
    return this.calls.pages(ops.sessionsThreadsEventsList, [sessionId, threadId], params, options);
  }

  /**
   * Follow one thread live over server-sent events.
   *
   * The stream is open when the promise resolves.
   */
  stream(
    sessionId: string,
    threadId: string,
    params?: SessionsThreadsEventStreamParams,
    options?: CallOptions,
  ): APIPromise<EventStream<SessionStreamEvent>> {
    return this.calls.events(ops.sessionsThreadsEventsStream, [sessionId, threadId], params, options);
  }
}

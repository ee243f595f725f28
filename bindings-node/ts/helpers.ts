import { type Operation, sort } from './arguments.js';
import type { Calls } from './calls.js';
import { argumentError } from './errors.js';
import { type Job, type RunManyOptions, Turns } from './many.js';
import * as ops from './operations.js';
import { seconds } from './options.js';
import { Procedure, perform, written } from './procedure.js';
import { Resource } from './resource.js';
import { downloadTo, type RunOptions, Turn, type TurnInput } from './turn.js';
import type { Agent, AgentCreateParams, AgentUpdateParams } from './types/agents.js';
import type { CommonParams } from './types/common.js';
import type { Environment, EnvironmentCreateParams } from './types/environments.js';
import type {
  Memory,
  MemoryCreateParams,
  MemoryStore,
  MemoryStoreCreateParams,
} from './types/memory_stores.js';
import type { Session } from './types/sessions.js';
import type { WorkSummary } from './types/turns.js';
import type { Vault, VaultCreateParams } from './types/vaults.js';
import type { Work } from './types/work.js';

/** How a method that is more than one call is made; how its calls are made is for the client to say. */
export interface HelperOptions {
  /** Gives up; the promise rejects with the signal's reason. */
  signal?: AbortSignal | null;
}

/** How a session is waited for. */
export interface WaitOptions extends HelperOptions {
  /** How long, in milliseconds. Default: no limit. */
  timeout?: number | null;
}

/** The arguments of a method without those that say how a call is made. */
export type Body<Params> = Omit<Params, keyof CommonParams>;

/** The body that a call would send. */
function bodyOf(operation: Operation, params: object): Record<string, unknown> {
  const { body = {}, headers } = sort(operation, params);
  if (headers !== undefined) {
    throw argumentError(`headers such as ${headers[0]} are for the client to say`, operation.id);
  }
  return body;
}

async function findOrCreate<T>(
  calls: Calls,
  operation: Operation,
  params: object,
  options: HelperOptions | undefined,
): Promise<T> {
  const [kind] = operation.id.split('.');
  const args = { kind, create: bodyOf(operation, params) };
  const { object } = await perform<{ object: T }>(calls, 'find_or_create', args, options);
  return object;
}

/** What `client.sessions` can do with more than one call. */
export abstract class SessionHelpers extends Resource {
  /**
   * Runs a turn: opens the stream, sends the input, answers what the agent asks for with your tools, and follows it to
   * its end. Nothing is sent before the turn is awaited or iterated.
   *
   * ```ts
   * const { text } = await client.sessions.run(session.id, 'Hello!');
   * ```
   *
   * The turn rejects with {@link ConflictError} when the session is at work, unless `busy` says otherwise, and with
   * {@link APITimeoutError} after `timeout`. A turn that stops early is a result, not an error: see
   * `check` of {@link TurnResult}.
   */
  run(sessionId: string, input: TurnInput, options?: RunOptions): Turn {
    return new Turn(this.calls, sessionId, input, options);
  }

  /**
   * Runs turns of many sessions, so many at a time. One that fails does not stop the rest.
   *
   * ```ts
   * const session = { agent: agent.id, environment_id: environment.id };
   * const jobs = cities.map((city) => ({ input: `Tell me of ${city}`, session }));
   * for await (const { index, result, error } of client.sessions.runMany(jobs)) console.log(index, result?.text ?? error);
   * ```
   */
  runMany(jobs: Iterable<Job>, options?: RunManyOptions): Turns {
    const made = [...jobs].map((job) =>
      'session' in job ? { ...job, session: bodyOf(ops.sessionsCreate, job.session) } : job,
    );
    return new Turns(this.calls, made as Job[], options);
  }

  /**
   * Waits until a session stops working.
   *
   * @returns The session as it is then.
   * @throws {@link APITimeoutError} after `timeout`.
   */
  async waitUntilIdle(sessionId: string, options: WaitOptions = {}): Promise<Session> {
    const args = { session_id: sessionId, timeout: seconds('timeout', options.timeout) };
    return perform(this.calls, 'sessions.wait_until_idle', args, options);
  }

  /**
   * Stops what a session does, and waits until it has stopped.
   *
   * @returns The session as it is then.
   * @throws {@link APITimeoutError} after `timeout`.
   */
  async cancelAndWait(sessionId: string, options: WaitOptions = {}): Promise<Session> {
    const args = { session_id: sessionId, timeout: seconds('timeout', options.timeout) };
    return perform(this.calls, 'sessions.cancel_and_wait', args, options);
  }
}

/** What is to be changed of an agent; nothing leaves it as it is. */
export type AgentChange = Body<Omit<AgentUpdateParams, 'version'>> | null | undefined;

/** What `client.agents` can do with more than one call. */
export abstract class AgentHelpers extends Resource {
  /**
   * Changes an agent that others change too: `change` is given the agent and says what to change, and is asked again
   * with the newest version when somebody else was faster, five times at most. What it throws rejects the promise.
   *
   * ```ts
   * await client.agents.edit(agent.id, ({ tools = [] }) => ({ tools: [...tools, weather.definition] }));
   * ```
   *
   * @returns The agent as it is then.
   * @throws {@link ConflictError} when others were faster each time.
   */
  async edit(
    agentId: string,
    change: (agent: Agent) => AgentChange | Promise<AgentChange>,
    options?: HelperOptions,
  ): Promise<Agent> {
    let thrown: { reason: unknown } | undefined;
    const answer = async (_topic: string, agent: unknown) => {
      try {
        return written(await change(agent as Agent));
      } catch (reason) {
        thrown = { reason };
        throw reason;
      }
    };
    const host = { signal: options?.signal, answer };
    const edited = perform<Agent>(this.calls, 'agents.edit', { agent_id: agentId }, host);
    return edited.catch((error) => {
      throw thrown ? thrown.reason : error;
    });
  }

  /** The newest agent of this name that is not archived; a new one when there is none. */
  findOrCreate(params: Body<AgentCreateParams>, options?: HelperOptions): Promise<Agent> {
    return findOrCreate(this.calls, ops.agentsCreate, params, options);
  }
}

/** What `client.environments` can do with more than one call. */
export abstract class EnvironmentHelpers extends Resource {
  /** The newest environment of this name that is not archived; a new one when there is none. */
  findOrCreate(params: Body<EnvironmentCreateParams>, options?: HelperOptions): Promise<Environment> {
    return findOrCreate(this.calls, ops.environmentsCreate, params, options);
  }
}

/** What `client.vaults` can do with more than one call. */
export abstract class VaultHelpers extends Resource {
  /** The newest vault of this `display_name` that is not archived; a new one when there is none. */
  findOrCreate(params: Body<VaultCreateParams>, options?: HelperOptions): Promise<Vault> {
    return findOrCreate(this.calls, ops.vaultsCreate, params, options);
  }
}

/** What `client.memory_stores` can do with more than one call. */
export abstract class MemoryStoreHelpers extends Resource {
  /** The newest memory store of this name that is not archived; a new one when there is none. */
  findOrCreate(params: Body<MemoryStoreCreateParams>, options?: HelperOptions): Promise<MemoryStore> {
    return findOrCreate(this.calls, ops.memoryStoresCreate, params, options);
  }
}

/** What `client.memory_stores.memories` can do with more than one call. */
export abstract class MemoryHelpers extends Resource {
  /**
   * Writes a memory, whether its path is taken or not; what stands there is replaced as it was seen last.
   *
   * @throws {@link ConflictError} when others were faster each time.
   */
  async upsert(
    memoryStoreId: string,
    params: Body<MemoryCreateParams>,
    options?: HelperOptions,
  ): Promise<Memory> {
    const args = { memory_store_id: memoryStoreId, ...bodyOf(ops.memoryStoresMemoriesCreate, params) };
    return perform(this.calls, 'memory_stores.memories.upsert', args, options);
  }
}

/** What `client.files` can do with more than one call. */
export abstract class FileHelpers extends Resource {
  /**
   * Downloads a file to `path`, which is written when the file is whole, never before. A download that breaks off
   * starts over, as often as calls are repeated.
   *
   * @returns Its length in bytes.
   */
  downloadTo(fileId: string, path: string, options?: HelperOptions): Promise<number> {
    return downloadTo(this.calls, fileId, path, options);
  }
}

/** How a worker works. */
export interface WorkerOptions extends HelperOptions {
  /** The name under which it claims work. */
  worker_id?: string;
  /** So many items at a time. Default: 1. */
  concurrency?: number;
  /** How long an item is its own without a sign of life, in milliseconds: 10,000 to 600,000. Default: 60,000. */
  lease?: number;
  /** Ends after so many items. Default: never. */
  maxItems?: number;
}

/** What `client.environments.work` can do with more than one call. */
export abstract class WorkHelpers extends Resource {
  /**
   * Works on the queue of a self-hosted environment until `maxItems` are done or the signal fires: claims items, has
   * `handler` work on them, keeps their leases, and stops them. An item whose handler throws has failed; the error
   * goes to the client's logger, and the worker goes on. The `signal` given to the handler fires when its item is to
   * be stopped, or is lost.
   *
   * `work.secret` is there, but out of sight when the item is printed or written as JSON.
   */
  async run(
    environmentId: string,
    handler: (work: Work, context: { signal: AbortSignal }) => unknown,
    options: WorkerOptions = {},
  ): Promise<WorkSummary> {
    const { worker_id, concurrency, lease = 60_000, maxItems, signal } = options;
    const running = new Map<string, AbortController>();
    const answer = async (_topic: string, particulars: unknown, over: AbortSignal) => {
      const work = particulars as Work;
      Object.defineProperty(work, 'secret', { enumerable: false });
      const stop = new AbortController();
      running.set(work.id, stop);
      try {
        await handler(work, { signal: AbortSignal.any([over, stop.signal]) });
        return written(null);
      } catch (error) {
        this.calls.logger?.error('qoder-cloud: the handler of work items failed', {
          work_id: work.id,
          error,
        });
        throw error;
      } finally {
        running.delete(work.id);
      }
    };
    const args = {
      environment_id: environmentId,
      worker_id,
      concurrency,
      lease: Math.ceil(seconds('lease', lease) as number),
      max_items: maxItems,
    };
    const host = { signal, answer };
    const worker = new Procedure<{ work_id: string }, WorkSummary>(
      this.calls,
      'environments.work.run',
      args,
      host,
    );
    for await (const { work_id } of worker) running.get(work_id)?.abort();
    return worker.result();
  }
}

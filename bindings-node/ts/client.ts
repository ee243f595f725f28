import { inspect } from 'node:util';
import type { ClientSettings, NativeClient } from './binding.js';
import { type AnyParams, Calls } from './calls.js';
import { argumentError, errorFrom } from './errors.js';
import { binding } from './load.js';
import { addLogger, levelOf, standardError } from './logger.js';
import { bridge, dropWith, register, type TokenProvider } from './native.js';
import { type CallOptions, type ClientOptions, clientSettings } from './options.js';
import { perform } from './procedure.js';
import type { APIPromise } from './promise.js';
import { Resources } from './resources/index.js';
import { ServiceAccount } from './service-account.js';
import type { CleanupReport } from './types/turns.js';

/** What follows the package's name in the `User-Agent`. */
const AGENT = `(node ${process.versions.node}; ${process.platform} ${process.arch})`;

/**
 * A client of the Qoder Cloud Agents API. It holds connections and can be shared by everything in a process; it
 * never keeps the process alive by itself.
 *
 * ```ts
 * const client = new Qoder();
 * for await (const agent of client.agents.list()) console.log(agent.name);
 * ```
 */
export class Qoder extends Resources implements AsyncDisposable {
  readonly #calls: Calls;

  /**
   * @throws {@link QoderError} when an option cannot be used, or no token is given or found in the environment.
   */
  constructor(options?: ClientOptions);
  /** @internal */
  constructor(calls: Calls);
  constructor(given: ClientOptions | Calls = {}) {
    const calls = given instanceof Calls ? given : make(given, createClient);
    super(calls);
    this.#calls = calls;
  }

  /** The address calls go to. */
  get baseURL(): string {
    return this.#calls.baseURL;
  }

  /**
   * A client that differs in some options and shares the connections of this one.
   *
   * @throws {@link QoderError} when an option cannot be used.
   */
  withOptions(options: ClientOptions): Qoder {
    return new Qoder(make(options, (settings) => this.#calls.native.derive(settings), this.#calls));
  }

  /** Reads any path, relative to the base URL. */
  get<T = unknown>(path: string, params?: AnyParams, options?: CallOptions): APIPromise<T> {
    return this.#calls.any('get', path, params, options);
  }

  /** Posts to any path, relative to the base URL. */
  post<T = unknown>(path: string, params?: AnyParams, options?: CallOptions): APIPromise<T> {
    return this.#calls.any('post', path, params, options);
  }

  /** Puts to any path, relative to the base URL. */
  put<T = unknown>(path: string, params?: AnyParams, options?: CallOptions): APIPromise<T> {
    return this.#calls.any('put', path, params, options);
  }

  /** Deletes any path, relative to the base URL. */
  delete<T = unknown>(path: string, params?: AnyParams, options?: CallOptions): APIPromise<T> {
    return this.#calls.any('delete', path, params, options);
  }

  /**
   * Removes what a program has made, given as objects of the API or as their ids: deletes it, or archives it where
   * deleting is refused, in an order in which things let go of one another. What stays does not stop the others.
   *
   * @returns What became of each.
   * @throws {@link QoderError} when something is of no kind that can be removed; then nothing is.
   */
  async cleanup(...objects: (string | { id: string; type?: string })[]): Promise<CleanupReport[]> {
    const named = objects.map((object) =>
      typeof object === 'string' ? { id: object } : { id: object.id, type: object.type },
    );
    return perform(this.#calls, 'cleanup', { objects: named });
  }

  /**
   * Ends this client: whatever is asked of it from now on is refused with a {@link QoderError}. What is under way goes
   * on, and so do clients derived from it; connections end with the last client that shares them.
   */
  close(): void {
    this.#calls.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  /** Short, and without secrets. */
  [inspect.custom](): string {
    return `Qoder { baseURL: '${this.baseURL}' }`;
  }
}

const createClient = (settings: ClientSettings) => binding.createClient(bridge, settings);

/** Makes a client, and keeps its token provider and logger for as long as it lives. */
function make(
  options: ClientOptions,
  create: (settings: ClientSettings) => NativeClient | string,
  parent?: Calls,
): Calls {
  const settings: ClientSettings = { ...clientSettings(options), userAgentSuffix: AGENT };
  const { token } = options;
  if (typeof token === 'string') settings.token = token;
  else if (typeof token === 'function') settings.tokenProvider = register(token as TokenProvider);
  else if (token instanceof ServiceAccount) settings.serviceAccount = token.native;
  else if (token !== undefined && token !== null) {
    throw argumentError('`token` must be a string, a function or a ServiceAccount');
  }
  settings.logLevel = levelOf(options.logLevel, options.logger);
  const logger = settings.logLevel === undefined ? undefined : (options.logger ?? standardError);
  if (logger !== undefined) settings.logger = addLogger(logger);
  const client = create(settings);
  if (typeof client === 'string') throw errorFrom(JSON.parse(client));
  const calls = new Calls(client, parent, logger);
  dropWith(calls, settings);
  return calls;
}

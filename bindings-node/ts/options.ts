import type { CallSettings, ClientSettings, Flat, Progress } from './binding.js';
import { argumentError } from './errors.js';
import type { Logger, LogLevel } from './logger.js';
import type { TokenProvider } from './native.js';
import type { ServiceAccount } from './service-account.js';

/** Values of headers and query arguments to add. */
export type Extra = Record<string, string | number | boolean | readonly (string | number | boolean)[]>;

/** What clients and single calls have in common. All durations are in milliseconds; `null` means no limit. */
export interface CommonOptions {
  /** The total of one call, retries and waits included. Default: 600,000. Streams have no total limit. */
  timeout?: number | null;
  /** How long the server may stay silent during a call. Default: 60,000. */
  readTimeout?: number | null;
  /** How long an event stream may stay silent. Default: 45,000, three heartbeats. */
  heartbeatTimeout?: number | null;
  /** How many attempts may follow the first. Default: 3. */
  maxRetries?: number;
  /** Whether POST, PUT and DELETE are repeated after any failure (the default), or only after a 429. */
  retryWrites?: boolean;
}

/** How a client is made. What is not given comes from the environment where a variable is named. */
export interface ClientOptions extends CommonOptions {
  /**
   * The access token, a function that gives it and is asked before each attempt, or a service account. Else
   * `QODER_ACCESS_TOKEN`, then `QODER_PAT`.
   */
  token?: string | TokenProvider | ServiceAccount;
  /** Where the service runs: `cn`, the default, or `global`. Else `QODER_REGION`. */
  region?: 'cn' | 'global' | (string & {});
  /** The address of the API; wins over the region. Else `QODER_BASE_URL`. */
  baseURL?: string;
  /** The address of the token exchange; follows the region or the base URL. */
  exchangeURL?: string;
  /** The workspace calls act in. */
  workspaceId?: string;
  /** For making a connection, in milliseconds. Default: 5,000. */
  connectTimeout?: number | null;
  /** The largest JSON body that is sent, in bytes. Default: 4 MiB, the service's limit. */
  maxBodyBytes?: number | null;
  /** The proxy for all connections, as a URL. Else `HTTPS_PROXY` and its siblings. */
  proxy?: string;
  /** Certificate authorities to trust besides the system's: the path of a PEM file, or PEM as bytes. */
  caCerts?: string | Uint8Array;
  /** Headers for every call. */
  defaultHeaders?: Extra;
  /** Query arguments for every call. */
  defaultQuery?: Extra;
  /** Where the client tells what it does. Default: standard error, if there is a level. */
  logger?: Logger;
  /** From which level it tells. Else `QODER_LOG`; else `info` with a `logger`, and nothing without. */
  logLevel?: LogLevel;
}

/** How one call is made, where it differs from its client. */
export interface CallOptions extends CommonOptions {
  /** Ends the call on the wire; the promise rejects with the signal's reason. */
  signal?: AbortSignal | null;
  /** Headers to add or replace. */
  headers?: Extra;
  /** Query arguments to add, under their wire names. */
  query?: Extra;
  /** Members to merge into a JSON body; they win. */
  body?: Record<string, unknown>;
  /** The key under which the server executes a write once. Made up for each call when not given. */
  idempotencyKey?: string;
  /** Event streams only: whether to connect again after a cut and go on from the last event. Default: true. */
  resume?: boolean;
  /** Lists only: requests the next page while the items of a page are iterated; `pages()` does not. */
  prefetch?: boolean;
  /**
   * Uploads and downloads only: told how many bytes of the body have moved, and of how many if that is known; a few
   * times a second, and at the end. A repeated attempt begins at 0 again. What it throws ends the call.
   */
  onProgress?: (done: number, total: number | undefined) => void;
}

const DURATIONS = ['timeout', 'readTimeout', 'heartbeatTimeout', 'connectTimeout'] as const;

function checked(
  options: CommonOptions & { connectTimeout?: number | null; maxBodyBytes?: number | null },
): void {
  for (const name of DURATIONS) {
    const value = options[name];
    if (value !== undefined && value !== null) checkDuration(name, value);
  }
  const { maxRetries, maxBodyBytes } = options;
  if (maxRetries !== undefined && !(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw argumentError('`maxRetries` must be an integer, 0 or more');
  }
  if (typeof maxBodyBytes === 'number' && !(maxBodyBytes >= 0)) {
    throw argumentError('`maxBodyBytes` must be a number of bytes, or null for no limit');
  }
}

/** A duration as the core's procedures take it. */
export function seconds(name: string, value: number | null | undefined): number | undefined {
  if (value === undefined || value === null) return undefined;
  checkDuration(name, value);
  return value / 1000;
}

function checkDuration(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw argumentError(
      `\`${name}\` must be a finite number of milliseconds, 0 or more, or null for no limit`,
    );
  }
}

/** Names and values, flat; a list repeats its name. */
export function flat(values: Extra | undefined): Flat | undefined {
  if (values === undefined) return undefined;
  const pairs: Flat = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) pairs.push(name, String(one));
  }
  return pairs;
}

/** The options of a call as the native half takes them. */
export function callSettings(
  options: CallOptions | undefined,
  progress?: Progress,
): CallSettings | undefined {
  if (options === undefined) return undefined;
  checked(options);
  return {
    timeout: options.timeout,
    readTimeout: options.readTimeout,
    heartbeatTimeout: options.heartbeatTimeout,
    maxRetries: options.maxRetries,
    retryWrites: options.retryWrites,
    idempotencyKey: options.idempotencyKey,
    resume: options.resume,
    headers: flat(options.headers),
    query: flat(options.query),
    body: options.body && JSON.stringify(options.body),
    progress,
  };
}

/** The options of a client as the native half takes them, but for the token. */
export function clientSettings(options: ClientOptions): ClientSettings {
  checked(options);
  const { caCerts } = options;
  return {
    region: options.region,
    baseUrl: options.baseURL,
    exchangeUrl: options.exchangeURL,
    workspaceId: options.workspaceId,
    timeout: options.timeout,
    connectTimeout: options.connectTimeout,
    readTimeout: options.readTimeout,
    heartbeatTimeout: options.heartbeatTimeout,
    maxRetries: options.maxRetries,
    retryWrites: options.retryWrites,
    maxBodyBytes: options.maxBodyBytes,
    defaultHeaders: flat(options.defaultHeaders),
    defaultQuery: flat(options.defaultQuery),
    proxy: options.proxy,
    caCerts: caCerts === undefined || typeof caCerts === 'string' ? caCerts : Buffer.from(caCerts),
  };
}

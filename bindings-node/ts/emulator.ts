import type { NativeEmulator } from './binding.js';
import { binding } from './load.js';
import { bridge, run } from './native.js';

/** Where an emulator listens and how it behaves. Durations in milliseconds. */
export interface EmulatorOptions {
  /** The address. Default: `127.0.0.1`, which only this machine reaches. */
  host?: string;
  /** The port. Default: a free one. */
  port?: number;
  /** The token it accepts. Default: a random one. */
  token?: string;
  /** Time between the heartbeats of a stream; `null` sends none. Default: 15,000. */
  heartbeat?: number | null;
  /** Time the agent takes for each step and each piece of a message. Default: 0. */
  stepDelay?: number;
}

/** A request that the emulator received; without credentials. */
export interface ReceivedRequest {
  /** Counts from 0 over the life of the emulator. */
  number: number;
  /** `GET`, `POST`, … */
  method: string;
  /** The path as sent, still percent-encoded. */
  path: string;
  /** The query as sent, without the question mark; empty when there was none. */
  query: string;
  /** The operation it was understood as, for example `agents.create`. */
  operation: string | null;
  /** Names and values, in the order received. */
  headers: [string, string][];
  /** Whether it carried a valid token. */
  authorized: boolean;
  /** The JSON body, `{ parts }` for multipart, `{ base64 }` for anything else, `null` for none. */
  body: unknown;
  /** The size of the body in bytes. */
  body_bytes: number;
  /** The status of the answer; `null` while there is none. */
  status: number | null;
  /** How it ended: `disconnected` when the client left first; `null` while it goes on. */
  outcome: 'completed' | 'disconnected' | 'faulted' | (string & {}) | null;
}

/**
 * The whole service in this process, in memory: tests run without an account or a network. It has a thread of its
 * own and does not keep the process alive.
 *
 * ```ts
 * await using emulator = await Emulator.start();
 * const client = new Qoder({ baseURL: emulator.baseURL, token: emulator.token });
 * ```
 */
export class Emulator implements AsyncDisposable {
  readonly #native: NativeEmulator;
  /** The address of its API, for the client's `baseURL`. */
  readonly baseURL: string;
  /** The token it accepts. It opens nothing else. */
  readonly token: string;

  private constructor(native: NativeEmulator, about: { baseURL: string; token: string }) {
    this.#native = native;
    this.baseURL = about.baseURL;
    this.token = about.token;
  }

  /**
   * Starts an emulator; it listens when the promise resolves.
   *
   * @throws `QoderError` when the address is taken or an option cannot be used.
   */
  static async start(options: EmulatorOptions = {}): Promise<Emulator> {
    const native = new binding.NativeEmulator(bridge);
    const { value } = await run<string>((id) => native.start(id, options));
    return new Emulator(native, JSON.parse(value));
  }

  /** Every request so far, the last 10,000 of them. */
  async requests(): Promise<ReceivedRequest[]> {
    return (await this.control<{ data: ReceivedRequest[] }>('GET', 'requests')).data;
  }

  /** Does what `/_emulator/<door>` does over HTTP: `faults`, `scripts`, `reset`, `requests`, `state`. */
  async control<T = unknown>(
    method: 'GET' | 'POST' | 'DELETE',
    door: string,
    body: unknown = null,
  ): Promise<T> {
    const { value } = await run<string>((id) => this.#native.control(id, method, door, JSON.stringify(body)));
    return JSON.parse(value);
  }

  /** Stops it; connections that are still open are cut. */
  async stop(): Promise<void> {
    await run((id) => this.#native.stop(id));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

import { onAbort } from './abort.js';
import type { Bridge } from './binding.js';
import { type ErrorInfo, errorFrom } from './errors.js';
import { binding } from './load.js';
import { dropLogger, hear } from './logger.js';
import { Ring } from './ring.js';

// Kinds of messages; the same numbers stand in src/bridge.rs.
const SETTLED = 0;
const FAILED = 1;
const TOKEN_WANTED = 2;
const FIELDS = 4;

/**
 * Messages taken in one turn. What they are parsed into lives until it is used, and V8's collector copies what lives: more
 * slow many streams down; fewer cost calls a turn each. Measured at 8, 32 and 64.
 */
const TURN = 32;

/** First number of the generic methods, in the order get, post, put, delete; the same as in src/call.rs. */
export const ANY = 0x10000;

/** What work gives: a status line with headers or an event id, and the value itself. */
export interface Outcome<Value = unknown> {
  head: string | undefined;
  value: Value;
}

interface Waiting {
  readonly id: number;
  /** Holds the client that the work is done for, and so its token provider. */
  readonly start: (id: number) => void;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

/** Where a client's tokens come from. */
export type TokenProvider = () => string | Promise<string>;

const waiting = new Ring<Waiting>();
const providers = new Map<number, TokenProvider>();
let lastProvider = 0;

// Referenced while something is pending, so that the process waits for calls and for nothing else.
const pending = setInterval(() => {}, 0x7fffffff);
pending.unref();

export const bridge: Bridge = new binding.Bridge(drain);

function drain(): void {
  const messages = bridge.drain(TURN);
  for (let at = 0; at < messages.length; at += FIELDS) {
    const number = messages[at + 1] as number;
    if (messages[at] === SETTLED || messages[at] === FAILED) {
      const call = forget(number);
      if (call === undefined) continue;
      const value = messages[at + 3];
      if (messages[at] === FAILED) call.reject(new Failure(value as string));
      else call.resolve({ head: messages[at + 2] as string | undefined, value });
    } else if (messages[at] === TOKEN_WANTED) {
      void provideToken(number, messages[at + 2] as number);
    } else {
      hear(number, messages[at + 2] as string);
    }
  }
}

/** A failure on its way to where it becomes an error. */
class Failure {
  readonly info: string;

  constructor(info: string) {
    this.info = info;
  }
}

/** Turns what {@link begin} rejects with into what the caller gets; called where he waits, so that the stack leads there. */
export function raise(reason: unknown): never {
  throw reason instanceof Failure ? errorFrom(JSON.parse(reason.info) as ErrorInfo) : reason;
}

function forget(id: number): Waiting | undefined {
  const call = waiting.take(id);
  if (waiting.size === 0) pending.unref();
  return call;
}

/**
 * Starts native work and waits for it. When `signal` fires the work is stopped on the wire and the promise
 * rejects with the signal's reason.
 */
export function run<Value>(
  start: (id: number) => void,
  signal?: AbortSignal | null,
): Promise<Outcome<Value>> {
  return begin<Value>(start, signal).catch(raise);
}

/** As {@link run}, without the step that makes errors: for who passes {@link raise} to a `then` of his own. */
export function begin<Value>(
  start: (id: number) => void,
  signal?: AbortSignal | null,
): Promise<Outcome<Value>> {
  return new Promise<Outcome<Value>>((resolve, reject) => {
    signal?.throwIfAborted();
    const id = waiting.next();
    start(id);
    if (waiting.size === 0) pending.ref();
    const call = { id, start, resolve: resolve as Waiting['resolve'], reject };
    waiting.add(signal ? watched(call, signal) : call);
  });
}

/** Ends the work when the signal fires, and forgets the signal when the work ends. */
function watched({ id, start, resolve, reject }: Waiting, signal: AbortSignal): Waiting {
  const unwatch = onAbort(signal, () => {
    bridge.cancel(id);
    forget(id);
    reject(signal.reason);
  });
  return {
    id,
    start,
    resolve(outcome) {
      unwatch();
      resolve(outcome);
    },
    reject(reason) {
      unwatch();
      reject(reason);
    },
  };
}

/** Registers a token provider; the number stands for it in client options. */
export function register(provider: TokenProvider): number {
  lastProvider += 1;
  providers.set(lastProvider, provider);
  return lastProvider;
}

async function provideToken(provider: number, question: number): Promise<void> {
  try {
    const token = await providers.get(provider)?.();
    if (typeof token === 'string') bridge.answer(question, token);
    else bridge.answer(question, undefined, 'it gave no string');
  } catch (cause) {
    bridge.answer(question, undefined, cause instanceof Error ? cause.message : String(cause));
  }
}

const clients = new FinalizationRegistry<Held>(({ tokenProvider, logger }) => {
  if (tokenProvider !== undefined) providers.delete(tokenProvider);
  if (logger !== undefined) dropLogger(logger);
});

/** What a client holds on to by number. */
interface Held {
  tokenProvider?: number | undefined;
  logger?: number | undefined;
}

/** Drops a provider and a logger when the client that uses them is collected. */
export function dropWith(client: object, { tokenProvider, logger }: Held): void {
  clients.register(client, { tokenProvider, logger });
}

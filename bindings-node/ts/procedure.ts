import { Batches } from './batches.js';
import type { Procedure as NativeProcedure } from './binding.js';
import type { Calls } from './calls.js';
import { errorFrom } from './errors.js';
import { binding } from './load.js';
import { bridge, run } from './native.js';
import { decodeList } from './streaming.js';
import { traceHeaders } from './trace.js';

/** What a procedure may need of its caller. */
export interface Host {
  signal?: AbortSignal | null | undefined;
  /** Answers a question with JSON; what it throws is told as the reason why there is no answer. */
  answer?(topic: string, particulars: unknown, over: AbortSignal): Promise<string>;
}

/** An answer as JSON. */
export const written = (answer: unknown): string => JSON.stringify(answer) ?? 'null';

/**
 * A procedure of the core under way: what it shows is iterated, what it asks is answered meanwhile. It gets on as
 * far as somebody waits for what it shows, or for its result.
 */
export class Procedure<Item, Result> extends Batches<Item> {
  readonly #native: NativeProcedure;
  readonly #host: Host;
  /** Held, because its token provider and logger live as long as it does. */
  protected readonly calls: Calls;
  #result: { value: Result } | undefined;
  #over: AbortController | undefined;
  #parting: Promise<unknown> | undefined;

  constructor(calls: Calls, name: string, args: object, host: Host = {}) {
    host.signal?.throwIfAborted();
    const headers = traceHeaders(undefined);
    const steps = new binding.Stream(bridge);
    const native = calls.native.procedure(name, JSON.stringify(args), headers, steps);
    if (typeof native === 'string') {
      steps.close();
      throw errorFrom(JSON.parse(native));
    }
    super(steps, host.signal);
    this.#native = native;
    this.#host = host;
    this.calls = calls;
  }

  /** What came of it. What has not been iterated is passed over, unless `keep` says that somebody still wants it. */
  async result(keep: () => boolean = () => false): Promise<Result> {
    if (this.failure === undefined) await this.drain(keep);
    if (this.failure !== undefined) throw this.failure.reason;
    if (this.#result !== undefined) return this.#result.value;
    throw errorFrom({ kind: 'cancelled', message: 'it was closed before its end' });
  }

  /** The sessions of its jobs that have begun, by the place of the job. */
  sessions(): Map<number, string> {
    return new Map(Object.entries(this.#native.sessions()).map(([index, id]) => [Number(index), id]));
  }

  protected override read(json: string, head: string | undefined): Item[] {
    if (head === undefined) return decodeList<Item>(json);
    const value = JSON.parse(json);
    if (head === 'item') return [value];
    if (head === 'done') {
      this.#result = { value };
      this.end();
    } else {
      const [topic, question] = head.split(' ') as [string, string];
      void this.#ask(topic, Number(question), value);
    }
    return [];
  }

  async #ask(topic: string, question: number, particulars: unknown): Promise<void> {
    try {
      this.#over ??= new AbortController();
      const { signal } = this.#over;
      // Later, so that what is asked cannot get into the way of reading.
      const answer = await Promise.resolve().then(() => this.#host.answer?.(topic, particulars, signal));
      this.#native.answer(question, answer);
    } catch (error) {
      this.#native.answer(question, undefined, error instanceof Error ? error.message : String(error));
    }
  }

  /** Gives it up; resolves when that has been said on the server, if it has to be. */
  async giveUp(): Promise<void> {
    this.close();
    await this.#parting;
  }

  protected override hangUp(): void {
    this.#over?.abort();
    if (this.#result === undefined) {
      // Awaited by nobody perhaps, but the process waits for it.
      this.#parting = run((id) => this.native.close(id)).catch(() => {});
    } else {
      this.native.close();
    }
  }
}

/** Carries a procedure to its end. */
export async function perform<Result>(
  calls: Calls,
  name: string,
  args: object,
  host?: Host,
): Promise<Result> {
  return new Procedure<never, Result>(calls, name, args, host).result();
}

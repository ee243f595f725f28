import type { Calls } from './calls.js';
import { argumentError, type ErrorInfo, errorFrom, type QoderError } from './errors.js';
import { Procedure } from './procedure.js';
import { Toolbox, type ToolFailure } from './tools.js';
import { manner, resultOf, type TurnInput, type TurnOptions, type TurnResult } from './turn.js';
import type { SessionCreateParams } from './types/sessions.js';
import type { TurnResult as Result } from './types/turns.js';

/** Something to say, and where: in a session that exists, or in one to create. */
export type Job = { input: TurnInput } & ({ session_id: string } | { session: SessionCreateParams });

/** How a job ended. */
export type Finished = {
  /** Its place among the jobs. */
  index: number;
  /** Its session, unless that could not be created. */
  session_id?: string;
} & ({ result: TurnResult; error?: undefined } | { error: QoderError; result?: undefined });

/** How many turns are run. */
export interface RunManyOptions extends TurnOptions {
  /** So many turns at a time. Default: 10. */
  concurrency?: number;
  /** Told whenever a job has ended: how many have, and how many there are. What it throws ends them all. */
  progress?: (done: number, total: number) => void;
}

/** A job's end as the core tells it. */
interface Ended {
  index: number;
  session_id?: string;
  result?: Result;
  error?: ErrorInfo;
  credits: number;
}

/**
 * Turns of many sessions, so many at a time. Nothing is sent before it is used: iterate it for the jobs as they end, or
 * ask for all {@link results}. Leaving the loop gives up those that run.
 */
export class Turns implements AsyncIterableIterator<Finished>, AsyncDisposable {
  readonly #calls: Calls;
  readonly #jobs: readonly Job[];
  readonly #options: RunManyOptions;
  readonly #toolbox: Toolbox;
  readonly #ended: Finished[] = [];
  #procedure: Procedure<Ended, unknown> | undefined;
  #credits = 0;
  #closed = false;

  /** @internal */
  constructor(calls: Calls, jobs: Iterable<Job>, options: RunManyOptions = {}) {
    this.#calls = calls;
    this.#jobs = [...jobs];
    this.#options = options;
    this.#toolbox = new Toolbox(options, calls.logger);
  }

  /** What the sessions whose jobs have ended have cost so far, all turns of theirs together. */
  get credits(): number {
    return this.#credits;
  }

  /**
   * The sessions of the jobs that have begun, by the place of the job. After the turns were given up it still tells
   * which sessions were made, to be used on or deleted.
   */
  get sessions(): ReadonlyMap<number, string> {
    return this.#procedure?.sessions() ?? new Map();
  }

  /** What tools and the handler of permissions have thrown so far, apart from {@link ToolError}. */
  get toolErrors(): readonly ToolFailure[] {
    return this.#toolbox.failures;
  }

  /** The next job that ends. */
  async next(): Promise<IteratorResult<Finished, undefined>> {
    const { done, value } = await this.#begin().next();
    if (done) {
      // Says why, should it have ended before its time.
      await this.#begin().result();
      return { done: true, value: undefined };
    }
    const { result, error, credits, ...place } = value;
    const finished = result
      ? { ...place, result: resultOf(result, this.#calls) }
      : { ...place, error: errorFrom(error as ErrorInfo) };
    this.#ended.push(finished);
    this.#credits = credits;
    try {
      this.#options.progress?.(this.#ended.length, this.#jobs.length);
    } catch (failure) {
      await this.close();
      throw failure;
    }
    return { done: false, value: finished };
  }

  /** Every job's end, in the order of the jobs; those that were iterated before included. */
  async results(): Promise<Finished[]> {
    while (!(await this.next()).done);
    return [...this.#ended].sort((one, other) => one.index - other.index);
  }

  #begin(): Procedure<Ended, unknown> {
    if (this.#closed && this.#procedure === undefined) {
      throw argumentError('sessions.runMany: these turns are closed');
    }
    if (this.#procedure === undefined) {
      const { concurrency, cancelOnAbort = true, signal } = this.#options;
      const args = {
        jobs: this.#jobs,
        concurrency,
        ...manner({ ...this.#options, cancelOnAbort }),
        ...this.#toolbox.offer,
      };
      this.#procedure = new Procedure(this.#calls, 'sessions.run_many', args, {
        signal,
        answer: (topic, particulars, over) => this.#toolbox.answer(topic, particulars, over),
      });
      if (cancelOnAbort) this.#procedure.cling();
    }
    return this.#procedure;
  }

  /**
   * Gives up the turns that run. Unless `cancelOnAbort` is off, they are cancelled on the server too, and the promise
   * resolves when that is done.
   */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#procedure?.giveUp();
  }

  async return(): Promise<IteratorResult<Finished, undefined>> {
    await this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

import type { Source } from './binding.js';
import { type Outcome, run } from './native.js';
import { Head, requestIdOf, undecodable } from './promise.js';

/**
 * A live stream of events. Iterate it once; leaving the loop closes the connection, and so does {@link abort}.
 * What has not been read stays on the wire: a slow reader slows the server, not this process.
 */
export class EventStream<Event> implements AsyncIterableIterator<Event>, AsyncDisposable {
  readonly #source: Source;
  readonly #head: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  readonly #closing = new AbortController();
  #batch: Event[] = [];
  #at = 0;
  #batchEnd: string | undefined;
  #lastEventId: string | undefined;
  #turning: Promise<IteratorResult<Event, undefined>> | undefined;

  /** @internal */
  constructor(source: Source, head: string | undefined, signal: AbortSignal | null | undefined) {
    this.#source = source;
    this.#head = head;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#abandon, { once: true });
  }

  /** The id of the last event that was read: give it as `last_event_id` to go on after it. */
  get lastEventId(): string | undefined {
    return this.#lastEventId;
  }

  /** The id under which the server knows the call. */
  get requestId(): string | undefined {
    return requestIdOf(this.#head);
  }

  /** The answer that carries the stream; its body is empty here. */
  get response(): Response {
    return new Head(this.#head).response(null);
  }

  /** The next event. Calls may overlap; they are answered in order. */
  next(): Promise<IteratorResult<Event, undefined>> {
    if (this.#turning === undefined && this.#at < this.#batch.length) return Promise.resolve(this.#take());
    const before = this.#turning;
    const turn = before === undefined ? this.#turn() : before.then(() => this.#turn());
    this.#turning = turn;
    const done = () => {
      if (this.#turning === turn) this.#turning = undefined;
    };
    turn.then(done, done);
    return turn;
  }

  #take(): IteratorResult<Event, undefined> {
    const value = this.#batch[this.#at++] as Event;
    if (this.#at === this.#batch.length) this.#lastEventId = this.#batchEnd ?? this.#lastEventId;
    else this.#lastEventId = idOf(value) ?? this.#lastEventId;
    return { done: false, value };
  }

  async #turn(): Promise<IteratorResult<Event, undefined>> {
    if (this.#at < this.#batch.length) return this.#take();
    this.#signal?.throwIfAborted();
    if (this.#closing.signal.aborted) return { done: true, value: undefined };
    let outcome: Outcome;
    try {
      outcome = await run((id) => this.#source.next(id), this.#closing.signal);
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (this.#closing.signal.aborted) return { done: true, value: undefined };
      this.abort();
      throw error;
    }
    if (outcome.value === null) {
      this.abort();
      return { done: true, value: undefined };
    }
    this.#batch = this.#parse(outcome);
    this.#at = 0;
    this.#batchEnd = outcome.head;
    return this.#take();
  }

  #parse(outcome: Outcome): Event[] {
    try {
      return JSON.parse(outcome.value as string);
    } catch (cause) {
      this.abort();
      throw undecodable(this.#head, outcome.value, cause);
    }
  }

  readonly #abandon = (): void => this.abort();

  /** Closes the connection; a reader that waits gets the end of the stream. */
  abort(): void {
    this.#signal?.removeEventListener('abort', this.#abandon);
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#batch = [];
    this.#at = 0;
    this.#source.close();
  }

  async return(): Promise<IteratorResult<Event, undefined>> {
    this.abort();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.abort();
  }

  /** The events as a Web stream, for example to send on; cancelling it closes the connection. */
  toReadableStream(): ReadableStream<Event> {
    return new ReadableStream<Event>(
      {
        pull: async (controller) => {
          const { done, value } = await this.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: () => this.abort(),
      },
      { highWaterMark: 0 },
    );
  }
}

function idOf(event: unknown): string | undefined {
  const id = (event as { id?: unknown }).id;
  return typeof id === 'string' ? id : undefined;
}

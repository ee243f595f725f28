import type { Stream } from './binding.js';
import { type Outcome, run } from './native.js';
import { Head, requestIdOf, undecodable } from './promise.js';

/** Batches taken in a row before the event loop gets a turn. */
const REFILLS = 16;

/**
 * A live stream of events. Iterate it once; leaving the loop closes the connection, and so does {@link abort}.
 * A few hundred kilobytes are read ahead; beyond them a slow reader slows the server.
 */
export class EventStream<Event> implements AsyncIterableIterator<Event>, AsyncDisposable {
  readonly #native: Stream;
  readonly #head: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  #closed = false;
  #batch: Event[] = [];
  #at = 0;
  #batchEnd: string | undefined;
  #lastEventId: string | undefined;
  /** How many batches were taken without a turn of the event loop. */
  #refills = 0;
  #turning: Promise<IteratorResult<Event, undefined>> | undefined;

  /** @internal */
  constructor(native: Stream, head: string | undefined, signal: AbortSignal | null | undefined) {
    this.#native = native;
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
    if (this.#turning === undefined) {
      if (this.#at < this.#batch.length) return Promise.resolve(this.#take());
      try {
        if (this.#refill()) return Promise.resolve(this.#take());
      } catch (error) {
        return Promise.reject(error);
      }
    }
    const before = this.#turning;
    const turn = before === undefined ? this.#turn() : before.then(() => this.#turn());
    this.#turning = turn;
    const done = () => {
      if (this.#turning === turn) this.#turning = undefined;
    };
    turn.then(done, done);
    return turn;
  }

  /** Takes what has arrived meanwhile, without waiting; but not for ever, or a fast stream would starve all timers. */
  #refill(): boolean {
    if (this.#refills === REFILLS || this.#closed) return false;
    const json = this.#native.ready();
    if (json === null) return false;
    this.#refills += 1;
    this.#fill(json, this.#native.lastEventId);
    return true;
  }

  #take(): IteratorResult<Event, undefined> {
    const value = this.#batch[this.#at++] as Event;
    if (this.#at === this.#batch.length) {
      this.#lastEventId = this.#batchEnd ?? this.#lastEventId;
      // Lets the collector have what has been read, for the next batch may be long in coming.
      this.#batch = [];
      this.#at = 0;
    } else {
      this.#lastEventId = idOf(value) ?? this.#lastEventId;
    }
    return { done: false, value };
  }

  async #turn(): Promise<IteratorResult<Event, undefined>> {
    if (this.#at < this.#batch.length) return this.#take();
    this.#signal?.throwIfAborted();
    if (this.#closed) return { done: true, value: undefined };
    this.#refills = 0;
    let outcome: Outcome;
    try {
      outcome = await run((id) => this.#native.wait(id));
    } catch (error) {
      this.abort();
      throw error;
    }
    if (outcome.value === null) {
      this.abort();
      this.#signal?.throwIfAborted();
      return { done: true, value: undefined };
    }
    this.#fill(outcome.value as string, outcome.head);
    return this.#take();
  }

  #fill(json: string, last: string | null | undefined): void {
    try {
      this.#batch = JSON.parse(json);
    } catch (cause) {
      this.abort();
      throw undecodable(this.#head, json, cause);
    }
    this.#at = 0;
    this.#batchEnd = last ?? undefined;
  }

  readonly #abandon = (): void => this.abort();

  /** Closes the connection; a reader that waits gets the end of the stream. */
  abort(): void {
    this.#signal?.removeEventListener('abort', this.#abandon);
    if (this.#closed) return;
    this.#closed = true;
    this.#batch = [];
    this.#at = 0;
    this.#native.close();
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

/** The id of an event's frame: its own, or that of the event it is a part of. */
function idOf(event: unknown): string | undefined {
  const { id, event_id, event: about } = event as { id?: string; event_id?: string; event?: { id?: string } };
  return id ?? event_id ?? about?.id;
}

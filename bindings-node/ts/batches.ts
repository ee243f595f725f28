import { closeOnAbort, onAbort } from './abort.js';
import type { Stream } from './binding.js';
import { type Outcome, run } from './native.js';

/** Batches taken in a row before the event loop gets a turn. */
const REFILLS = 16;

/** Reads a native stream item by item, though it hands over as many at a time as have arrived. */
export abstract class Batches<Item> implements AsyncIterableIterator<Item>, AsyncDisposable {
  /** @internal */
  protected readonly native: Stream;
  readonly #signal: AbortSignal | null | undefined;
  /** Lets go of the signal. */
  #unwatch: () => void;
  #closed = false;
  #batch: Item[] = [];
  #at = 0;
  /** How many batches were taken without a turn of the event loop. */
  #refills = 0;
  #turning: Promise<unknown> | undefined;
  /** What ended it before its time. @internal */
  protected failure: { reason: unknown } | undefined;

  /** @internal */
  constructor(native: Stream, signal: AbortSignal | null | undefined) {
    this.native = native;
    this.#signal = signal;
    // Out of sight when it is printed.
    Object.defineProperty(this, 'native', { enumerable: false });
    Object.defineProperty(this, 'failure', { enumerable: false, writable: true });
    this.#unwatch = closeOnAbort(signal, this);
    if (signal?.aborted) this.close();
  }

  /** Makes items of what the native half gave; throws away the stream when it throws. @internal */
  protected abstract read(json: string, head: string | undefined): Item[];

  /** Is told, when a batch is left, what was taken of it, and whether that was all. @internal */
  protected left(_taken: readonly Item[], _all: boolean): void {}

  /** What was taken of the batch at hand. @internal */
  protected get taken(): readonly Item[] {
    return this.#batch.slice(0, this.#at);
  }

  /** The next one. Calls may overlap; they are answered in order. */
  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#turning === undefined) {
      try {
        if (this.#at < this.#batch.length || this.#refill()) return Promise.resolve(this.#take());
      } catch (error) {
        return Promise.reject(error);
      }
    }
    return this.#inTurn(() => this.#turn());
  }

  /** Reads to the end. What nobody has asked for yet is kept or dropped. @internal */
  protected async drain(keep: () => boolean): Promise<void> {
    do {
      if (!keep()) this.#drop();
    } while (await this.#inTurn(() => this.#more()));
  }

  /** Does `work` after what is under way. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#turning;
    const turn = before === undefined ? work() : before.then(work);
    this.#turning = turn;
    const done = () => {
      if (this.#turning === turn) this.#turning = undefined;
    };
    turn.then(done, done);
    return turn;
  }

  /** Takes what has arrived meanwhile, without waiting; but not for ever, or a fast stream would starve all timers. */
  #refill(): boolean {
    while (this.#refills < REFILLS && !this.#closed) {
      const json = this.native.ready();
      if (json === null) return false;
      this.#refills += 1;
      this.#fill(json, this.native.head ?? undefined);
      if (this.#at < this.#batch.length) return true;
    }
    return false;
  }

  #take(): IteratorResult<Item, undefined> {
    const value = this.#batch[this.#at++] as Item;
    // Lets the collector have what has been read, for the next batch may be long in coming.
    if (this.#at === this.#batch.length) this.#drop();
    return { done: false, value };
  }

  async #turn(): Promise<IteratorResult<Item, undefined>> {
    while (this.#at === this.#batch.length) {
      if (!(await this.#more())) return { done: true, value: undefined };
    }
    return this.#take();
  }

  /** Waits for what comes next; false at the end. */
  async #more(): Promise<boolean> {
    this.#signal?.throwIfAborted();
    if (this.#closed) return false;
    this.#refills = 0;
    let outcome: Outcome;
    try {
      outcome = await run((id) => this.native.wait(id));
    } catch (error) {
      this.#fail(error);
    }
    if (outcome.value !== null) {
      this.#fill(outcome.value as string, outcome.head);
      return true;
    }
    this.end();
    this.#signal?.throwIfAborted();
    return false;
  }

  #fill(json: string, head: string | undefined): void {
    let items: Item[];
    try {
      items = this.read(json, head);
    } catch (error) {
      this.#fail(error);
    }
    const rest = this.#batch.slice(this.#at);
    this.#drop();
    this.#batch = rest.length > 0 ? rest.concat(items) : items;
  }

  #fail(reason: unknown): never {
    this.close();
    this.failure = { reason };
    throw reason;
  }

  /** Lets the signal hold it to its end, for there is more to do then than to leave the wire. @internal */
  cling(): void {
    this.#unwatch();
    if (!this.#closed) this.#unwatch = onAbort(this.#signal, () => this.close());
  }

  /** Nothing more comes; what has been read may still be taken. @internal */
  protected end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unwatch();
    this.hangUp();
  }

  /** Closes the connection. @internal */
  protected hangUp(): void {
    this.native.close();
  }

  #drop(): void {
    if (this.#at > 0) this.left(this.taken, this.#at === this.#batch.length);
    this.#batch = [];
    this.#at = 0;
  }

  /** Closes the connection; a reader that waits gets the end. */
  close(): void {
    this.end();
    this.#drop();
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  /** The same as a Web stream, for example to send on; cancelling it closes the connection. */
  toReadableStream(): ReadableStream<Item> {
    return new ReadableStream<Item>(
      {
        pull: async (controller) => {
          const { done, value } = await this.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: () => this.close(),
      },
      { highWaterMark: 0 },
    );
  }
}

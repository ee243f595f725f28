import { closeOnAbort } from './abort.js';
import type { Source } from './binding.js';
import { argumentError } from './errors.js';
import { run } from './native.js';
import type { Watch } from './progress.js';
import { Head, requestIdOf } from './promise.js';

/** A file on its way from the service. Read it once, in one of three ways; not reading it to the end closes it. */
export class Download implements AsyncDisposable {
  readonly #source: Source;
  readonly #head: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  readonly #watch: Watch | undefined;
  /** Lets go of the signal. */
  readonly #unwatch: () => void;
  /** The name the server gives the file, without any directory. */
  readonly filename: string | undefined;

  /** @internal */
  constructor(
    source: Source,
    head: string | undefined,
    filename: string | undefined,
    signal: AbortSignal | null | undefined,
    watch: Watch | undefined,
  ) {
    this.#source = source;
    this.#head = head;
    this.#signal = signal;
    this.#watch = watch;
    this.filename = filename;
    this.#unwatch = closeOnAbort(signal, source);
    if (signal?.aborted) this.close();
  }

  /** The media type. */
  get contentType(): string | undefined {
    return new Head(this.#head).headers.get('content-type') ?? undefined;
  }

  /** The announced length in bytes. */
  get contentLength(): number | undefined {
    const length = new Head(this.#head).headers.get('content-length');
    return length === null ? undefined : Number(length);
  }

  /** The id under which the server knows the call. */
  get requestId(): string | undefined {
    return requestIdOf(this.#head);
  }

  /**
   * The whole file in memory.
   *
   * @throws {@link APIConnectionError} when it ends before its announced length.
   */
  async read(): Promise<Buffer> {
    return this.#whole<Buffer>((id) => this.#source.rest(id));
  }

  /**
   * Writes the file under a temporary name and renames it when it is whole, so that a short file never stands at
   * `path`.
   *
   * @returns Its length in bytes.
   * @throws {@link APIConnectionError} when it ends before its announced length.
   */
  async writeToFile(path: string): Promise<number> {
    return this.#whole<number>((id) => this.#source.writeToFile(id, path));
  }

  /** The file piece by piece; a slow reader slows the server. */
  async *iterBytes(): AsyncGenerator<Buffer, void, undefined> {
    try {
      for (;;) {
        const piece = await this.#move<Buffer>((id) => this.#source.next(id));
        if (piece === null) return;
        yield piece;
      }
    } finally {
      this.close();
    }
  }

  /** The file as a Web stream; cancelling it closes the connection. */
  toReadableStream(): ReadableStream<Uint8Array> {
    const pieces = this.iterBytes();
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: async () => {
          await pieces.return();
          this.close();
        },
      },
      { highWaterMark: 0 },
    );
  }

  async #whole<T>(start: (id: number) => void): Promise<T> {
    try {
      const whole = await this.#move<T>(start);
      if (whole === null)
        throw argumentError('this download is closed, or was read already: open another one');
      return whole;
    } finally {
      this.close();
    }
  }

  async #move<T>(start: (id: number) => void): Promise<T | null> {
    const move = (signal: AbortSignal | null | undefined) => run<T | null>(start, signal);
    const { value } = await (this.#watch ? this.#watch.during(move, this.#signal) : move(this.#signal));
    return value;
  }

  /** Closes the connection. */
  close(): void {
    this.#unwatch();
    this.#source.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }
}

import type { Source } from './binding.js';
import { run } from './native.js';
import { Head, requestIdOf } from './promise.js';

/** A file on its way from the service. Read it once, in one of three ways; not reading it to the end closes it. */
export class Download implements AsyncDisposable {
  readonly #source: Source;
  readonly #head: string | undefined;
  readonly #signal: AbortSignal | null | undefined;
  /** The name the server gives the file, without any directory. */
  readonly filename: string | undefined;

  /** @internal */
  constructor(
    source: Source,
    head: string | undefined,
    filename: string | undefined,
    signal: AbortSignal | null | undefined,
  ) {
    this.#source = source;
    this.#head = head;
    this.#signal = signal;
    this.filename = filename;
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
    const { value } = await run<Buffer | null>((id) => this.#source.rest(id), this.#signal);
    return value ?? Buffer.alloc(0);
  }

  /**
   * Writes the file under a temporary name and renames it when it is whole, so that a short file never stands at
   * `path`.
   *
   * @returns Its length in bytes.
   * @throws {@link APIConnectionError} when it ends before its announced length.
   */
  async writeToFile(path: string): Promise<number> {
    const { value } = await run<number | null>((id) => this.#source.writeToFile(id, path), this.#signal);
    return value ?? 0;
  }

  /** The file piece by piece; a slow reader slows the server. */
  async *iterBytes(): AsyncGenerator<Buffer, void, undefined> {
    try {
      for (;;) {
        const { value } = await run<Buffer | null>((id) => this.#source.next(id), this.#signal);
        if (value === null) return;
        yield value;
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

  /** Closes the connection. */
  close(): void {
    this.#source.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }
}

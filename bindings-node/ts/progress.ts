import type { Progress } from './binding.js';
import { binding } from './load.js';
import { bridge, run } from './native.js';
import type { CallOptions } from './options.js';

/** Who is told how far an upload or a download is, while it moves. */
export class Watch {
  readonly native: Progress = new binding.Progress(bridge);
  readonly #listener: NonNullable<CallOptions['onProgress']>;
  #told: number | undefined;

  private constructor(listener: NonNullable<CallOptions['onProgress']>) {
    this.#listener = listener;
  }

  static of(options: CallOptions | undefined): Watch | undefined {
    return options?.onProgress && new Watch(options.onProgress);
  }

  /** Does work that moves bytes, and tells meanwhile and at its end. What the listener throws ends the work. */
  async during<T>(
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal | null | undefined,
  ): Promise<T> {
    const over = new AbortController();
    const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
    try {
      const result = await Promise.race([work(either), this.#follow(either)]);
      this.#tell();
      return result;
    } finally {
      over.abort();
    }
  }

  /** Tells until the signal fires. */
  async #follow(signal: AbortSignal): Promise<never> {
    for (;;) {
      await run((id) => this.native.changed(id), signal);
      this.#tell();
    }
  }

  #tell(): void {
    const { done, total } = this.native;
    if (done === this.#told) return;
    this.#told = done;
    this.#listener(done, total ?? undefined);
  }
}

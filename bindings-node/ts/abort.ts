/** What each signal ends. */
const audiences = new WeakMap<AbortSignal, Audience>();

/** All that ends with one signal, behind one listener: of many, Node warns as of a leak. */
class Audience {
  readonly #signal: AbortSignal;
  readonly #ends = new Set<() => void>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    audiences.set(signal, this);
  }

  add(end: () => void): void {
    if (this.#ends.size === 0) this.#signal.addEventListener('abort', this.#fire, { once: true });
    this.#ends.add(end);
  }

  delete(end: () => void): void {
    this.#ends.delete(end);
    if (this.#ends.size === 0) this.#signal.removeEventListener('abort', this.#fire);
  }

  readonly #fire = (): void => {
    const ends = [...this.#ends];
    this.#ends.clear();
    for (const end of ends) end();
  };
}

const nothing = (): void => {};

/** Calls `end`, which must not throw, when the signal fires; what it gives undoes that. */
export function onAbort(signal: AbortSignal | null | undefined, end: () => void): () => void {
  if (!signal) return nothing;
  const audience = audiences.get(signal) ?? new Audience(signal);
  audience.add(end);
  return () => audience.delete(end);
}

/** Forgets what has been collected. */
const collected = new FinalizationRegistry<() => void>((forget) => forget());

/** Closes `target` when the signal fires, but does not keep it for that; what it gives undoes it. */
export function closeOnAbort(
  signal: AbortSignal | null | undefined,
  target: { close(): unknown },
): () => void {
  if (!signal) return nothing;
  const held = new WeakRef(target);
  const forget = onAbort(signal, () => held.deref()?.close());
  collected.register(target, forget, held);
  return () => {
    collected.unregister(held);
    forget();
  };
}

/** Something that is known by a number. */
interface Numbered {
  readonly id: number;
}

/**
 * Things that come and go under numbers that only go up. A `Map` would be built anew every few calls, and V8 chains its
 * old tables: what was in them outlives its use, and is copied by the collector again and again.
 */
export class Ring<T extends Numbered> {
  #places: (T | undefined)[] = new Array(64).fill(undefined);
  #last = 0;
  #size = 0;

  /** How many are there. */
  get size(): number {
    return this.#size;
  }

  /** A number for the next one. */
  next(): number {
    if (this.#size * 2 >= this.#places.length) this.#grow();
    do this.#last = (this.#last + 1) >>> 0;
    while (this.#places[this.#place(this.#last)] !== undefined);
    return this.#last;
  }

  /** Puts one where its number, which {@link next} gave, has its place. */
  add(one: T): void {
    this.#places[this.#place(one.id)] = one;
    this.#size += 1;
  }

  /** Takes out the one with a number, if it is there. */
  take(id: number): T | undefined {
    const place = this.#place(id);
    const one = this.#places[place];
    if (one?.id !== id) return undefined;
    this.#places[place] = undefined;
    this.#size -= 1;
    return one;
  }

  #place(id: number): number {
    return id & (this.#places.length - 1);
  }

  /** Places that differ go on to differ when there are twice as many. */
  #grow(): void {
    const places = this.#places;
    this.#places = new Array(2 * places.length).fill(undefined);
    for (const one of places) if (one !== undefined) this.#places[this.#place(one.id)] = one;
  }
}

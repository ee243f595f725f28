import { closeOnAbort } from './abort.js';
import type { List, Source } from './binding.js';
import { binding } from './load.js';
import { bridge, type Outcome, run } from './native.js';
import { APIPromise, decodeJson, undecodable } from './promise.js';

/** A page as the service writes it. */
interface PageBody<Item> {
  data: Item[];
  has_more?: boolean;
  next_page?: string | null;
  first_id?: string | null;
  last_id?: string | null;
  readonly _request_id?: string;
}

/** What reading a list takes along. */
interface Reading {
  signal: AbortSignal | null | undefined;
  prefetch: boolean;
  /** Held, as its token provider and logger live as long as it does. */
  owner: object;
}

/** One page of a list. Iterating it goes on over all pages after it. */
export class Page<Item> implements AsyncIterable<Item> {
  /** The items of this page. */
  readonly data: Item[];
  /** Whether the server says that there is more. */
  readonly has_more: boolean;
  /** The cursor of the next page. */
  readonly next_page: string | null;
  /** The id of the first item. */
  readonly first_id: string | null;
  /** The id of the last item. */
  readonly last_id: string | null;
  /** The id under which the server knows the call that brought this page. */
  declare readonly _request_id?: string;
  readonly #rest: List;
  readonly #reading: Reading;

  /** @internal */
  constructor(body: PageBody<Item>, rest: List, reading: Reading) {
    this.data = body.data;
    this.has_more = body.has_more ?? false;
    this.next_page = body.next_page ?? null;
    this.first_id = body.first_id ?? null;
    this.last_id = body.last_id ?? null;
    this.#rest = rest;
    this.#reading = reading;
    Object.defineProperty(this, '_request_id', { value: body._request_id, enumerable: false });
  }

  /** Whether there is a page after this one. */
  hasNextPage(): boolean {
    return this.#rest.there;
  }

  /** The page after this one; `null` after the last. Rejects when the server's cursor does not advance. */
  async getNextPage(): Promise<Page<Item> | null> {
    if (!this.hasNextPage()) return null;
    return readPage<Item>(this.#rest, this.#reading);
  }

  /** This page and all after it. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    for (let page: Page<Item> | null = this; page !== null; page = await page.getNextPage()) yield page;
  }

  /** The items of this page and of all after it. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Item> & AsyncDisposable {
    return new Items<Item>(this.data, () => this.#rest, this.#reading);
  }
}

function readPage<Item>(list: List, reading: Reading): Promise<Page<Item>> {
  const rest = new binding.List(bridge);
  return run((id) => list.page(id, rest), reading.signal).then((outcome) =>
    decodePage(outcome, rest, reading),
  );
}

function decodePage<Item>(outcome: Outcome, rest: List, reading: Reading): Page<Item> {
  return new Page<Item>(bodyOf(outcome), rest, reading);
}

function bodyOf<Item>(outcome: Outcome): PageBody<Item> {
  const body = decodeJson<PageBody<Item>>(outcome);
  if (!Array.isArray(body?.data)) throw undecodable(outcome.head, outcome.value, 'a page has a list `data`');
  return body;
}

/** The items of a list, a page ahead of nobody: the next page is read when the last item is taken. */
class Items<Item> implements AsyncIterableIterator<Item>, AsyncDisposable {
  #data: Item[];
  #at = 0;
  #source: Source | undefined;
  /** Lets go of the signal. */
  #unwatch: (() => void) | undefined;
  #over = false;
  readonly #list: () => List;
  readonly #reading: Reading;

  constructor(data: Item[], list: () => List, reading: Reading) {
    this.#data = data;
    this.#list = list;
    this.#reading = reading;
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#at < this.#data.length) {
      return Promise.resolve({ done: false, value: this.#data[this.#at++] as Item });
    }
    return this.#turn();
  }

  async #turn(): Promise<IteratorResult<Item, undefined>> {
    while (!this.#over) {
      try {
        const body = await this.#page();
        if (body === undefined) break;
        this.#data = body.data;
        this.#at = 0;
      } catch (error) {
        await this.return();
        throw error;
      }
      if (this.#data.length > 0) return { done: false, value: this.#data[this.#at++] as Item };
    }
    return this.return();
  }

  async #page(): Promise<PageBody<Item> | undefined> {
    this.#reading.signal?.throwIfAborted();
    if (this.#source === undefined) {
      this.#source = new binding.Source(bridge);
      this.#list().pages(this.#source, this.#reading.prefetch);
      // For a page that is fetched ahead, as nobody waits for that.
      this.#unwatch = closeOnAbort(this.#reading.signal, this.#source);
    }
    const source = this.#source;
    const outcome = await run((id) => source.next(id), this.#reading.signal);
    return outcome.value === null ? undefined : bodyOf(outcome);
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.#over = true;
    this.#data = [];
    this.#at = 0;
    this.#unwatch?.();
    this.#source?.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}

/**
 * A list that has not been asked for yet. Awaiting it gives the first page, iterating it the items of all pages;
 * each of the two sends requests of its own.
 */
export class PagePromise<Item> extends APIPromise<Page<Item>> implements AsyncIterable<Item> {
  readonly #list: () => List;
  readonly #reading: Reading;

  /** @internal */
  constructor(list: () => List, reading: Reading) {
    let rest: List;
    const start = () => {
      rest = new binding.List(bridge);
      return run((id) => list().page(id, rest), reading.signal);
    };
    super(start, (outcome) => decodePage<Item>(outcome, rest, reading), true);
    this.#list = list;
    this.#reading = reading;
  }

  /** The pages of the list. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    yield* (await this).pages();
  }

  /** The items of all pages. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Item> & AsyncDisposable {
    return new Items<Item>([], this.#list, this.#reading);
  }
}

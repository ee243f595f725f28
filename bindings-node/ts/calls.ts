import { checkPath, type Operation, sort } from './arguments.js';
import type { Flat, Form, NativeClient, Progress, Source, Stream } from './binding.js';
import { Download } from './download.js';
import { argumentError } from './errors.js';
import { binding } from './load.js';
import type { Logger } from './logger.js';
import { ANY, begin, bridge, type Outcome } from './native.js';
import { type CallOptions, callSettings, flat } from './options.js';
import { PagePromise } from './pagination.js';
import { Watch } from './progress.js';
import { APIPromise, decodeJson } from './promise.js';
import { EventStream } from './streaming.js';
import { traceHeaders } from './trace.js';
import { formOf } from './upload.js';

/** The generic methods, in the order of their numbers. */
const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** Arguments of a call to any path. */
export interface AnyParams {
  /** Query arguments, under their wire names. */
  query?: CallOptions['query'];
  /** The JSON body. */
  body?: unknown;
}

/** What goes along with a call whose body or answer is a file. */
interface Along {
  form?: Form;
  source?: Source;
  progress?: Progress | undefined;
}

/** Whose a stream is: it asks for a token whenever it connects again. */
const owners = new WeakMap<Stream, Calls>();

/** The one way from methods to the native half: what every kind of call does with its arguments and its answer. */
export class Calls {
  #native: NativeClient | undefined;
  /** The address calls go to. */
  readonly baseURL: string;
  /** What this one was derived from; its token provider and logger live as long as it is held. */
  readonly parent: Calls | undefined;
  /** Whom it tells what it does, if anybody. */
  readonly logger: Logger | undefined;

  constructor(native: NativeClient, parent?: Calls, logger: Logger | undefined = parent?.logger) {
    this.#native = native;
    this.baseURL = native.baseUrl;
    this.parent = parent;
    this.logger = logger;
  }

  /** The native half of an open client. */
  get native(): NativeClient {
    if (this.#native === undefined) throw argumentError('this client is closed');
    return this.#native;
  }

  /** Closes the native half: its connections end with the last client that shares them. */
  close(): void {
    this.#native?.close();
    this.#native = undefined;
  }

  /** A call with one JSON answer. */
  json<T>(operation: Operation, ids: string[], params?: object, options?: CallOptions): APIPromise<T> {
    const start =
      operation.body === 'multipart'
        ? () => this.#upload(operation, ids, params, options)
        : () => begin((id) => this.#send(id, operation, ids, params, options), options?.signal);
    return new APIPromise<T>(start, decodeJson);
  }

  /** A list that comes in pages. */
  pages<Item>(
    operation: Operation,
    ids: string[],
    params?: object,
    options?: CallOptions,
  ): PagePromise<Item> {
    const list = () => {
      checkPath(operation, ids);
      const { query, headers } = sort(operation, params);
      return this.native.list(operation.index, ids, query, traceHeaders(headers), callSettings(options));
    };
    const { signal, prefetch = false } = options ?? {};
    return new PagePromise<Item>(list, { signal, prefetch, owner: this });
  }

  /** A call that opens a stream of events. */
  events<E>(
    operation: Operation,
    ids: string[],
    params?: object,
    options?: CallOptions,
  ): APIPromise<EventStream<E>> {
    const stream = new binding.Stream(bridge);
    owners.set(stream, this);
    const start = (id: number) => {
      checkPath(operation, ids);
      const { query, headers } = sort(operation, params);
      const settings = callSettings(options);
      this.native.follow(id, operation.index, ids, query, traceHeaders(headers), settings, stream);
    };
    const open = (outcome: Outcome) => new EventStream<E>(stream, outcome.head, options?.signal);
    return new APIPromise(() => begin(start, options?.signal), open);
  }

  /** A call that opens a file. */
  file(operation: Operation, ids: string[], params?: object, options?: CallOptions): APIPromise<Download> {
    const source = new binding.Source(bridge);
    const watch = Watch.of(options);
    const open = ({ head, value }: Outcome) =>
      new Download(source, head, (value as string | null) ?? undefined, options?.signal, watch);
    const along = { source, progress: watch?.native };
    const start = (id: number) => this.#send(id, operation, ids, params, options, along);
    return new APIPromise(() => begin(start, options?.signal), open);
  }

  /** A call of any path. */
  any<T>(
    method: (typeof METHODS)[number],
    path: string,
    params: AnyParams = {},
    options?: CallOptions,
  ): APIPromise<T> {
    const start = (id: number) => {
      const { query, body, ...others } = params;
      for (const name in others)
        throw argumentError(`there is no \`${name}\`, only \`query\` and \`body\``, method);
      const number = ANY + METHODS.indexOf(method);
      const settings = callSettings(options);
      this.native.call(
        id,
        number,
        [path],
        flat(query),
        traceHeaders(undefined),
        body === undefined ? undefined : JSON.stringify(body),
        settings,
        undefined,
      );
    };
    return new APIPromise<T>(() => begin(start, options?.signal), decodeJson);
  }

  async #upload(
    operation: Operation,
    ids: string[],
    params?: object,
    options?: CallOptions,
  ): Promise<Outcome> {
    options?.signal?.throwIfAborted();
    checkPath(operation, ids);
    const { body = {} } = sort(operation, params);
    const sending = await formOf(operation, body);
    const watch = Watch.of(options);
    const along = { form: sending.form, progress: watch?.native };
    const send = (signal: AbortSignal | null | undefined) => {
      const sent = begin((id) => this.#send(id, operation, ids, params, options, along), signal);
      sending.feed();
      return sent;
    };
    try {
      return await (watch ? watch.during(send, options?.signal) : send(options?.signal));
    } finally {
      sending.stop();
    }
  }

  #send(
    id: number,
    operation: Operation,
    ids: string[],
    params?: object,
    options?: CallOptions,
    { form, source, progress }: Along = {},
  ): void {
    checkPath(operation, ids);
    let query: Flat | undefined;
    let headers: Flat | undefined;
    let body: string | Form | undefined = form;
    if (params !== undefined || operation.required !== undefined) {
      const sorted = sort(operation, params);
      query = sorted.query;
      headers = sorted.headers;
      if (form === undefined && sorted.body !== undefined) body = JSON.stringify(sorted.body);
    }
    this.native.call(
      id,
      operation.index,
      ids,
      query,
      traceHeaders(headers),
      body,
      callSettings(options, progress),
      source,
    );
  }
}

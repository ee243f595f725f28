import { errorFrom } from './errors.js';
import { type Outcome, raise } from './native.js';

/**
 * An object of the service; the id under which the server knows the call that brought it is not enumerable. Streams and
 * downloads have it as `requestId`.
 */
export type WithRequestId<T> = T extends { readonly requestId: unknown }
  ? T
  : T extends object
    ? T & { readonly _request_id?: string }
    : T;

/** A decoded answer with what surrounds it. */
export interface WithResponse<T> {
  /** What awaiting the promise gives. */
  data: T;
  /** The answer as it came: status, headers, body. */
  response: Response;
  /** The id under which the server knows the call. */
  requestId: string | undefined;
  /** How many attempts were made. */
  attempts: number;
}

type Body = ConstructorParameters<typeof Response>[0];

/** What stands in front of an answer's body: status, attempts and headers, read when asked for. */
export class Head {
  readonly #lines: string[];

  constructor(text: string | undefined) {
    this.#lines = (text ?? '200 0').split('\n');
  }

  get status(): number {
    return Number.parseInt(this.#lines[0] as string, 10);
  }

  get attempts(): number {
    return Number.parseInt((this.#lines[0] as string).split(' ')[1] as string, 10);
  }

  get headers(): Headers {
    const headers = new Headers();
    for (const line of this.#lines.slice(1)) {
      const colon = line.indexOf(':');
      headers.append(line.slice(0, colon), line.slice(colon + 1));
    }
    return headers;
  }

  response(body: Body): Response {
    const { status, headers } = this;
    // These never have a body, not even an empty one.
    const bare = status === 204 || status === 205 || status === 304;
    return new Response(bare ? null : body, { status, headers });
  }
}

/** The request id among the lines of a head, without reading the rest. */
export function requestIdOf(head: string | undefined): string | undefined {
  if (head === undefined) return undefined;
  for (const name of ['\nx-request-id:', '\nrequest-id:']) {
    const at = head.indexOf(name);
    if (at < 0) continue;
    const end = head.indexOf('\n', at + 1);
    return head.slice(at + name.length, end < 0 ? undefined : end);
  }
  return undefined;
}

/** Decodes a JSON answer; an empty one is `null`. */
export function decodeJson<T>({ head, value }: Outcome): T {
  if (value === '' || value === null || value === undefined) return null as T;
  let decoded: unknown;
  try {
    if (typeof value !== 'string') throw new TypeError('it is not UTF-8');
    decoded = JSON.parse(value);
  } catch (cause) {
    throw undecodable(head, value, cause);
  }
  const requestId = requestIdOf(head);
  if (requestId !== undefined && typeof decoded === 'object' && decoded !== null) {
    Object.defineProperty(decoded, '_request_id', {
      value: requestId,
      enumerable: false,
      configurable: true,
    });
  }
  return decoded as T;
}

/** The error for an answer that is not what the operation promises. */
export function undecodable(head: string | undefined, value: unknown, cause: unknown): Error {
  const { status, attempts, headers } = new Head(head);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return errorFrom({
    kind: 'decode',
    message: `the answer is not what the operation promises: ${reason}`,
    status,
    attempts,
    headers: [...headers],
    request_id: requestIdOf(head),
    body: typeof value === 'string' ? value : Buffer.from(value as Uint8Array).toString(),
    causes: [reason],
  });
}

/**
 * A call under way. Awaiting it gives the decoded answer; {@link withResponse} and {@link asResponse} give what
 * surrounds it.
 */
export class APIPromise<T> extends Promise<WithRequestId<T>> {
  readonly #start: () => Promise<Outcome>;
  readonly #decode: (outcome: Outcome) => T;
  #outcome: Promise<Outcome> | undefined;
  #value: Promise<WithRequestId<T>> | undefined;

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** @internal */
  constructor(start: () => Promise<Outcome>, decode: (outcome: Outcome) => T, lazy = false) {
    // Its own state is never used: `then` goes to the decoded answer, which is made only when wanted.
    super((resolve) => resolve(undefined as WithRequestId<T>));
    this.#start = start;
    this.#decode = decode;
    if (!lazy) this.#outcome = start();
  }

  #sent(): Promise<Outcome> {
    this.#outcome ??= this.#start();
    return this.#outcome;
  }

  // biome-ignore lint/suspicious/noThenProperty: a promise has one.
  override then<A = WithRequestId<T>, B = never>(
    onFulfilled?: ((value: WithRequestId<T>) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#value ??= this.#sent().then(this.#decode, raise) as Promise<WithRequestId<T>>;
    return this.#value.then(onFulfilled, onRejected);
  }

  override catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null) {
    return this.then(undefined, onRejected);
  }

  override finally(onFinally?: (() => void) | null): Promise<WithRequestId<T>> {
    return this.then().finally(onFinally);
  }

  /** The decoded answer, and what surrounds it. */
  async withResponse(): Promise<WithResponse<WithRequestId<T>>> {
    const data = await this.then((value) => value);
    const outcome = await this.#sent();
    const { attempts } = new Head(outcome.head);
    return { data, response: await this.asResponse(), requestId: requestIdOf(outcome.head), attempts };
  }

  /** The answer as it came. Rejects as the promise does when the server refused, but decodes nothing. */
  async asResponse(): Promise<Response> {
    const { head, value } = await this.#sent().catch(raise);
    return new Head(head).response((value as Body) ?? null);
  }
}

/** The native half as `bindings-node/src` exports it. Only `native.ts` and what it hands out use it. */
export interface Binding {
  Bridge: new (wake: () => void) => Bridge;
  Source: new (bridge: Bridge) => Source;
  Stream: new (bridge: Bridge) => Stream;
  Form: new () => Form;
  Pipe: new (bridge: Bridge) => Pipe;
  Progress: new (bridge: Bridge) => Progress;
  ServiceAccount: new (key?: string, ttl?: number, scope?: string) => object;
  /** An empty list; a page makes it the list after it. */
  List: new (
    bridge: Bridge,
  ) => List;
  NativeEmulator: new (bridge: Bridge) => NativeEmulator;
  /** A client, or an `ErrorInfo` as JSON. */
  createClient(bridge: Bridge, options: ClientSettings): NativeClient | string;
  operationId(number: number): string | null;
  /** An `ErrorInfo` as JSON, if a turn that stopped for this reason did not come to its end. */
  stopped(sessionId: string, reason: string): string | null;
}

/** A list of names and values, flat. */
export type Flat = string[];

export interface Bridge {
  /** Calls `wake` again when there is more. */
  drain(most: number): unknown[];
  cancel(id: number): void;
  answer(question: number, token?: string, failure?: string): void;
}

export interface NativeClient {
  readonly baseUrl: string;
  /** Nothing may be asked of it any more. */
  close(): void;
  derive(options: ClientSettings): NativeClient | string;
  call(
    id: number,
    operation: number,
    path: string[],
    query: Flat | undefined,
    headers: Flat | undefined,
    body: string | Form | undefined,
    options: CallSettings | undefined,
    source: Source | undefined,
  ): void;
  follow(
    id: number,
    operation: number,
    path: string[],
    query: Flat | undefined,
    headers: Flat | undefined,
    options: CallSettings | undefined,
    stream: Stream,
  ): void;
  list(
    operation: number,
    path: string[],
    query: Flat | undefined,
    headers: Flat | undefined,
    options: CallSettings | undefined,
  ): List;
  /** A procedure whose calls carry `headers` and whose steps come through `steps`, or an `ErrorInfo` as JSON. */
  procedure(name: string, args: string, headers: Flat | undefined, steps: Stream): Procedure | string;
}

export interface List {
  readonly there: boolean;
  page(id: number, rest: List): void;
  pages(source: Source, prefetch: boolean): void;
}

export interface Source {
  next(id: number): void;
  rest(id: number): void;
  writeToFile(id: number, path: string): void;
  close(): void;
}

export interface Stream {
  /** A JSON array of events, or one step of a procedure, if there is something. */
  ready(): string | null;
  /** What stands with the last `ready`: the id of its last event, or what step it is. */
  readonly head: string | null;
  wait(id: number): void;
  /** Gives updates of messages instead of events; false when it is too late for that. */
  updates(): boolean;
  /** Answers `id` when it has been said where it has to be. */
  close(id?: number): void;
}

export interface Procedure {
  /** Answers a question with JSON, or with why there is no answer. */
  answer(question: number, json?: string, failure?: string): void;
  /** The sessions of the jobs that have begun, by the place of the job. */
  sessions(): Record<string, string>;
}

export interface Form {
  text(field: string, value: string): void;
  path(field: string, path: string, name?: string, mediaType?: string): void;
  bytes(field: string, content: Uint8Array, name: string, mediaType?: string): void;
  pipe(field: string, pipe: Pipe, name: string, mediaType?: string, length?: number): void;
}

export interface Pipe {
  write(id: number, piece: Uint8Array): void;
  fail(id: number, reason: string): void;
  end(): void;
}

export interface Progress {
  readonly done: number;
  readonly total: number | null;
  changed(id: number): void;
}

export interface NativeEmulator {
  start(id: number, settings: object): void;
  stop(id: number): void;
  control(id: number, method: string, door: string, body: string): void;
}

/** Durations in milliseconds; `null` means no limit. */
export interface CallSettings {
  timeout?: number | null;
  readTimeout?: number | null;
  heartbeatTimeout?: number | null;
  maxRetries?: number;
  retryWrites?: boolean;
  idempotencyKey?: string;
  resume?: boolean;
  headers?: Flat;
  query?: Flat;
  /** A JSON object. */
  body?: string;
  progress?: Progress | undefined;
}

/** Durations in milliseconds; `null` means no limit. */
export interface ClientSettings {
  token?: string;
  tokenProvider?: number;
  serviceAccount?: object;
  region?: string;
  baseUrl?: string;
  exchangeUrl?: string;
  workspaceId?: string;
  timeout?: number | null;
  connectTimeout?: number | null;
  readTimeout?: number | null;
  heartbeatTimeout?: number | null;
  maxRetries?: number;
  retryWrites?: boolean;
  maxBodyBytes?: number | null;
  defaultHeaders?: Flat;
  defaultQuery?: Flat;
  proxy?: string;
  caCerts?: string | Buffer;
  userAgentSuffix?: string;
  logger?: number;
  logLevel?: string;
}

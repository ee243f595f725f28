/** An error as the native half describes it. */
export interface ErrorInfo {
  kind: string;
  message: string;
  operation?: string | null;
  status?: number | null;
  type?: string | null;
  code?: string | null;
  param?: string | null;
  request_id?: string | null;
  headers?: [string, string][];
  body?: string | null;
  retry_after?: number | null;
  attempts?: number;
  elapsed?: number;
  causes?: string[];
  last_event_id?: string | null;
}

/** Names of the classes an error belongs to. */
const KINDS = Symbol.for('qoder-cloud.error.kinds');

/** An error that is known by the name of its class, so that `instanceof` holds across two copies of this package. */
export abstract class KnownError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class that is asked, which may be a derived one.
    return (value as { [KINDS]?: Set<string> } | null | undefined)?.[KINDS]?.has(this.name) === true;
  }

  get [KINDS](): Set<string> {
    const kinds = new Set<string>();
    for (let kind = this.constructor; kind !== KnownError; kind = Object.getPrototypeOf(kind)) {
      kinds.add(kind.name);
    }
    return kinds;
  }
}

/**
 * Anything this package throws, apart from a signal's reason. Thrown itself, it means a wrong configuration or
 * argument: nothing was sent.
 */
export class QoderError extends KnownError {
  /** What failed, for example `agents.create`. */
  readonly operation: string | undefined;
  /** How many attempts were made; 0 when nothing was sent. */
  readonly attempts: number;

  constructor(info: ErrorInfo) {
    super(info.message, causeOf(info.causes));
    this.name = new.target.name;
    this.operation = info.operation ?? undefined;
    this.attempts = info.attempts ?? 0;
  }
}

function causeOf(causes: string[] = []): ErrorOptions | undefined {
  const chain = causes.reduceRight<Error | undefined>(
    (cause, text) => new Error(text, cause && { cause }),
    undefined,
  );
  return chain && { cause: chain };
}

/** A call that did not bring what it should. Thrown itself, it means that an event stream broke or reported an error. */
export class APIError extends QoderError {
  /** The HTTP status; absent when no answer arrived. */
  readonly status: number | undefined;
  /** The server's word for the class of error, for example `conflict_error`. */
  readonly type: string | undefined;
  /** The server's code for the error. */
  readonly code: string | undefined;
  /** The argument the server complains about. */
  readonly param: string | undefined;
  /** The id under which the server knows the call. */
  readonly requestId: string | undefined;
  /** The headers of the answer, secrets redacted. */
  readonly headers: Headers;
  /** What the server said, as text, at most 64 KiB of it. */
  readonly body: string | undefined;
  /** How long the server asks to wait, in seconds. */
  readonly retryAfter: number | undefined;
  /** The last event that arrived before a stream broke: resume from it. */
  readonly lastEventId: string | undefined;

  constructor(info: ErrorInfo) {
    super(info);
    this.status = info.status ?? undefined;
    this.type = info.type ?? undefined;
    this.code = info.code ?? undefined;
    this.param = info.param ?? undefined;
    this.requestId = info.request_id ?? undefined;
    this.headers = new Headers(info.headers);
    this.body = info.body ?? undefined;
    this.retryAfter = info.retry_after ?? undefined;
    this.lastEventId = info.last_event_id ?? undefined;
  }
}

/** No answer arrived, or not all of it. */
export class APIConnectionError extends APIError {}
/** A time limit passed: of the call, of connecting, of silence. */
export class APITimeoutError extends APIConnectionError {}
/** The call was given up from this side, for example by closing the client's environment. */
export class APIUserAbortError extends APIError {}
/** The answer is not what the operation promises; `body` keeps it. */
export class APIResponseValidationError extends APIError {}

/** The server refused. The class follows the status, never the body. */
export class APIStatusError extends APIError {
  declare readonly status: number;
}
/** 400: an argument is missing, mistyped or not allowed; `param` may name it. */
export class BadRequestError extends APIStatusError {}
/** 401: the token is missing, wrong, expired, or of another region. */
export class AuthenticationError extends APIStatusError {}
/** 403: the token may not do this. */
export class PermissionDeniedError extends APIStatusError {}
/** 404: no such thing, or not in this account and region. */
export class NotFoundError extends APIStatusError {}
/** 409: the state forbids it, for example a stale version. Read anew and decide; never retried. */
export class ConflictError extends APIStatusError {}
/** 412: a precondition no longer holds. */
export class PreconditionFailedError extends APIStatusError {}
/** 413: the upload is too large. */
export class RequestTooLargeError extends APIStatusError {}
/** 422: well formed, but not to be processed as given. */
export class UnprocessableEntityError extends APIStatusError {}
/** 429: too much at once; `retryAfter` may say how long to wait. */
export class RateLimitError extends APIStatusError {}
/** 5xx: the server failed. */
export class InternalServerError extends APIStatusError {}

const BY_STATUS: Record<number, new (info: ErrorInfo) => APIStatusError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  413: RequestTooLargeError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

const BY_KIND: Record<string, new (info: ErrorInfo) => QoderError> = {
  connection: APIConnectionError,
  timeout: APITimeoutError,
  decode: APIResponseValidationError,
  stream: APIError,
  cancelled: APIUserAbortError,
};

/** The one place where an error gets its class. */
export function errorFrom(info: ErrorInfo): QoderError {
  if (info.kind === 'status') {
    const status = info.status ?? 0;
    return new (BY_STATUS[status] ?? (status >= 500 ? InternalServerError : APIStatusError))(info);
  }
  return new (BY_KIND[info.kind] ?? QoderError)(info);
}

/** A refusal before anything is sent. */
export function argumentError(message: string, operation?: string): QoderError {
  return errorFrom({
    kind: 'argument',
    message: operation ? `${operation}: ${message}` : message,
    operation,
  });
}

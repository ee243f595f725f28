export type { AnyParams } from './calls.js';
export { Qoder } from './client.js';
export { Download } from './download.js';
export {
  APIConnectionError,
  APIError,
  APIResponseValidationError,
  APIStatusError,
  APITimeoutError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionFailedError,
  QoderError,
  RateLimitError,
  RequestTooLargeError,
  UnprocessableEntityError,
} from './errors.js';
export type { Logger, LogLevel } from './logger.js';
export type { TokenProvider } from './native.js';
export type { CallOptions, ClientOptions, CommonOptions, Extra } from './options.js';
export { Page, PagePromise } from './pagination.js';
export { APIPromise, type WithRequestId, type WithResponse } from './promise.js';
export type * from './resources/index.js';
export { ServiceAccount, type ServiceAccountOptions } from './service-account.js';
export { EventStream } from './streaming.js';
export type * from './types/index.js';
export type { UnknownTag, UnknownVariant } from './unknown.js';
export type { Content, Pieces, Uploadable, UploadFile } from './upload.js';

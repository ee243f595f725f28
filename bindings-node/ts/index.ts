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
export type {
  AgentChange,
  Body,
  HelperOptions,
  WaitOptions,
  WorkerOptions,
} from './helpers.js';
export type { Logger, LogLevel } from './logger.js';
export { type Finished, type Job, type RunManyOptions, Turns } from './many.js';
export type { TokenProvider } from './native.js';
export type { CallOptions, ClientOptions, CommonOptions, Extra } from './options.js';
export { Page, PagePromise } from './pagination.js';
export { APIPromise, type WithRequestId, type WithResponse } from './promise.js';
export type * from './resources/index.js';
export { ServiceAccount, type ServiceAccountOptions } from './service-account.js';
export { EventStream } from './streaming.js';
export {
  FunctionTool,
  type JsonSchema,
  type PermissionDecision,
  type StandardSchema,
  type ToolContext,
  ToolError,
  type ToolFailure,
  type ToolOptions,
  type ToolRequest,
  tool,
} from './tools.js';
export {
  type Artifact,
  type RunOptions,
  Turn,
  TurnError,
  type TurnInput,
  type TurnOptions,
  type TurnResult,
} from './turn.js';
export type * from './types/index.js';
export type { UnknownTag, UnknownVariant } from './unknown.js';
export type { Content, Pieces, Uploadable, UploadFile } from './upload.js';

// Generated from spec/ by codegen; edit the spec.

import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { TokenExchangeParams, TokenExchangeResponse } from '../types/auth.js';

/** Exchange of Service Account keys for access tokens. */
export class Auth extends Resource {
  /**
   * Exchange a Service Account key for a short-lived access token.
   *
   * Served by the exchange host of the same region as the API. Exchange again when it runs out; there is no
   * refresh.
   *
   * Never retried.
   */
  exchange(params: TokenExchangeParams, options?: CallOptions): APIPromise<TokenExchangeResponse> {
    return this.calls.json(ops.authExchange, [], params, options);
  }
}

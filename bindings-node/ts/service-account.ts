import { binding } from './load.js';

/** How a service account's tokens are made. */
export interface ServiceAccountOptions {
  /** The account's key; else `QODER_SA_KEY`. */
  key?: string;
  /** How long each token lives, in milliseconds: from 1,000 to 43,200,000. Default: 3,600,000. */
  ttl?: number;
  /** What the tokens are good for, separated by spaces. Default: `qca.access`. */
  scope?: string;
}

/**
 * Exchanges a service account's key for short-lived tokens: cached, renewed before they expire, one exchange for
 * any number of waiting calls. Clients that share an account share its tokens.
 */
export class ServiceAccount {
  readonly #native: object;

  constructor(options: ServiceAccountOptions = {}) {
    this.#native = new binding.ServiceAccount(options.key, options.ttl, options.scope);
  }

  /** @internal */
  get native(): object {
    return this.#native;
  }
}

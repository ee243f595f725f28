import type { Calls } from './calls.js';

/** A node of the tree of resources. */
export abstract class Resource {
  protected readonly calls: Calls;

  constructor(calls: Calls) {
    this.calls = calls;
    // Out of sight when a client is printed.
    Object.defineProperty(this, 'calls', { enumerable: false });
  }
}

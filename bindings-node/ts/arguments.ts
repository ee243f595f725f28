import type { Flat } from './binding.js';
import { argumentError } from './errors.js';

/** How the arguments of an operation travel; see `operations.ts`. */
export interface Operation {
  /** Its place in the native table. */
  index: number;
  /** For example `agents.create`. */
  id: string;
  /** Names of the path values, outermost first. */
  path?: string[];
  /** Wire names of the query arguments. */
  query?: Record<string, string>;
  /** Wire names of the header arguments. */
  headers?: Record<string, string>;
  /** Members of the body that must be given. */
  required?: string[];
  body?: 'json' | 'multipart';
  /** Members of the body that can have one value only. */
  constants?: Record<string, string>;
  /** What the parts of a multipart body hold. */
  parts?: Record<string, PartKind>;
}

/** What a part of a multipart body holds. */
export type PartKind = 'text' | 'json' | 'file' | 'files';

/** Arguments by where they travel. */
export interface Sorted {
  query?: Flat;
  headers?: Flat;
  body?: Record<string, unknown>;
}

/** Refuses a call without a path value, by the value's name. */
export function checkPath(operation: Operation, ids: readonly string[]): void {
  for (let at = 0; at < ids.length; at++) {
    if (typeof ids[at] !== 'string') {
      throw argumentError(
        `\`${operation.path?.[at]}\` must be a string, not ${describe(ids[at])}`,
        operation.id,
      );
    }
  }
}

/** Sorts the arguments of a call by where they travel, and checks that none is missing or misplaced. */
export function sort(operation: Operation, params: object | undefined): Sorted {
  const sorted: Sorted = {};
  if (params !== undefined && (params === null || typeof params !== 'object')) {
    throw argumentError(`the arguments must be an object, not ${describe(params)}`, operation.id);
  }
  for (const name in params) {
    const value = (params as Record<string, unknown>)[name];
    if (value === undefined) continue;
    const query = operation.query?.[name];
    const header = operation.headers?.[name];
    if (query !== undefined) {
      sorted.query ??= [];
      pushQuery(sorted.query, query, value);
    } else if (header !== undefined) {
      sorted.headers ??= [];
      if (value !== null) sorted.headers.push(header, Array.isArray(value) ? value.join(',') : String(value));
    } else if (operation.body !== undefined) {
      sorted.body ??= { ...operation.constants };
      sorted.body[name] = value;
    } else {
      throw argumentError(
        `there is no argument \`${name}\`; \`options.query\` takes what is not documented`,
        operation.id,
      );
    }
  }
  for (const name of operation.required ?? []) {
    if (sorted.body?.[name] === undefined) throw argumentError(`\`${name}\` is required`, operation.id);
  }
  return sorted;
}

/** A list repeats its name; `null` is not sent; dates are written as RFC 3339. */
function pushQuery(query: Flat, wire: string, value: unknown): void {
  if (value === null) return;
  for (const one of Array.isArray(value) ? value : [value]) {
    query.push(wire, one instanceof Date ? one.toISOString() : String(one));
  }
}

function describe(value: unknown): string {
  return value === null ? 'null' : typeof value;
}

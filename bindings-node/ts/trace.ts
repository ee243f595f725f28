import type { Flat } from './binding.js';

/** The part of `@opentelemetry/api` that is used. */
interface Telemetry {
  ROOT_CONTEXT: unknown;
  context: { active(): unknown };
  propagation: { inject(context: unknown, carrier: Record<string, string>): void };
}

let telemetry: Telemetry | undefined;
try {
  telemetry = require('@opentelemetry/api');
} catch {
  // Not installed: there is no context to pass on.
}

/** Adds `traceparent` and its siblings from the active OpenTelemetry context. */
export function traceHeaders(headers: Flat | undefined): Flat | undefined {
  const active = telemetry?.context.active();
  if (telemetry === undefined || active === telemetry.ROOT_CONTEXT) return headers;
  const carrier: Record<string, string> = {};
  telemetry.propagation.inject(active, carrier);
  const pairs = Object.entries(carrier).flat();
  return pairs.length === 0 ? headers : [...(headers ?? []), ...pairs];
}

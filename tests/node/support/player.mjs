// Plays one scenario through the public API against an emulator of its own.

import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Qoder, QoderError, ServiceAccount } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';
import { help } from './helpers.mjs';
import { differences, missing, short } from './matching.mjs';
import { resolve } from './reference.mjs';
import { unsent } from './sent.mjs';
import { methodOf, operations } from './spec.mjs';

/** What clients have logged, at the finest level. */
export const heard = [];

const hear = (message, fields) => heard.push(`${message} ${inspect(fields, { depth: 10 })}`);
const logger = { error: hear, warn: hear, info: hear, debug: hear };

/**
 * Plays a scenario and tells what the steps came to and what the server saw; rejects with everything about a step that
 * is not as the scenario says.
 */
export async function play(scenario) {
  const emulator = await Emulator.start();
  const stage = new Stage(emulator);
  try {
    await stage.do({ client: scenario.client ?? {} });
    for (const step of scenario.given ?? []) await stage.take(step, 'given');
    if (scenario.faults) await stage.tell('faults', scenario.faults);
    if (scenario.script) await stage.tell('scripts', scenario.script);
    for (const step of scenario.when) await stage.take(step, 'when');
    stage.close();
    const requests = await emulator.requests();
    told('sent', unsent(resolve(scenario.sent ?? [], stage.kept), requests));
    return { steps: stage.steps, requests };
  } finally {
    stage.close();
    await emulator.stop();
  }
}

function told(what, problems) {
  if (problems.length > 0) assert.fail(`${what}:\n  ${problems.join('\n  ')}`);
}

class Stage {
  streams = new Map();
  steps = [];

  constructor(emulator) {
    this.emulator = emulator;
    this.kept = { base_url: emulator.baseURL, token: emulator.token };
  }

  close() {
    for (const stream of this.streams.values()) stream.close();
    this.streams.clear();
  }

  tell(door, what) {
    return this.emulator.control('POST', door, resolve(what, this.kept));
  }

  async take(step, part) {
    for (let n = 1; n <= (step.times ?? 1); n += 1) {
      this.kept.n = n;
      await Promise.all(Array.from({ length: step.at_once ?? 1 }, () => this.once(step, part)));
    }
  }

  async once(step, part) {
    const items = [];
    let ended;
    try {
      ended = { value: await this.do(step, items) };
    } catch (error) {
      if (!(error instanceof QoderError)) throw error;
      ended = { error };
    }
    this.steps.push(
      ended.error ? { raised: described(ended.error), after: items } : { returned: ended.value },
    );
    told(
      `${part} ${step.call ?? step.do ?? step.read ?? step.close ?? 'client'}`,
      this.judge(step, ended, items),
    );
  }

  async do(step, items = []) {
    if (step.call) return this.call(operations.get(step.call), step, items);
    if (step.do) return this.help(step, items);
    if (step.read) return this.read(this.streams.get(step.read), step, items);
    if (step.close) {
      this.streams.get(step.close).close();
      return null;
    }
    if (step.control) {
      await this.tell(step.control, step.with ?? {});
      return null;
    }
    this.client = makeClient(resolve(step.client, this.kept), this.emulator);
    return null;
  }

  async call(operation, step, items) {
    const params = resolve(step.with ?? {}, this.kept);
    const ids = operation.ids.map((name) => params[name]);
    for (const name of operation.ids) delete params[name];
    for (const name of operation.files) {
      if (name in params)
        params[name] = Array.isArray(params[name]) ? params[name].map(file) : file(params[name]);
    }
    const options = callOptions(resolve(step.options ?? {}, this.kept));
    const promise = methodOf(this.client, operation.id)(...ids, params, options);
    if (operation.isPage) return readList(promise, step, items);
    if (operation.isFile) return download(await promise);
    if (!operation.isStream) return promise;
    const stream = await promise;
    this.streams.set(step.as ?? '', stream);
    return step.until === undefined ? null : this.read(stream, step, items);
  }

  async help(step, shown) {
    const given = resolve({ ...step, with: step.with ?? {} }, this.kept);
    const done = await help(this.client, given, given.with, shown, described);
    told('shown', missing(given.shown ?? [], shown));
    return done;
  }

  /** Reads up to the event the step names. */
  async read(stream, step, events) {
    for (;;) {
      const { done, value } = await stream.next();
      if (done && step.until === 'end') break;
      if (done) assert.fail(`the stream ended before ${step.until}; came: ${short(events)}`);
      events.push(value);
      if (value.type === step.until) break;
    }
    told('events', missing(resolve(step.events ?? [], this.kept), events));
    return { events, last: events.at(-1), last_event_id: stream.lastEventId };
  }

  judge(step, { value, error }, items) {
    if (error === undefined) {
      if (step.raises) return [`should have raised ${short(step.raises)}, but returned ${short(value)}`];
      if (step.as) this.kept[step.as] = value;
      return step.returns === undefined ? [] : differences(resolve(step.returns, this.kept), value);
    }
    if (!step.raises) return [`failed: ${error.stack}`];
    const { message_contains: parts = [], ...raises } = resolve(step.raises, this.kept);
    const found = differences(raises, described(error));
    for (const part of [parts].flat()) {
      if (!error.message.includes(part)) found.push(`the message does not contain ${part}: ${error.message}`);
    }
    if (step.items) found.push(...differences(resolve(step.items, this.kept), items));
    if (inspect(error, { depth: 10 }).includes(this.emulator.token))
      found.push('the error contains the token');
    return found;
  }
}

const described = (error) => ({
  class: error.name,
  status: error.status,
  type: error.type,
  code: error.code,
  param: error.param,
  request_id: error.requestId,
  attempts: error.attempts,
  retry_after: error.retryAfter,
  last_event_id: error.lastEventId,
  message: error.message,
});

const milliseconds = (seconds) => (typeof seconds === 'number' ? seconds * 1000 : seconds);

function callOptions({
  timeout,
  read_timeout,
  heartbeat_timeout,
  max_retries,
  retry_writes,
  idempotency_key,
  ...rest
}) {
  return {
    timeout: milliseconds(timeout),
    readTimeout: milliseconds(read_timeout),
    heartbeatTimeout: milliseconds(heartbeat_timeout),
    maxRetries: max_retries,
    retryWrites: retry_writes,
    idempotencyKey: idempotency_key,
    ...rest,
  };
}

function makeClient(options, emulator) {
  const { backoff, token, base_url, region, service_account, ...rest } = options;
  const { workspace_id, connect_timeout, default_headers, default_query, max_body_bytes, ...timing } = rest;
  const account = service_account && {
    key: service_account.key,
    scope: service_account.scope,
    ttl: milliseconds(service_account.ttl_seconds),
  };
  const given = 'token' in options ? token : emulator.token;
  return new Qoder({
    ...callOptions(timing),
    logger,
    logLevel: 'debug',
    token: account ? new ServiceAccount(account) : (given ?? undefined),
    baseURL: base_url ?? (region === undefined ? emulator.baseURL : undefined),
    region,
    workspaceId: workspace_id,
    connectTimeout: milliseconds(connect_timeout),
    defaultHeaders: default_headers,
    defaultQuery: default_query,
    maxBodyBytes: max_body_bytes,
  });
}

function file({ name, text, base64, path, repeat = 1 }) {
  if (path !== undefined) return path;
  const piece = text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text);
  return { name, content: Buffer.concat(Array.from({ length: repeat }, () => piece)) };
}

async function readList(promise, step, items) {
  if (step.collect) {
    for await (const item of promise) items.push(item);
    return { items };
  }
  let page = await promise;
  for (let n = 1; page !== null && n < (step.pages ?? 1); n += 1) page = await page.getNextPage();
  if (page === null) return null;
  const { data, has_more, first_id, last_id, next_page } = page;
  return { data, has_more, first_id, last_id, next_page };
}

async function download(file) {
  const { filename, contentType } = file;
  const bytes = await file.read();
  return { text: bytes.toString(), size: bytes.length, filename, content_type: contentType };
}

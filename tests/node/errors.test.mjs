import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { stage } from './support/stage.mjs';

const require = createRequire(import.meta.url);
const own = require('qoder-cloud');
const { errorFrom } = require('../../bindings-node/dist/errors.js');

test('the class follows the status', () => {
  const classes = {
    400: 'BadRequestError',
    404: 'NotFoundError',
    418: 'APIStatusError',
    503: 'InternalServerError',
  };
  for (const [status, name] of Object.entries(classes)) {
    const error = errorFrom({
      kind: 'status',
      message: 'm',
      status: Number(status),
      headers: [['retry-after', '3']],
      retry_after: 3,
    });
    assert.equal(error.name, name);
    assert.ok(
      error instanceof own[name] && error instanceof own.APIStatusError && error instanceof own.QoderError,
    );
    assert.ok(error instanceof Error && !(error instanceof own.APIConnectionError));
    assert.equal(error.headers.get('retry-after'), '3');
    assert.equal(error.retryAfter, 3);
  }
  assert.ok(errorFrom({ kind: 'timeout', message: 'm' }) instanceof own.APIConnectionError);
  for (const other of [null, undefined, 1, 'x', {}, new Error('x')])
    assert.ok(!(other instanceof own.QoderError));
});

test('causes become a chain', () => {
  const { cause } = errorFrom({ kind: 'connection', message: 'm', causes: ['outer', 'inner'] });
  assert.equal(cause.message, 'outer');
  assert.equal(cause.cause.message, 'inner');
  assert.equal(cause.cause.cause, undefined);
});

test('an error of the server knows everything about it, and where it was awaited', async (t) => {
  const { client } = await stage(t);
  const error = await client.agents
    .retrieve('agent_missing', {}, { headers: { 'x-request-id': 'mine' } })
    .catch((e) => e);
  assert.ok(error instanceof own.NotFoundError);
  assert.equal(error.status, 404);
  assert.equal(error.type, 'not_found_error');
  assert.equal(error.requestId, 'mine');
  assert.equal(error.headers.get('x-request-id'), 'mine');
  assert.equal(error.operation, 'agents.retrieve');
  assert.equal(error.attempts, 1);
  async function caller() {
    await client.agents.retrieve('agent_missing');
  }
  await assert.rejects(caller, ({ stack }) => /at async caller/.test(stack));
});

test('nothing that is printed holds a secret', async (t) => {
  const { client, emulator } = await stage(t, { defaultHeaders: { 'x-api-key': 's3cret' } });
  const error = await client.agents.retrieve('agent_missing').catch((e) => e);
  const account = new own.ServiceAccount({ key: 'sak-s3cret' });
  for (const thing of [client, client.agents, client.agents.list(), error, account, client.withOptions({})]) {
    const printed = inspect(thing, { depth: 20, showHidden: true }) + JSON.stringify(thing);
    assert.ok(!printed.includes(emulator.token) && !printed.includes('s3cret'), printed);
  }
});

test('wrong options are refused by name', () => {
  const refused = (options, name) =>
    assert.throws(() => new own.Qoder({ token: 'pt-x', ...options }), {
      name: 'QoderError',
      message: new RegExp(name),
    });
  refused({ timeout: Number.NaN }, '`timeout`');
  refused({ timeout: -1 }, '`timeout`');
  refused({ maxRetries: 1.5 }, '`maxRetries`');
  refused({ region: 'mars' }, 'mars');
  refused({ token: 7 }, '`token`');
  refused({ proxy: 'no proxy' }, '`proxy`');
  refused({ baseURL: 'ftp://host' }, '`baseURL`');
  refused({ baseURL: 'https://host?a=b' }, '`defaultQuery`');
  refused({ exchangeURL: 'nowhere' }, '`exchangeURL`');
  refused({ caCerts: Buffer.from('junk') }, '`caCerts`');
});

test('a limit that is passed and an argument that is refused are named as they are written here', async (t) => {
  const { client, emulator } = await stage(t);
  const agent = { name: 'a', model: 'auto' };
  const named = (call, message) => assert.rejects(call, { message });
  await named(client.agents.create(agent, { idempotencyKey: ' ' }), /`idempotencyKey`/);
  await named(client.withOptions({ maxBodyBytes: 10 }).agents.create(agent), /`maxBodyBytes`/);
  await emulator.control('POST', 'faults', {
    match: { operation: 'models.list' },
    action: { delay_ms: 60_000 },
  });
  await named(client.models.list({}, { readTimeout: 1, maxRetries: 0 }), /`readTimeout`/);
});

test('a token provider is asked before each attempt, and its failure is the error', async (t) => {
  const { client, emulator } = await stage(t);
  let asked = 0;
  const asking = client.withOptions({
    token: async () => {
      asked += 1;
      return emulator.token;
    },
  });
  const fault = {
    match: { operation: 'models.list' },
    action: { status: 503, headers: { 'retry-after-ms': '1' } },
  };
  await emulator.control('POST', 'faults', fault);
  await asking.models.list();
  assert.equal(asked, 2);
  const failing = client.withOptions({
    token: () => {
      throw new Error('the vault is closed');
    },
  });
  await assert.rejects(failing.models.list(), { name: 'QoderError', message: /the vault is closed/ });
  await assert.rejects(client.withOptions({ token: () => 7 }).models.list(), { message: /no string/ });
});

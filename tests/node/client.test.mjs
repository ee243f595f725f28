import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Qoder } from 'qoder-cloud';
import { collect, ended, session, stage, until } from './support/stage.mjs';

const timeout = 20_000;
const closed = { name: 'QoderError', message: /this client is closed/ };

test('a closed client refuses; its streams and the clients derived from it go on', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const { id } = await session(client);
  const derived = client.withOptions({ maxRetries: 0 });
  const events = await client.sessions.events.stream(id);
  const page = await client.agents.list({ limit: 1 });
  const turn = client.sessions.run(id, 'hello');
  const call = client.models.list().then();
  await client[Symbol.asyncDispose]();
  client.close();
  await call;
  const sent = (await emulator.requests()).length;
  await assert.rejects(client.agents.create({ name: 'a', model: 'auto' }), closed);
  await assert.rejects(client.agents.list(), closed);
  await assert.rejects(client.agents.list()[Symbol.asyncIterator]().next(), closed);
  await assert.rejects(client.sessions.events.stream(id), closed);
  await assert.rejects(client.files.upload({ file: Buffer.from('x') }), closed);
  await assert.rejects(client.files.downloadTo('file', 'path'), closed);
  await assert.rejects(client.get('/models'), closed);
  await assert.rejects(turn, closed);
  assert.throws(() => client.withOptions({}), closed);
  assert.equal((await emulator.requests()).length, sent);
  assert.ok(inspect(client).includes(client.baseURL));
  assert.equal(page.data.length, 1);
  await derived.sessions.run(id, 'hello');
  assert.equal((await events.next()).value.type, 'session.status_running');
  await events[Symbol.asyncDispose]();
  assert.equal((await ended(emulator, '/events/stream')).outcome, 'disconnected');
});

test('connections end with the last client that shares them', { timeout }, async (t) => {
  let open = 0;
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end('{ "data": [], "has_more": false }'),
  );
  server.on('connection', (socket) => {
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const client = new Qoder({ baseURL: `http://127.0.0.1:${server.address().port}`, token: 'pt-x' });
  const derived = client.withOptions({ timeout: 10_000 });
  await client.get('/models');
  client.close();
  await derived.get('/models');
  assert.equal(open, 1);
  derived.close();
  await until(() => open === 0);
});

/** Runs collections until a promise settles. */
async function collecting(promise) {
  let over = false;
  const end = () => {
    over = true;
  };
  promise.then(end, end);
  await until(() => {
    collect();
    return over;
  });
  return promise;
}

test('what is under way keeps the token provider of a client that nobody holds', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const { id } = await session(client);
  await session(client);
  await emulator.control('POST', 'faults', [
    { match: { path: '/models' }, action: { status: 503, headers: { 'retry-after-ms': '50' } } },
    { match: { operation: 'sessions.events.stream' }, action: { drop_stream_after: 0 } },
  ]);
  const made = () => client.withOptions({ token: async () => emulator.token });
  const forgotten = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate).then(collect);
  };
  const ways = {
    call: () => made().get('/models').then(),
    async page() {
      const page = await made().agents.list({ limit: 1 });
      await forgotten();
      return page.getNextPage();
    },
    async items() {
      const items = made().agents.list({ limit: 1 })[Symbol.asyncIterator]();
      await items.next();
      await forgotten();
      return items.next();
    },
    async stream() {
      const events = await made().sessions.events.stream(id);
      await forgotten();
      const first = events.next();
      await client.sessions.run(id, 'hello');
      return first;
    },
  };
  for (const [name, way] of Object.entries(ways)) await assert.doesNotReject(collecting(way()), name);
});

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { ended, session, stage, until } from './support/stage.mjs';

const timeout = 20_000;

test('an abort reaches the wire and rejects with the reason', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  await emulator.control('POST', 'faults', {
    match: { operation: 'models.list' },
    action: { delay_ms: 60_000 },
  });
  const controller = new AbortController();
  const call = client.models.list({}, { signal: controller.signal }).then();
  await until(async () => (await emulator.requests()).length > 0);
  controller.abort(new RangeError('enough'));
  await assert.rejects(call, new RangeError('enough'));
  assert.equal((await ended(emulator, '/models')).outcome, 'disconnected');
});

test('a signal that has fired already sends nothing', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const signal = AbortSignal.abort(new Error('early'));
  await assert.rejects(client.agents.create({ name: 'a', model: 'auto' }, { signal }), /early/);
  await assert.rejects(client.agents.list({}, { signal }), /early/);
  await assert.rejects(client.files.upload({ file: Buffer.from('x') }, { signal }), /early/);
  await assert.rejects(async () => {
    for await (const _ of client.agents.list({}, { signal }));
  }, /early/);
  assert.deepEqual(await emulator.requests(), []);
});

test('listeners are removed, and those of the user stay', { timeout }, async (t) => {
  const { client } = await stage(t);
  const { id } = await session(client);
  const { signal } = new AbortController();
  const own = () => {};
  signal.addEventListener('abort', own);
  const listeners = () => getEventListeners(signal, 'abort').length;
  await client.agents.list({}, { signal });
  await assert.rejects(client.agents.retrieve('agent_missing', {}, { signal }));
  await client.files.upload({ file: Buffer.from('x') }, { signal });
  await client.files.upload({ file: Buffer.from('x') }, { signal, onProgress: () => {} });
  for await (const _ of client.agents.list({ limit: 1 }, { signal }));
  const stream = await client.sessions.events.stream(id, {}, { signal });
  stream.abort();
  assert.equal(listeners(), 1);
});

test('an abort ends an open stream on the wire', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const { id } = await session(client);
  const controller = new AbortController();
  const stream = await client.sessions.events.stream(id, {}, { signal: controller.signal });
  const next = stream.next();
  controller.abort(new Error('enough'));
  await assert.rejects(next, /enough/);
  await assert.rejects(stream.next(), /enough/);
  assert.equal((await ended(emulator, '/events/stream')).outcome, 'disconnected');
});

test('leaving a loop, return, abort and disposal close the connection', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const leave = [
    (stream) => stream.abort(),
    (stream) => stream.return(),
    (stream) => stream[Symbol.asyncDispose](),
    (stream) => stream.toReadableStream().cancel(),
  ];
  for (const way of leave) {
    const { id } = await session(client);
    const stream = await client.sessions.events.stream(id);
    const waiting = stream.next();
    await way(stream);
    assert.deepEqual(await waiting, { done: true, value: undefined });
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
    assert.equal((await ended(emulator, `/${id}/events/stream`)).outcome, 'disconnected');
  }
});

test('an upload that is aborted lets its source clean up', { timeout }, async (t) => {
  const { client } = await stage(t);
  const controller = new AbortController();
  let cleaned = false;
  async function* pieces() {
    try {
      for (;;) {
        yield Buffer.alloc(1024);
        controller.abort(new Error('enough'));
        await new Promise(setImmediate);
      }
    } finally {
      cleaned = true;
    }
  }
  await assert.rejects(client.files.upload({ file: pieces() }, { signal: controller.signal }), /enough/);
  await until(() => cleaned);
});

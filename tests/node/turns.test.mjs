import assert from 'node:assert/strict';
import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { APITimeoutError, ConflictError, QoderError, TurnError, tool } from 'qoder-cloud';
import { collect, ended, session, stage, standstill, until } from './support/stage.mjs';

const { bridge } = createRequire(import.meta.url)('../../bindings-node/dist/native.js');
const timeout = 30_000;

/** A session whose next turn follows these steps. */
async function scripted(test, steps, options) {
  const { client, emulator } = await stage(test, options);
  const { id } = await session(client);
  if (steps) await emulator.control('POST', 'scripts', { session: id, steps });
  await emulator.control('DELETE', 'requests');
  return { client, emulator, id };
}

const count = async (emulator, operation) =>
  (await emulator.requests()).filter((request) => request.operation === operation).length;

async function all(iterable) {
  const items = [];
  for await (const item of iterable) items.push(item);
  return items;
}

test('a turn is awaited for its result, which stays', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t);
  const turn = client.sessions.run(id, 'hello');
  assert.deepEqual(await emulator.requests(), [], 'nothing is sent before it is used');
  const result = await turn;
  assert.equal(result.text, 'Echo: hello');
  assert.equal(result.check(), result);
  assert.equal(await turn.result(), result);
  assert.equal(await Promise.resolve(turn), result);
  assert.equal(await count(emulator, 'sessions.events.send'), 1);
  assert.deepEqual(Object.keys(result).includes('check'), false);
  await turn[Symbol.asyncDispose]();
  assert.equal(await turn.result(), result, 'closing it afterwards changes nothing');
});

test('a turn is iterated: its events, how messages grow, or their text', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t);
  const say = () =>
    emulator.control('POST', 'scripts', { session: id, steps: [{ say: ['one ', 'two ', 'three'] }] });
  const shown = async (iterate, options) => {
    await say();
    const turn = client.sessions.run(id, 'count', options);
    const items = await all(iterate(turn));
    assert.equal((await turn).text, 'one two three');
    return items;
  };
  const kinds = (await shown((turn) => turn)).map(({ type }) => type);
  assert.deepEqual([kinds[0], kinds.at(-1)], ['session.status_running', 'session.status_idle']);
  assert.ok(kinds.includes('agent.message') && !kinds.includes('event_delta'));
  const deltas = await shown((turn) => turn, { event_deltas: ['agent.message'] });
  assert.equal(deltas.filter(({ type }) => type === 'event_delta').length, 3);
  const updates = await shown((turn) => turn.updates());
  assert.deepEqual(
    updates.map(({ text, complete }) => [text, complete]),
    [
      ['one ', false],
      ['two ', false],
      ['three', false],
      ['', true],
    ],
  );
  assert.deepEqual(await shown((turn) => turn.textDeltas()), ['one ', 'two ', 'three']);
});

test('text is neither lost nor doubled wherever the stream is cut', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t);
  for (let frames = 1; frames < 14; frames += 1) {
    for (const action of [{ drop_stream_after: frames }, { done_after: frames }]) {
      await emulator.control('POST', 'scripts', { session: id, steps: [{ say: ['one ', 'two ', 'three'] }] });
      await emulator.control('DELETE', 'faults');
      await emulator.control('POST', 'faults', { match: { operation: 'sessions.events.stream' }, action });
      const turn = client.sessions.run(id, 'count');
      let text = '';
      for await (const update of turn.updates()) text = update.replaces ? update.text : text + update.text;
      assert.equal(text, 'one two three', JSON.stringify(action));
      assert.equal((await turn).text, text);
    }
  }
});

test('a loop that is left, or that another wait joins, leaves nothing out', { timeout }, async (t) => {
  const { client, id } = await scripted(t);
  const left = client.sessions.run(id, 'hello');
  for await (const { type } of left) if (type === 'user.message') break;
  assert.equal((await left).text, 'Echo: hello');
  const resumed = client.sessions.run(id, 'hello');
  for await (const { type } of resumed) if (type === 'user.message') break;
  assert.equal((await all(resumed)).at(-1).type, 'session.status_idle', 'another loop goes on');
  const joined = client.sessions.run(id, 'hello');
  const ids = [];
  let result;
  for await (const event of joined) {
    result ??= joined.result();
    const { event_ids } = await result;
    if (event_ids.includes(event.id)) ids.push(event.id);
  }
  assert.deepEqual(ids, (await result).event_ids, 'in order, and all of them');
});

test('what cannot be done with a turn says so', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t);
  const done = client.sessions.run(id, 'hello');
  await done;
  await assert.rejects(all(done), { name: 'QoderError', message: /before `result\(\)`/ });
  const events = client.sessions.run(id, 'hello');
  await all(events);
  await assert.rejects(all(events.textDeltas()), { name: 'QoderError', message: /shows its events/ });
  assert.deepEqual(await all(events), [], 'it is over');
  const closed = client.sessions.run(id, 'hello');
  closed.close();
  await assert.rejects(closed, { name: 'QoderError', message: /closed/ });
  await emulator.control('DELETE', 'requests');
  for (const [input, options, message] of [
    ['', { timeout: -1 }, /`timeout`/],
    [[], {}, /`input`/],
    ['a', { toolConcurrency: 0 }, /`toolConcurrency`/],
    ['a', { tools: [{}] }, /`tools`/],
    ['a', { busy: 'later' }, /later/],
  ]) {
    await assert.rejects(async () => client.sessions.run(id, input, options), {
      name: 'QoderError',
      message,
    });
  }
  assert.deepEqual(await emulator.requests(), []);
});

test('a turn with nothing to show crosses for its end alone', { timeout }, async (t) => {
  const events = Array.from({ length: 500 }, (_, n) => ({ emit: { type: 'agent.thinking', text: `${n}` } }));
  const { client, id } = await scripted(t, events);
  let messages = 0;
  const drain = bridge.drain;
  t.after(() => delete bridge.drain);
  bridge.drain = (most) => {
    const taken = drain.call(bridge, most);
    messages += taken.length / 4;
    return taken;
  };
  const result = await client.sessions.run(id, 'go');
  assert.ok(result.event_ids.length > 500);
  assert.equal(messages, 1);
});

test('an abort ends the turn on the wire, and on the server when asked', { timeout }, async (t) => {
  for (const cancelOnAbort of [false, true]) {
    for (const read of [(turn) => turn.result(), (turn) => all(turn), (turn) => all(turn.textDeltas())]) {
      const still = standstill();
      const { client, emulator, id } = await scripted(t, [still.step]);
      const controller = new AbortController();
      const options = { tools: [still.tool], signal: controller.signal, cancelOnAbort };
      const turn = client.sessions.run(id, 'hello', options);
      const reading = read(turn);
      await still.there;
      controller.abort(new RangeError('enough'));
      await assert.rejects(reading, new RangeError('enough'));
      await assert.rejects(turn.result(), new RangeError('enough'));
      assert.equal((await ended(emulator, '/events/stream')).outcome, 'disconnected');
      if (cancelOnAbort) await ended(emulator, '/cancel');
      else assert.equal(await count(emulator, 'sessions.cancel'), 0);
    }
  }
  const { client, emulator, id } = await scripted(t);
  await assert.rejects(
    client.sessions.run(id, 'hello', { signal: AbortSignal.abort(new Error('early')) }),
    /early/,
  );
  assert.deepEqual(await emulator.requests(), []);
});

test('closing gives up: what waits rejects, and the server knows', { timeout }, async (t) => {
  const still = standstill();
  const { client, emulator, id } = await scripted(t, [still.step]);
  const turn = client.sessions.run(id, 'hello', { tools: [still.tool], cancelOnAbort: true });
  const rejected = assert.rejects(turn.result(), { name: 'APIUserAbortError' });
  await still.there;
  await turn[Symbol.asyncDispose]();
  assert.equal(await count(emulator, 'sessions.cancel'), 1);
  await rejected;
});

/** A turn that is begun and dropped. */
async function drop(client, id, options) {
  for await (const _ of client.sessions.run(id, 'hello', options)) break;
}

test('a turn that nobody holds any more is collected, and leaves the wire', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t, [{ hold: 'gate' }]);
  const controller = new AbortController();
  const { signal } = controller;
  const other = await session(client);
  await emulator.control('POST', 'scripts', { session: other.id, steps: [{ hold: 'gate' }] });
  await drop(client, other.id, { signal, cancelOnAbort: true });
  await drop(client, id, { signal });
  const left = async () => (await emulator.requests()).filter(({ outcome }) => outcome === 'disconnected');
  await until(async () => {
    collect();
    return (await left()).length > 0;
  });
  // But where it is to be cancelled, its signal holds it.
  assert.deepEqual(
    (await left()).map(({ path }) => path.includes(id)),
    [true],
  );
  controller.abort();
  assert.ok((await ended(emulator, '/cancel')).path.includes(other.id));
});

test('a busy session and a turn that takes too long are errors of their class', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t, [{ hold: 'gate' }]);
  const late = client.sessions.run(id, 'hello', { timeout: 100 });
  await assert.rejects(late, (error) => error instanceof APITimeoutError && error.message.includes(id));
  await assert.rejects(client.sessions.run(id, 'again'), (error) => {
    return error instanceof ConflictError && error.message.includes('`busy`');
  });
  const waiting = client.sessions.run(id, 'again', { busy: 'wait' }).result();
  await until(async () => (await count(emulator, 'sessions.retrieve')) > 0);
  await emulator.control('POST', 'release', {});
  assert.equal((await waiting).text, 'Echo: again');
});

test('a turn that stops early is a result until it is checked', { timeout }, async (t) => {
  const { client, id } = await scripted(t, [{ say: 'half' }, { stop: 'budget_reached' }]);
  const result = await client.sessions.run(id, 'hello');
  assert.equal(result.stop_reason.type, 'budget_reached');
  assert.throws(
    () => result.check(),
    (error) => {
      assert.ok(error instanceof TurnError && error instanceof QoderError);
      assert.equal(error.result, result);
      for (const part of [id, 'budget_reached', 'Raise'])
        assert.ok(error.message.includes(part), error.message);
      return true;
    },
  );
});

test('what the agent delivers is saved by its event', { timeout }, async (t) => {
  const { client, id } = await scripted(t, [{ deliver: { filename: 'a.txt', content: 'all of it' } }]);
  const { artifacts } = await client.sessions.run(id, 'go');
  const path = join(tmpdir(), `qoder-artifact-${process.pid}-${executionAsyncId()}`);
  t.after(() => rm(path, { force: true }));
  assert.equal(await artifacts[0].save(path), 9);
  assert.equal(await readFile(path, 'utf8'), 'all of it');
});

test('tools run in the context of who waits for the turn', { timeout }, async (t) => {
  const { client, id } = await scripted(t, [{ call: { name: 'who', input: {} } }, { say: '{result}' }]);
  const user = new AsyncLocalStorage();
  const who = tool({ name: 'who', description: 'x', input: {}, run: () => user.getStore() });
  const turn = client.sessions.run(id, 'go', { tools: [who] });
  assert.equal((await user.run('Ada', () => turn.result())).text, 'Ada');
});

test('streams of events tell how messages grow too', { timeout }, async (t) => {
  const { client, emulator, id } = await scripted(t);
  const open = async () => {
    await emulator.control('POST', 'scripts', { session: id, steps: [{ say: ['one ', 'two'] }] });
    const stream = await client.sessions.events.stream(id, { event_deltas: ['agent.message'] });
    await client.sessions.run(id, 'count');
    return stream;
  };
  const texts = [];
  for await (const text of (await open()).textDeltas()) if (texts.push(text) === 2) break;
  assert.deepEqual(texts, ['one ', 'two']);
  const stream = await open();
  for await (const { text, complete } of stream.updates()) {
    texts.push(text);
    if (complete) break;
  }
  assert.deepEqual(texts, ['one ', 'two', 'one ', 'two', '']);
  assert.match(stream.lastEventId, /^evt_/);
  const read = await open();
  await read.next();
  assert.throws(() => read.updates(), { name: 'QoderError', message: /open another one/ });
  read.close();
});

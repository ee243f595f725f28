import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { collect, ended, session, stage, until } from './support/stage.mjs';

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
  stream.close();
  const content = Buffer.from('---\nname: s\ndescription: d\n---\nDo it.');
  const skill = await client.skills.create({ files: [{ content, name: 's/SKILL.md' }] });
  const { version } = (await client.skills.versions.list(skill.id)).data[0];
  const download = () => client.skills.versions.download(skill.id, String(version), {}, { signal });
  await (await download()).read();
  await assert.rejects(async () => {
    const twice = await download();
    await twice.read();
    await twice.read();
  }, /read already/);
  for await (const _ of (await download()).iterBytes());
  (await download()).close();
  await client.sessions.run(id, 'hello', { signal });
  assert.equal(listeners(), 1);
});

test('a signal for a thousand things hears from one listener', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const controller = new AbortController();
  const { signal } = controller;
  await emulator.control('POST', 'faults', {
    match: { operation: 'models.list' },
    times: null,
    action: { delay_ms: 60_000 },
  });
  const calls = Array.from({ length: 1000 }, () => client.models.list({}, { signal }).then());
  const over = Promise.allSettled(calls);
  assert.equal(getEventListeners(signal, 'abort').length, 1);
  await until(async () => (await emulator.requests()).length > 0);
  controller.abort(new RangeError('enough'));
  assert.ok((await over).every(({ reason }) => reason === signal.reason));
  await until(async () => (await emulator.requests()).every(({ outcome }) => outcome === 'disconnected'));
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

test('an abort closes what nobody reads at the moment', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const content = Buffer.from('---\nname: s\ndescription: d\n---\nDo it.');
  const skill = await client.skills.create({ files: [{ content, name: 's/SKILL.md' }] });
  const { version } = (await client.skills.versions.list(skill.id)).data[0];
  for (const name of ['a', 'b', 'c']) await client.agents.create({ name, model: 'auto' });
  const reason = new Error('enough');

  await emulator.control('POST', 'faults', {
    match: { operation: 'skills.versions.download' },
    action: { slow_bytes: { chunk: 3, every_ms: 60_000 } },
  });
  const first = new AbortController();
  const download = await client.skills.versions.download(
    skill.id,
    String(version),
    {},
    { signal: first.signal },
  );
  first.abort(reason);
  await assert.rejects(download.read(), reason);
  const asked = (await emulator.requests()).find(({ operation }) => operation === 'skills.versions.download');
  assert.equal((await ended(emulator, asked.path)).outcome, 'disconnected');

  await emulator.control('POST', 'faults', {
    match: { operation: 'agents.list' },
    after: 1,
    action: { delay_ms: 60_000 },
  });
  const second = new AbortController();
  const agents = client.agents.list({ limit: 1 }, { signal: second.signal, prefetch: true });
  const items = agents[Symbol.asyncIterator]();
  assert.equal((await items.next()).value.name, 'c');
  const ahead = () =>
    emulator.requests().then((all) => all.filter(({ operation }) => operation === 'agents.list')[1]);
  await until(ahead);
  second.abort(reason);
  assert.equal((await until(async () => (await ahead()).outcome && ahead())).outcome, 'disconnected');
  await assert.rejects(items.next(), reason);

  const third = new AbortController();
  const { id } = await session(client);
  const opening = client.sessions.events.stream(id, {}, { signal: third.signal });
  await until(async () => (await emulator.requests()).some(({ path }) => path.endsWith('/events/stream')));
  third.abort(reason);
  await assert.rejects(async () => (await opening).next(), reason);
  assert.equal((await ended(emulator, '/events/stream')).outcome, 'disconnected');
});

/** Runs collections until the emulator has seen the client leave a request. */
const left = (emulator, operation) =>
  until(async () => {
    collect();
    const asked = (await emulator.requests()).filter((one) => one.operation === operation);
    return asked.some(({ outcome }) => outcome === 'disconnected');
  });

test('what is dropped unread leaves the wire, though its signal lives on', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const { signal } = new AbortController();
  const own = () => {};
  signal.addEventListener('abort', own);
  const { id } = await session(client);
  const content = Buffer.from('---\nname: s\ndescription: d\n---\nDo it.');
  const skill = await client.skills.create({ files: [{ content, name: 's/SKILL.md' }] });
  const { version } = (await client.skills.versions.list(skill.id)).data[0];
  for (const name of ['a', 'b']) await client.agents.create({ name, model: 'auto' });
  await emulator.control('POST', 'faults', [
    {
      match: { operation: 'skills.versions.download' },
      action: { slow_bytes: { chunk: 3, every_ms: 60_000 } },
    },
    { match: { operation: 'vaults.list' }, after: 1, action: { delay_ms: 60_000 } },
  ]);
  for (const name of ['a', 'b']) await client.vaults.create({ display_name: name });
  const drop = {
    'sessions.events.stream': () => client.sessions.events.stream(id, {}, { signal }),
    'skills.versions.download': () =>
      client.skills.versions.download(skill.id, String(version), {}, { signal }),
    'vaults.list': () =>
      client.vaults.list({ limit: 1 }, { signal, prefetch: true })[Symbol.asyncIterator]().next(),
  };
  for (const [operation, open] of Object.entries(drop)) {
    await open();
    await left(emulator, operation);
  }
  await until(() => getEventListeners(signal, 'abort').length === 1);
});

test('leaving a loop, return, closing and disposal close the connection', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const leave = [
    (stream) => stream.close(),
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

test('an upload that is aborted in its middle leaves the wire and its source', { timeout }, async (t) => {
  const piece = Buffer.alloc(64 * 1024);
  /** Sources that give a piece and then nothing, for ever; what they call when they are let go. */
  const sources = {
    'Web stream': (gone) =>
      new ReadableStream({
        start: (controller) => controller.enqueue(piece),
        pull: () => new Promise(() => {}),
        cancel: gone,
      }),
    'Node stream': (gone) => {
      const stream = new Readable({ read() {} }).on('close', gone);
      stream.push(piece);
      return stream;
    },
    async *generator(gone, aborted) {
      try {
        yield piece;
        // A generator hears of it when it gives its next piece.
        await aborted;
        yield piece;
      } finally {
        gone();
      }
    },
  };
  for (const [name, source] of Object.entries(sources)) {
    const { client, emulator } = await stage(t);
    const controller = new AbortController();
    const reason = new RangeError(name);
    const aborted = new Promise((resolve) => controller.signal.addEventListener('abort', resolve));
    let gone;
    const left = new Promise((resolve) => {
      gone = resolve;
    });
    const call = client.files.upload({ file: source(gone, aborted) }, { signal: controller.signal });
    const rejected = assert.rejects(call, reason);
    await until(async () => (await emulator.requests()).length > 0);
    controller.abort(reason);
    await rejected;
    assert.equal((await ended(emulator, '/files')).outcome, 'disconnected');
    await left;
  }
});

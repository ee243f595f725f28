import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { APITimeoutError, ConflictError, NotFoundError } from 'qoder-cloud';
import { ended, session, stage, standstill, until } from './support/stage.mjs';

const timeout = 20_000;

async function fleet(test) {
  const { client, emulator } = await stage(test);
  const { agent, environment_id } = await session(client);
  return { client, emulator, agent, make: { agent: agent.id, environment_id } };
}

const seen = async (emulator, operation) =>
  (await emulator.requests()).filter((request) => request.operation === operation);

const said = (text) => (request) => request.outcome && JSON.stringify(request.body).includes(text);

test('many turns end in their own time, and come in order when all are wanted', { timeout }, async (t) => {
  const { client, make } = await fleet(t);
  const jobs = [
    { input: 'one', session: make },
    { input: 'two', session_id: 'sess_gone' },
    { input: 'three', session: make },
  ];
  const told = [];
  const turns = client.sessions.runMany(jobs, { concurrency: 2, progress: (...at) => told.push(at) });
  const first = await turns.next();
  assert.equal(
    first.value.result?.text ?? first.value.error.name,
    ['Echo: one', 'NotFoundError'][first.value.index],
  );
  const results = await turns.results();
  assert.deepEqual(
    results.map(({ index, result }) => [index, result?.text]),
    [
      [0, 'Echo: one'],
      [1, undefined],
      [2, 'Echo: three'],
    ],
  );
  assert.ok(results[1].error instanceof NotFoundError);
  assert.equal(results[0].result.check(), results[0].result);
  assert.deepEqual(told, [
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  const total = results[0].result.credits + results[2].result.credits;
  assert.ok(Math.abs(turns.credits - total) < 1e-9, `${turns.credits} is ${total}`);
  assert.deepEqual(await turns.next(), { done: true, value: undefined });
});

test('many turns are given up together, and cancelled', { timeout }, async (t) => {
  for (const give of ['break', 'signal', 'progress']) {
    const { client, emulator, agent, make } = await fleet(t);
    const still = standstill();
    await emulator.control('POST', 'scripts', [
      { agent: agent.id, prompt: 'first', steps: [{ hold: 'first' }] },
      { agent: agent.id, prompt: 'last', steps: [still.step] },
    ]);
    const controller = new AbortController();
    const jobs = ['first', 'last'].map((input) => ({ input, session: make }));
    const turns = client.sessions.runMany(jobs, {
      tools: [still.tool],
      signal: controller.signal,
      progress: () => {
        if (give === 'progress') throw new RangeError('enough');
      },
    });
    const read = async () => {
      for await (const _ of turns) {
        if (give === 'break') break;
        controller.abort(new RangeError('enough'));
      }
    };
    // One ends once both run.
    const running = async () => (await seen(emulator, 'sessions.events.send')).some(said('first'));
    const release = () => emulator.control('POST', 'release', { hold: 'first' });
    const released = Promise.all([still.there, until(running)]).then(release);
    if (give === 'break') await read();
    else await assert.rejects(read, new RangeError('enough'));
    await assert.rejects(turns.results(), give === 'signal' ? RangeError : { name: 'APIUserAbortError' });
    await released;
    await ended(emulator, '/cancel');
    const made = [];
    for await (const { id } of client.sessions.list({ agent_id: agent.id })) made.push(id);
    assert.deepEqual([...turns.sessions.keys()], [0, 1]);
    assert.ok([...turns.sessions.values()].every((id) => made.includes(id)));
  }
  const { client, make } = await fleet(t);
  const closed = client.sessions.runMany([{ input: 'go', session: make }]);
  closed.close();
  await assert.rejects(closed.results(), { name: 'QoderError', message: /closed/ });
  assert.equal(closed.sessions.size, 0);
});

test('sessions made for turns that are given up are known', { timeout }, async (t) => {
  const { client, emulator, make } = await fleet(t);
  const all = async () => {
    const ids = [];
    for await (const { id } of client.sessions.list()) ids.push(id);
    return ids;
  };
  const before = await all();
  await emulator.control('DELETE', 'requests');
  await emulator.control('POST', 'faults', {
    match: { operation: 'sessions.create' },
    action: { delay_ms: 500 },
  });
  const turns = client.sessions.runMany([{ input: 'go', session: make }]);
  const results = turns.results();
  results.catch(() => {});
  await until(async () => (await seen(emulator, 'sessions.create')).length > 0);
  await turns.close();
  await assert.rejects(results);
  const made = (await all()).filter((id) => !before.includes(id));
  assert.deepEqual([...turns.sessions], [[0, made[0]]]);
  assert.equal(made.length, 1);
});

test('a session is waited for, and stopped', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const { id } = await session(client);
  await emulator.control('POST', 'scripts', { session: id, times: 2, steps: [{ hold: 'gate' }] });
  const turn = client.sessions.run(id, 'go').result();
  await until(async () => (await client.sessions.retrieve(id)).status === 'running');
  await assert.rejects(client.sessions.waitUntilIdle(id, { timeout: 50 }), APITimeoutError);
  const signal = AbortSignal.abort(new RangeError('enough'));
  await assert.rejects(client.sessions.waitUntilIdle(id, { signal }), RangeError);
  assert.equal((await client.sessions.cancelAndWait(id)).status, 'idle');
  assert.equal((await turn).stop_reason.type, 'cancelled');
  assert.equal((await client.sessions.waitUntilIdle(id)).id, id);
});

test('an agent is edited anew until the change is made, and a failure stays what it is', {
  timeout,
}, async (t) => {
  const { client, emulator, agent } = await fleet(t);
  const seenVersions = [];
  await emulator.control('POST', 'faults', {
    match: { operation: 'agents.update' },
    action: { status: 409 },
  });
  const edited = await client.agents.edit(agent.id, async ({ version }) => {
    seenVersions.push(version);
    return { description: 'edited' };
  });
  assert.deepEqual([edited.description, seenVersions], ['edited', [1, 1]]);
  assert.equal((await client.agents.edit(agent.id, () => undefined)).version, edited.version);
  const failure = new RangeError('changed my mind');
  const fails = client.agents.edit(agent.id, () => Promise.reject(failure));
  await assert.rejects(fails, (error) => error === failure);
  const taken = { match: { operation: 'agents.update' }, times: null, action: { status: 409 } };
  await emulator.control('POST', 'faults', taken);
  await assert.rejects(
    client.agents.edit(agent.id, () => ({ name: 'b' })),
    ConflictError,
  );
});

test('what is there is found, with the arguments of create', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const first = await client.agents.findOrCreate({ name: 'mine', model: 'auto' });
  assert.equal((await client.agents.findOrCreate({ name: 'mine', model: 'auto' })).id, first.id);
  const vault = await client.vaults.findOrCreate({ display_name: 'keys' });
  assert.equal((await client.vaults.findOrCreate({ display_name: 'keys' })).id, vault.id);
  const environment = await client.environments.findOrCreate({ name: 'e', config: { type: 'cloud' } });
  assert.equal((await client.environments.findOrCreate({ name: 'e' })).id, environment.id);
  const store = await client.memory_stores.findOrCreate({ name: 'notes' });
  const one = await client.memory_stores.memories.upsert(store.id, { path: 'a.md', content: 'one' });
  const two = await client.memory_stores.memories.upsert(store.id, { path: 'a.md', content: 'two' });
  assert.equal(two.id, one.id);
  await emulator.control('DELETE', 'requests');
  await assert.rejects(client.agents.findOrCreate({ model: 'auto' }), {
    name: 'QoderError',
    message: /`name`/,
  });
  const elsewhere = client.agents.findOrCreate({ name: 'mine', model: 'auto', workspace_id: 'w' });
  await assert.rejects(elsewhere, { name: 'QoderError', message: /Workspace/i });
  assert.deepEqual(await emulator.requests(), []);
});

test('files go up with a session, come down whole, and are cleaned up', { timeout }, async (t) => {
  const { client, emulator, make } = await fleet(t);
  const folder = await mkdtemp(join(tmpdir(), 'helpers-'));
  t.after(() => rm(folder, { recursive: true }));
  const [one, two] = ['one.txt', 'two.txt'].map((name) => join(folder, name));
  await writeFile(one, 'first');
  await writeFile(two, 'second');
  const place = '/mnt/session/uploads/two.txt';
  const made = await client.sessions.create({ ...make, files: [one, { path: two, mount_path: place }] });
  assert.equal(made.resources.length, 2);
  const { text, artifacts } = await client.sessions.run(
    made.id,
    `Read ${place} and deliver the artifact a.txt`,
  );
  assert.equal(text, 'second');
  const target = join(folder, 'three.txt');
  await emulator.control('POST', 'faults', { match: { path: '/storage/*' }, action: { truncate: 3 } });
  assert.equal(await client.files.downloadTo(artifacts[0].file_id, target), 6);
  assert.equal(await readFile(target, 'utf8'), 'second');
  await assert.rejects(client.files.downloadTo('file_gone', join(folder, 'four.txt')), NotFoundError);
  assert.deepEqual((await readdir(folder)).sort(), ['one.txt', 'three.txt', 'two.txt']);
  const environment = await client.environments.retrieve(make.environment_id);
  const reports = await client.cleanup(environment, made.agent.id, made, 'file_gone');
  assert.deepEqual(
    reports.map(({ type, outcome }) => [type, outcome]),
    [
      ['session', 'deleted'],
      ['agent', 'deleted'],
      ['environment', 'archived'],
      ['file', 'gone'],
    ],
  );
  await assert.rejects(client.cleanup('what'), { name: 'QoderError' });
});

test('a worker works on its queue, and keeps its secrets', { timeout }, async (t) => {
  const { client, agent } = await fleet(t);
  const environment = await client.environments.create({ name: 'own', config: { type: 'self_hosted' } });
  const queue = async () => {
    const { id } = await client.sessions.create({ agent: agent.id, environment_id: environment.id });
    const content = [{ type: 'text', text: 'go' }];
    await client.sessions.events.send(id, { events: [{ type: 'user.message', content }] });
    return id;
  };
  const [one, two] = [await queue(), await queue()];
  const works = [];
  const handler = async (work) => {
    works.push(work);
    if (works.length === 1) throw new RangeError('out of disk');
  };
  const summary = await client.environments.work.run(environment.id, handler, {
    maxItems: 2,
    worker_id: 'w',
  });
  assert.deepEqual(summary, { done: 1, failed: 1 });
  assert.deepEqual(new Set(works.map(({ data }) => data.id)), new Set([one, two]));
  for (const work of works) {
    assert.equal(typeof work.secret, 'string');
    assert.ok(
      !inspect(work, { depth: 10 }).includes(work.secret) && !JSON.stringify(work).includes(work.secret),
    );
  }
  // Told to stop one item, and then altogether.
  await queue();
  const controller = new AbortController();
  let stopped;
  const working = client.environments.work.run(
    environment.id,
    async (work, { signal }) => {
      await client.environments.work.stop(environment.id, work.id);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stopped = work.id;
      controller.abort(new RangeError('enough'));
    },
    { signal: controller.signal, lease: 10_000 },
  );
  await assert.rejects(working, new RangeError('enough'));
  assert.match(stopped, /^work_/);
});

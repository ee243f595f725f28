import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { session, stage, until } from './support/stage.mjs';

const timeout = 60_000;

/** Runs a program as a module of its own; resolves with how it ended. */
function run(program, env = {}) {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const head = `import { Qoder } from 'qoder-cloud'; import { Emulator } from 'qoder-cloud/emulator';
    const client = new Qoder({ baseURL: process.env.BASE ?? 'http://127.0.0.1:9', token: process.env.TOKEN ?? 'pt-x' });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', head + program], {
    cwd,
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (data) => (output += data));
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, output })));
}

const reaching = (emulator) => ({ BASE: emulator.baseURL, TOKEN: emulator.token });
const clean = { code: 0, signal: null };

test('a process with an idle client ends', { timeout }, async (t) => {
  const { emulator } = await stage(t);
  assert.deepEqual(await run(''), { ...clean, output: '' });
  const called = await run('await client.models.list(); process.stdout.write("done")', reaching(emulator));
  assert.deepEqual(called, { ...clean, output: 'done' });
});

test('a process waits for what is pending', { timeout }, async (t) => {
  const { emulator } = await stage(t);
  await emulator.control('POST', 'faults', {
    match: { operation: 'models.list' },
    action: { delay_ms: 300 },
  });
  const waited = await run(
    'client.models.list().then(() => process.stdout.write("done"))',
    reaching(emulator),
  );
  assert.deepEqual(waited, { ...clean, output: 'done' });
});

test('an open stream that nobody reads and a running emulator hold no process', { timeout }, async () => {
  const program = `
    const emulator = await Emulator.start();
    const local = client.withOptions({ baseURL: emulator.baseURL, token: emulator.token });
    const agent = await local.agents.create({ name: 'a', model: 'auto' });
    const config = { type: 'cloud', networking: { type: 'limited' } };
    const environment = await local.environments.create({ name: 'e', config });
    const session = await local.sessions.create({ agent: agent.id, environment_id: environment.id });
    globalThis.stream = await local.sessions.events.stream(session.id);
    process.stdout.write('done');`;
  assert.deepEqual(await run(program), { ...clean, output: 'done' });
});

test('a turn that is awaited holds the process; one that nobody waits for does not', {
  timeout,
}, async (t) => {
  const { emulator, client } = await stage(t);
  const { id } = await session(client);
  const env = { ...reaching(emulator), SESSION: id };
  const idle = `
    globalThis.turns = [client.sessions.run(process.env.SESSION, 'hello'), client.sessions.run(process.env.SESSION, 'hello')];
    for await (const event of turns[0]) break;
    process.stdout.write('done');`;
  assert.deepEqual(await run(idle, env), { ...clean, output: 'done' });
  await client.sessions.waitUntilIdle(id);
  await emulator.control('POST', 'settings', { step_delay_ms: 50 });
  const pending = `
    client.sessions.run(process.env.SESSION, 'hello').then(({ text }) => process.stdout.write(text));`;
  assert.deepEqual(await run(pending, env), { ...clean, output: 'Echo: hello' });
});

test('a process that gives up a turn ends when the server knows', { timeout }, async (t) => {
  for (const leave of ['controller.abort()', 'turn.close()']) {
    const { emulator, client } = await stage(t);
    const { id } = await session(client);
    await emulator.control('POST', 'scripts', { session: id, steps: [{ hold: 'gate' }] });
    const program = `
      const controller = new AbortController();
      const options = { signal: controller.signal, cancelOnAbort: true };
      const turn = client.sessions.run(process.env.SESSION, 'hello', options);
      for await (const event of turn) break;
      ${leave};`;
    assert.deepEqual(await run(program, { ...reaching(emulator), SESSION: id }), { ...clean, output: '' });
    const cancelled = (await emulator.requests()).filter(({ path }) => path.endsWith('/cancel'));
    assert.deepEqual(
      cancelled.map(({ outcome }) => outcome),
      ['completed'],
    );
  }
});

test('a process can leave with calls in flight', { timeout }, async (t) => {
  const { emulator } = await stage(t);
  const slow = { match: { operation: 'models.list' }, times: 100, action: { delay_ms: 60_000 } };
  await emulator.control('POST', 'faults', slow);
  const program = `
    for (let n = 0; n < 20; n += 1) client.models.list().then();
    setTimeout(() => process.exit(7), 50);`;
  assert.deepEqual(await run(program, reaching(emulator)), { code: 7, signal: null, output: '' });
});

test('an uncaught refusal ends the process and says where it came from', { timeout }, async (t) => {
  const { emulator } = await stage(t);
  const { code, output } = await run("await client.agents.retrieve('agent_missing')", reaching(emulator));
  assert.equal(code, 1);
  assert.match(output, /NotFoundError: agents\.retrieve: /);
  assert.ok(!output.includes(emulator.token));
});

test('40 workers load the package, and half of them are terminated in the middle', { timeout }, async (t) => {
  const { emulator } = await stage(t);
  const slow = { match: { path: '/models' }, times: 1000, action: { delay_ms: 60_000 } };
  await emulator.control('POST', 'faults', slow);
  const program = `
    const { Worker } = await import('node:worker_threads');
    const one = (kind) => new Promise((resolve, reject) => {
      const worker = new Worker('./support/worker.cjs', { workerData: kind });
      worker.on('error', reject);
      worker.on('message', () => { if (kind === 'slow') worker.terminate(); });
      worker.on('exit', (code) => resolve(kind + code));
    });
    const ended = await Promise.all(Array.from({ length: 40 }, (_, n) => one(n % 2 ? 'slow' : 'fast')));
    process.stdout.write([...new Set(ended)].sort().join());`;
  const result = await run(program, reaching(emulator));
  assert.deepEqual(result, { ...clean, output: 'fast0,slow1' });
  // What the terminated workers had asked for is not asked for any longer.
  const left = async () =>
    (await emulator.requests()).filter(({ path, outcome }) => path.endsWith('/models') && !outcome);
  await until(async () => (await left()).length === 0);
});

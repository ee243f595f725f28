// Endurance of the Node package; see tests/rust/src/bin/soak.rs, its twin.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Qoder } from 'qoder-cloud';

const [STREAMS, CALLS, TOGETHER] = [200, 100_000, 32];
/** What the memory may grow by between the second and the last quarter, in KiB: streams remember ids. */
const GROWTH = 10 * 1024;
/** A stream has a turn so often, in milliseconds, so that the machine is not the limit. */
const PACE = 2000;

class Memory {
  samples = [];

  /** What is resident, without what V8 keeps free for objects to come: its young generation doubles at times. */
  sample() {
    globalThis.gc();
    const { rss, heapTotal, heapUsed } = process.memoryUsage();
    this.samples.push(Math.round((rss - heapTotal + heapUsed) / 1024));
  }

  row(what) {
    const quarter = Math.floor(this.samples.length / 4);
    const middle = (samples) => samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)];
    const second = middle(this.samples.slice(quarter, 2 * quarter));
    const last = middle(this.samples.slice(3 * quarter));
    assert(last - second <= GROWTH, `${what}: memory grew from ${second} to ${last} KiB`);
    return `| ${what} | ${second} KiB | ${last} KiB | ${Math.max(...this.samples)} KiB |`;
  }
}

/** Descriptors and threads. */
const opened = () => ['fd', 'task'].map((kind) => readdirSync(`/proc/self/${kind}`).length);

/** The same numbers for the same seed, from 0 to 1. */
function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function calls(client, agent) {
  const memory = new Memory();
  let made = 0;
  const caller = async () => {
    while (made < CALLS) {
      made += 1;
      if (made % (CALLS / 100) === 0) memory.sample();
      await client.agents.retrieve(agent);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, caller));
  console.log(memory.row(`Node, ${made} calls`));
}

/** Has one turn after the other; the emulator cuts the stream at a place of the seed's choice. */
async function follow(client, cut, ids, number, seed, end) {
  const chance = chanceOf(seed + number);
  const session = await client.sessions.create(ids);
  await cut(chance);
  const events = await client.sessions.events.stream(session.id);
  let turns = 0;
  while (Date.now() < end) {
    if (chance() < 0.25) await cut(chance);
    const content = [{ type: 'text', text: `${number} ${turns}` }];
    await client.sessions.events.send(session.id, { events: [{ type: 'user.message', content }] });
    const answers = [];
    for (;;) {
      const { value } = await events.next();
      if (value.type === 'agent.message') answers.push(value.content[0].text);
      if (value.type === 'session.status_idle') break;
    }
    assert.deepEqual(answers, [`Echo: ${number} ${turns}`]);
    turns += 1;
    await sleep(PACE);
  }
  events.close();
  return turns;
}

async function streams(client, agent, minutes, seed, control) {
  const environment = await client.environments.create({ name: 'soak' });
  const memory = new Memory();
  const sampling = setInterval(() => memory.sample(), minutes * 600);
  const cut = (chance) =>
    control.post('/faults', {
      body: {
        match: { operation: 'sessions.events.stream' },
        action: { drop_stream_after: 1 + Math.floor(chance() * 40) },
      },
    });
  const ids = { agent, environment_id: environment.id };
  const end = Date.now() + minutes * 60_000;
  const all = Array.from({ length: STREAMS }, (_, number) => follow(client, cut, ids, number, seed, end));
  const turns = (await Promise.all(all)).reduce((sum, one) => sum + one, 0);
  clearInterval(sampling);
  console.log(memory.row(`Node, ${STREAMS} streams, ${turns} turns`));
}

async function use(told, minutes, seed) {
  const client = new Qoder({ baseURL: told.base_url, token: told.token });
  const control = new Qoder({
    baseURL: told.base_url.replace('/api/v1/cloud', '/_emulator'),
    token: told.token,
  });
  const agent = (await client.agents.create({ name: 'soak', model: 'auto' })).id;
  await calls(client, agent);
  await streams(client, agent, minutes, seed, control);
}

async function settled(before) {
  for (let tries = 0; tries < 500; tries += 1) {
    globalThis.gc?.();
    if (opened().every((now, at) => now <= before[at])) return;
    await sleep(10);
  }
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const program = fileURLToPath(new URL('../../target/debug/qoder-cloud-emulator', import.meta.url));
const emulator = spawn(program, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const [line] = await once(createInterface(emulator.stdout), 'line');
  const told = JSON.parse(line);
  // What is made once in a process is no leak.
  await new Qoder({ baseURL: told.base_url, token: told.token }).models.list();
  const before = opened();
  await use(told, Number(values.minutes), Number(values.seed));
  await settled(before);
  console.log(`| Node, descriptors and threads | ${before} before | ${opened()} after | |`);
  assert(
    opened().every((now, at) => now <= before[at]),
    'something is still open',
  );
} finally {
  emulator.kill();
}

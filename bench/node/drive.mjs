// Drives one client through one case and prints one JSON line, as ../python/drive.py does.
//
//     node drive.mjs --base URL --client qoder --case get --concurrency 128 --seconds 1

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ADAPTERS } from './adapters.mjs';

const { values: options } = parseArgs({
  options: {
    client: { type: 'string' },
    case: { type: 'string' },
    base: { type: 'string' },
    concurrency: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '1' },
    events: { type: 'string', default: '2000' },
    pages: { type: 'string', default: '100' },
  },
});
const concurrency = Number(options.concurrency);
const duration = 1000 * Number(options.seconds);

function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Resident memory: `VmHWM` for the peak, `VmRSS` for now. Linux only. */
function memory(name) {
  if (process.platform !== 'linux') return null;
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)[1]) / 1024;
}

const many = (work) => Promise.all(Array.from({ length: concurrency }, work));

/** What a caller reads. */
const READ = {
  list: (agent) => agent.id,
  events: (event) => (event.type === 'event_delta' ? event.delta.content.text : event.type),
};

async function count(items, read) {
  let total = 0;
  for await (const item of items) {
    if (read(item) === undefined) throw new Error('the client has lost a part of an answer');
    total += 1;
  }
  return total;
}

async function operate(client) {
  switch (options.case) {
    case 'get':
      await client.get();
      return 1;
    case 'list':
      return count(client.items(Number(options.pages)), READ.list);
    case 'events':
    case 'streams': {
      const shown = await count(await client.events(Number(options.events)), client.readEvent ?? READ.events);
      // A client that puts messages together shows fewer updates than the events it has read.
      return client.readEvent ? Number(options.events) : shown;
    }
    default:
      throw new Error(`unknown case ${options.case}`);
  }
}

async function first(client, begin, used) {
  await client.get();
  return {
    first_ms: performance.now() - begin,
    cpu_ms: 1000 * (processorSeconds() - used),
    rss_mb: memory('VmHWM'),
  };
}

/** Memory that a stream takes while its reader is slower than the server. */
async function slow(client) {
  // What is loaded once is not the memory of a stream.
  await count(await client.events(20), READ.events);
  const before = memory('VmRSS');
  const streams = await many(() => client.events(Number(options.events)));
  let ops = 0;
  for (const begin = performance.now(); performance.now() - begin < duration; await sleep(20)) {
    for (const stream of streams) await stream.next();
    ops += concurrency;
  }
  return { ops, kb_per_stream: (1024 * (memory('VmRSS') - before)) / concurrency };
}

async function repeat(client) {
  await many(async () => {
    // Enough for the compiler to have seen the hot paths.
    for (let i = 0; i < 3 + 300 / concurrency; i++) await client.get();
  });
  const latencies = [];
  const used = processorSeconds();
  const begin = performance.now();
  const counts = await many(async () => {
    let total = 0;
    do {
      const since = performance.now();
      total += await operate(client);
      latencies.push(performance.now() - since);
    } while (performance.now() - begin < duration);
    return total;
  });
  const wall = (performance.now() - begin) / 1000;
  const processor = processorSeconds() - used;
  const peak = memory('VmHWM');
  const ops = counts.reduce((sum, one) => sum + one);
  latencies.sort((a, b) => a - b);
  const rank = (share) => latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))];
  return {
    ops,
    ops_per_s: ops / wall,
    p50_ms: rank(0.5),
    p99_ms: rank(0.99),
    cpu_s_per_1k: (1000 * processor) / ops,
    rss_mb: peak,
  };
}

const begin = performance.now();
const used = processorSeconds();
const Adapter = ADAPTERS[options.client];
if (!Adapter) throw new Error(`unknown client ${options.client}`);
await Adapter.load?.();
const client = new Adapter(options.base);
const figures = { first, slow }[options.case] ?? repeat;
const line = await figures(client, begin, used);
console.log(JSON.stringify({ client: `node-${options.client}`, case: options.case, concurrency, ...line }));
// Open streams and idle connections are not waited for.
process.exit(0);

// One measurement in a process of its own, which prints its peak in MiB: node --expose-gc memory.mjs <case> <base>

import { Qoder } from 'qoder-cloud';

const [name, base] = process.argv.slice(2);
const client = new Qoder({ baseURL: base, token: 'pt-x', maxRetries: 0 });
const MB = 1024 * 1024;

const cases = {
  /** An endless stream whose reader stops to think after each of 500 events. */
  async stream() {
    let count = 0;
    for await (const _ of await client.sessions.events.stream('s')) {
      await new Promise(setImmediate);
      if (++count === 500) break;
    }
  },
  /** 10,000 clients, each used for a moment. */
  async clients() {
    for (let n = 0; n < 10_000; n += 1) {
      const one = client.withOptions({ timeout: 1000 + n, token: () => 'pt-x' });
      if (n % 100 === 0) await one.models.list();
      if (n % 1000 === 0) await new Promise(setImmediate);
    }
  },
  /** 10,000 streams, opened and left to the collector. */
  async streams() {
    for (let n = 0; n < 10_000; n += 20) {
      await Promise.all(
        Array.from({ length: 20 }, async () => (await client.sessions.events.stream('short')).next()),
      );
      if (n % 500 === 0) globalThis.gc();
    }
  },
  /** 200 MiB from a generator. */
  async upload() {
    async function* pieces() {
      for (let n = 0; n < 200; n += 1) yield Buffer.alloc(MB, 'x');
    }
    await client.files.upload({ file: pieces() });
  },
  /** 200 MiB piece by piece. */
  async download() {
    let size = 0;
    for await (const piece of (await client.skills.versions.download('s', '1')).iterBytes())
      size += piece.length;
    if (size !== 200 * MB) throw new Error(`${size} bytes`);
  },
};

await client.models.list();
const before = process.memoryUsage.rss();
await cases[name]();
process.stdout.write(String(Math.round((process.resourceUsage().maxRSS * 1024 - before) / MB)));
process.exit();

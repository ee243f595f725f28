// One measurement in a process of its own, which prints its peak in MiB and what the server saw: node --expose-gc memory.mjs <case> <base>

import { Qoder } from 'qoder-cloud';

const [name, base] = process.argv.slice(2);
const client = new Qoder({ baseURL: base, token: 'pt-x', maxRetries: 0 });
const MB = 1024 * 1024;
/** Some 64 MiB of them, 4 KiB each. */
const EVENTS = 16_000;

/** What the server sees: its connections, its streams, and what it has sent on each. */
const look = () => client.get('/seen');

const cases = {
  /** Of two endless streams one is read; what is sent on the other meanwhile is bounded. */
  async stream() {
    const unread = await client.sessions.events.stream('unread');
    await unread.next();
    const read = await client.sessions.events.stream('read');
    for await (const _ of read) if (read.lastEventId === `evt_${EVENTS}`) break;
    const { sent } = await look();
    unread.close();
    if (sent.unread > 16 * MB) throw new Error(`${sent.unread} bytes were sent to nobody`);
    return { unread: sent.unread };
  },
  /** 10,000 clients, each with connections of its own. */
  async clients() {
    for (let n = 0; n < 10_000; n += 50) {
      const clients = Array.from({ length: 50 }, () => new Qoder({ baseURL: base, token: () => 'pt-x' }));
      await Promise.all(clients.map((one) => one.models.list()));
    }
    const { most } = await look();
    if (most > 2_000) throw new Error(`${most} connections at a time`);
    return { most };
  },
  /** 2,000 streams, opened and left to the collector unread. */
  async streams() {
    const { signal } = new AbortController();
    for (let n = 0; n < 2000; n += 1) {
      await client.sessions.events.stream(`quiet${n}`, {}, { signal });
      if (n % 100 === 0) globalThis.gc();
    }
    const { most } = await look();
    for (let left = Infinity; left > 0; left = (await look()).streams) globalThis.gc();
    return { most };
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
const seen = await cases[name]();
const peak = Math.round((process.resourceUsage().maxRSS * 1024 - before) / MB);
process.stdout.write(JSON.stringify({ peak, ...seen }));
process.exit();

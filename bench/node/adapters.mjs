// One adapter per client, as in ../python/adapters.py. Packages are loaded by `load`, which the case `first` measures.
// Items and events are iterated as a caller would, without a generator of the adapter's own around the client's.

import { createRequire } from 'node:module';

const HEADERS = { authorization: 'Bearer pt-x', accept: 'application/json' };

/** The least a reader of events can do by hand: cut lines, keep data, parse it. */
async function* parseLines(body) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop();
    for (const line of lines) if (line.startsWith('data: ')) yield JSON.parse(line.slice(6));
  }
}

class Qoder {
  static load() {
    Qoder.package = createRequire(import.meta.url)('../..');
  }
  constructor(base, options) {
    this.client = new Qoder.package.Qoder({ token: 'pt-x', baseURL: base });
    this.options = options;
  }
  async get() {
    const agent = await this.client.agents.retrieve('a1');
    return agent.id + agent.name;
  }
  items(pages) {
    return this.client.agents.list({ limit: 100 }, { query: { pages }, ...this.options });
  }
  events(count) {
    return this.client.sessions.events.stream('s1', {}, { query: { events: count } });
  }
  close() {}
}

class QoderPrefetch extends Qoder {
  constructor(base) {
    super(base, { prefetch: true });
  }
}

/** Has messages put together from their pieces. */
class QoderUpdates extends Qoder {
  readEvent = (update) => update.text;
  async events(count) {
    return (await super.events(count)).updates();
  }
}

class Fetch {
  constructor(base) {
    this.base = base;
  }
  async json(path) {
    return (await fetch(this.base + path, { headers: HEADERS })).json();
  }
  async body(path) {
    return (await fetch(this.base + path, { headers: HEADERS })).body;
  }
  async get() {
    const agent = await this.json('agents/a1');
    return agent.id + agent.name;
  }
  async *items(pages) {
    for (let cursor = ''; ; ) {
      const page = await this.json(`agents?limit=100&pages=${pages}${cursor && `&page=${cursor}`}`);
      for (const agent of page.data) yield agent;
      if (!page.has_more) return;
      cursor = page.next_page;
    }
  }
  async events(count) {
    return parseLines(await this.body(`sessions/s1/events/stream?events=${count}`));
  }
  close() {}
}

class Undici extends Fetch {
  static async load() {
    Undici.package = await import('undici');
  }
  constructor(base) {
    super(base);
    this.agent = new Undici.package.Agent({ connections: null });
  }
  async body(path) {
    return (await Undici.package.request(this.base + path, { headers: HEADERS, dispatcher: this.agent }))
      .body;
  }
  async json(path) {
    return JSON.parse(await (await this.body(path)).text());
  }
  close() {
    return this.agent.close();
  }
}

export const ADAPTERS = {
  qoder: Qoder,
  'qoder-prefetch': QoderPrefetch,
  'qoder-updates': QoderUpdates,
  fetch: Fetch,
  undici: Undici,
};

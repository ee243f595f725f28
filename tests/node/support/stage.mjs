// What tests begin with.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Qoder, tool } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

/** An emulator and a client of it; the emulator ends with the test. */
export async function stage(test, options = {}) {
  const emulator = await Emulator.start();
  test.after(() => emulator.stop());
  const client = new Qoder({ baseURL: emulator.baseURL, token: emulator.token, ...options });
  return { emulator, client };
}

/** A session of a fresh agent. */
export async function session(client) {
  const agent = await client.agents.create({ name: 'a', model: 'auto' });
  const config = { type: 'cloud', networking: { type: 'limited' } };
  const environment = await client.environments.create({ name: 'e', config });
  return client.sessions.create({ agent: agent.id, environment_id: environment.id });
}

/** A step at which a turn stands still, the tool that it waits for, and what tells that it is there. */
export function standstill() {
  let reached;
  const there = new Promise((resolve) => {
    reached = resolve;
  });
  const run = () => {
    reached();
    return new Promise(() => {});
  };
  const wait = tool({ name: 'wait', description: 'Waits.', input: { type: 'object' }, run });
  return { step: { call: { name: 'wait', input: {} } }, tool: wait, there };
}

/** Waits until `look` gives something, without looking at a clock. */
export async function until(look) {
  for (;;) {
    const found = await look();
    if (found) return found;
    await new Promise(setImmediate);
  }
}

/** The first request to a path that ends so, once the emulator knows how it ended. */
export function ended(emulator, path) {
  return until(async () =>
    (await emulator.requests()).find((request) => request.path.endsWith(path) && request.outcome),
  );
}

/** Runs a collection, as Node's own flag would let a program do. */
export const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
})();

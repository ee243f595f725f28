// Two copies of the package in one process, each with a native half of its own: errors of either are errors of both.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { Emulator } from 'qoder-cloud/emulator';

const one = await import('qoder-cloud');
const two = createRequire(import.meta.url)('qoder-cloud-again');
const names = Object.keys(one).filter((name) => one[name].prototype instanceof Error);
assert.ok(names.includes('ToolError') && names.includes('TurnError') && names.length > 15);

for (const [its, others] of [
  [one, two],
  [two, one],
]) {
  for (const name of names) {
    const error =
      name === 'ToolError' ? new its.ToolError('m') : new its[name]({ kind: 'status', message: 'm' }, {});
    assert.ok(Object.getPrototypeOf(error) !== others[name].prototype);
    for (const other of names) {
      const kin = Object.prototype.isPrototypeOf.call(its[other].prototype, error);
      assert.equal(error instanceof others[other], kin, `${name} of one copy, ${other} of the other`);
    }
  }
}

const emulator = await Emulator.start();
for (const [its, others] of [
  [one, two],
  [two, one],
]) {
  const client = new its.Qoder({ baseURL: emulator.baseURL, token: emulator.token });
  await assert.rejects(client.agents.retrieve('agent_missing'), others.NotFoundError);
  const agent = await client.agents.create({ name: 'a', model: 'auto' });
  const environment = await client.environments.create({ name: 'e', config: { type: 'cloud' } });
  const { id } = await client.sessions.create({ agent: agent.id, environment_id: environment.id });
  const steps = [{ call: { name: 'fail', input: {} } }, { say: '{result}' }];
  await emulator.control('POST', 'scripts', { session: id, steps });
  const run = () => {
    throw new others.ToolError('There is no such city.');
  };
  const fail = its.tool({ name: 'fail', description: 'Fails.', input: {}, run });
  assert.equal((await client.sessions.run(id, 'go', { tools: [fail] })).text, 'There is no such city.');
}
await emulator.stop();

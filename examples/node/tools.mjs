// Gives an agent a tool of this program, and asks on the terminal before it may use tools of its own.

import { createInterface } from 'node:readline/promises';
import { Qoder, ToolError, tool } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

const real = process.env.QODER_ACCESS_TOKEN || process.env.QODER_PAT;
const emulator = real ? undefined : await Emulator.start();
console.log(`running on ${emulator ? 'the embedded emulator' : 'the service'}`);
const client = new Qoder(emulator && { baseURL: emulator.baseURL, token: emulator.token });

const weather = tool({
  name: 'weather',
  description: 'Tells the weather in a city.',
  input: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
  run({ city }) {
    if (city !== 'Ulm') throw new ToolError('There is no station in that city.');
    return 'fog, 7 degrees';
  },
});

/** Asks whoever sits at the terminal; denies when there is nobody. */
async function onPermission({ name, input, signal }) {
  if (!process.stdin.isTTY) return { deny: 'Nobody is there to ask.' };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const question = `May the agent use ${name} with ${JSON.stringify(input)}? [y/N] `;
    return /^y/i.test(await terminal.question(question, { signal })) || { deny: 'The user said no.' };
  } finally {
    terminal.close();
  }
}

const toolset = {
  type: 'agent_toolset_20260401',
  default_config: { permission_policy: { type: 'always_ask' } },
};
const tools = [weather.definition, toolset];
const agent = await client.agents.create({ name: 'forecaster', model: 'auto', tools });
const environment = await client.environments.create({ name: 'tools', config: { type: 'cloud' } });
const session = await client.sessions.create({
  agent: agent.id,
  environment_id: environment.id,
  environment_variables: { STATION: 'roof' },
});

for (const prompt of ['Use the tool weather with {"city": "Ulm"}', 'What is STATION?']) {
  console.log(`> ${prompt}`);
  const result = await client.sessions.run(session.id, prompt, { tools: [weather], onPermission });
  for (const { name, input, is_error } of result.check().tool_calls) {
    console.log(is_error ? 'refused' : 'used', name, input);
  }
  console.log(result.text);
}

await client.cleanup(session, agent, environment);
await emulator?.stop();

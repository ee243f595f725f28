// Lets an agent read a file, prints its answer as it is written, and fetches what it delivers.

import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Qoder } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

const notes = fileURLToPath(new URL('../notes.txt', import.meta.url));
const place = '/mnt/session/uploads/notes.txt';

const real = process.env.QODER_ACCESS_TOKEN || process.env.QODER_PAT;
const emulator = real ? undefined : await Emulator.start();
console.log(`running on ${emulator ? 'the embedded emulator' : 'the service'}`);
const client = new Qoder(emulator && { baseURL: emulator.baseURL, token: emulator.token });

const [model] = (await client.models.list()).data;
const config = { type: 'cloud', networking: { type: 'unrestricted' } };
const environment = await client.environments.create({ name: 'quickstart', config });
const tools = [{ type: 'agent_toolset_20260401' }];
const agent = await client.agents.create({ name: 'reader', model: model.id, tools });
const session = await client.sessions.create({
  agent: agent.id,
  environment_id: environment.id,
  files: [{ path: notes, mount_path: place }],
});

const turn = client.sessions.run(session.id, `Read ${place} and deliver the artifact summary.md`);
for await (const text of turn.textDeltas()) process.stdout.write(text);
const { stop_reason, credits = 0, artifacts } = await turn;
console.log(`\nstopped: ${stop_reason.type}\ncredits: ${credits}`);
for (const artifact of artifacts) {
  const path = join(tmpdir(), 'summary.md');
  await artifact.save(path);
  console.log(`summary.md: ${await readFile(path, 'utf8')}`);
}

await client.cleanup(session, agent, environment);
await emulator?.stop();

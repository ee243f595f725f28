// Lets an agent read a file, prints its answer as it is written, and fetches what it delivers.

import { Qoder } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

const PROMPT = 'Read /mnt/session/uploads/notes.txt and deliver the artifact summary.md';

const real = process.env.QODER_ACCESS_TOKEN || process.env.QODER_PAT;
const emulator = real ? undefined : await Emulator.start();
console.log(`running on ${emulator ? 'the embedded emulator' : 'the service'}`);
const client = new Qoder(emulator && { baseURL: emulator.baseURL, token: emulator.token });

const [model] = (await client.models.list()).data;
const config = { type: 'cloud', networking: { type: 'unrestricted' } };
const environment = await client.environments.create({ name: 'quickstart', config });
const tools = [{ type: 'agent_toolset_20260401' }];
const agent = await client.agents.create({ name: 'reader', model: model.id, tools });
const notes = await client.files.upload({
  file: { name: 'notes.txt', content: Buffer.from('The launch moved to Friday.') },
});
const session = await client.sessions.create({
  agent: agent.id,
  environment_id: environment.id,
  resources: [{ type: 'file', file_id: notes.id, mount_path: '/mnt/session/uploads/notes.txt' }],
});

const events = await client.sessions.events.stream(session.id, { event_deltas: ['agent.message'] });
const content = [{ type: 'text', text: PROMPT }];
await client.sessions.events.send(session.id, { events: [{ type: 'user.message', content }] });
let artifact;
for await (const event of events) {
  if (event.type === 'event_delta') process.stdout.write(event.delta.content?.text ?? '');
  if (event.type === 'agent.artifact_delivered') artifact = event.file_id;
  if (event.type === 'session.status_idle') {
    console.log(`\nstopped: ${event.stop_reason?.type}`);
    break;
  }
}
const { usage } = await client.sessions.retrieve(session.id);
console.log(`credits: ${usage?.total_credits ?? 0}`);
if (artifact) console.log(`summary.md: ${await (await client.files.download(artifact)).read()}`);

await client.sessions.delete(session.id);
await client.agents.archive(agent.id);
await client.environments.archive(environment.id);
await client.files.delete(notes.id);
await emulator?.stop();

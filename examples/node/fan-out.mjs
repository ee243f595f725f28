// Asks fifty sessions, ten at a time, with a progress bar.

import { Qoder } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

const SESSIONS = 50;
const WIDTH = 40;

const real = process.env.QODER_ACCESS_TOKEN || process.env.QODER_PAT;
const emulator = real ? undefined : await Emulator.start();
console.log(`running on ${emulator ? 'the embedded emulator' : 'the service'}`);
const client = new Qoder(emulator && { baseURL: emulator.baseURL, token: emulator.token });

const agent = await client.agents.create({ name: 'counter', model: 'auto' });
const environment = await client.environments.create({ name: 'fan-out', config: { type: 'cloud' } });
const session = { agent: agent.id, environment_id: environment.id };
const jobs = Array.from({ length: SESSIONS }, (_, n) => ({ input: `Say ${n + 1}`, session }));

/** Draws the bar on a terminal, over itself. */
function progress(done, total) {
  if (!process.stderr.isTTY) return;
  const full = Math.round((WIDTH * done) / total);
  process.stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`);
  if (done === total) process.stderr.write('\n');
}

const turns = client.sessions.runMany(jobs, { concurrency: 10, progress });
const finished = await turns.results();
const answers = finished.filter(({ result }) => result);
console.log(`${answers.length} answers for ${turns.credits.toFixed(2)} credits`);
console.log(`the last one: ${finished.at(-1).result?.text ?? finished.at(-1).error}`);

const sessions = finished.flatMap(({ session_id }) => session_id ?? []);
await client.cleanup(...sessions, agent, environment);
await emulator?.stop();

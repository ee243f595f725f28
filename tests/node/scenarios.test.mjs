import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { Qoder } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';
import { parseAllDocuments } from 'yaml';
import { heard, play } from './support/player.mjs';
import { until } from './support/stage.mjs';

const folder = new URL('../scenarios/', import.meta.url);
// Begun anew; `make parity` compares them with those of other languages.
const transcripts = new URL('../../target/transcripts/node.jsonl', import.meta.url);
mkdirSync(new URL('.', transcripts), { recursive: true });
writeFileSync(transcripts, '');
for (const name of Object.keys(process.env))
  if (name.startsWith('QODER_') && name !== 'QODER_CLOUD_NATIVE') delete process.env[name];

for (const name of readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  describe(name.replace('.yaml', ''), { concurrency: 4 }, () => {
    for (const document of parseAllDocuments(readFileSync(new URL(name, folder), 'utf8'))) {
      assert.deepEqual(document.errors, []);
      const scenario = document.toJS();
      if (scenario === null) continue;
      const title = `${name.replace('.yaml', '')}: ${scenario.name}`;
      it(scenario.name, { timeout: 30_000 }, async () => {
        const played = await play(scenario);
        appendFileSync(transcripts, `${JSON.stringify({ scenario: title, ...played })}\n`);
      });
    }
  });
}

// What scenarios call secret, and how tokens of the emulator and signatures of its links begin.
const SECRETS = ['pt-emulator-', 'pt-wrong-token', 'sak-test-key', 's3cret', 'eyJ', 'signature='];

/** The TCP connections of this process, as Linux tells them. */
function connections() {
  const table = readFileSync('/proc/self/net/tcp', 'ascii').split('\n').slice(1);
  const tcp = new Set(table.map((line) => `socket:[${line.trim().split(/\s+/)[9]}]`));
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return tcp.has(readlinkSync(`/proc/self/fd/${fd}`));
    } catch {
      return false; // closed meanwhile
    }
  });
}

after(async () => {
  if (process.platform === 'linux') {
    const emulator = await Emulator.start();
    const client = new Qoder({ baseURL: emulator.baseURL, token: emulator.token });
    await client.models.list();
    assert(connections().length > 0, 'a connection that is open is seen');
    await emulator.stop();
    await until(() => connections().length === 0);
  }
  assert(heard.length > 300, `only ${heard.length} records were heard`);
  assert.deepEqual(
    heard.filter((line) => SECRETS.some((secret) => line.includes(secret))),
    [],
  );
});

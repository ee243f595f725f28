import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { play } from './support/player.mjs';

const folder = new URL('../scenarios/', import.meta.url);
for (const name of Object.keys(process.env))
  if (name.startsWith('QODER_') && name !== 'QODER_CLOUD_NATIVE') delete process.env[name];

for (const name of readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  describe(name.replace('.yaml', ''), { concurrency: 4 }, () => {
    for (const document of parseAllDocuments(readFileSync(new URL(name, folder), 'utf8'))) {
      assert.deepEqual(document.errors, []);
      const scenario = document.toJS();
      if (scenario !== null) it(scenario.name, { timeout: 30_000 }, () => play(scenario));
    }
  });
}

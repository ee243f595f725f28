// Every JavaScript example of the guides runs, each guide as one module, against the embedded emulator.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Emulator } from 'qoder-cloud/emulator';

const root = fileURLToPath(new URL('../..', import.meta.url));

const guides = readdirSync(`${root}/docs`)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const blocks = readFileSync(`${root}/docs/${name}`, 'utf8').matchAll(/^```js\n(.*?)^```$/gms);
    return { name, program: [...blocks].map(([, block]) => block).join('\n') };
  })
  .filter(({ program }) => program !== '');

for (const { name, program } of guides) {
  test(`docs/${name} runs`, { timeout: 30_000 }, async (t) => {
    const emulator = await Emulator.start();
    t.after(() => emulator.stop());
    const kept = Object.entries(process.env).filter(
      ([key]) => !/^QODER_(?!CLOUD_NATIVE)|^NODE_TEST_CONTEXT$/.test(key),
    );
    const env = {
      ...Object.fromEntries(kept),
      QODER_BASE_URL: emulator.baseURL,
      QODER_ACCESS_TOKEN: emulator.token,
    };
    const flags = ['--unhandled-rejections=strict', '--input-type=module', '--eval', program];
    // A guide that fails may leave its server open.
    await promisify(execFile)(process.execPath, flags, { cwd: root, env, timeout: 15_000 });
  });
}

test('the guide to Node has examples', () => {
  assert.ok(guides.some(({ name }) => name === 'node.md'));
});

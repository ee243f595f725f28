// The README's Node example is a test like any other.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the example of the README runs', () => {
  const [, example] = readFileSync(`${root}/README.md`, 'utf8').match(/```js\n(.*?)```/s);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', example], { cwd: root });
  assert.match(printed.toString(), /Hello!/);
});

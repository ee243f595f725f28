import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { Qoder } from 'qoder-cloud';
import { stage, until } from './support/stage.mjs';

function recorder() {
  const records = [];
  const at = (level) => (message, fields) => records.push({ level, message, ...fields });
  return { records, error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

test('a logger hears of its own client: calls, and attempts that failed', async (t) => {
  const logger = recorder();
  const quiet = recorder();
  const { client, emulator } = await stage(t, { logger, logLevel: 'debug' });
  const other = new Qoder({ baseURL: emulator.baseURL, token: emulator.token, logger: quiet });
  await emulator.control('POST', 'faults', {
    match: { operation: 'agents.list' },
    action: { status: 503, headers: { 'retry-after-ms': '1' } },
  });
  await client.agents.list();
  await other.models.list();
  await until(() => logger.records.length >= 3 && quiet.records.length >= 1);
  assert.deepEqual(
    logger.records.map(({ level }) => level),
    ['debug', 'debug', 'info'],
  );
  const { operation, status, attempts, milliseconds, request_id } = logger.records.at(-1);
  assert.deepEqual([operation, status, attempts], ['agents.list', 200, 2]);
  assert.ok(milliseconds > 0 && request_id);
  assert.deepEqual(
    quiet.records.map(({ operation }) => operation),
    ['models.list'],
  );
  assert.ok(!inspect(logger.records).includes(emulator.token));
});

test('QODER_LOG tells on standard error, and nothing is told without it', async (t) => {
  const { emulator } = await stage(t);
  const program = `import { Qoder } from 'qoder-cloud';
    await new Qoder({ baseURL: process.env.BASE, token: process.env.TOKEN }).models.list();`;
  const told = (level) =>
    execFileSync('sh', ['-c', '"$0" --input-type=module -e "$1" 2>&1', process.execPath, program], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, BASE: emulator.baseURL, TOKEN: emulator.token, QODER_LOG: level },
      encoding: 'utf8',
    });
  assert.match(told('info'), /^info qoder-cloud: call \{.*"operation":"models.list".*"status":200.*\}\n$/);
  assert.equal(told(''), '');
  assert.throws(() => new Qoder({ token: 'pt-x', logLevel: 'loud' }), { message: /`logLevel`.*loud/ });
});

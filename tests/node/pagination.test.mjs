import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage, until } from './support/stage.mjs';

const timeout = 20_000;

/** A list of two pages with two items each, and how often it has been asked for. */
async function pages(t) {
  const { client, emulator } = await stage(t);
  for (const name of ['a', 'b', 'c', 'd']) await client.agents.create({ name, model: 'auto' });
  const asked = async () =>
    (await emulator.requests()).filter(({ operation }) => operation === 'agents.list').length;
  return { client, emulator, asked };
}

test('the next page is requested before a page is read through, if that is wanted', {
  timeout,
}, async (t) => {
  const { client, asked } = await pages(t);
  const items = client.agents.list({ limit: 2 }, { prefetch: true })[Symbol.asyncIterator]();
  await items.next();
  await until(async () => (await asked()) === 2);
  const names = [];
  for await (const { name } of items) names.push(name);
  assert.deepEqual(names, ['c', 'b', 'a']);
  assert.equal(await asked(), 2);
});

test('the next page is requested when a page is read through, else', { timeout }, async (t) => {
  const { client, asked } = await pages(t);
  const items = client.agents.list({ limit: 2 })[Symbol.asyncIterator]();
  for (const requests of [1, 1, 2, 2]) {
    await items.next();
    // What had been requested ahead would have overtaken this one.
    await client.models.list();
    assert.equal(await asked(), requests);
  }
  assert.equal((await items.next()).done, true);
});

test('disposal ends a request for a page ahead', { timeout }, async (t) => {
  const { client, emulator, asked } = await pages(t);
  await emulator.control('POST', 'faults', {
    match: { operation: 'agents.list' },
    after: 1,
    action: { delay_ms: 60_000 },
  });
  const items = client.agents.list({ limit: 2 }, { prefetch: true })[Symbol.asyncIterator]();
  await items.next();
  await until(async () => (await asked()) === 2);
  await items[Symbol.asyncDispose]();
  await until(async () => (await emulator.requests()).some(({ outcome }) => outcome === 'disconnected'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from 'qoder-cloud';
import { session, stage } from './support/stage.mjs';

test('every call gives the answer around its data', async (t) => {
  const { client } = await stage(t);
  const created = await client.agents.create({ name: 'ä', model: 'auto' });
  assert.ok(created._request_id);
  assert.ok(!Object.keys(created).includes('_request_id'));
  const { data, response, requestId, attempts } = await client.agents.retrieve(created.id).withResponse();
  assert.equal(data.name, 'ä');
  assert.equal(requestId, response.headers.get('x-request-id'));
  assert.deepEqual([response.status, attempts], [200, 1]);
  assert.deepEqual(await response.json(), { ...data });
  const raw = await client.agents.retrieve(created.id).asResponse();
  assert.equal((await raw.json()).id, created.id);
  await assert.rejects(client.agents.retrieve('agent_missing').asResponse(), { status: 404 });
});

test('a promise of the API is a promise', async (t) => {
  const { client } = await stage(t);
  const call = client.models.list().withResponse();
  assert.ok(call instanceof Promise);
  let settled = 0;
  await client.models.list().finally(() => (settled += 1));
  assert.equal(await client.agents.retrieve('x').catch(() => 'caught'), 'caught');
  const all = await Promise.all([client.agents.create({ name: 'a', model: 'auto' }), client.models.list()]);
  assert.equal(all[0].name, 'a');
  assert.equal(settled, 1);
});

test('any path can be called', async (t) => {
  const { client, emulator } = await stage(t);
  const agent = await client.post('/agents', { body: { name: 'a', model: 'auto' } });
  const list = await client.get('/agents', { query: { limit: 1 } });
  assert.equal(list.data[0].id, agent.id);
  await client.delete(`/agents/${agent.id}`);
  await assert.rejects(client.put('/agents'), { name: /Error$/ });
  await assert.rejects(client.get('/agents', { limit: 1 }), { name: 'QoderError', message: /`limit`/ });
  assert.deepEqual(
    (await emulator.requests()).map(({ method }) => method),
    ['POST', 'GET', 'DELETE', 'PUT'],
  );
});

test('an answer that is no JSON, or no page, is a validation error that keeps it', async (t) => {
  const { client, emulator } = await stage(t);
  const answer = (operation, body) =>
    emulator.control('POST', 'faults', { match: { operation }, action: { status: 200, body } });
  await answer('agents.retrieve', '<html>');
  await assert.rejects(client.agents.retrieve('x'), {
    name: 'APIResponseValidationError',
    body: '<html>',
    status: 200,
  });
  await answer('agents.retrieve', '<html>');
  assert.equal(await (await client.agents.retrieve('x').asResponse()).text(), '<html>');
  await answer('agents.list', { items: [] });
  await assert.rejects(client.agents.list(), { name: 'APIResponseValidationError' });
});

test('lists are read by page and by item, with and without reading ahead', async (t) => {
  const { client, emulator } = await stage(t);
  for (let n = 0; n < 5; n += 1) await client.agents.create({ name: `${n}`, model: 'auto' });
  const names = async (items) => {
    const all = [];
    for await (const { name } of items) all.push(name);
    return all.join('');
  };
  const list = () => client.agents.list({ limit: 2 });
  assert.equal(await names(list()), '43210');
  assert.equal(await names(client.agents.list({ limit: 2 }, { prefetch: true })), '43210');
  const page = await list();
  assert.ok(page instanceof Page && page._request_id);
  assert.equal(await names(page), '43210');
  assert.equal(await names(page), '43210');
  const sizes = [];
  for await (const { data } of list().pages()) sizes.push(data.length);
  assert.deepEqual(sizes, [2, 2, 1]);
  const last = await (await page.getNextPage()).getNextPage();
  assert.equal(last.hasNextPage(), false);
  assert.equal(await last.getNextPage(), null);
  const before = (await emulator.requests()).length;
  for await (const _ of list()) break;
  assert.equal((await emulator.requests()).length, before + 1);
  list();
  assert.equal((await emulator.requests()).length, before + 1);
});

test('an event stream answers overlapping reads in order and becomes a Web stream', async (t) => {
  const { client } = await stage(t);
  const { id } = await session(client);
  const stream = await client.sessions.events.stream(id);
  assert.ok(stream.requestId);
  assert.equal(stream.response.headers.get('content-type'), 'text/event-stream');
  const reads = Array.from({ length: 3 }, () => stream.next());
  const content = [{ type: 'text', text: 'hello' }];
  await client.sessions.events.send(id, { events: [{ type: 'user.message', content }] });
  const types = (await Promise.all(reads)).map(({ value }) => value.type);
  assert.deepEqual(types, ['session.status_running', 'session.thread_status_running', 'user.message']);
  const rest = [];
  for await (const event of stream.toReadableStream()) {
    rest.push(event);
    if (event.type === 'session.status_idle') break;
  }
  assert.equal(rest.at(-1).stop_reason.type, 'end_turn');
  assert.equal(stream.lastEventId, rest.at(-1).id);
});

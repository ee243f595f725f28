import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { session, stage } from './support/stage.mjs';

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
after(() => {
  context.disable();
  propagation.disable();
});

const span = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
const traceparent = `00-${span.traceId}-${span.spanId}-01`;

/** Does something inside a span. */
const traced = (work) =>
  context.with(trace.setSpanContext(context.active(), span), async () => {
    await work();
  });

test('every kind of call carries the active trace, and none without one', async (t) => {
  const { client, emulator } = await stage(t);
  const { id } = await session(client);
  const file = await client.files.upload({ file: Buffer.from('x') });
  const content = Buffer.from('---\nname: s\ndescription: d\n---\nDo it.');
  const skill = await client.skills.create({ files: [{ content, name: 's/SKILL.md' }] });
  const { version } = (await client.skills.versions.list(skill.id)).data[0];
  const ways = [
    () => client.agents.list(),
    async () => {
      for await (const _ of client.agents.list());
    },
    () => client.agents.create({ name: 'a', model: 'auto' }),
    () => client.get('/models'),
    () => client.files.upload({ file: Buffer.from('x') }),
    () => client.files.retrieve(file.id),
    async () => (await client.sessions.events.stream(id)).close(),
    async () => (await client.skills.versions.download(skill.id, String(version))).read(),
    () => client.sessions.run(id, 'hello'),
    () => client.agents.findOrCreate({ name: 'a', model: 'auto' }),
  ];
  const sent = async () => Object.fromEntries((await emulator.requests()).at(-1).headers).traceparent;
  for (const way of ways) {
    await traced(way);
    assert.equal(await sent(), traceparent, String(way));
    await way();
    assert.equal(await sent(), undefined, String(way));
  }
});

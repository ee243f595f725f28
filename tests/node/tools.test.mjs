import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ToolError, tool } from 'qoder-cloud';
import { z } from 'zod';
import { session, stage, until } from './support/stage.mjs';

const timeout = 20_000;

/** Has the agent use `one` with `input`; how the turn went. */
async function use(test, one, input, { name = one.name, ...options } = {}, settings = {}) {
  const { client, emulator } = await stage(test, settings);
  const { id } = await session(client);
  const steps = [{ call: { name, input } }, { say: '{result}' }];
  await emulator.control('POST', 'scripts', { session: id, steps });
  const turn = client.sessions.run(id, 'go', { tools: [one], ...options });
  const result = await turn;
  return { client, turn, result, text: result.text, call: result.tool_calls[0] };
}

const city = { type: 'object', required: ['city'], properties: { city: { type: 'string' } } };
const weather = (input, more) =>
  tool({
    name: 'weather',
    description: 'Tells the weather of a city.',
    input,
    run: (given) => `${given.city}: clear sky`,
    ...more,
  });

/** A Standard Schema written by hand; it makes its value upper case, and is asynchronous. */
const byHand = (more) => ({
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: async ({ city }) =>
      typeof city === 'string'
        ? { value: { city: city.toUpperCase() } }
        : { issues: [{ message: 'must be a string', path: [{ key: 'city' }] }, { message: 'so no' }] },
    ...more,
  },
});

test('arguments are checked by the schema, of whatever kind it is', { timeout }, async (t) => {
  for (const [schema, fits] of [
    [city, 'Ulm: clear sky'],
    [z.object({ city: z.string() }), 'Ulm: clear sky'],
    [byHand(), 'ULM: clear sky'],
  ]) {
    let runs = 0;
    const counted = weather(schema, {
      run({ city }) {
        runs += 1;
        return `${city}: clear sky`;
      },
    });
    assert.equal((await use(t, counted, { city: 'Ulm' })).text, fits);
    const { text, call, turn } = await use(t, counted, { city: 7 });
    assert.match(text, /do not fit the tool's schema: `city`/);
    assert.deepEqual([call.is_error, turn.toolErrors, runs], [true, [], 1]);
  }
  assert.match((await use(t, weather(byHand()), {})).text, /`city`: must be a string; so no$/);
});

test('a schema transforms what the tool is given', { timeout }, async (t) => {
  const sum = tool({
    name: 'sum',
    description: 'Adds.',
    input: z.object({ of: z.array(z.coerce.number()), offset: z.number().default(1) }),
    run: ({ of, offset }) => of.reduce((sum, one) => sum + one, offset),
  });
  assert.equal((await use(t, sum, { of: ['2', 3] })).text, '6');
});

test('a definition tells agents what there is', { timeout }, async (t) => {
  assert.deepEqual(weather(city).definition, {
    type: 'custom',
    name: 'weather',
    description: 'Tells the weather of a city.',
    input_schema: city,
  });
  const { properties, required } = weather(z.object({ city: z.string() })).definition.input_schema;
  assert.deepEqual([properties, required], [{ city: { type: 'string' } }, ['city']]);
  assert.equal(weather(byHand(), { inputSchema: city }).definition.input_schema, city);
  const told = byHand({ jsonSchema: { input: ({ target }) => ({ type: 'object', title: target }) } });
  assert.equal(weather(told).definition.input_schema.title, 'draft-2020-12');
  assert.throws(() => weather(byHand()).definition, {
    name: 'QoderError',
    message: /weather.*`inputSchema`/,
  });
  const { client } = await stage(t);
  const tools = [weather(z.object({ city: z.string() })).definition];
  assert.equal((await client.agents.create({ name: 'a', model: 'auto', tools })).tools[0].name, 'weather');
});

test('what is no tool is refused', () => {
  for (const wrong of [{ name: 7 }, { description: undefined }, { input: undefined }, { run: 'x' }]) {
    assert.throws(() => weather(city, wrong), { name: 'QoderError' });
  }
});

test('a tool gives text, content blocks, or anything as JSON', { timeout }, async (t) => {
  const block = { type: 'text', text: 'a block' };
  for (const [given, expected] of [
    ['a text', [{ type: 'text', text: 'a text' }]],
    [block, [block]],
    [
      [block, block],
      [block, block],
    ],
    [{ degrees: 7 }, [{ type: 'text', text: '{"degrees":7}' }]],
    [undefined, [{ type: 'text', text: 'null' }]],
  ]) {
    const { call } = await use(t, weather(city, { run: async () => given }), { city: 'Ulm' });
    assert.deepEqual(call.content, expected);
  }
});

test('of an error the agent learns the class alone, unless it is meant for it', { timeout }, async (t) => {
  const logged = [];
  const logger = { error: (...record) => logged.push(record), warn() {}, info() {}, debug() {} };
  const fails = (error) => weather(city, { run: () => Promise.reject(error) });
  const secret = new RangeError('the password is swordfish');
  const { turn, text, call, result } = await use(t, fails(secret), { city: 'Ulm' }, {}, { logger });
  assert.deepEqual([text, call.is_error], ['The tool failed: RangeError', true]);
  assert.ok(!JSON.stringify(result).includes('swordfish'));
  assert.deepEqual([turn.toolErrors.length, turn.toolErrors[0].error], [1, secret]);
  assert.deepEqual([turn.toolErrors[0].request.name, turn.toolErrors[0].request.id], ['weather', call.id]);
  const [[message, fields]] = logged.filter(([message]) => message.includes('weather'));
  assert.match(message, /the tool weather failed/);
  assert.equal(fields.error, secret);
  const meant = await use(t, fails(new ToolError('There is no station.')), { city: 'Ulm' });
  assert.deepEqual([meant.text, meant.turn.toolErrors], ['There is no station.', []]);
  const unwritable = await use(t, weather(city, { run: () => 1n }), { city: 'Ulm' });
  assert.match(unwritable.text, /failed: TypeError/);
  assert.equal(unwritable.turn.toolErrors.length, 1);
  const thrown = await use(t, weather(city, { run: () => Promise.reject('swordfish') }), { city: 'Ulm' });
  assert.equal(thrown.text, 'The tool failed: a thrown string');
});

test('tools are found by name whatever its case, once, and know of their call', { timeout }, async (t) => {
  let context;
  const one = weather(city, {
    run(_, given) {
      context = given;
      return 'x';
    },
  });
  const { call, result } = await use(t, one, { city: 'Ulm' }, { name: 'Weather' });
  const { signal, ...request } = context;
  assert.deepEqual(request, {
    id: call.id,
    kind: 'custom',
    name: 'Weather',
    input: { city: 'Ulm' },
    session_id: result.session_id,
  });
  assert.equal(signal.aborted, true, 'the turn is over');
  const { client } = await stage(t);
  const twice = client.sessions.run('sess_x', 'go', { tools: [one, weather(city, { name: 'WEATHER' })] });
  await assert.rejects(twice, { name: 'QoderError', message: /two tools/ });
});

test('a tool that works on for nobody is told', { timeout }, async (t) => {
  const { client, emulator } = await stage(t);
  const { id } = await session(client);
  await emulator.control('POST', 'scripts', { session: id, steps: [{ call: { name: 'weather' } }] });
  let signal;
  const slow = weather(
    {},
    {
      run: (_, context) => {
        signal = context.signal;
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    },
  );
  const turn = client.sessions.run(id, 'go', { tools: [slow] });
  const result = turn.result();
  await until(() => signal);
  assert.equal(signal.aborted, false);
  turn.close();
  assert.equal(signal.aborted, true);
  await assert.rejects(result, { name: 'APIUserAbortError' });
});

test('tools run side by side as far as is allowed', { timeout }, async (t) => {
  for (const toolConcurrency of [1, 2]) {
    const { client, emulator } = await stage(t);
    const { id } = await session(client);
    const call = { call: { name: 'weather', input: { city: 'Ulm' } } };
    await emulator.control('POST', 'scripts', { session: id, steps: [{ together: [call, call] }] });
    let [running, most] = [0, 0];
    const run = async () => {
      running += 1;
      most = Math.max(most, running);
      // Both are here by now, or never will be at a time.
      await until(async () => running === 2 || toolConcurrency === 1);
      running -= toolConcurrency === 1 ? 1 : 0;
      return 'x';
    };
    await client.sessions.run(id, 'go', { tools: [weather(city, { run })], toolConcurrency });
    assert.equal(most, toolConcurrency);
  }
});

test('a handler decides on permissions; whatever else it does denies', { timeout }, async (t) => {
  for (const [onPermission, expected, failed] of [
    [undefined, /refused/i, 0],
    [() => true, /^files$/, 0],
    [async () => false, /denied|refused/i, 0],
    [() => ({ deny: 'not on a Friday' }), /not on a Friday/, 0],
    [() => Promise.reject(new ToolError('ask me later')), /ask me later/, 0],
    [() => Promise.reject(new RangeError('swordfish')), /failed: RangeError/, 1],
  ]) {
    const { client, emulator } = await stage(t);
    const { id } = await session(client);
    const bash = { name: 'Bash', input: { command: 'ls' }, result: 'files', ask: true };
    await emulator.control('POST', 'scripts', { session: id, steps: [{ use: bash }, { say: '{result}' }] });
    let asked;
    const ask = (request) => {
      asked = request;
      return onPermission();
    };
    const turn = client.sessions.run(id, 'go', { onPermission: onPermission && ask });
    const { text } = await turn;
    assert.match(text, expected);
    assert.equal(turn.toolErrors.length, failed);
    if (onPermission)
      assert.deepEqual([asked.name, asked.kind, asked.input], ['Bash', 'builtin', { command: 'ls' }]);
  }
});

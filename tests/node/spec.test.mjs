import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Qoder } from 'qoder-cloud';
import { argumentsOf, itemOf, methodOf, operations, results } from './support/spec.mjs';
import { declared, differences, memberDifferences, typeNamed } from './support/types.mjs';

const require = createRequire(import.meta.url);
const client = new Qoder({ token: 'pt-x', baseURL: 'http://127.0.0.1:9' });

/** The name of a path value in a method. */
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

test('every operation of the API is a method, and every method an operation', () => {
  for (const id of operations.keys()) assert.equal(typeof methodOf(client, id), 'function', id);
  const found = new Set();
  const walk = (node, path) => {
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(node))) {
      if (name !== 'constructor') found.add([...path, name].join('.'));
    }
    for (const [name, child] of Object.entries(node)) walk(child, [...path, name]);
  };
  for (const [name, resource] of Object.entries(client)) walk(resource, [name]);
  assert.deepEqual([...found].sort(), [...operations.keys()].sort());
});

test('both halves number the operations alike, and arguments have the wire names of the API', () => {
  const table = Object.values(require('../../bindings-node/dist/operations.js'));
  const { binding } = require('../../bindings-node/dist/load.js');
  assert.equal(table.length, operations.size);
  assert.equal(binding.operationId(table.length), null);
  for (const operation of table) {
    assert.equal(binding.operationId(operation.index), operation.id);
    const described = operations.get(operation.id);
    assert.deepEqual(operation.path ?? [], described.ids, operation.id);
    assert.deepEqual(Object.values(operation.query ?? {}).sort(), [...described.query].sort(), operation.id);
    assert.deepEqual(
      Object.values(operation.headers ?? {}).sort(),
      [...described.headers].sort(),
      operation.id,
    );
  }
});

test('methods are declared to take and to give what the API says, member by member', () => {
  const table = new Map(
    Object.values(require('../../bindings-node/dist/operations.js')).map((one) => [one.id, one]),
  );
  const found = [];
  for (const operation of operations.values()) {
    const { id, ids, isPage, isStream, isFile, answer } = operation;
    const { takes, wrappers, gives } = declared(id);
    const [params, options] = takes.slice(-2);
    const schema = argumentsOf(operation, table.get(id));
    assert.deepEqual(
      takes.map(({ name, optional }) => (optional ? `${name}?` : name)),
      [...ids.map(camel), schema.required.length > 0 ? 'params' : 'params?', 'options?'],
      id,
    );
    assert.equal(options.type, typeNamed('CallOptions'), id);
    found.push(...memberDifferences(schema, params.type, `arguments of ${id}`));
    const wrapper = isPage
      ? ['PagePromise']
      : ['APIPromise', isStream && 'EventStream', isFile && 'Download'];
    assert.deepEqual(wrappers, wrapper.filter(Boolean), id);
    if (gives !== undefined)
      found.push(...differences(isPage ? itemOf(answer) : answer, gives, `answer of ${id}`));
  }
  for (const name of results) {
    const schema = { $ref: `#/components/schemas/${name}` };
    found.push(...differences(schema, typeNamed(name, 'types/index.d.ts'), name));
  }
  assert.deepEqual([...new Set(found)], []);
});

test('a missing path value is refused by name, for every operation that has one', async () => {
  for (const { id, ids } of operations.values()) {
    for (const [place, name] of ids.entries()) {
      const given = ids.map((_, at) => (at === place ? undefined : 'x'));
      await assert.rejects(methodOf(client, id)(...given, {}), {
        name: 'QoderError',
        message: new RegExp(`\`${name}\``),
      });
    }
  }
});

test('a missing or unknown argument is refused by name', async () => {
  const refused = (promise, name) =>
    assert.rejects(promise, { name: 'QoderError', message: new RegExp(`\`${name}\``) });
  await refused(client.agents.create({ model: 'auto' }), 'name');
  await refused(client.agents.create(), 'name');
  await refused(client.agents.list({ limits: 3 }), 'limits');
  await refused(client.files.upload({}), 'file');
  await refused(client.files.upload({ file: 7 }), 'file');
});

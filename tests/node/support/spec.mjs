// The description of the API, as far as tests need it.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const spec = new URL('../../../spec/', import.meta.url);
const bundle = JSON.parse(readFileSync(new URL('openapi.json', spec), 'utf8'));
const { schemas } = bundle.components;

/** Names of what the library gives back besides the answers of the service. */
export const results = [];

// What the library adds.
for (const name of readdirSync(new URL('library/', spec))) {
  const added = parse(readFileSync(new URL(`library/${name}`, spec), 'utf8')).components.schemas;
  for (const [name, schema] of Object.entries(added)) {
    if (schema['x-extends']) Object.assign(schemas[name].properties, schema.properties);
    else schemas[name] = schema;
  }
  if (name === 'turns.yaml') results.push(...Object.keys(added));
}

/** What a reference stands for; anything else stands for itself. */
export const target = (value) =>
  value.$ref === undefined
    ? value
    : value.$ref
        .slice(2)
        .split('/')
        .reduce((node, part) => node[part], bundle);

/** Headers that are options of a call, not arguments. */
const OPTIONS = ['Idempotency-Key', 'x-request-id'];
const named = (parameters, place) => parameters.filter((one) => one.in === place).map(({ name }) => name);

/** Every operation by its id. */
export const operations = new Map();

for (const [path, item] of Object.entries(bundle.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const parameters = (operation.parameters ?? []).map(target);
    const [body] = Object.values(operation.requestBody?.content ?? {});
    const [answer] = Object.values((operation.responses[200] ?? operation.responses[201]).content);
    const fields = body ? target(body.schema).properties : {};
    const isFile = (field) => (field.items ?? field).contentMediaType === 'application/octet-stream';
    operations.set(operation.operationId, {
      id: operation.operationId,
      method,
      path,
      ids: [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name),
      body: body && target(body.schema),
      answer: answer.schema,
      parameters,
      headers: named(parameters, 'header').filter((name) => !OPTIONS.includes(name)),
      query: named(parameters, 'query'),
      files: Object.keys(fields).filter((name) => isFile(fields[name])),
      isPage:
        ['cursor', 'bidirectional'].includes(operation['x-pagination']) ||
        operation.operationId === 'models.list',
      isStream: operation['x-stream'] === 'sse',
      isFile: operation['x-binary'] === true || 'x-download-link' in operation,
    });
  }
}

/** What the items of a page are. */
export const itemOf = (page) =>
  [target(page), ...(target(page).allOf ?? [])]
    .map((part) => target(part).properties?.data?.items)
    .find(Boolean);

/** The arguments of an operation as one object; `names` has the wire names of those that are not in the body. */
export function argumentsOf({ body, parameters }, names) {
  const { properties = {}, required = [] } = body ?? {};
  const all = { properties: { ...properties }, required: required.filter((name) => !properties[name].const) };
  for (const [name, wire] of Object.entries({ ...names.query, ...names.headers })) {
    const { schema, required } = parameters.find((one) => one.name === wire);
    all.properties[name] = schema;
    if (required) all.required.push(name);
  }
  return all;
}

/** Names of the schemas that answers hold. */
export const answered = new Set();

const gather = (value) => {
  if (typeof value !== 'object' || value === null) return;
  const name = value.$ref?.split('/').at(-1);
  if (answered.has(name)) return;
  if (name) answered.add(name);
  for (const part of Object.values(target(value))) gather(part);
};
for (const { answer } of operations.values()) gather(answer);
for (const name of results) gather({ $ref: `#/components/schemas/${name}` });

/** The method of a client that an operation names, bound to its resource. */
export function methodOf(client, id) {
  const parts = id.split('.');
  const name = parts.pop();
  const resource = parts.reduce((node, part) => node?.[part], client);
  return typeof resource?.[name] === 'function' ? resource[name].bind(resource) : undefined;
}

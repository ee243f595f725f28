// The description of the API, as far as tests need it.

import { readFileSync } from 'node:fs';

const bundle = JSON.parse(readFileSync(new URL('../../../spec/openapi.json', import.meta.url), 'utf8'));

const target = (value) =>
  value.$ref === undefined
    ? value
    : value.$ref
        .slice(2)
        .split('/')
        .reduce((node, part) => node[part], bundle);

/** Every operation by its id. */
export const operations = new Map();

for (const [path, item] of Object.entries(bundle.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const parameters = (operation.parameters ?? []).map(target);
    const form = operation.requestBody?.content['multipart/form-data'];
    const fields = form ? target(form.schema).properties : {};
    const isFile = (field) => (field.items ?? field).contentMediaType === 'application/octet-stream';
    operations.set(operation.operationId, {
      id: operation.operationId,
      method,
      path,
      ids: [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name),
      query: parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name),
      files: Object.keys(fields).filter((name) => isFile(fields[name])),
      isPage:
        ['cursor', 'bidirectional'].includes(operation['x-pagination']) ||
        operation.operationId === 'models.list',
      isStream: operation['x-stream'] === 'sse',
      isFile: operation['x-binary'] === true || 'x-download-link' in operation,
    });
  }
}

/** The method of a client that an operation names, bound to its resource. */
export function methodOf(client, id) {
  const parts = id.split('.');
  const name = parts.pop();
  const resource = parts.reduce((node, part) => node?.[part], client);
  return typeof resource?.[name] === 'function' ? resource[name].bind(resource) : undefined;
}

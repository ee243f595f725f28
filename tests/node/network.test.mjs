import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Qoder } from 'qoder-cloud';
import { generate } from 'selfsigned';

const token = 'pt-x';

/** A server that knows no models; gives its port and what it was asked. */
async function serve(t, create) {
  const asked = [];
  const server = create((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    response.setHeader('content-type', 'application/json').end('{ "data": [], "has_more": false }');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  return { port: server.address().port, asked };
}

test('calls go through a proxy', async (t) => {
  const { port, asked } = await serve(t, createHttp);
  const client = new Qoder({ baseURL: 'http://api.invalid/v1', token, proxy: `http://127.0.0.1:${port}` });
  await client.models.list();
  assert.deepEqual(asked, [{ url: 'http://api.invalid/v1/models', authorization: 'Bearer pt-x' }]);
});

test('an authority of your own is trusted when it is given, as bytes or as a file', async (t) => {
  const named = (value, options) => generate([{ name: 'commonName', value }], options);
  const authority = await named('an authority', { extensions: [{ name: 'basicConstraints', cA: true }] });
  const { private: key, cert } = await named('localhost', {
    ca: { key: authority.private, cert: authority.cert },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'qoder-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'authority.pem');
  writeFileSync(file, authority.cert);
  const { port, asked } = await serve(t, (handler) => createHttps({ key, cert }, handler));
  const options = { baseURL: `https://127.0.0.1:${port}`, token, maxRetries: 0 };
  await assert.rejects(new Qoder(options).models.list(), {
    name: 'APIConnectionError',
    message: /`caCerts`/,
  });
  assert.deepEqual(asked, []);
  for (const caCerts of [file, Buffer.from(authority.cert)])
    await new Qoder({ ...options, caCerts }).models.list();
  assert.equal(asked.length, 2);
});

// Serves an agent over HTTP: POST a question, read the answer as it is written. The agent may look things up in this
// program. Runs until it is interrupted; on the emulator it asks itself one question, and ends.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Qoder, tool } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

const real = process.env.QODER_ACCESS_TOKEN || process.env.QODER_PAT;
const emulator = real ? undefined : await Emulator.start();
console.log(`running on ${emulator ? 'the embedded emulator' : 'the service'}`);
const client = new Qoder(emulator && { baseURL: emulator.baseURL, token: emulator.token });

const orders = new Map([['A-17', 'leaves on Friday']]);
const order = tool({
  name: 'order',
  description: 'Tells how far an order is.',
  input: { type: 'object', required: ['number'], properties: { number: { type: 'string' } } },
  run: ({ number }) => orders.get(number) ?? 'There is no such order.',
});
const agent = await client.agents.findOrCreate({ name: 'desk', model: 'auto', tools: [order.definition] });
const environment = await client.environments.findOrCreate({ name: 'desk', config: { type: 'cloud' } });

const server = createServer(async (request, response) => {
  // When the visitor leaves, the turn is given up, here and on the server.
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const { signal } = gone;
  try {
    const question = await text(request);
    const place = { agent: agent.id, environment_id: environment.id };
    const session = await client.sessions.create(place, { signal });
    const turn = client.sessions.run(session.id, question, { tools: [order], signal, cancelOnAbort: true });
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    for await (const piece of turn.textDeltas()) {
      if (!response.write(piece)) await once(response, 'drain', { signal });
    }
    response.end();
  } catch (error) {
    if (signal.aborted) return;
    console.error(error);
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  }
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${server.address().port}/`;
console.log(`curl -N -d 'Use order with {"number": "A-17"}' ${address}`);

if (emulator) {
  const body = 'Use order with {"number": "A-17"}';
  console.log(await (await fetch(address, { method: 'POST', body })).text());
  server.close();
  server.closeAllConnections();
  await emulator.stop();
}

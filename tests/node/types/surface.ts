// Every way to call the package, in strict TypeScript. It is compiled, not run.

import { createReadStream } from 'node:fs';
import {
  type Agent,
  APIConnectionError,
  APIError,
  type APIPromise,
  APIStatusError,
  APITimeoutError,
  type CallOptions,
  type ClientOptions,
  type Download,
  type EventStream,
  type FileMetadata,
  type FunctionTool,
  type Logger,
  type MessageUpdate,
  type Page,
  type PagePromise,
  Qoder,
  QoderError,
  RateLimitError,
  ServiceAccount,
  type Session,
  type SessionStreamEvent,
  ToolError,
  tool,
  type Uploadable,
  type WithResponse,
} from 'qoder-cloud';
import { Emulator, type ReceivedRequest } from 'qoder-cloud/emulator';
import { z } from 'zod';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(value?: T): T | undefined => value;
declare const client: Qoder;

/** Clients and their options. */
export async function clients(logger: Logger): Promise<void> {
  const options: ClientOptions = {
    token: new ServiceAccount({ key: 'k', ttl: 60_000, scope: 'qca.access' }),
    region: 'global',
    baseURL: 'https://host/api',
    exchangeURL: 'https://host/exchange',
    workspaceId: 'w',
    timeout: null,
    connectTimeout: 1000,
    readTimeout: null,
    heartbeatTimeout: 1000,
    maxRetries: 0,
    retryWrites: false,
    maxBodyBytes: null,
    proxy: 'http://proxy:3128',
    caCerts: Buffer.from('pem'),
    defaultHeaders: { a: 1, b: ['c', true] },
    defaultQuery: { d: 'e' },
    logger,
    logLevel: 'debug',
  };
  for (const token of ['pt-x', () => 'pt-x', async () => 'pt-x', new ServiceAccount()]) new Qoder({ token });
  await using derived = new Qoder(options).withOptions({ logger: console });
  holds<Same<typeof derived, Qoder>>();
  holds<Same<typeof derived.baseURL, string>>();
  derived.close();
  // @ts-expect-error milliseconds are a number
  new Qoder({ timeout: '5s' });
  // @ts-expect-error there is no such option
  new Qoder({ apiKey: 'pt-x' });
  // @ts-expect-error a provider gives strings
  new Qoder({ token: () => 7 });
  // @ts-expect-error there is no such level
  new Qoder({ logLevel: 'loud' });
}

/** Options of a call, and looking at its answer. */
export async function calls(signal: AbortSignal): Promise<void> {
  const options: CallOptions = {
    signal,
    timeout: null,
    maxRetries: 1,
    retryWrites: true,
    idempotencyKey: 'k',
    headers: { a: ['b'] },
    query: { c: 1 },
    body: { d: null },
  };
  const call = client.agents.create({ name: 'a', model: 'auto' }, options);
  holds<Same<typeof call, APIPromise<Agent>>>();
  const whole: WithResponse<Agent> = await call.withResponse();
  const id: string | undefined = whole.requestId;
  const attempts: number = whole.attempts;
  const response: Response = await call.asResponse();
  const agent = await call.finally(() => {});
  agent._request_id?.concat(String(id), String(attempts), await response.text());
  const any: unknown = await client.get('/agents', { query: { limit: 1 } }, options);
  const typed: { id: string } = await client.post<{ id: string }>('/agents', { body: {} });
  await client.put('/a', { body: any });
  await client.delete(`/a/${typed.id}`);
  for (const { outcome } of await client.cleanup('agent_1', agent)) outcome.toUpperCase();
  // @ts-expect-error there is no such option
  client.agents.list({}, { retries: 3 });
  // @ts-expect-error a signal is no controller
  client.agents.list({}, { signal: new AbortController() });
  // @ts-expect-error a number is not an id
  client.agents.retrieve(7);
  // @ts-expect-error an answer has no such member
  agent.nickname;
  // @ts-expect-error what may be missing has to be looked for
  agent.description.length;
}

/** Lists, their pages and their items. */
export async function lists(): Promise<void> {
  const list = client.sessions.list({ statuses: ['idle'], order: 'desc', limit: 5 }, { prefetch: true });
  holds<Same<typeof list, PagePromise<Session>>>();
  for await (const session of list) holds<Same<typeof session, Session>>();
  for await (const page of list.pages()) holds<Same<typeof page, Page<Session>>>();
  await using items = list[Symbol.asyncIterator]();
  const { done, value } = await items.next();
  if (!done) holds<Same<typeof value, Session>>();
  const page = await list;
  const next: Page<Session> | null = page.hasNextPage() ? await page.getNextPage() : null;
  const cursor: string | null = page.next_page ?? next?.last_id ?? null;
  const whole: WithResponse<Page<Session>> = await list.withResponse();
  whole.response.headers.get(cursor ?? '');
  // @ts-expect-error a state is a string
  client.sessions.list({ statuses: [7] });
  // @ts-expect-error a page is no list of items
  page.map;
}

/** Streams, and what their events are. */
export async function streams(): Promise<string> {
  await using events = await client.sessions.events.stream(
    's',
    { event_deltas: ['agent.message'] },
    { resume: false },
  );
  holds<Same<typeof events, EventStream<SessionStreamEvent>>>();
  for await (const event of events) {
    if (event.type === 'agent.tool_use') holds<Same<typeof event.name, string>>();
    if (event.type === 'session.error') return event.error.type;
    // @ts-expect-error not every event has content
    event.content;
    // @ts-expect-error an event of another kind
    if (event.type === 'agent.message') event.delta;
  }
  for await (const update of events.updates()) holds<Same<typeof update, MessageUpdate>>();
  for await (const text of events.textDeltas()) holds<Same<typeof text, string>>();
  const web: ReadableStream<SessionStreamEvent> = events.toReadableStream();
  await web.cancel();
  events.close();
  const { response, requestId }: EventStream<SessionStreamEvent> = events;
  return [events.lastEventId, requestId, response.status].join();
}

/** Files of every kind, up and down. */
export async function files(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const bytes = Buffer.from('x');
  const uploads: Uploadable[] = [
    'notes.txt',
    bytes,
    new Uint8Array(1),
    new ArrayBuffer(1),
    new Blob(['x']),
    new File(['x'], 'x.txt'),
    new Blob(['x']).stream(),
    createReadStream('notes.txt'),
    chunks,
    { content: chunks, name: 'x.txt', contentType: 'text/plain', length: 1 },
    { content: 'notes.txt', name: 'other.txt' },
  ];
  for (const file of uploads) {
    const uploaded: FileMetadata = await client.files.upload({ file, metadata: { a: 'b' } });
    uploaded.id.length;
  }
  await client.skills.create({ files: uploads }, { onProgress: (done, total) => done / (total ?? 1) });
  await using download: Download = await client.files.download('f', {}, { onProgress: (done) => done });
  const read: Buffer = await download.read();
  for await (const piece of download.iterBytes()) holds<Same<typeof piece, typeof read>>();
  const web: ReadableStream<Uint8Array> = download.toReadableStream();
  await web.cancel();
  const size: number = await download.writeToFile('notes.txt');
  const told: (string | number | undefined)[] = [
    download.filename,
    download.contentType,
    download.contentLength,
    size,
  ];
  const length: number = await client.files.downloadTo('f', told.join());
  download.close();
  // @ts-expect-error a number is no file
  client.files.upload({ file: length });
  // @ts-expect-error a file is missing
  client.files.upload({});
  // @ts-expect-error there is no such member of a file
  client.files.upload({ file: { content: 'notes.txt', mime: 'text/plain' } });
  // @ts-expect-error one file is no list of files
  client.skills.create({ files: 'SKILL.md' });
}

/** Tools by JSON Schema and by Standard Schema. */
export async function tools(): Promise<void> {
  const plain = tool({
    name: 'plain',
    description: 'By JSON Schema.',
    input: { type: 'object', properties: { city: { type: 'string' } } },
    run(input, { signal, session_id, name }) {
      holds<Same<typeof input, Record<string, unknown>>>();
      signal.throwIfAborted();
      if (name === session_id) throw new ToolError('no', { cause: input });
      return [{ type: 'text', text: 'yes' }];
    },
  });
  const checked = tool({
    name: 'checked',
    description: 'By Standard Schema.',
    input: z.object({ days: z.string().transform(Number) }),
    run: ({ days }) => holds<Same<typeof days, number>>(),
  });
  holds<Same<typeof checked, FunctionTool<{ days: number }>>>();
  const agent = await client.agents.findOrCreate({ name: 'a', model: 'auto', tools: [plain.definition] });
  const turn = client.sessions.run('s', [{ type: 'text', text: agent.id }], {
    tools: [plain, checked],
    onPermission: async ({ input }) => ('city' in input ? true : { deny: 'no' }),
    unanswered: 'return',
    busy: 'cancel',
    cancelOnAbort: true,
  });
  for (const { request, error } of turn.toolErrors) request.name.concat(String(error));
  const { tool_calls } = (await turn).check();
  for (const { kind, is_error } of tool_calls) kind.concat(String(is_error));
  await turn.close();
  // @ts-expect-error a tool does something
  tool({ name: 'a', description: 'b', input: {} });
  // @ts-expect-error the schema gives a number
  tool({ name: 'a', description: 'b', input: z.object({ n: z.number() }), run: ({ n }) => n.trim() });
  // @ts-expect-error a decision is a boolean or a reason
  client.sessions.run('s', 'x', { onPermission: () => 'yes' });
  // @ts-expect-error a turn has no such way to treat tools
  client.sessions.run('s', 'x', { unanswered: 'ignore' });
}

/** Errors narrow from the widest class to the narrowest. */
export function errors(error: unknown): string {
  if (error instanceof RateLimitError) {
    const wait: number | undefined = error.retryAfter;
    const status: number = error.status;
    return `${wait} ${status}`;
  }
  if (error instanceof APIStatusError) return error.headers.get('x-request-id') ?? String(error.status + 1);
  if (error instanceof APITimeoutError || error instanceof APIConnectionError) return String(error.cause);
  if (error instanceof APIError) {
    // @ts-expect-error no answer, no status
    error.status.toFixed();
    return [error.type, error.code, error.param, error.requestId, error.body, error.lastEventId].join();
  }
  if (error instanceof QoderError) {
    // @ts-expect-error only what came from the service has a status
    error.status;
    return `${error.operation} after ${error.attempts}`;
  }
  return '';
}

/** The service in this process. */
export async function emulated(): Promise<ReceivedRequest[]> {
  await using emulator = await Emulator.start({
    host: '127.0.0.1',
    port: 0,
    token: 'pt-x',
    heartbeat: null,
    stepDelay: 1,
  });
  new Qoder({ baseURL: emulator.baseURL, token: emulator.token });
  const state = await emulator.control<{ agents: unknown[] }>('GET', 'state');
  state.agents.length;
  await emulator.stop();
  // @ts-expect-error an emulator is started, not made
  new Emulator();
  return emulator.requests();
}

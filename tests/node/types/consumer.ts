// What a program in strict TypeScript may rely on. It is compiled, not run.

import type {
  AgentCreateParams,
  Job,
  MessageUpdate,
  SessionStreamEvent,
  StandardSchema,
  Tool,
  ToolContext,
  TurnResult,
  UnknownVariant,
} from 'qoder-cloud';
import {
  type Agent,
  type CallOptions,
  ConflictError,
  tool as make,
  type Page,
  Qoder,
  type SessionStatus,
  TurnError,
} from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(value?: T): T | undefined => value;

export async function program(): Promise<string> {
  const emulator = await Emulator.start({ port: 0, heartbeat: null });
  const client = new Qoder({ baseURL: emulator.baseURL, token: async () => emulator.token, timeout: null });
  const agent = await client.agents.create({ name: 'a', model: { id: 'ultimate', effort: 'high' } });
  const text: string = agent.name + (agent._request_id ?? '');
  const { data, response } = await client.agents.retrieve(agent.id).withResponse();
  holds<Same<typeof data.version, number>>();
  holds<Same<typeof response.status, number>>();

  const page: Page<Agent> = await client.agents.list({ limit: 10 });
  for await (const one of client.agents.list()) holds<Same<typeof one, Agent>>();
  for await (const one of page) holds<Same<typeof one, Agent>>();
  for (const one of page.data) holds<Same<typeof one, Agent>>();

  const events = await client.sessions.threads.events.stream('sess', 'sthr', {}, { heartbeatTimeout: null });
  for await (const event of events) told(event);
  const web: ReadableStream<SessionStreamEvent> = events.toReadableStream();
  await web.cancel();

  const bytes: Uint8Array = await (await client.files.download('file')).read();
  await client.files.upload({ file: new Blob([bytes as Uint8Array<ArrayBuffer>]), metadata: { a: 'b' } });
  return text;
}

declare const place: StandardSchema<{ city: string }, { city: string; days: number }>;

/** Tools know their arguments by their schema. */
export const weather = make({
  name: 'weather',
  description: 'Tells the weather of a city.',
  input: place,
  run(input, context) {
    holds<Same<typeof input, { city: string; days: number }>>();
    holds<Same<typeof context, ToolContext>>();
    return input.city.repeat(input.days);
  },
});
export const adds = make<{ a: number }>({
  name: 'adds',
  description: 'Adds one.',
  input: { type: 'object', properties: { a: { type: 'number' } } },
  run: ({ a }) => a + 1,
});

/** Turns: what they show, and what comes of them. */
export async function turns(session: string): Promise<string> {
  const options = { tools: [weather, adds], timeout: 60_000, event_deltas: ['agent.message' as const] };
  const turn = client.sessions.run(session, 'Hello!', options);
  for await (const event of turn) {
    holds<Same<typeof event, SessionStreamEvent>>();
    if (event.type === 'agent.custom_tool_use') holds<Same<typeof event.name, string>>();
    if (event.type === 'session.status_idle') holds<Same<typeof event.id, string>>();
  }
  for await (const text of turn.textDeltas()) holds<Same<typeof text, string>>();
  for await (const update of turn.updates()) holds<Same<typeof update, MessageUpdate>>();
  const result = await turn;
  holds<Same<typeof result, TurnResult>>();
  holds<Same<typeof result.text, string>>();
  const size: number | undefined = await result.artifacts[0]?.save('notes.txt');
  const jobs: Job[] = [{ input: ['a', { type: 'text', text: 'b' }], session_id: session }];
  for await (const { result, error } of client.sessions.runMany(jobs, { progress: (done: number) => done })) {
    if (error === undefined) holds<Same<typeof result, TurnResult>>();
    else holds<Same<typeof result, undefined>>();
  }
  const agent = await client.agents.edit('agent', ({ description }) => ({ description: `${description}!` }));
  holds<Same<typeof agent, Agent>>();
  await client.sessions.run(session, 'ls', { onPermission: ({ name }) => name === 'Bash' || { deny: 'no' } });
  try {
    return `${result.check().text} ${size}`;
  } catch (error) {
    return error instanceof TurnError ? error.result.stop_reason.type : '';
  }
}

/** Unions narrow on their tag, past what this version does not know. */
export function told(event: SessionStreamEvent): string {
  switch (event.type) {
    case 'agent.message':
      return event.content.map((block) => (block.type === 'text' ? block.text : block.type)).join('');
    case 'event_delta':
      return event.delta.content?.text ?? '';
    case 'session.status_idle':
      return event.stop_reason?.type ?? '';
    default: {
      const type: string = event.type;
      return type;
    }
  }
}

export function unlisted(event: UnknownVariant): unknown {
  return event.from_tomorrow;
}

// Strings stay open, and complete.
export const states: SessionStatus[] = ['idle', 'running', 'from_tomorrow'];
export const tool: Tool = { type: 'agent_toolset_20260401', enabled_tools: ['Bash', 'FromTomorrow'] };
export const options: CallOptions = {
  signal: AbortSignal.timeout(1),
  headers: { a: '1' },
  idempotencyKey: 'k',
};
export const cleared: AgentCreateParams = { name: 'a', model: 'auto', description: null, workspace_id: 'w' };

export const refused = (error: unknown): number | undefined =>
  error instanceof ConflictError ? error.status : undefined;

declare const client: Qoder;
// @ts-expect-error a required argument is missing
client.agents.create({ name: 'a' });
// @ts-expect-error there is no such argument
client.agents.list({ limits: 3 });
// @ts-expect-error a path value is missing
client.agents.retrieve();
// @ts-expect-error a tag that a request cannot have
client.sessions.events.send('sess', { events: [{ type: 'agent.message', content: [] }] });
// @ts-expect-error there is no such way to be busy
client.sessions.run('sess', 'Hello!', { busy: 'later' });
// @ts-expect-error a definition is not the tool itself
client.sessions.run('sess', 'Hello!', { tools: [weather.definition] });
// @ts-expect-error a job is for one session
client.sessions.runMany([{ input: 'Hello!' }]);
// @ts-expect-error null is not a name
client.agents.create({ name: null, model: 'auto' });

// What a program in strict TypeScript may rely on. It is compiled, not run.

import type { AgentCreateParams, SessionStreamEvent, Tool, UnknownVariant } from 'qoder-cloud';
import {
  type Agent,
  type CallOptions,
  ConflictError,
  type Page,
  Qoder,
  type SessionStatus,
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
// @ts-expect-error null is not a name
client.agents.create({ name: null, model: 'auto' });

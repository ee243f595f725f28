// The `do` steps of scenarios: helpers of the library, called as a program would.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError, tool } from 'qoder-cloud';

const milliseconds = (seconds) => (typeof seconds === 'number' ? seconds * 1000 : seconds);

/** Calls the helper of a step; what it shows on its way goes to `shown`, errors of jobs are told by `described`. */
export async function help(client, step, given, shown, described) {
  const helper = helpers[step.do];
  if (helper) return helper(client, given, step, shown, described);
  const [resource, method] = step.do.split('.');
  if (method !== 'find_or_create') throw new Error(`there is no helper called ${step.do}`);
  return client[resource].findOrCreate(given);
}

const helpers = {
  async 'sessions.run'(client, { session_id, input, ...rest }, step, shown) {
    const turn = client.sessions.run(session_id, input, turnOptions(rest, step));
    const steps = { events: turn, updates: step.show === 'updates' && turn.updates() }[step.show] ?? [];
    for await (const one of steps) shown.push(one);
    return turn;
  },
  async 'sessions.run_many'(client, { jobs, concurrency, ...rest }, step, _shown, described) {
    const turns = client.sessions.runMany(jobs, { concurrency, ...turnOptions(rest, step) });
    const finished = (await turns.results()).map(({ session_id, result, error }) =>
      error ? { session_id, error: described(error) } : { session_id, result },
    );
    return { finished, credits: turns.credits };
  },
  'sessions.wait_until_idle': (client, { session_id, timeout }) =>
    client.sessions.waitUntilIdle(session_id, { timeout: milliseconds(timeout) }),
  'sessions.cancel_and_wait': (client, { session_id, timeout }) =>
    client.sessions.cancelAndWait(session_id, { timeout: milliseconds(timeout) }),
  'agents.edit': (client, { agent_id }, { change }) => client.agents.edit(agent_id, () => change),
  'memory_stores.memories.upsert': (client, { memory_store_id, ...params }) =>
    client.memory_stores.memories.upsert(memory_store_id, params),
  cleanup: (client, { objects }) => client.cleanup(...objects),
  async 'files.download_to'(client, { file_id }) {
    const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
    try {
      const path = join(folder, 'file');
      return { bytes: await client.files.downloadTo(file_id, path), text: await readFile(path, 'utf8') };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  'environments.work.run': (client, { environment_id, max_items }, { work }) => {
    const handler = () => {
      if (work === 'raises') throw new Error('out of disk');
    };
    return client.environments.work.run(environment_id, handler, { maxItems: max_items });
  },
};

function turnOptions({ timeout, cancel_on_abort, tool_concurrency, ...rest }, { tools = {}, permissions }) {
  return {
    ...rest,
    timeout: milliseconds(timeout),
    cancelOnAbort: cancel_on_abort,
    toolConcurrency: tool_concurrency,
    tools: Object.entries(tools).map(([name, what]) =>
      tool({
        name,
        description: 'A tool.',
        input: what.schema ?? { type: 'object' },
        run() {
          if ('raises' in what) throw new ToolError(what.raises);
          return what.returns;
        },
      }),
    ),
    onPermission: permissions && (() => permissions === 'allow' || permissions),
  };
}

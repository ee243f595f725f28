#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { Emulator } from './emulator.js';

const HELP = `The Qoder Cloud Agents API in one process, in memory.

Usage: qoder-cloud-emulator [--host HOST] [--port PORT] [--token TOKEN]

  --host HOST    interface to listen at (127.0.0.1)
  --port PORT    port to listen at, 0 for a free one (0)
  --token TOKEN  token to accept (a random one)
  --help         show this text

When ready, one line of JSON goes to standard output: {"base_url": "...", "token": "..."}.
SIGINT and SIGTERM stop it.
`;

const options = {
  host: { type: 'string' },
  port: { type: 'string', default: '0' },
  token: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function main(): Promise<void> {
  const { host, port, token, help } = parseArgs({ options }).values;
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new TypeError(`--port takes 0 to 65535, not '${port}'`);
  const emulator = await Emulator.start({ host, port: Number(port), token });
  // A timer that is never due, for an emulator alone keeps no process alive.
  const alive = setInterval(() => {}, 0x7fffffff);
  const stop = async () => {
    clearInterval(alive);
    await emulator.stop();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  process.stdout.write(`${JSON.stringify({ base_url: emulator.baseURL, token: emulator.token })}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`qoder-cloud-emulator: ${error.message} (see --help)\n`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});

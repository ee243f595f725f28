// Builds the native part for this machine and puts it where the loader looks: node native.mjs [--release]
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const { platform, arch } = process;
const libc = process.report?.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl';

/** `linux-x64-gnu`, `darwin-arm64`, … as in the names of the platform packages. */
export const name = `${platform}-${arch}${{ linux: `-${libc}`, win32: '-msvc' }[platform] ?? ''}`;

export const file = join(root, 'bindings-node', 'native', `qoder-cloud.${name}.node`);

/** Says what went wrong, or nothing. */
export function build({ release }) {
  const profile = release ? ['--profile', 'node'] : [];
  const args = [
    'build',
    '--package',
    'qoder-cloud-node',
    '--message-format',
    'json-render-diagnostics',
    ...profile,
  ];
  const stdio = ['ignore', 'pipe', 'inherit'];
  const built = spawnSync('cargo', args, { cwd: root, stdio, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (built.error?.code === 'ENOENT') return 'Rust is not installed (https://rustup.rs)';
  if (built.status !== 0) return 'the build failed';
  const messages = built.stdout.split('\n').filter(Boolean).map(JSON.parse);
  const library = messages.findLast(
    (message) => message.target?.name === 'qoder_cloud_node' && message.filenames,
  );
  if (!library) return 'the build gave no library';
  mkdirSync(dirname(file), { recursive: true });
  // By a rename, because a process may have the old file mapped.
  const fresh = `${file}.${process.pid}`;
  copyFileSync(library.filenames[0], fresh);
  // Without debug information a debug build is a third of its size; where there is no `strip` it stays large.
  if (!release) spawnSync('strip', ['--strip-debug', fresh]);
  renameSync(fresh, file);
  return undefined;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const problem = build({ release: argv.includes('--release') });
  if (problem) console.error(problem);
  process.exitCode = problem ? 1 : 0;
}

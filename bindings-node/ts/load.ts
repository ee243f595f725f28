import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Binding } from './binding.js';

/** The variable that names the native file to load. */
const OVERRIDE = 'QODER_CLOUD_NATIVE';

/** `linux-x64-gnu`, `darwin-arm64`, … as in the names of the platform packages. */
function platform(): string {
  const { platform, arch } = process;
  if (platform === 'linux') return `linux-${arch}-${usesMusl() ? 'musl' : 'gnu'}`;
  if (platform === 'win32') return `win32-${arch}-msvc`;
  return `${platform}-${arch}`;
}

function usesMusl(): boolean {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return !report?.header?.glibcVersionRuntime;
}

function load(): Binding {
  const override = process.env[OVERRIDE];
  if (override) return require(override);
  // A file built on this machine comes first; its name says for which platform it was built.
  const local = join(__dirname, '..', 'native');
  const found =
    process.platform === 'linux' ? ['gnu', 'musl'].map((libc) => `linux-${process.arch}-${libc}`) : [];
  const names = found.length ? found : [platform()];
  const failures: unknown[] = [];
  for (const name of names) {
    const file = join(local, `qoder-cloud.${name}.node`);
    if (!existsSync(file)) continue;
    try {
      return require(file);
    } catch (cause) {
      failures.push(cause);
    }
  }
  const name = platform();
  try {
    return require(`@qoder-cloud/native-${name}`);
  } catch (cause) {
    failures.push(cause);
  }
  throw new Error(
    `qoder-cloud has no native part for ${name} (Node ${process.version}). Usual causes: ` +
      `optional dependencies were not installed (npm install --include=optional, or a lock file made on another platform); ` +
      `install scripts were off, so nothing was built (npm rebuild qoder-cloud, which needs Rust); ` +
      `node_modules was copied from another platform (install again). ` +
      `${OVERRIDE} may name a native file to load instead.`,
    { cause: failures[0] },
  );
}

export const binding: Binding = load();

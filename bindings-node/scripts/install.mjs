// After installation: builds the native part where there is none for this platform. It never fails an installation;
// loading the package says what is missing.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const native = join(root, 'bindings-node', 'native');
const { platform, arch } = process;
const libc = process.report?.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl';
const suffix = { linux: `-${libc}`, win32: '-msvc' }[platform] ?? '';
const name = `${platform}-${arch}${suffix}`;

function installed() {
  if (process.env.QODER_CLOUD_NATIVE) return true;
  if (existsSync(native) && readdirSync(native).includes(`qoder-cloud.${name}.node`)) return true;
  try {
    createRequire(join(root, 'package.json')).resolve(`@qoder-cloud/native-${name}`);
    return true;
  } catch {
    return false;
  }
}

/** The package holds only the crates it needs; the workspace must not name the others. */
function trimWorkspace() {
  const manifest = join(root, 'Cargo.toml');
  const text = readFileSync(manifest, 'utf8');
  const members = (list) =>
    list.split(',').filter((member) => existsSync(join(root, JSON.parse(member), 'Cargo.toml')));
  writeFileSync(
    manifest,
    text.replace(/^members = \[(.*?)\]/m, (_, list) => `members = [${members(list)}]`),
  );
}

function build() {
  trimWorkspace();
  console.log(
    `qoder-cloud: there is no prebuilt native part for ${name}; building it, which takes a few minutes`,
  );
  const args = [
    'build',
    '--release',
    '--package',
    'qoder-cloud-node',
    '--message-format',
    'json-render-diagnostics',
  ];
  const stdio = ['ignore', 'pipe', 'inherit'];
  const built = spawnSync('cargo', args, { cwd: root, stdio, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (built.error?.code === 'ENOENT') return 'Rust is not installed (https://rustup.rs)';
  if (built.status !== 0) return 'the build failed';
  const messages = built.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const artifact = messages.findLast(
    ({ reason, target }) => reason === 'compiler-artifact' && target.name === 'qoder_cloud_node',
  );
  if (!artifact) return 'the build gave no library';
  mkdirSync(native, { recursive: true });
  copyFileSync(artifact.filenames[0], join(native, `qoder-cloud.${name}.node`));
  return undefined;
}

// In a checkout the developer builds, with `npm run build`.
const checkout = existsSync(join(root, 'codegen'));
if (!checkout && !installed()) {
  const problem = build();
  if (problem)
    console.warn(`qoder-cloud: no native part for ${name}: ${problem}; then \`npm rebuild qoder-cloud\``);
}

// After installation: builds the native part where there is none for this platform. It never fails an installation;
// loading the package says what is missing. With --debug it builds faster and what runs slower.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv } from 'node:process';
import { build, file, name, root } from './native.mjs';

function installed() {
  if (process.env.QODER_CLOUD_NATIVE || existsSync(file)) return true;
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
  const there = (member) => existsSync(join(root, JSON.parse(member), 'Cargo.toml'));
  const members = (_, list) => `members = [${list.split(',').filter(there)}]`;
  writeFileSync(manifest, text.replace(/^members = \[(.*?)\]/m, members));
}

// In a checkout the developer builds, with `npm run build`.
const checkout = existsSync(join(root, 'codegen'));
if (!checkout && !installed()) {
  console.log(`qoder-cloud: there is no native part for ${name} yet; building it, which takes a few minutes`);
  trimWorkspace();
  const problem = build({ release: !argv.includes('--debug') });
  if (problem)
    console.warn(
      `qoder-cloud: no native part for ${name}: ${problem}; mend it, then npm rebuild qoder-cloud`,
    );
}

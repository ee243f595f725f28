import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { file, name } from '../../bindings-node/scripts/native.mjs';
import { folder, pack, project, quickstart, root, run } from './support/packed.mjs';

const whole = pack(root, folder({ after }));

/** Where the package stands in a project. */
const homeIn = (project) => join(project, 'node_modules', 'qoder-cloud');
const nativeIn = (project) => join(homeIn(project), 'bindings-node', 'native');

/** A project with the package without what was built here, as its scripts have not run. */
function unbuilt(t) {
  const path = project(t, [whole], ['--ignore-scripts']);
  rmSync(nativeIn(path), { recursive: true });
  return path;
}

/** The package as it is published: without a native part, which packages of their own bring. */
function published(t) {
  const home = homeIn(unbuilt(t));
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  manifest.optionalDependencies = { [`@qoder-cloud/native-${name}`]: manifest.version };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  return pack(home, folder(t));
}

/** The package of this platform. */
function native(t) {
  const home = folder(t);
  cpSync(join(root, 'bindings-node', 'npm', name), home, { recursive: true });
  cpSync(file, join(home, `qoder-cloud.${name}.node`));
  return pack(home, folder(t));
}

/** The variable with a folder that has npm and what it needs, and nothing else. */
function without(t) {
  const bin = folder(t);
  for (const program of ['node', 'npm', 'sh']) {
    const path = program === 'node' ? process.execPath : run('sh', ['-c', `command -v ${program}`]).trim();
    symlinkSync(realpathSync(path), join(bin, program));
  }
  return { PATH: bin };
}

test('the packed package runs the quickstart in an empty project', (t) => {
  assert.match(quickstart(project(t, [whole])), /^stopped: end_turn$/m);
});

test('the entry points are written where there is no native part, as where the package is published', (t) => {
  const path = folder(t);
  for (const part of ['package.json', 'tsconfig.json', 'bindings-node/ts', 'bindings-node/scripts']) {
    cpSync(join(root, part), join(path, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  run('npm', ['run', 'build:ts'], { cwd: path });
  for (const name of ['index.mjs', 'emulator.mjs']) {
    const written = (place) => readFileSync(join(place, 'bindings-node', 'dist', name), 'utf8');
    assert.equal(written(path), written(root));
  }
});

test('npm install and npm ci take the native part from the package of the platform', (t) => {
  const path = project(t, [published(t), native(t)]);
  assert.match(quickstart(path), /^stopped: end_turn$/m);
  rmSync(join(path, 'node_modules'), { recursive: true });
  run('npm', ['ci', '--offline', '--no-audit', '--no-fund'], { cwd: path });
  assert.match(quickstart(path), /^stopped: end_turn$/m);
  assert.ok(!existsSync(nativeIn(path)));
});

test('without a package of the platform and without Rust it is installed, and says what to do', (t) => {
  const env = without(t);
  const path = project(t, [], [], { env });
  const args = [
    'install',
    '--offline',
    '--no-audit',
    '--no-fund',
    '--foreground-scripts',
    pack(homeIn(unbuilt(t)), folder(t)),
  ];
  const done = spawnSync('npm', args, { cwd: path, env: { ...process.env, ...env }, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stderr, /Rust is not installed \(https:\/\/rustup\.rs\); .*npm rebuild qoder-cloud/);
  assert.throws(
    () => run(process.execPath, ['-e', 'require("qoder-cloud")'], { cwd: path }),
    ({ message }) => {
      for (const part of [name, 'QODER_CLOUD_NATIVE', '--include=optional', 'npm rebuild qoder-cloud']) {
        assert.ok(message.includes(part), `${part} in ${message}`);
      }
      return true;
    },
  );
});

test('the packed package builds itself where it was not built', { timeout: 600_000 }, (t) => {
  const path = unbuilt(t);
  // Shares what the packages it depends on have been compiled to.
  const env = { CARGO_TARGET_DIR: join(root, 'target') };
  run(process.execPath, [join('bindings-node', 'scripts', 'install.mjs'), '--debug'], {
    cwd: homeIn(path),
    env,
  });
  assert.match(quickstart(path), /^stopped: end_turn$/m);
});

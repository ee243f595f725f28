import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const manifest = require('../../package.json');

/** Runs a program; its output is part of the error when it fails. */
function run(command, args, options = {}) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', ...options });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}`, { cause: error });
  }
}

for (const entry of ['qoder-cloud', 'qoder-cloud/emulator']) {
  test(`${entry} exports the same things as CommonJS and as an ES module`, async () => {
    const [cjs, esm] = [require(entry), await import(entry)];
    assert.deepEqual(Object.keys(esm).sort(), Object.keys(cjs).sort());
    for (const [name, value] of Object.entries(cjs)) assert.equal(esm[name], value, name);
  });
}

test('all parts have one version', () => {
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'));
  assert.equal(manifest.version, version);
  for (const target of ['linux-x64-gnu', 'linux-arm64-musl', 'darwin-arm64', 'win32-x64-msvc']) {
    const platform = require(`../../bindings-node/npm/${target}/package.json`);
    assert.deepEqual([platform.name, platform.version], [`@qoder-cloud/native-${target}`, version]);
  }
});

test('a missing native part is explained', () => {
  const script = 'require("qoder-cloud")';
  const copy = mkdtempSync(join(tmpdir(), 'qoder-'));
  const home = join(copy, 'node_modules', 'qoder-cloud');
  cpSync(join(root, 'bindings-node', 'dist'), join(home, 'bindings-node', 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  const env = { ...process.env, QODER_CLOUD_NATIVE: '' };
  const failure = () => run(process.execPath, ['-e', script], { cwd: copy, env });
  assert.throws(failure, (error) => {
    for (const part of [
      process.platform,
      process.arch,
      'QODER_CLOUD_NATIVE',
      '--include=optional',
      'npm rebuild',
    ]) {
      assert.ok(error.message.includes(part), `${part} in ${error.message}`);
    }
    return true;
  });
  rmSync(copy, { recursive: true });
});

let project;
let tarball;

before(() => {
  project = mkdtempSync(join(tmpdir(), 'qoder-'));
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], { cwd: root, env }),
  );
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  tarball = join(project, filename);
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], {
    cwd: project,
    env,
  });
  mkdirSync(join(project, 'node_modules', '@types'));
  for (const name of ['@types/node', 'undici-types', 'zod']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
});

after(() => rmSync(project, { recursive: true }));

const PROGRAM = `
  (async () => {
    const emulator = await Emulator.start();
    const client = new Qoder({ baseURL: emulator.baseURL, token: emulator.token });
    console.log((await client.agents.create({ name: 'packed', model: 'auto' })).name);
    await emulator.stop();
  })();`;

test('the packed package runs in an empty project, as CommonJS and as an ES module', () => {
  const heads = {
    'a.cjs':
      "const { Qoder } = require('qoder-cloud'); const { Emulator } = require('qoder-cloud/emulator');",
    'a.mjs': "import { Qoder } from 'qoder-cloud'; import { Emulator } from 'qoder-cloud/emulator';",
  };
  for (const [name, head] of Object.entries(heads)) {
    writeFileSync(join(project, name), head + PROGRAM);
    assert.equal(run(process.execPath, [name], { cwd: project }), 'packed\n');
  }
});

test('errors of two copies of the package are of the same classes', () => {
  const modules = join(project, 'node_modules');
  cpSync(join(modules, 'qoder-cloud'), join(modules, 'qoder-cloud-again'), { recursive: true });
  cpSync(join(root, 'tests/node/support/copies.mjs'), join(project, 'copies.mjs'));
  run(process.execPath, ['copies.mjs'], { cwd: project });
});

/** Installs the packed package into an empty project, without what was built here; gives where it is. */
function sources(t) {
  const bare = mkdtempSync(join(tmpdir(), 'qoder-'));
  t.after(() => rmSync(bare, { recursive: true }));
  writeFileSync(join(bare, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], { cwd: bare });
  const home = join(bare, 'node_modules', 'qoder-cloud');
  rmSync(join(home, 'bindings-node', 'native'), { recursive: true });
  return { bare, home, install: join(home, 'bindings-node', 'scripts', 'install.mjs') };
}

test('the packed package builds itself where it was not built', { timeout: 600_000 }, (t) => {
  const { bare, home, install } = sources(t);
  // Shares what the packages it depends on have been compiled to.
  const env = { ...process.env, CARGO_TARGET_DIR: join(root, 'target'), QODER_CLOUD_NATIVE: '' };
  run(process.execPath, [install, '--debug'], { cwd: home, env });
  const head =
    "const { Qoder } = require('qoder-cloud'); const { Emulator } = require('qoder-cloud/emulator');";
  assert.equal(run(process.execPath, ['-e', head + PROGRAM], { cwd: bare, env }), 'packed\n');
});

test('without Rust the installation goes on, and says what to do', (t) => {
  const { home, install } = sources(t);
  const done = spawnSync(process.execPath, [install], { cwd: home, env: { PATH: '' }, encoding: 'utf8' });
  assert.equal(done.status, 0);
  assert.match(done.stderr, /Rust is not installed \(https:\/\/rustup\.rs\); .*npm rebuild qoder-cloud/);
});

test('the packed package has a command that serves until it is told to stop', async () => {
  const child = spawn(join(project, 'node_modules', '.bin', 'qoder-cloud-emulator'), ['--token', 'pt-mine']);
  const [line] = await new Promise((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).split('\n'))),
  );
  const { base_url, token } = JSON.parse(line);
  assert.equal(token, 'pt-mine');
  const answer = await fetch(`${base_url}/models`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
  await answer.text();
  child.kill('SIGTERM');
  const code = await new Promise((resolve) => child.once('close', resolve));
  assert.equal(code, 0);
});

for (const [module, moduleResolution, type] of [
  ['node16', 'node16', 'commonjs'],
  ['node16', 'node16', 'module'],
  ['esnext', 'bundler', 'module'],
]) {
  test(`strict TypeScript compiles against the packed package: ${moduleResolution}, ${type}`, () => {
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type }));
    cpSync(join(root, 'tests/node/types'), join(project, 'types'), { recursive: true });
    const compilerOptions = {
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      target: 'es2022',
      types: ['node'],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['types'] }));
    run(bin('tsc'), ['-p', project], { cwd: project });
  });
}

test('the exports map holds', () => {
  const home = join(project, 'node_modules', 'qoder-cloud');
  run(bin('publint'), ['run', home, '--strict', '--pack', 'false']);
  run(bin('attw'), [tarball, '--profile', 'node16']);
});

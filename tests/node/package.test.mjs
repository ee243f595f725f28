import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folder, pack, project, root, run } from './support/packed.mjs';

const require = createRequire(import.meta.url);
const bin = (name) => join(root, 'node_modules', '.bin', name);
const manifest = require('../../package.json');

/** What Rust calls a platform. */
function triple(platform, arch, abi) {
  const cpu = { x64: 'x86_64', arm64: 'aarch64' }[arch];
  return `${cpu}-${{ linux: `unknown-linux-${abi}`, darwin: 'apple-darwin', win32: 'pc-windows-msvc' }[platform]}`;
}

for (const entry of ['qoder-cloud', 'qoder-cloud/emulator']) {
  test(`${entry} exports the same things as CommonJS and as an ES module`, async () => {
    const [cjs, esm] = [require(entry), await import(entry)];
    assert.deepEqual(Object.keys(esm).sort(), Object.keys(cjs).sort());
    for (const [name, value] of Object.entries(cjs)) assert.equal(esm[name], value, name);
  });
}

test('each platform has a package of this version that npm installs there and nowhere else', () => {
  const [, version] = /^version = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'));
  assert.equal(manifest.version, version);
  const found = [];
  for (const folder of readdirSync(join(root, 'bindings-node', 'npm'))) {
    const { name, version: own, os, cpu, libc, main, files } = require(
      `../../bindings-node/npm/${folder}/package.json`,
    );
    const [platform, arch, abi] = folder.split('-');
    const runtime = { gnu: ['glibc'], musl: ['musl'] }[abi];
    assert.deepEqual([name, own], [`@qoder-cloud/native-${folder}`, version]);
    assert.deepEqual([os, cpu, libc], [[platform], [arch], runtime], folder);
    assert.deepEqual([main, files], [`qoder-cloud.${folder}.node`, [main]], folder);
    found.push(triple(platform, arch, abi));
  }
  assert.deepEqual(found.sort(), [...manifest.napi.targets].sort());
});

const tarball = pack(root, folder({ after }));
const home = project({ after }, [tarball]);
const modules = join(home, 'node_modules');
mkdirSync(join(modules, '@types'));
for (const name of ['@types/node', 'undici-types', 'zod']) {
  symlinkSync(join(root, 'node_modules', name), join(modules, name));
}

test('errors of two copies of the package are of the same classes', () => {
  cpSync(join(modules, 'qoder-cloud'), join(modules, 'qoder-cloud-again'), { recursive: true });
  cpSync(join(root, 'tests/node/support/copies.mjs'), join(home, 'copies.mjs'));
  run(process.execPath, ['copies.mjs'], { cwd: home });
});

test('the packed package has a command that serves until it is told to stop', async () => {
  const child = spawn(join(modules, '.bin', 'qoder-cloud-emulator'), ['--token', 'pt-mine']);
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
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type }));
    cpSync(join(root, 'tests/node/types'), join(home, 'types'), { recursive: true });
    const compilerOptions = {
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      target: 'es2022',
      types: ['node'],
    };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['types'] }));
    run(bin('tsc'), ['-p', home], { cwd: home });
  });
}

test('the exports map holds', () => {
  run(bin('publint'), ['run', join(modules, 'qoder-cloud'), '--strict', '--pack', 'false']);
  run(bin('attw'), [tarball, '--profile', 'node16']);
});

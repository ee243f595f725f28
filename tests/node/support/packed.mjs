// The package as it is packed, and projects that it is installed into.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const { QODER_ACCESS_TOKEN, QODER_PAT, QODER_CLOUD_NATIVE, ...env } = process.env;

/** Runs a program without what the environment says of this package; its output is part of the error when it fails. */
export function run(command, args, options = {}) {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: 'pipe',
      ...options,
      env: { ...env, ...options.env },
    });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}`, { cause: error });
  }
}

/** An empty folder; `test` says when to remove it. */
export function folder(test) {
  const path = mkdtempSync(join(tmpdir(), 'qoder-'));
  test.after(() => rmSync(path, { recursive: true }));
  return path;
}

/** Packs a folder into `to`; gives the path of the tarball. */
export function pack(from, to) {
  const args = ['pack', '--json', '--loglevel=error', '--ignore-scripts', '--pack-destination', to];
  const [{ filename }] = JSON.parse(run('npm', args, { cwd: from }));
  return join(to, filename);
}

/** Installs tarballs into an empty project; gives where it is. */
export function project(test, tarballs, args = [], options = {}) {
  const path = folder(test);
  writeFileSync(join(path, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...args, ...tarballs], {
    cwd: path,
    ...options,
  });
  return path;
}

/** Runs the quickstart in a project, on the emulator of what is installed there; gives what it prints. */
export function quickstart(project) {
  cpSync(join(root, 'examples/notes.txt'), join(project, 'notes.txt'));
  cpSync(join(root, 'examples/node/quickstart.mjs'), join(project, 'node', 'quickstart.mjs'));
  return run(process.execPath, [join('node', 'quickstart.mjs')], { cwd: project });
}

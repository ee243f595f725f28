import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Emulator } from 'qoder-cloud/emulator';
import ts from 'typescript';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

test('everything that is exported is documented', () => {
  const entries = ['index', 'emulator'].map((name) => path(`bindings-node/dist/${name}.d.ts`));
  const options = {
    module: ts.ModuleKind.Node16,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
  };
  const program = ts.createProgram(entries, options);
  const checker = program.getTypeChecker();
  const bare = [];
  const told = (symbol) =>
    symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags().length > 0;
  for (const entry of entries) {
    for (const exported of checker.getExportsOfModule(
      checker.getSymbolAtLocation(program.getSourceFile(entry)),
    )) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (!told(symbol)) bare.push(symbol.name);
      for (const [name, member] of symbol.members ?? []) {
        const declaration = member.declarations?.[0];
        const own = declaration?.getSourceFile().fileName.includes('bindings-node');
        const hidden =
          /^__|^#|^_request_id$/.test(String(name)) || ts.isTypeParameterDeclaration(declaration);
        // What an iterator or a promise has is documented where it is defined.
        const known = ['then', 'catch', 'finally', 'next', 'return', 'type', 'calls'].includes(String(name));
        if (own && !hidden && !known && !told(member)) bare.push(`${symbol.name}.${name}`);
      }
    }
  }
  assert.deepEqual(bare, []);
});

const folder = path('bindings-node/ts');
const commented = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^( *\* )```ts\n(.*?)^\1```$/gms)].map(
      ([, margin, block]) => ({ name, block: block.replaceAll(margin, '') }),
    ),
  );

/** What examples in comments speak of. */
const stage = `
import { Qoder, tool } from 'qoder-cloud';
import { Emulator } from 'qoder-cloud/emulator';
import { z } from 'zod';
const client = new Qoder();
const environment = await client.environments.create({ name: 'e', config: { type: 'cloud' } });
const agent = await client.agents.create({ name: 'a', model: 'auto' });
const session = await client.sessions.create({ agent: agent.id, environment_id: environment.id });
const cities = ['Ulm', 'Bonn'];
const weather = tool({ name: 'weather', description: 'x', input: {}, run: () => 'fog' });`;

test('there are examples in comments', () => assert.ok(commented.length > 5));

for (const { name, block } of commented) {
  const [title] = block.split('\n');
  test(`the example of ${name} runs: ${title}`, { timeout: 30_000 }, async (t) => {
    const emulator = await Emulator.start();
    t.after(() => emulator.stop());
    const env = { ...process.env, QODER_BASE_URL: emulator.baseURL, QODER_ACCESS_TOKEN: emulator.token };
    const { target, module } = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    const source = `${stage}\nawait (async () => {\n${block}\n})();`;
    const program = ts.transpileModule(source, { compilerOptions: { target, module } }).outputText;
    const flags = ['--unhandled-rejections=strict', '--input-type=module', '--eval', program];
    await promisify(execFile)(process.execPath, flags, { cwd: path('tests/node'), env, timeout: 15_000 });
  });
}

/** What each example says on the emulator, with nobody at the terminal. */
const said = {
  'quickstart.mjs':
    /The launch moved to Friday\.\n\nstopped: end_turn\n.*summary\.md: The launch moved to Friday\./s,
  'tools.mjs': /used weather .*\nfog, 7 degrees\n.*refused Bash .*\nNobody is there to ask\./s,
  'fan-out.mjs': /50 answers for \d+\.\d\d credits\nthe last one: Echo: Say 50/,
  'http-handler.mjs': /curl .*\nleaves on Friday/,
};

for (const name of readdirSync(path('examples/node')).filter((name) => name.endsWith('.mjs'))) {
  test(`examples/node/${name} runs on the emulator`, { timeout: 30_000 }, () => {
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([key]) => !/^QODER_(?!CLOUD_NATIVE)/.test(key)),
    );
    const stdio = ['ignore', 'pipe', 'inherit'];
    const program = path(`examples/node/${name}`);
    const output = execFileSync(process.execPath, [program], { env, stdio, encoding: 'utf8' });
    assert.match(output, /embedded emulator/);
    assert.match(output, said[name]);
  });
}

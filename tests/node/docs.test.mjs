import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
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

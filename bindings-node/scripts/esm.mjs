// Writes the ES module entry points: the same objects under the same names as the CommonJS ones. Nothing is loaded for
// that, for where the package is published there is no native part of this machine.
import { readFileSync, writeFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);

for (const entry of ['index', 'emulator']) {
  // The compiler declares all names at the top: `exports.b = exports.a = void 0;`
  const [declared] = readFileSync(new URL(`${entry}.js`, dist), 'utf8').match(/^exports\..* = void 0;$/m);
  const names = declared.match(/(?<=exports\.)\w+/g).sort();
  const list = names.map((name) => `  ${name},\n`).join('');
  writeFileSync(
    new URL(`${entry}.mjs`, dist),
    `import all from './${entry}.js';\n\nexport const {\n${list}} = all;\n`,
  );
  writeFileSync(new URL(`${entry}.d.mts`, dist), `export * from './${entry}.js';\n`);
}

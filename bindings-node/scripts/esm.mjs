// Writes the ES module entry points: the same objects under the same names as the CommonJS ones.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const dist = new URL('../dist/', import.meta.url);
const require = createRequire(dist);

for (const entry of ['index', 'emulator']) {
  const names = Object.keys(require(`./${entry}.js`)).sort();
  const list = names.map((name) => `  ${name},\n`).join('');
  writeFileSync(
    new URL(`${entry}.mjs`, dist),
    `import all from './${entry}.js';\n\nexport const {\n${list}} = all;\n`,
  );
  writeFileSync(new URL(`${entry}.d.mts`, dist), `export * from './${entry}.js';\n`);
}

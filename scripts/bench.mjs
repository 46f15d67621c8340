// @ts-check
// npm run bench [-- name ... [--option value ...]]: runs test/bench/NAME.ts, each in a process of its own, one after
// the other. What begins with a dash or a digit, and all behind it, is for the benches.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';
import { run } from './run.mjs';

const given = process.argv.slice(2);
const dash = given.findIndex((one) => /^[-\d]/.test(one));
const wanted = dash < 0 ? given : given.slice(0, dash);
const options = dash < 0 ? [] : given.slice(dash);
const folder = path.join(root, 'test/bench');
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'));
const chosen = wanted.length > 0 ? wanted : known;
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(1);
}

const loader = ['--expose-gc', '--require', './test/support/textModules.cjs', '--import', 'tsx'];
for (const name of chosen) {
  const { code } = await run(
    process.execPath,
    [...loader, 'test/support/bench/run.ts', path.join(folder, `${name}.ts`), ...options],
    { cwd: root, onOutput: (text) => process.stdout.write(text) },
  );
  if (code !== 0) process.exitCode = 1;
}

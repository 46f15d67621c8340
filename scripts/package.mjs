// @ts-check
// Packs the extension into out/configmgr-content.vsix and fails when that is larger than its budget.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { buildIfStale, root, vsixFile } from './project.mjs';

/** In bytes (docs/architecture.md, Budgets). */
const budget = 3_000_000;

await buildIfStale(console.log);
mkdirSync(path.dirname(vsixFile), { recursive: true });
// Everything is bundled: node_modules stay at home.
await createVSIX({ cwd: root, packagePath: vsixFile, dependencies: false });
const { size } = statSync(vsixFile);
const figures = `${(size / 1e6).toFixed(2)} MB of ${budget / 1e6} MB`;
console.log(`${path.relative('', vsixFile)}: ${figures}`);
if (size > budget) {
  console.error(
    `The VSIX is over its budget, ${figures}. It holds:\n  ${(await listFiles({ cwd: root, packageManager: PackageManager.None })).join('\n  ')}`,
  );
  process.exitCode = 1;
}

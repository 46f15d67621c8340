// @ts-check
// npm run test:tsql: the contract of site databases, and what is told of the demo site against its truth, on the
// T-SQL server that TSQL_HOST, TSQL_PORT (1433), TSQL_USER, TSQL_PASSWORD, TSQL_DATABASE (master) and TSQL_ENCRYPT
// (true or false) name. Makes a database of its own and drops it; where the login may not, uses TSQL_DATABASE.
import './requireNode.mjs';
import path from 'node:path';
import { installPackages, root } from './project.mjs';
import { run } from './run.mjs';

const needed = ['TSQL_HOST', 'TSQL_USER', 'TSQL_PASSWORD'].filter((name) => !process.env[name]);
if (needed.length > 0) {
  console.error(`Nothing was run: set ${needed.join(', ')} to name a T-SQL server.`);
  process.exit(2);
}

const show = (/** @type {string} */ text) => process.stdout.write(text);
await installPackages(console.log, show);
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const { code } = await run(process.execPath, [mocha, '--timeout', '120000', 'test/tsql/**/*.test.ts'], {
  cwd: root,
  onOutput: show,
});
process.exitCode = code;

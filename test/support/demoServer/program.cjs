// Runs a TypeScript program of the tests in a process of its own: `node program.cjs FILE ARGUMENTS...`.
// @ts-expect-error it has no types
require('tsx/cjs');
require('../textModules.cjs');
const [, , file, ...rest] = process.argv;
process.argv.splice(2, process.argv.length, ...rest);
require(/** @type {string} */ (file));

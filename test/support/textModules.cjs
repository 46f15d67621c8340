// Lets mocha import .sql and .ps1 files as webpack's asset/source does (the module is the text) and .wasm files
// as asset/resource does (the module is the path).
const { readFileSync } = require('node:fs');

/** @typedef {{ exports: unknown }} Loaded */

for (const text of ['.sql', '.ps1'])
  require.extensions[text] = (/** @type {Loaded} */ module, /** @type {string} */ filename) => {
    module.exports = readFileSync(filename, 'utf8');
  };
require.extensions['.wasm'] = (/** @type {Loaded} */ module, /** @type {string} */ filename) => {
  module.exports = filename;
};

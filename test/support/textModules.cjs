// Lets mocha import .sql files as webpack's asset/source does (the module is the text) and .wasm files as
// asset/resource does (the module is the path).
const { readFileSync } = require('node:fs');

/** @typedef {{ exports: unknown }} Loaded */

require.extensions['.sql'] = (/** @type {Loaded} */ module, /** @type {string} */ filename) => {
  module.exports = readFileSync(filename, 'utf8');
};
require.extensions['.wasm'] = (/** @type {Loaded} */ module, /** @type {string} */ filename) => {
  module.exports = filename;
};

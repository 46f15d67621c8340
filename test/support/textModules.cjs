// Lets mocha import .sql files as webpack's asset/source does (the module is the text) and .wasm files as
// asset/resource does (the module is the path).
const { readFileSync } = require('node:fs');
require.extensions['.sql'] = (module, filename) => {
  module.exports = readFileSync(filename, 'utf8');
};
require.extensions['.wasm'] = (module, filename) => {
  module.exports = filename;
};

// Lets mocha import .sql files as webpack's asset/source does: the module is the text.
const { readFileSync } = require('node:fs');
require.extensions['.sql'] = (module, filename) => {
  module.exports = readFileSync(filename, 'utf8');
};

// @ts-check
// sql.js hides `module` from Emscripten's code by assigning undefined to it. Bundled, that is webpack's own variable:
// the exports are lost, or terser drops them as never reached. A variable of its own hides it as well.
const hiding = /^\s*module = undefined;$/m;

/** @param {string} source of sql-wasm.js @returns {string} */
module.exports = (source) => {
  if (!hiding.test(source)) throw new Error('sql.js has changed: see scripts/sqlJsLoader.js.');
  return source.replace(hiding, 'var module;');
};

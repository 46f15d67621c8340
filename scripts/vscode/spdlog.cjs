// @ts-check
// Stands in for VS Code's native log writer, @vscode/spdlog, so that nobody needs a C++ compiler to run its server.
const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

/** @param {string} file */
const logger = (file) => {
  let threshold = 0;
  /** @param {number} level */
  const writer = (level) => (/** @type {string} */ message) => {
    if (level < threshold) return;
    try {
      appendFileSync(file, `${new Date().toISOString()} [${levels[level] ?? ''}] ${message}\n`);
    } catch {
      // The folder goes when the server is closed, and the last messages may come after that.
    }
  };
  return {
    ...Object.fromEntries(levels.map((name, level) => [name, writer(level)])),
    getLevel: () => threshold,
    setLevel: (/** @type {number} */ level) => {
      threshold = level;
    },
    flush: () => undefined,
    drop: () => undefined,
    setPattern: () => undefined,
    clearFormatters: () => undefined,
  };
};

/** @param {string} _name @param {string} file */
const createLogger = (_name, file) => {
  mkdirSync(path.dirname(file), { recursive: true });
  return Promise.resolve(logger(file));
};

exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;

// @ts-check
// What the extension host runs: mocha over the integration suites, compiled as they are loaded.
// @ts-expect-error tsx describes only its ES modules
require('tsx/cjs');
require('../textModules.cjs');
const { appendFileSync, readdirSync } = require('node:fs');
const { findSourceMap } = require('node:module');
const path = require('node:path');
const { format } = require('node:util');
const Mocha = require('mocha');

/** The extension host's console is full of VS Code's own messages, so the report goes to a file that is followed. */
const reportTo = (/** @type {string} */ file) => {
  Mocha.reporters.Base.consoleLog = (...args) => {
    appendFileSync(file, `${format(...args)}\n`);
  };
};

/** The extension host prints positions in the compiled text; these are the ones in the source. */
const inSource = (/** @type {string} */ stack) =>
  stack.replace(/((?:[A-Z]:)?[\\/][^():\n]+\.ts):(\d+):(\d+)/gi, (frame, file, line, column) => {
    const entry = findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    return entry && 'originalLine' in entry
      ? `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
      : frame;
  });

/** Called by VS Code; a rejection is a failed run. */
exports.run = async () => {
  const { TEST_REPORT, TEST_SUITES } = process.env;
  if (TEST_REPORT) reportTo(TEST_REPORT);
  const folder = TEST_SUITES ?? path.join(__dirname, '../../integration');
  const mocha = new Mocha({
    reporter: path.join(__dirname, '../countingReporter.cjs'),
    timeout: 60_000,
    forbidOnly: true,
    color: false,
  });
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .forEach((file) => mocha.addFile(path.join(folder, file)));
  const failures = await new Promise((/** @type {(count: number) => void} */ resolve) => {
    mocha.run(resolve).on('fail', (_test, error) => {
      error.stack = inSource(error.stack ?? '');
    });
  });
  if (failures > 0) throw new Error(`${failures} failed`);
};

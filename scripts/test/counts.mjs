// @ts-check
// How many tests passed, failed and were skipped: mocha's counting reporter leaves lines, checks count as one.
import { existsSync, readFileSync } from 'node:fs';
import { parseJson } from '../manifest.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** @param {Counts} counts */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {number} code an exit code @returns {Counts} */
export const ofCheck = (code) => (code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 });

/**
 * A run that ended badly without a failed test, or well without any test, is itself one failure.
 * @param {string} file what the counting reporter wrote, one JSON object a line
 * @param {number} code
 * @returns {Counts}
 */
export const ofTests = (file, code) => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const sum = lines.map((line) => /** @type {Counts} */ (parseJson(line))).reduce(add, none);
  const silent = code === 0 ? sum.passed + sum.failed === 0 : sum.failed === 0;
  return silent ? { ...sum, failed: sum.failed + 1 } : sum;
};

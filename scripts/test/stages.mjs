// @ts-check
// What `npm test` is made of, in order. Of one group, two run side by side, one a core.
import path from 'node:path';
import { build, root } from '../project.mjs';
import { npm, run } from '../run.mjs';

/**
 * @typedef {object} StageOptions
 * @property {NodeJS.ProcessEnv} env
 * @property {(text: string) => void} onOutput
 */

/**
 * @typedef {object} Stage
 * @property {string} name for --only
 * @property {boolean} counts whether it counts its tests itself; else the whole stage is one check
 * @property {readonly string[]} needs stages that --only runs first
 * @property {readonly ('chromium' | 'floor' | 'newest')[]} uses what must be installed
 * @property {(options: StageOptions) => Promise<{ code: number }>} run
 */

/** @param {string} file @param {...string} args @returns {Stage['run']} */
const node =
  (file, ...args) =>
  (options) =>
    run(process.execPath, [path.join(root, file), ...args], { cwd: root, ...options });

/** @param {string} script @returns {Stage} one check */
const check = (script) => ({
  name: script,
  counts: false,
  needs: [],
  uses: [],
  run: (options) => npm(['run', '--silent', script], { cwd: root, ...options }),
});

const mocha = 'node_modules/mocha/bin/mocha.js';

/** What runs in plain Node, as two stages that take about as long as one another. */
const plainTests = {
  unit: ['unit', 'property', 'grammar', 'server', 'webview'],
  adapters: ['adapters'],
};

const coverage = ['--reporter=text-summary', '--include=extension/**', '--include=webviews/**'];

/** @param {keyof typeof plainTests} name @returns {Stage} */
const plain = (name) => ({
  name,
  counts: true,
  needs: ['build'],
  uses: name === 'unit' ? ['chromium'] : [],
  run: (options) => {
    const files = plainTests[name].map((folder) => `test/${folder}/**/*.test.ts`);
    const patience = options.env.SOAK ? ['--timeout', '900000'] : [];
    const written = [`--temp-directory=coverage/${name}/tmp`, `--reports-dir=coverage/${name}`];
    const test = [process.execPath, mocha, ...patience, ...files];
    return node('node_modules/c8/bin/c8.js', ...coverage, ...written, ...test)(options);
  },
});

/** @type {readonly (readonly Stage[])[]} */
export const stageGroups = [
  [
    check('lint'),
    check('typecheck'),
    { ...check('build'), run: build },
    { ...check('package'), needs: ['build'] },
    plain('unit'),
    plain('adapters'),
  ],
  [
    {
      name: 'integration',
      counts: true,
      needs: ['build'],
      uses: ['chromium', 'floor'],
      run: node('scripts/integration.mjs'),
    },
  ],
  [
    {
      name: 'e2e',
      counts: true,
      needs: ['build', 'package'],
      uses: ['chromium', 'newest'],
      run: node(mocha, '--timeout', '120000', 'test/e2e/**/*.test.ts'),
    },
  ],
];

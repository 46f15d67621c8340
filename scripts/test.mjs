// @ts-check
// npm test: every check and every test, on a machine that has only Node. Ends with the line `N passed, N failed`.
//   --soak          property tests at full counts
//   --only <stage>  one stage and what it stands on
import './requireNode.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './project.mjs';
import { add, inWords, none, ofCheck, ofTests } from './test/counts.mjs';
import { stageGroups } from './test/stages.mjs';
import { ensureChromium } from './vscode/chromium.mjs';
import { installServer } from './vscode/install.mjs';

/** @typedef {import('./test/stages.mjs').Stage} Stage */

const { values } = parseArgs({
  options: { soak: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const scratch = mkdtempSync(path.join(tmpdir(), 'test-'));
const say = (/** @type {string} */ text) => {
  console.log(text);
};

/** The groups that `--only` leaves. @returns {readonly (readonly Stage[])[]} */
const chosenGroups = () => {
  const { only } = values;
  if (only === undefined) return stageGroups;
  const chosen = stageGroups.flat().find(({ name }) => name === only);
  if (!chosen) {
    const names = stageGroups.flat().map(({ name }) => name);
    throw new Error(`There is no stage ${only}; there are ${names.join(', ')}.`);
  }
  return stageGroups.map((group) =>
    group.filter((stage) => stage === chosen || chosen.needs.includes(stage.name)),
  );
};

/**
 * Starts to install at once, while the first stages run. The function returned tells what a stage will not find.
 * @param {readonly Stage[]} stages
 * @returns {(stage: Stage) => Promise<string | undefined>}
 */
const prepare = (stages) => {
  /** @param {Stage['uses'][number]} thing @returns {Promise<string | undefined>} what went wrong */
  const install = async (thing) => {
    try {
      await (thing === 'chromium' ? ensureChromium(say) : installServer(thing, say));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const things = [...new Set(stages.flatMap(({ uses }) => uses))];
  const problems = new Map(things.map((thing) => [thing, install(thing)]));
  return async ({ uses }) => {
    for (const thing of uses) {
      const problem = await problems.get(thing);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
};

/**
 * @param {Stage} stage
 * @param {(stage: Stage) => Promise<string | undefined>} problemOf
 * @param {boolean} alone whether its output may be shown as it comes
 */
const runStage = async (stage, problemOf, alone) => {
  const began = Date.now();
  const file = path.join(scratch, `${stage.name}.jsonl`);
  const heading = `\n=== ${stage.name} ===\n`;
  let held = heading;
  if (alone) process.stdout.write(heading);
  const onOutput = (/** @type {string} */ text) => {
    if (alone) process.stdout.write(text);
    else held += text;
  };
  const problem = await problemOf(stage);
  const env = { ...process.env, TEST_COUNTS: file, ...(values.soak ? { SOAK: '1' } : {}) };
  if (problem !== undefined) onOutput(`${problem}\n`);
  const { code } = problem === undefined ? await stage.run({ env, onOutput }) : { code: 1 };
  const counts = stage.counts ? ofTests(file, code) : ofCheck(code);
  if (!alone) process.stdout.write(held);
  say(`--- ${stage.name}: ${inWords(counts)} in ${Math.round((Date.now() - began) / 1000)} s`);
  return counts;
};

/**
 * Two at a time, in order: the next one begins when one of them ends.
 * @param {readonly Stage[]} stages
 * @param {(stage: Stage) => Promise<unknown>} start
 */
const inTwoLanes = async (stages, start) => {
  const waiting = stages.values();
  const lane = async () => {
    for (const stage of waiting) await start(stage);
  };
  await Promise.all([lane(), lane()]);
};

const test = async () => {
  await installPackages(say, (text) => process.stdout.write(text));
  const groups = chosenGroups();
  const missing = prepare(groups.flat());
  /** @type {Map<string, Promise<import('./test/counts.mjs').Counts>>} */
  const results = new Map();
  const problemOf = async (/** @type {Stage} */ stage) => {
    for (const name of stage.needs) {
      const needed = await results.get(name);
      if ((needed?.failed ?? 0) > 0) return `Not run, because ${name} failed.`;
    }
    return missing(stage);
  };
  for (const group of groups)
    await inTwoLanes(group, (stage) => {
      const result = runStage(stage, problemOf, group.length === 1);
      results.set(stage.name, result);
      return result;
    });
  return (await Promise.all(results.values())).reduce(add, none);
};

try {
  const sum = await test();
  process.exitCode = sum.failed > 0 ? 1 : 0;
  say(`\n${inWords(sum)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  say('\n0 passed, 1 failed');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

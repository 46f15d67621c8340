import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import { Random } from '../../extension/adapters/demo/site/random';
import { JournalFolder } from '../../extension/adapters/machine/journalFolder';
import { runIdOf } from '../../extension/app/run/startRun';
import { foldJournal } from '../../extension/core/run/foldJournal';
import { countFates, type Fate } from '../../extension/core/run/fate';
import type { RunPlan, RunStep } from '../../extension/core/run/runPlan';
import type { RunState } from '../../extension/core/run/runState';
import type { AskedRequest } from '../../extension/protocol/askedRequest';
import { connectToServer } from '../support/demoServer/connectToServer';
import { startDemoServer, startProgram } from '../support/demoServer/startDemoServer';
import { planWith, stepsOfAll } from '../support/runs/anyPlan';
import { now } from './demoSites';

const child = path.join(__dirname, '../support/runs/runChild.ts');

/** Works on the run until it has ended, or for so long. @returns whether it has ended */
const workOn = async (port: number, folder: string, plan: RunPlan, killAfter: number): Promise<boolean> => {
  const program = startProgram(child, JSON.stringify({ port, folder, plan }));
  assert.ok(program.stdout);
  const ended = once(program, 'exit') as Promise<[number | null, string | null]>;
  const working = once(createInterface(program.stdout), 'line');
  await Promise.race([working, ended]);
  const timer = setTimeout(() => program.kill('SIGKILL'), killAfter);
  const [code, signal] = await ended;
  clearTimeout(timer);
  assert.ok(signal === 'SIGKILL' || code === 0, `ended with ${String(code)}`);
  return code === 0;
};

/** How often a write of this kind was carried out on the step's pair. */
const doneOn = (asked: readonly AskedRequest[], step: RunStep, verb: AskedRequest['verb']): number =>
  asked.filter(
    (request) =>
      request.verb === verb &&
      (request.answer === 'done' || request.answer === 'lost') &&
      request.pairs.some(({ packageId, dp }) => packageId === step.packageId && dp === step.dp),
  ).length;

/** The DP of the site server takes nothing, and a cloud DP proves nothing: to wait for them would take hours. */
const isTaken = ({ dpName }: RunStep): boolean => !/^CM01|cloudapp/.test(dpName);

describe('a run whose process is killed', () => {
  it('loses no step and does none twice, and its journal can be read each time', async function () {
    this.timeout(120_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
    const faults = { providerDelay: 4 };
    const server = await startDemoServer(demoSiteOptions({ base: now, speed: 1500, faults }));
    try {
      const client = await connectToServer(server.port);
      const random = new Random(process.env['SOAK'] === undefined ? 'kills' : String(Date.now()));
      const steps = (await stepsOfAll(client.database, 'redistribute')).filter(isTaken);
      const plan = planWith(client.info.siteCode, random.shuffled(steps).slice(0, 90));
      const read = async (): Promise<RunState> => {
        const found = foldJournal(await new JournalFolder(folder).read(runIdOf(plan)));
        assert.ok(found.kind === 'run');
        return found.state;
      };
      let kills = 0;
      while (!(await workOn(server.port, folder, plan, kills < 11 ? random.between(0, 450) : 60_000))) {
        kills++;
        assert.ok((await read()).ended.length <= plan.steps.length);
      }
      assert.ok(kills >= 10, `${kills} kills`);

      const state = await read();
      assert.equal(state.phase, 'ended');
      assert.deepEqual(
        state.ended.map(({ step }) => Number(step.id)).toSorted((a, b) => a - b),
        plan.steps.map(({ id }) => Number(id)),
      );
      const asked = await client.requests();
      for (const { step, fate } of state.ended) assertDone(asked, step, fate);
      assert.ok(countFates(state.ended.map(({ fate }) => fate)).repaired > plan.steps.length / 2);
      await client.close();
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** What the site was asked of the step is what its fate says, and no more. */
const assertDone = (asked: readonly AskedRequest[], step: RunStep, fate: Fate): void => {
  const writes = doneOn(asked, step, 'put');
  const checks = doneOn(asked, step, 'invoke');
  const told = `step ${step.id} ${fate.kind}, ${writes} writes, ${checks} checks: ${fate.cause}`;
  assert.ok(writes <= 1 && checks <= 1, told);
  switch (fate.kind) {
    case 'skipped':
      assert.equal(writes, 0, told);
      return;
    case 'repaired':
      assert.deepEqual([writes, checks], [1, 1], told);
      return;
    case 'failed':
    case 'notProved':
      assert.equal(writes, 1, told);
      return;
    case 'accepted':
    case 'unsure':
      return;
  }
};

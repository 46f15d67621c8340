// A run of as many steps as a plan may have, at a demo site in a process of its own: what it takes of this one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoSiteOptions } from '../../extension/adapters/demo/demoSite';
import { JournalFolder } from '../../extension/adapters/machine/journalFolder';
import { startRun } from '../../extension/app/run/startRun';
import type { RunStep } from '../../extension/core/run/runPlan';
import { runRows } from '../../extension/core/runView/runRow';
import { RunWatch } from '../../extension/core/runView/runSummary';
import type { SiteDatabase } from '../../extension/ports/siteDatabase';
import { now } from '../adapters/demoSites';
import type { Report } from '../support/bench/report';
import { connectToServer } from '../support/demoServer/connectToServer';
import { startDemoServer } from '../support/demoServer/startDemoServer';
import { planWith, stepsOfAll } from '../support/runs/anyPlan';

export const name = 'run';

const steps = 5_000;
const megabyte = 1024 ** 2;
/** What a run may add to the memory of the window, and how long it may hold it up. */
const memoryBudget = 100 * megabyte;
const blockBudget = 50;

const heapNow = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** The DP of the site server takes nothing, and a cloud DP proves nothing. */
const isTaken = ({ dpName, before, bytes }: RunStep): boolean =>
  !/^CM01|cloudapp/.test(dpName) && before.state === 0 && (bytes ?? 0) > 0;

const someSteps = async (database: SiteDatabase): Promise<readonly RunStep[]> => {
  const taken = (await stepsOfAll(database, 'redistribute')).filter(isTaken);
  const stride = Math.floor(taken.length / steps);
  return taken.filter((_, at) => at % stride === 0).slice(0, steps);
};

/** How long at a stretch nothing else came to its turn, milliseconds; what was measured meanwhile is left out. */
class HoldUps {
  readonly all: number[] = [];
  private last = performance.now();
  private readonly timer = setInterval(() => this.tick(), 5);

  /** Does something that does not count. */
  aside<T>(task: () => T): T {
    this.tick();
    const result = task();
    this.last = performance.now();
    return result;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = performance.now();
    this.all.push(now - this.last);
    this.last = now;
  }
}

export const run = async (report: Report): Promise<void> => {
  const server = await startDemoServer(demoSiteOptions({ size: 'medium', base: now, speed: 6000 }));
  const folder = mkdtempSync(path.join(tmpdir(), 'run-'));
  try {
    const { cim, clock, database, info } = await connectToServer(server.port);
    const plan = planWith(info.siteCode, await someSteps(database));
    const before = heapNow();
    let most = before;
    const by = { user: 'bench', computer: 'bench', program: 'commandLine' } as const;
    const site = { ...info, cim, clock, database };
    const working = await startRun(site, new JournalFolder(folder), plan, plan.hash, by);
    const watch = new RunWatch();
    const holdUps = new HoldUps();
    const looks: number[] = [];
    // What the page of a run asks for while it is open.
    const look = setInterval(() => {
      const began = performance.now();
      watch.summary(working.id, working.state, working.progress, working.heldBy, clock.now(), undefined);
      runRows(working.state, working.progress, { standings: [], dp: '' });
      looks.push(performance.now() - began);
    }, 500);
    const measure = setInterval(() => {
      most = Math.max(most, holdUps.aside(heapNow));
    }, 5_000);
    const began = performance.now();
    await working.work();
    const took = performance.now() - began;
    holdUps.stop();
    clearInterval(look);
    clearInterval(measure);
    const { ended } = working.state;
    report.value('steps that ended', ended.length, 'steps');
    report.value('repaired', ended.filter(({ fate }) => fate.kind === 'repaired').length, 'steps');
    report.value('took', Math.round(took / 1000), 's');
    report.value('memory added at most', Math.round((most - before) / megabyte), 'MB');
    report.atLeast('memory that is left of 100 MB', memoryBudget / Math.max(1, most - before), 1);
    report.times('a look of the page', looks, blockBudget);
    const longest = holdUps.all.toSorted((a, b) => b - a);
    const atMost = (share: number): number => longest[Math.floor(longest.length * share)] ?? 0;
    report.times('the longest hold-up of the window', [atMost(0)]);
    report.times('1 of 1,000 hold-ups is longer than', [atMost(0.001)], blockBudget);
    report.times('1 of 100 hold-ups is longer than', [atMost(0.01)], blockBudget);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
};

import type { Draw } from '../draw';
import { hexOf, nalOf, Scribe, ThreadPool } from './scribe';
import type { DistmgrTruth, RunTruth } from './siteTruth';

/** A transfer job that distmgr created. */
export interface HandOver {
  readonly at: number;
  readonly packageId: string;
  readonly dp: string;
  readonly isPull: boolean;
}

export interface Distribution {
  readonly log: Scribe;
  readonly truth: DistmgrTruth;
  readonly handOvers: readonly HandOver[];
}

const queueThread = 4000;

/** distmgr at work: packages come, wait for one of a few threads, and are handed over DP by DP. */
export const distribute = (
  draw: Draw,
  began: number,
  dps: readonly string[],
  count: number,
): Distribution => {
  const log = new Scribe(draw, 'SMS_DISTRIBUTION_MANAGER', 'distmgr.cpp');
  const limit = draw.int(1, 4);
  const slots = Array.from({ length: limit }, () => began);
  const site = { draw, log, handOvers: [] as HandOver[], dpThreads: [] as DistmgrTruth['dpThreads'] };
  const dpPool = new ThreadPool(30_000);
  const pool = new ThreadPool(10_000);
  const runs: RunTruth[] = [];
  const spans: ThreadSpan[] = [];
  const queued: DistmgrTruth['queued'] = [];
  const arrivals: DistmgrTruth['arrivals'] = [];
  for (let one = 0, at = began; one < count; one++) {
    at += draw.int(500, 30_000);
    const packageId = `CS1${String(one).padStart(5, '0')}`;
    log.say(at, queueThread, `Adding package '${packageId}' to package processing queue.`);
    const free = slots.indexOf(Math.min(...slots));
    const start = Math.max(at, slots[free] ?? 0) + draw.int(10, 400);
    if (start === Infinity) {
      queued.push({ packageId, since: at });
      continue;
    }
    const plan = planRun(draw, dps);
    const length = draw.int(2000, 60_000);
    const freed = plan.hangs && !plan.isSilent ? Infinity : start + length;
    const thread = pool.take(start, freed);
    log.say(
      start,
      queueThread,
      `~Started package processing thread for package '${packageId}', thread ID = 0x${hexOf(thread)} (${String(thread)})`,
    );
    runs.push(logRun(site, dpPool, { packageId, thread, start, length }, plan));
    slots[free] = freed;
    spans.push({ from: start, to: freed });
    if (draw.chance(0.2)) arrivals.push(logArrivals(draw, log, packageId, start));
  }
  const uses = logSlots(log, spans, limit, began);
  const { handOvers, dpThreads } = site;
  return {
    log,
    handOvers,
    truth: { limit, runs: runs.map(isLostIn), queued, uses, dpThreads, arrivals, statuses: [] },
  };
};

const logArrivals = (
  draw: Draw,
  log: Scribe,
  packageId: string,
  at: number,
): DistmgrTruth['arrivals'][number] => {
  const times = draw.int(1, 3);
  const site = `S0${String(draw.int(1, 3))}`;
  for (let time = 0; time < times; time++)
    log.say(
      at + time * 1000,
      queueThread,
      `~The contents for the package ${packageId} hasn't arrived from site ${site} yet, will retry later.`,
    );
  return { packageId, site, times };
};

interface RunPlan {
  readonly action: 'adding' | 'updating';
  readonly dps: readonly string[];
  readonly hangs: boolean;
  /** Its thread says nothing any more, and works on another package later. */
  readonly isSilent: boolean;
  /** The source is missing. */
  readonly fails: boolean;
  readonly minijobs: number;
}

const planRun = (draw: Draw, dps: readonly string[]): RunPlan => {
  const fails = draw.chance(0.15);
  const isSilent = draw.chance(0.1);
  return {
    isSilent,
    hangs: isSilent || draw.chance(0.08),
    action: draw.pick(['adding', 'updating'] as const),
    dps: fails ? [] : dps.filter(() => draw.chance(0.5)),
    fails,
    minijobs: draw.chance(0.3) ? draw.int(1, 2) : 0,
  };
};

interface Site {
  readonly draw: Draw;
  readonly log: Scribe;
  readonly handOvers: HandOver[];
  readonly dpThreads: DistmgrTruth['dpThreads'];
}

interface Span {
  readonly packageId: string;
  readonly thread: number;
  readonly start: number;
  readonly length: number;
}

const logRun = (site: Site, dpPool: ThreadPool, span: Span, plan: RunPlan): RunTruth => {
  const { draw, log } = site;
  const { packageId, thread, start, length } = span;
  const version = draw.int(1, 9);
  const say = (part: number, text: string): void => log.say(start + Math.floor(length * part), thread, text);
  say(
    0.02,
    `~Processing package ${packageId} (SourceVersion:${String(version)};StoredVersion:${String(version - 1)})`,
  );
  say(0.04, `Start ${plan.action} package ${packageId}...`);
  say(
    0.06,
    `The Package Action is ${plan.action === 'adding' ? '2' : '1'}, the Update Mask is 0 and UpdateMaskEx is 0.`,
  );
  say(0.08, `Taking package snapshot for package ${packageId} from source \\\\SRV\\Sources\\${packageId}`);
  const sizeKb = plan.fails ? undefined : draw.int(10, 9_000_000);
  if (plan.fails)
    log.fail(
      start + Math.floor(length * 0.2),
      thread,
      'CContentDefinition::TotalFileSizes failed; 0x80070003',
    );
  else say(0.2, `The size of package ${packageId}, version ${String(version)} is ${String(sizeKb)} KBytes`);
  for (let job = 0; job < plan.minijobs; job++)
    say(
      0.22,
      `~Created minijob to send compressed copy of package ${packageId} to site S0${String(job)}.  Transfer root = E:\\SMSPKG\\${packageId}.PCK.1.`,
    );
  plan.dps.forEach((dp, index) =>
    logDp(site, dpPool, span, { dp, index, of: plan.dps.length, hangs: plan.hangs }),
  );
  if (plan.dps.length > 0)
    say(0.5, `~Waiting for all DP threads to complete for package ${packageId} processing thread.`);
  if (!plan.hangs) {
    if (plan.dps.length > 0)
      say(0.95, `~All DP threads have completed for package ${packageId} processing thread.`);
    log.say(start + length, thread, `~Exiting package processing thread for package ${packageId}.`);
  }
  return {
    packageId,
    thread,
    began: start,
    ended: plan.hangs ? undefined : start + length,
    action: plan.action,
    sourceVersion: version,
    sizeKb,
    snapshotMs: plan.fails ? undefined : Math.floor(length * 0.2) - Math.floor(length * 0.08),
    dps: plan.dps.length,
    transferJobs: plan.dps.length,
    minijobs: plan.minijobs,
    errors: plan.fails ? 1 : 0,
    code: plan.fails ? '0x80070003' : undefined,
    waitsSince: plan.hangs && plan.dps.length > 0 ? start + Math.floor(length * 0.5) : undefined,
    isLost: false,
  };
};

interface DpPlace {
  readonly dp: string;
  readonly index: number;
  readonly of: number;
  readonly hangs: boolean;
}

const logDp = (
  { draw, log, handOvers, dpThreads }: Site,
  pool: ThreadPool,
  span: Span,
  place: DpPlace,
): void => {
  const { packageId, thread, start, length } = span;
  const { dp, index, of, hangs } = place;
  const time = (part: number): number => start + Math.floor(length * part);
  const [begins, ends] = [time(0.25 + (0.2 * index) / of), time(0.55 + (0.35 * index) / of)];
  const dpThread = pool.take(begins, hangs ? Infinity : ends);
  const isPull = dp.startsWith('PULL');
  log.say(begins, thread, `Start adding package ${packageId} to server ${nalOf(dp)}...`);
  log.say(
    begins,
    thread,
    `~Created DP processing thread ${String(dpThread)} for addition or update of package ${packageId} on server ${nalOf(dp)}`,
  );
  const middle = begins + draw.int(1, Math.max(1, ends - begins - 1));
  log.say(begins, dpThread, `DP Thread: Attempting to add or update package ${packageId} on DP ${nalOf(dp)}`);
  if (isPull) log.say(begins, dpThread, `Package Server ${nalOf(dp)} is a PullDP.`);
  log.say(
    middle,
    dpThread,
    `~Created package transfer job to send package ${packageId} to distribution point ${nalOf(dp)}.`,
  );
  handOvers.push({ at: middle, packageId, dp, isPull });
  if (!hangs)
    log.say(
      ends,
      thread,
      `~DP thread for package ${packageId} with thread handle 0000000000001E50 and thread ID ${String(dpThread)} ended.`,
    );
  dpThreads.push({ packageId, dp, thread: dpThread, began: begins, ended: hangs ? undefined : ends });
};

/** Another run began on its thread, and it had not ended. */
const isLostIn = (run: RunTruth, _: number, runs: readonly RunTruth[]): RunTruth => ({
  ...run,
  isLost:
    run.ended === undefined && runs.some(({ thread, began }) => thread === run.thread && began > run.began),
});

/** A thread that is in use; `to` may be Infinity. */
interface ThreadSpan {
  readonly from: number;
  readonly to: number;
}

/** A line each time a thread begins or ends. */
const logSlots = (
  log: Scribe,
  spans: readonly ThreadSpan[],
  limit: number,
  began: number,
): DistmgrTruth['uses'] => {
  const changes = spans
    .flatMap(({ from, to }) => [{ at: from, by: 1 }, ...(to === Infinity ? [] : [{ at: to, by: -1 }])])
    .toSorted((a, b) => a.at - b.at || a.by - b.by);
  let used = 0;
  const uses = [{ at: began, used: 0 }, ...changes.map(({ at, by }) => ({ at, used: (used += by) }))];
  for (const use of uses)
    log.say(
      use.at,
      queueThread,
      `~Currently using ${String(use.used)} out of ${String(limit)} allowed package processing threads.`,
    );
  return uses;
};

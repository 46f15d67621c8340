import type { Draw } from '../draw';
import type { Bias } from '../writtenRecord';
import type { HandOver } from './distribution';
import { hexOf, nalOf, Scribe, ThreadPool } from './scribe';
import type { LimitTruth, TransferTruth } from './siteTruth';

export interface TransferWork {
  readonly log: Scribe;
  readonly transfers: readonly TransferTruth[];
  readonly limits: readonly LimitTruth[];
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

const dispatcher = 6000;
const retryMs = 30 * 60_000;

/** PkgXferMgr at work on what distmgr handed over: each job has a thread, and another one when it failed. */
export const transfer = (draw: Draw, handOvers: readonly HandOver[], bias: Bias): TransferWork => {
  const log = new Scribe(draw, 'SMS_PACKAGE_TRANSFER_MANAGER', 'pkgxfermgr.cpp');
  const work = {
    draw,
    log,
    bias,
    pool: new ThreadPool(50_000),
    limits: new Map<string, Writable<LimitTruth>>(),
  };
  const inOrder = handOvers.toSorted((a, b) => a.at - b.at);
  const transfers = inOrder.map((handOver, index) => logJob(work, handOver, 500 + index));
  return { log, transfers, limits: [...work.limits.values()] };
};

interface Work {
  readonly draw: Draw;
  readonly log: Scribe;
  readonly bias: Bias;
  readonly pool: ThreadPool;
  readonly limits: Map<string, Writable<LimitTruth>>;
}

const logJob = (work: Work, { at, packageId, dp, isPull }: HandOver, job: number): TransferTruth => {
  const { draw, log } = work;
  const requested = at + draw.int(1, 3000);
  log.say(
    requested,
    dispatcher,
    `Found send request with ID: ${String(job)}, Package: ${packageId}, Version:1, Priority: 2, Destination: ${dp}, DPPriority: 200`,
  );
  const truth: Writable<TransferTruth> = {
    job,
    packageId,
    dp,
    isPull: false,
    outcome: 'waiting',
    attempts: 0,
    failures: 0,
    restart: undefined,
    requested,
    began: undefined,
    ended: undefined,
    bytes: 0,
    ticks: 0,
    status: undefined,
    code: undefined,
  };
  if (draw.chance(0.05)) return truth;
  let clock = requested + draw.int(5, 5000);
  if (isPull) logCapacity(work, dp, clock);
  for (let failures = draw.chance(0.25) ? draw.int(1, 3) : 0; failures > 0; failures--) {
    clock = logFailure(work, truth, isPull, clock);
    if (failures === 1 && draw.chance(0.4)) return truth;
    clock = (truth.restart ?? clock) + draw.int(10, 9000);
  }
  if (!isPull && draw.chance(0.15)) clock = logBandwidth(work, truth, clock) + draw.int(1000, 60_000);
  logSuccess(work, truth, isPull, clock);
  return truth;
};

const begin = (
  { draw, log, pool }: Work,
  truth: Writable<TransferTruth>,
  isPull: boolean,
  at: number,
  to: number,
) => {
  const thread = pool.take(at, to);
  const { job, packageId, dp } = truth;
  log.say(at - 1, dispatcher, `~Created sending thread (Thread ID = 0x${hexOf(thread)})`);
  log.say(
    at,
    thread,
    `${isPull ? 'Pull DP ' : ''}Sending thread starting for Job: ${String(job)}, package: ${packageId}, Version: 1, Priority: 2, server: ${draw.chance(0.5) ? dp : dp.toLowerCase()}, DPPriority: 200`,
  );
  Object.assign(truth, {
    began: truth.began ?? at,
    attempts: truth.attempts + 1,
    isPull,
    restart: undefined,
    ended: undefined,
    outcome: 'sending',
  });
  return thread;
};

/** In one of the formats that servers have. */
const restartText = (draw: Draw, local: number): string => {
  const [date = '', time = ''] = new Date(local).toISOString().slice(0, 19).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const hour = Number(time.slice(0, 2));
  const american = `${String(Number(month))}/${String(Number(day))}/${year} ${String(hour % 12 || 12)}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'} Pacific Daylight Time`;
  return draw.pick([`${day}/${month}/${year} ${time} GMT Daylight Time`, american]);
};

const logFailure = (work: Work, truth: Writable<TransferTruth>, isPull: boolean, at: number): number => {
  const { draw, log, bias } = work;
  const ended = at + draw.int(100, 4000);
  const thread = begin(work, truth, isPull, at, ended + 1);
  const failures = truth.failures + 1;
  const restart = Math.floor((ended + retryMs) / 1000) * 1000;
  const text = restartText(draw, restart - bias * 60_000);
  if (isPull)
    log.fail(
      ended,
      thread,
      `~ PullDP notification failed. Failure count = ${String(failures)}/30, Restart time = ${text}`,
    );
  else {
    log.fail(ended - 1, thread, '~ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile');
    log.fail(ended - 1, thread, 'CSendFileAction::SendContent failed; 0x80041002');
    log.fail(ended, thread, `~ Sending failed. Failure count = ${String(failures)}, Restart time = ${text}`);
  }
  log.say(ended + 1, thread, 'Sending thread complete~');
  const code = isPull ? undefined : '0x80041002';
  Object.assign(truth, { failures, outcome: 'retrying', restart, ended: ended + 1, code });
  return ended;
};

const logBandwidth = (work: Work, truth: Writable<TransferTruth>, at: number): number => {
  const { log } = work;
  const { dp } = truth;
  const thread = begin(work, truth, false, at, at + 2);
  log.say(
    at + 1,
    thread,
    `~Address to ${dp} is currently under bandwidth control, therefore only one connection is allowed, returning send request to the pool.`,
  );
  log.say(at + 2, thread, 'Sending thread complete~');
  countLimit(work, 'bandwidth', dp);
  return at + 2;
};

const logCapacity = (work: Work, dp: string, at: number): void => {
  if (!work.draw.chance(0.2)) return;
  work.log.say(at - 3, dispatcher, `PullDP ${nalOf(dp)} has reached maximum capacity 50`);
  countLimit(work, 'pullCapacity', dp);
};

const countLimit = ({ limits }: Work, kind: LimitTruth['kind'], dp: string): void => {
  const known = limits.get(`${kind} ${dp}`) ?? { kind, dp, times: 0 };
  limits.set(`${kind} ${dp}`, { ...known, times: known.times + 1 });
};

const logSuccess = (work: Work, truth: Writable<TransferTruth>, isPull: boolean, at: number): void => {
  const { draw, log } = work;
  const { packageId, dp } = truth;
  const length = draw.int(50, 90_000);
  const isRunning = draw.chance(0.06);
  const thread = begin(work, truth, isPull, at, isRunning ? Infinity : at + length + 3);
  log.say(at + 1, thread, `Sending legacy content ${packageId}.1 for package ${packageId}`);
  const pieces = isPull ? 0 : draw.int(0, 4);
  for (let piece = 1; piece <= pieces; piece++) {
    const [bytes, ticks] = [draw.int(1000, 900_000), draw.int(5, 900)];
    const file = `\\\\${dp}\\SMS_DP$\\73E0F2-${packageId}.1.temp`;
    const when = at + Math.floor((length * piece) / (pieces + 1));
    log.say(
      when,
      thread,
      `~Attempt to write ${String(bytes)} bytes to ${file} at position ${String(truth.bytes)}`,
    );
    log.say(
      when,
      thread,
      `~Wrote ${String(bytes)} bytes to ${file} at position ${String(truth.bytes)} in ${String(ticks)} ticks`,
    );
    truth.bytes += bytes;
    truth.ticks += ticks;
  }
  if (isRunning) return;
  const ends = at + length;
  if (isPull)
    log.say(
      ends,
      thread,
      '~ PullDP notification sent. Attempted count = 1/72, Restart time = 14/06/2018 06:56:25 GMT Daylight Time',
    );
  else
    log.say(ends, thread, `~Finished sending SWD package ${packageId} version 1 to distribution point ${dp}`);
  truth.code = undefined;
  truth.outcome = isPull ? 'notified' : 'sent';
  if (!isPull) {
    truth.status = draw.chance(0.05) ? 5 : 3;
    log.say(
      ends + 1,
      thread,
      `Sent status to the distribution manager for pkg ${packageId}, version 1, status ${String(truth.status)} and distribution point ${nalOf(dp)}~`,
    );
    if (truth.status === 5) truth.outcome = 'failed';
  }
  log.say(ends + 3, thread, 'Sending thread complete~');
  truth.ended = ends + 3;
};

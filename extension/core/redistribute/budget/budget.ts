import type { DpKey } from '../../content/nalPath';
import type { PlanStep } from '../plan';
import { elapsedThrough } from './openHours';
import type { PlanLine } from './planLine';

/** Milliseconds, with what is uncertain about it. */
export type Estimate =
  | { readonly kind: 'known'; readonly low: number; readonly middle: number; readonly high: number }
  | { readonly kind: 'unknown'; readonly why: string };

/** What goes over one line. */
export interface LineBudget {
  readonly line: PlanLine;
  readonly steps: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
  readonly stepsOfUnknownSize: number;
  /** DPs that it is fetched from; empty: the site sends it. */
  readonly sources: readonly string[];
  readonly time: Estimate;
  /** What limits the line, or was not read of it. */
  readonly notes: readonly string[];
}

export interface Budget {
  /** Lines that content goes over, the most bytes first. */
  readonly lines: readonly LineBudget[];
  /** From all DPs at once to one after the other, of those of which it is known. */
  readonly time: Estimate;
  /** Lines of which it is not. */
  readonly unknownLines: number;
}

/** @param now when it would begin, UTC epoch milliseconds */
export const budgetOf = (steps: readonly PlanStep[], lines: readonly PlanLine[], now: number): Budget => {
  const byDp = new Map<DpKey, PlanStep[]>();
  for (const step of steps) {
    if (step.dp === '' || step.bytes === 0) continue;
    const known = byDp.get(step.dp);
    if (known === undefined) byDp.set(step.dp, [step]);
    else known.push(step);
  }
  const budgets = lines
    .flatMap((line) => {
      const own = byDp.get(line.dp);
      return own === undefined ? [] : [lineBudget(line, own, now)];
    })
    .sort((a, b) => b.bytes - a.bytes);
  const times = budgets.map(({ time }) => time);
  return {
    lines: budgets,
    time: together(times),
    unknownLines: times.filter(({ kind }) => kind === 'unknown').length,
  };
};

const lineBudget = (line: PlanLine, steps: readonly PlanStep[], now: number): LineBudget => {
  const bytes = steps.reduce((sum, step) => sum + (step.bytes ?? 0), 0);
  const stepsOfUnknownSize = steps.filter((step) => step.bytes === undefined).length;
  return {
    line,
    steps: steps.length,
    bytes,
    stepsOfUnknownSize,
    sources: [...new Set(steps.map(({ sourceDp }) => sourceDp).filter((source) => source !== ''))],
    time: stepsOfUnknownSize > 0 ? unknown('the size of a package is not known') : timeOf(line, bytes, now),
    notes: notesOf(line),
  };
};

const unknown = (why: string): Estimate => ({ kind: 'unknown', why });

const timeOf = (
  { speed, openHours, hasSchedule, isPull }: PlanLine,
  bytes: number,
  now: number,
): Estimate => {
  if (speed === undefined || speed.low <= 0) return unknown('no finished job tells how fast a line is');
  const restricted = hasSchedule === true && isPull !== true;
  if (restricted && openHours === undefined) return unknown('the hours in which may be sent were not read');
  const elapsed = (bytesPerSecond: number): number | undefined => {
    const work = (bytes / bytesPerSecond) * 1000;
    return restricted && openHours !== undefined ? elapsedThrough(openHours, now, work) : work;
  };
  const [low, middle, high] = [elapsed(speed.high), elapsed(speed.middle), elapsed(speed.low)];
  return low === undefined || middle === undefined || high === undefined
    ? unknown('the schedule of the line has no open hour')
    : { kind: 'known', low, middle, high };
};

const notesOf = ({
  speed,
  isPull,
  limitsRate,
  hasSchedule,
  rates,
  openHours,
}: PlanLine): readonly string[] => [
  ...when(isPull === true, 'fetches it itself: rate limits and schedules do not hold'),
  ...when(
    isPull !== true && limitsRate === true,
    rates === undefined
      ? 'rate limits are on, how much they leave was not read; one connection at a time'
      : `limited to ${Math.min(...rates)} to ${Math.max(...rates)} % by hour; one connection at a time`,
  ),
  ...when(
    isPull !== true && hasSchedule === true,
    openHours === undefined
      ? 'a schedule restricts the hours, which were not read'
      : `open ${Array.from(openHours).filter((open) => open === '1').length} hours a week`,
  ),
  ...when(isPull !== true && limitsRate === undefined, 'rate limits and schedule were not read'),
  ...when(speed?.isOfOthers === true, 'speed of other DPs: none of its own jobs is known'),
];

const when = (holds: boolean, note: string): readonly string[] => (holds ? [note] : []);

/** At best all lines at once, at worst one after the other. */
const together = (times: readonly Estimate[]): Estimate => {
  const known = times.filter((time) => time.kind === 'known');
  if (times.length === 0) return { kind: 'known', low: 0, middle: 0, high: 0 };
  const missing = times.find((time) => time.kind === 'unknown');
  if (known.length === 0 && missing?.kind === 'unknown') return missing;
  return {
    kind: 'known',
    low: Math.max(...known.map(({ low }) => low)),
    middle: Math.max(...known.map(({ middle }) => middle)),
    high: known.reduce((sum, { high }) => sum + high, 0),
  };
};

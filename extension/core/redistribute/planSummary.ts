import { formatBytes } from '../filter/bytes';
import { budgetOf, type Budget, type Estimate } from './budget/budget';
import { overCaps } from './caps';
import type { Plan } from './plan';

const countBy = <T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};

const listed = (counts: readonly (readonly [string, number])[]): string =>
  counts.map(([what, count]) => `${count} ${what}`).join(', ');

/** `2 h 15 min`, `40 s`; milliseconds. */
export const durationText = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return `${Math.max(1, Math.round(milliseconds / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} days`;
};

/** How long it may take, with its uncertainty, as a sentence without its end. */
export const estimateText = (time: Estimate): string =>
  time.kind === 'unknown'
    ? `How long it takes is not known: ${time.why}`
    : time.low === time.high
      ? `About ${durationText(time.middle)}`
      : `About ${durationText(time.middle)}, between ${durationText(time.low)} and ${durationText(time.high)}`;

/** The same for a whole plan, with the DPs of which it is not known. */
export const budgetText = ({ time, unknownLines }: Budget): string =>
  time.kind === 'unknown' || unknownLines === 0
    ? estimateText(time)
    : `${estimateText(time)}; not known for ${unknownLines} more distribution ${unknownLines === 1 ? 'point' : 'points'}`;

/** What a plan comes to, in lines of text. */
export const planSummary = (plan: Plan): readonly string[] => {
  const { steps, refused, totals, caps, notes, lines, madeAt } = plan;
  const over = overCaps(steps.length, totals, caps);
  const unknown = totals.stepsOfUnknownSize;
  return [
    steps.length === 0
      ? 'No step: nothing would be written.'
      : `${steps.length} steps (${listed(countBy(steps, ({ action }) => action))}) on ${totals.distributionPoints} distribution points; ${formatBytes(totals.bytes)} to send${unknown === 0 ? '' : `, and ${unknown} steps of unknown size`}.`,
    ...(totals.bytes > 0 ? [`${budgetText(budgetOf(steps, lines, madeAt))}.`] : []),
    ...(refused.length === 0
      ? []
      : [`${refused.length} left alone: ${listed(countBy(refused, ({ rule }) => rule))}.`]),
    ...notes,
    ...(over.length === 0
      ? []
      : [`Over its caps: ${over.join('; ')}. Take steps out, or make it with higher caps.`]),
  ];
};

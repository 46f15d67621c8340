import type { DpKey } from '../content/nalPath';
import type { DpCycles } from './cycle';
import type { Finding } from './finding';
import type { Tally } from './tally';
import type { Counted } from './tallies';

/** A cycle that leaves more than this many of its pairs, and more than this share, lost them itself. */
const tooMany = 20;
const tooLarge = 0.2;

/**
 * DPs whose last cycle looks wrong as a whole: lost messages or an offline drive are likelier than lost content.
 * @param byDp tallies of all pairs, with the plainly validated ones
 */
export const suspectDps = (
  cycles: ReadonlyMap<DpKey, DpCycles>,
  byDp: ReadonlyMap<DpKey, Tally>,
  findings: Iterable<Counted>,
): readonly DpKey[] => {
  const lost = new Map<DpKey, number>();
  for (const { dp, verdict } of findings)
    if (verdict === 'missing' || verdict === 'corrupt') lost.set(dp, (lost.get(dp) ?? 0) + 1);
  return [...cycles]
    .filter(([dp, marks]) => losesMany(lost.get(dp) ?? 0, byDp.get(dp)) || sawFarFewer(marks))
    .map(([dp]) => dp);
};

const losesMany = (lost: number, tally: Tally | undefined): boolean =>
  tally !== undefined && lost > tooMany && lost > tooLarge * (tally.expected - tally.nothing);

/** Less than half, and by more than a handful, of what the cycle before gave results of. */
export const sawFarFewer = ({ results, previousResults }: DpCycles): boolean =>
  results !== undefined &&
  previousResults !== undefined &&
  2 * results < previousResults &&
  previousResults - results > tooMany;

export const withSuspects = (
  findings: readonly Finding[],
  suspects: readonly DpKey[],
): readonly Finding[] => {
  if (suspects.length === 0) return findings;
  const flagged = new Set(suspects);
  return findings.map((finding) => (flagged.has(finding.dp) ? { ...finding, suspectCycle: true } : finding));
};

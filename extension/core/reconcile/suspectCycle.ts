import type { DpKey } from '../content/nalPath';
import type { DpCycles } from './cycle';
import type { Finding } from './finding';
import type { Counted } from './tallies';

/** Placeholder until the rules stand. */
export const suspectDps = (
  _cycles: ReadonlyMap<DpKey, DpCycles>,
  _findings: Iterable<Counted>,
): readonly DpKey[] => [];

export const withSuspects = (
  findings: readonly Finding[],
  suspects: readonly DpKey[],
): readonly Finding[] => {
  if (suspects.length === 0) return findings;
  const flagged = new Set(suspects);
  return findings.map((finding) => (flagged.has(finding.dp) ? { ...finding, suspectCycle: true } : finding));
};

import fc from 'fast-check';
import { dpKey } from '../../../extension/core/content/nalPath';
import { rememberPasses, type SeenPass } from '../../../extension/core/history/rememberedPasses';
import { makeSnapshot, type Snapshot, type SnapshotPair } from '../../../extension/core/history/snapshot';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { addToTally, emptyTally } from '../../../extension/core/reconcile/tally';
import { verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';

export const dpOf = (number: number): SnapshotPair['dp'] =>
  dpKey(`dp${number}.corp.example`, 'Windows NT Server');

export const pair = (packageNumber: number, dpNumber: number, verdict: Verdict): SnapshotPair => ({
  packageId: `P01${packageNumber.toString(16).toUpperCase().padStart(5, '0')}`,
  dp: dpOf(dpNumber),
  verdict,
});

/** With the tallies that its pairs have. */
export const snapshotOf = (pairs: readonly SnapshotPair[], passes: readonly SeenPass[] = []): Snapshot => {
  const byDp = new Map<SnapshotPair['dp'], typeof emptyTally>();
  for (const { dp, verdict } of pairs) byDp.set(dp, addToTally(byDp.get(dp) ?? emptyTally, verdict));
  const site = pairs.reduce((tally, { verdict }) => addToTally(tally, verdict), emptyTally);
  return makeSnapshot(pairs, site, byDp, rememberPasses(passes, versionOf));
};

/** Of some packages it is not known. */
export const versionOf = (packageId: string): number | undefined =>
  packageId.endsWith('5') ? undefined : Number.parseInt(packageId.slice(3), 16) + 1;

/** Of pairs of the same site, each once, in any order. */
export const anyPasses = (): fc.Arbitrary<readonly SeenPass[]> =>
  fc
    .tuple(
      anyPairs(),
      fc.array(fc.integer({ min: 0, max: Date.UTC(2030, 0) }), { minLength: 30, maxLength: 30 }),
    )
    .map(([pairs, times]) =>
      pairs.map(({ packageId, dp }, index) => ({ packageId, dp, time: times[index] ?? 0 })),
    );

/** Pairs of a small site, each once, in any order. */
export const anyPairs = (maxLength = 30): fc.Arbitrary<readonly SnapshotPair[]> =>
  fc.uniqueArray(
    fc
      .tuple(fc.nat(11), fc.nat(14), fc.constantFrom(...verdicts))
      .map(([packageNumber, dpNumber, verdict]) => pair(packageNumber, dpNumber, verdict)),
    { selector: ({ packageId, dp }) => pairId(packageId, dp), maxLength },
  );

export const anySnapshot = (maxLength?: number): fc.Arbitrary<Snapshot> =>
  fc.tuple(anyPairs(maxLength), anyPasses()).map(([pairs, passes]) => snapshotOf(pairs, passes));

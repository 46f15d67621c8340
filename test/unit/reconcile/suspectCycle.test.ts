import assert from 'node:assert/strict';
import { dpKey, type DpKey } from '../../../extension/core/content/nalPath';
import type { DpCycles } from '../../../extension/core/reconcile/cycle';
import { suspectDps } from '../../../extension/core/reconcile/suspectCycle';
import { emptyTally, addToTally, type Tally } from '../../../extension/core/reconcile/tally';
import type { Verdict } from '../../../extension/core/reconcile/verdict';

const dp = dpKey('dp1.corp.example', 'Windows NT Server');
const cycles: DpCycles = {
  lastEnd: 2,
  previousEnd: 1,
  startMark: 2,
  newestStart: 2,
  newestBroken: undefined,
  firstSeen: undefined,
  results: undefined,
  previousResults: undefined,
};

const suspects = (
  verdicts: Partial<Record<Verdict, number>>,
  counts: Partial<DpCycles> = {},
): readonly DpKey[] => {
  const entries = Object.entries(verdicts) as [Verdict, number][];
  const tally = entries.reduce<Tally>((sum, [verdict, count]) => addToTally(sum, verdict, count), emptyTally);
  const findings = entries.flatMap(([verdict, count]) =>
    Array.from({ length: count }, (_, index) => ({ packageId: `P01${verdict}${index}`, dp, verdict })),
  );
  return suspectDps(new Map([[dp, { ...cycles, ...counts }]]), new Map([[dp, tally]]), findings);
};

describe('suspect cycle', () => {
  const lines: readonly (readonly [string, Partial<Record<Verdict, number>>, boolean])[] = [
    ['20 of 20 missing', { missing: 20 }, false],
    ['21 of 21 missing', { missing: 21 }, true],
    ['21 of 105: 20 %', { missing: 21, validated: 84 }, false],
    ['22 of 109: more than 20 %', { missing: 22, validated: 87 }, true],
    ['missing and corrupt together', { missing: 11, corrupt: 10, validated: 60 }, true],
    ['other problems do not count', { hashFailed: 30, filesMissing: 30, missing: 20 }, false],
    ['pairs without content are no part of it', { missing: 21, noContent: 1000 }, true],
  ];
  for (const [what, verdicts, suspect] of lines)
    it(`${what}: ${suspect ? 'suspect' : 'not'}`, () =>
      assert.deepEqual(suspects(verdicts), suspect ? [dp] : []));

  const seen: readonly (readonly [string, Partial<DpCycles>, boolean])[] = [
    ['49 results after 100', { results: 49, previousResults: 100 }, true],
    ['50 results after 100', { results: 50, previousResults: 100 }, false],
    ['5 after 25: a handful', { results: 5, previousResults: 25 }, false],
    ['4 after 25', { results: 4, previousResults: 25 }, true],
    ['more than before', { results: 100, previousResults: 20 }, false],
    ['not counted', { results: undefined, previousResults: 100 }, false],
    ['the one before not counted', { results: 0, previousResults: undefined }, false],
  ];
  for (const [what, counts, suspect] of seen)
    it(`${what}: ${suspect ? 'suspect' : 'not'}`, () =>
      assert.deepEqual(suspects({ validated: 100 }, counts), suspect ? [dp] : []));

  it('is told of DPs that left a mark only', () => {
    const findings = Array.from({ length: 30 }, (_, index) => ({
      packageId: String(index),
      dp,
      verdict: 'missing' as const,
    }));
    assert.deepEqual(
      suspectDps(new Map(), new Map([[dp, addToTally(emptyTally, 'missing', 30)]]), findings),
      [],
    );
  });
});

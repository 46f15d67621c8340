import assert from 'node:assert/strict';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import { findingOf, type PairCase } from './pairCase';

/** One line of a truth table: what the pair is like, how it differs from a verified one, its verdict. */
export type Line = readonly [what: string, differs: PairCase, verdict: Verdict];

/** A test a line. */
export const verdictTable = (lines: readonly Line[]): void => {
  for (const [what, differs, verdict] of lines)
    it(`${what}: ${verdict}`, () => {
      const finding = findingOf(differs);
      assert.equal(finding.verdict, verdict, finding.reason);
    });
};

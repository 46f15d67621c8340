import assert from 'node:assert/strict';
import type { Finding } from '../../../extension/core/reconcile/finding';
import { verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';
import type { Candidate } from '../../../extension/core/redistribute/candidate';
import { makePlan } from '../../../extension/core/redistribute/makePlan';
import type { DpSample } from '../../../extension/core/redistribute/suspicion';
import { candidateOf, dpNamed, quiet } from './candidates';

const dp = dpNamed('dp1.contoso.com');

/** The action, or the rule that leaves the pair alone. */
const repairs: Readonly<Record<Verdict, string>> = {
  notTargeted: 'distribute',
  dpGone: 'rule dpGone',
  removing: 'rule removing',
  removeFailed: 'rule removeFailed',
  deleted: 'rule deleted',
  unread: 'rule unread',
  noContent: 'rule noContent',
  siteProcessing: 'rule siteProcessing',
  inFlight: 'rule inFlight',
  stalled: 'rule stalled',
  cancelled: 'rule cancelled',
  missing: 'redistribute',
  hashFailed: 'redistribute',
  filesMissing: 'redistribute',
  corrupt: 'redistribute',
  distributionFailed: 'redistribute',
  oldVersion: 'redistribute',
  validated: 'rule nothingToRepair',
  newSinceCycle: 'validate',
  cycleBroken: 'validate',
  purged: 'validate',
  notValidating: 'validate',
  stale: 'validate',
  cycleNever: 'validate',
};

describe('repair takes the cheapest action', () => {
  for (const verdict of verdicts)
    it(`${verdict}: ${repairs[verdict]}`, () => {
      const { steps, refused } = makePlan('repair', [candidateOf('P0100001', dp, { verdict })], quiet);
      assert.equal(steps[0]?.action ?? `rule ${refused[0]?.rule}`, repairs[verdict]);
      for (const step of steps) {
        assert.notEqual(step.instead, '');
        assert.match(step.truth, /\w/);
      }
    });

  it('sends content where it lacks, and none where it is only checked', () => {
    const candidates = (['missing', 'stale', 'notTargeted'] as const).map((verdict, index) =>
      candidateOf(`P010000${index}`, dp, { verdict }),
    );
    const { steps, totals } = makePlan('repair', candidates, quiet);
    assert.deepEqual(
      steps.map(({ id, action, bytes }) => [id, action, bytes]),
      [
        ['1', 'redistribute', 1_000],
        ['2', 'validate', 0],
        ['3', 'distribute', 1_000],
      ],
    );
    assert.equal(totals.bytes, 2_000);
  });

  it('validates a sample of a suspect cycle, and leaves the rest until its results are there', () => {
    const suspects = Array.from({ length: 30 }, (_, index) =>
      candidateOf(`P01000${String(index).padStart(2, '0')}`, dp, { suspectCycle: true }),
    );
    const { steps, refused } = makePlan('repair', suspects, quiet);
    assert.deepEqual(
      steps.map(({ action }) => action),
      ['validate', 'validate', 'validate'],
    );
    assert.equal(refused.length, 27);
    assert.ok(refused.every(({ rule }) => rule === 'suspectCycle'));
  });

  const suspects = (sample: DpSample, more: Partial<Finding> = {}): readonly Candidate[] =>
    Array.from({ length: 30 }, (_, index) =>
      candidateOf(
        `P01000${String(index).padStart(2, '0')}`,
        dp,
        { suspectCycle: true, ...more },
        {},
        { sample },
      ),
    );
  const actionsOf = (candidates: readonly Candidate[]): readonly string[] => [
    ...new Set(makePlan('repair', candidates, quiet).steps.map(({ action }) => action)),
  ];

  it('sends everything when the sample of a suspect cycle found the same', () => {
    const confirmed = suspects({ since: 1, passed: 0, failed: 3 });
    assert.deepEqual(actionsOf(confirmed), ['redistribute']);
    assert.equal(makePlan('redistribute', confirmed, quiet).steps.length, 30);
  });

  it('validates package by package what a refuted cycle called missing, and sends none of it', () => {
    const refuted = suspects({ since: 1, passed: 1, failed: 4 });
    assert.deepEqual(actionsOf(refuted), ['validate']);
    assert.equal(makePlan('repair', refuted, quiet).steps.length, 30);
    assert.equal(makePlan('redistribute', refuted, quiet).steps.length, 0);
  });

  it('completes a sample that has begun', () => {
    const begun = suspects({ since: 1, passed: 0, failed: 2 });
    assert.equal(makePlan('repair', begun, quiet).steps.length, 1);
  });

  it('sends what failed by itself after a suspect cycle, whatever that cycle is worth', () => {
    const sample = { since: 5, passed: 1, failed: 2 };
    const own = suspects(sample, { verdict: 'hashFailed', since: 6 });
    assert.deepEqual(actionsOf(own), ['redistribute']);
    const ofCycle = suspects(sample, { verdict: 'hashFailed', since: 4 });
    assert.deepEqual(actionsOf(ofCycle), ['validate']);
  });

  it('fetches for a pull DP from a source that has the content', () => {
    const pull = dpNamed('pull.contoso.com', { isPullDp: true });
    const [without, with_] = [dpNamed('a.contoso.com'), dpNamed('b.contoso.com')];
    const pullSources = [
      { dp: without.key, dpName: without.serverName, has: false },
      { dp: with_.key, dpName: with_.serverName, has: true },
    ];
    const { steps } = makePlan('repair', [candidateOf('P0100001', pull, {}, {}, { pullSources })], quiet);
    assert.equal(steps[0]?.sourceDp, with_.key);
  });

  it('says who needs a package before it is removed', () => {
    const neededBy = (): string => "Boot image of task sequence 'Win 11' (P0100042)";
    const candidate = candidateOf('P0100001', dp, { verdict: 'validated' }, {}, { groups: ['All DPs'] });
    const [step] = makePlan('remove', [candidate], { ...quiet, neededBy }).steps;
    assert.match(
      step?.cautions.join(' ') ?? '',
      /Boot image of task sequence.*DP group asks for it there \(All DPs\)/,
    );
  });
});

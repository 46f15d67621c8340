import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksWrite, repairNeed, verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';
import type { Circumstances } from '../../../extension/core/redistribute/candidate';
import type { PairAction } from '../../../extension/core/redistribute/guards';
import { makePlan } from '../../../extension/core/redistribute/makePlan';
import { candidateOf, dpNamed } from './candidates';

const quiet: Circumstances = { validating: new Set() };
const dp = dpNamed('dp1.contoso.com');

const ruleFor = (action: PairAction, verdict: Verdict): string | undefined =>
  makePlan(action, [candidateOf('P0100001', dp, { verdict })], quiet, 0).refused[0]?.rule;

describe('guards', () => {
  const redistribution: Readonly<Record<Verdict, string | undefined>> = {
    notTargeted: 'notTargeted',
    dpGone: 'dpGone',
    removing: 'blocksWrite',
    removeFailed: 'blocksWrite',
    deleted: 'deleted',
    unread: 'blocksWrite',
    noContent: 'noContent',
    siteProcessing: 'blocksWrite',
    inFlight: 'blocksWrite',
    stalled: 'blocksWrite',
    cancelled: undefined,
    missing: undefined,
    hashFailed: undefined,
    filesMissing: undefined,
    corrupt: undefined,
    distributionFailed: undefined,
    oldVersion: undefined,
    validated: 'nothingToRepair',
    newSinceCycle: 'notProvedMissing',
    cycleBroken: 'notProvedMissing',
    purged: 'notProvedMissing',
    notValidating: 'notProvedMissing',
    stale: 'notProvedMissing',
    cycleNever: 'notProvedMissing',
  };
  for (const verdict of verdicts)
    it(`redistribute ${verdict}: ${redistribution[verdict] ?? 'planned'}`, () =>
      assert.equal(ruleFor('redistribute', verdict), redistribution[verdict]));

  it('validates whatever is there to validate, and nothing that is being written', () => {
    const planned = verdicts.filter((verdict) => ruleFor('validate', verdict) === undefined);
    assert.deepEqual(
      planned,
      verdicts.filter(
        (verdict) =>
          !blocksWrite(verdict) && !['notTargeted', 'dpGone', 'deleted', 'noContent'].includes(verdict),
      ),
    );
  });

  it('cancels only what is known to run', () =>
    assert.deepEqual(
      verdicts.filter((verdict) => ruleFor('cancel', verdict) === undefined),
      ['inFlight', 'stalled'],
    ));

  it('leaves a DP alone while its content validation runs', () => {
    const validating: Circumstances = { validating: new Set([dp.key]) };
    const [refused] = makePlan('redistribute', [candidateOf('P0100001', dp)], validating, 0).refused;
    assert.equal(refused?.rule, 'validationRunning');
  });

  it('names the DP on the site server, where a redistribution does nothing', () => {
    const siteServer = dpNamed('site.contoso.com', { isSiteServer: true });
    const [refused] = makePlan('redistribute', [candidateOf('P0100001', siteServer)], quiet, 0).refused;
    assert.equal(refused?.rule, 'siteServerDp');
    assert.match(refused.reason, /Update the package's content/);
  });

  it('takes one pair of a suspect cycle, refuses several, and always allows to validate them', () => {
    const suspects = ['P0100001', 'P0100002'].map((id) => candidateOf(id, dp, { suspectCycle: true }));
    assert.equal(makePlan('redistribute', suspects.slice(0, 1), quiet, 0).steps.length, 1);
    assert.deepEqual(
      makePlan('redistribute', suspects, quiet, 0).refused.map(({ rule }) => rule),
      ['suspectCycle', 'suspectCycle'],
    );
    assert.equal(makePlan('validate', suspects, quiet, 0).steps.length, 2);
  });

  it('writes nothing to a DP that was not read', () => {
    const unread = { ...candidateOf('P0100001', dp), dp: undefined };
    for (const action of ['redistribute', 'validate', 'cancel'] as const)
      assert.equal(makePlan(action, [unread], quiet, 0).refused[0]?.rule, 'dpNotRead');
  });

  it('never plans a redistribution that nothing asks for, whatever else holds', () => {
    const state = fc.record({
      verdict: fc.constantFrom(...verdicts),
      suspectCycle: fc.boolean(),
      isCloud: fc.boolean(),
      isSiteServer: fc.option(fc.boolean(), { nil: undefined }),
      isPullDp: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(state, { maxLength: 20 }), (states) => {
        const candidates = states.map(({ verdict, suspectCycle, ...traits }, index) =>
          candidateOf(`P010${index}`, dpNamed(`dp${index % 3}.contoso.com`, traits), {
            verdict,
            suspectCycle,
          }),
        );
        const plan = makePlan('redistribute', candidates, quiet, 0);
        assert.equal(plan.steps.length + plan.refused.length, candidates.length);
        for (const { verdict } of plan.steps)
          assert.ok(verdict !== undefined && !blocksWrite(verdict) && repairNeed(verdict) !== 'no');
      }),
    );
  });
});

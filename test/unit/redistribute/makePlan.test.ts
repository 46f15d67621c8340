import assert from 'node:assert/strict';
import { candidatesOf } from '../../../extension/core/redistribute/candidate';
import { makePlan } from '../../../extension/core/redistribute/makePlan';
import { candidateOf, dpNamed, noPlanFacts, packageOf, quiet } from './candidates';

const dp2 = dpNamed('dp2.contoso.com');
const dp10 = dpNamed('dp10.contoso.com');

describe('a plan', () => {
  it('counts what travels, and says how much of it is unknown', () => {
    const plan = makePlan(
      'redistribute',
      [
        candidateOf('P0100001', dp2, {}, { bytes: 500 }),
        candidateOf('P0100001', dp10, {}, { bytes: 500 }),
        candidateOf('P0100002', dp2, {}, { bytes: undefined }),
        candidateOf('P0100003', dp2, { verdict: 'validated' }, { bytes: 9_999 }),
      ],
      quiet,
    );
    assert.deepEqual(plan.totals, {
      packages: 2,
      distributionPoints: 2,
      bytes: 1_000,
      stepsOfUnknownSize: 1,
    });
    assert.equal(plan.steps[2]?.bytes, undefined);
  });

  it('moves nothing when it validates', () => {
    const plan = makePlan('validate', [candidateOf('P0100001', dp2, {}, { bytes: undefined })], quiet);
    assert.deepEqual([plan.totals.bytes, plan.totals.stepsOfUnknownSize], [0, 0]);
  });

  it('addresses the instance by the exact keys of the finding', () => {
    const nalPath = '["Display=\\\\DP2.contoso.com\\"]MSWNET:["SMS_SITE=S02"]\\\\DP2.contoso.com\\';
    const moved = dpNamed('dp2.contoso.com', { nalPath, siteCode: 'S02' });
    const { steps } = makePlan('redistribute', [candidateOf('P0100001', moved)], quiet);
    assert.deepEqual([steps[0]?.nalPath, steps[0]?.siteCode], [nalPath, 'S02']);
  });

  it('has another hash as soon as a step differs', () => {
    const hashOf = (...ids: string[]): string =>
      makePlan(
        'redistribute',
        ids.map((id) => candidateOf(id, dp2)),
        quiet,
      ).hash;
    assert.match(hashOf('P0100001'), /^[0-9a-f]{16}$/);
    assert.equal(hashOf('P0100001', 'P0100002'), hashOf('P0100001', 'P0100002'));
    assert.equal(new Set([hashOf('P0100001'), hashOf('P0100002'), hashOf('P0100001', 'P0100002')]).size, 3);
  });

  it('warns before a cancelled distribution is sent again and before a pull DP is told to fetch', () => {
    const pull = dpNamed('pull.contoso.com', { isPullDp: true });
    const { steps } = makePlan(
      'redistribute',
      [candidateOf('P0100001', pull, { verdict: 'cancelled' })],
      quiet,
    );
    assert.match(steps[0]?.cautions.join(' ') ?? '', /cancelled this distribution.*Pull DP/);
  });
});

describe('candidates', () => {
  it('are each pair once, sorted by DP as people count, and keep a pair whose ends were not read', () => {
    const inventory = {
      siteCode: 'P01',
      siteName: 'Contoso',
      siteServer: 'site.contoso.com',
      distributionPoints: [dp10, dp2],
      groups: [],
      packages: [packageOf('P0100001')],
      readAt: 0,
    };
    const gone = dpNamed('gone.contoso.com');
    const candidates = candidatesOf(
      [
        candidateOf('P0100001', dp10).finding,
        candidateOf('P0100001', dp2).finding,
        candidateOf('P0100001', dp10).finding,
        candidateOf('P0100009', gone).finding,
      ],
      inventory,
      noPlanFacts,
    );
    assert.deepEqual(
      candidates.map(({ dp, package: content, finding }) => [
        dp?.serverName,
        content?.name,
        finding.packageId,
      ]),
      [
        ['dp2.contoso.com', 'Package P0100001', 'P0100001'],
        ['dp10.contoso.com', 'Package P0100001', 'P0100001'],
        [undefined, undefined, 'P0100009'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { planDpValidation } from '../../../extension/core/validate/planDpValidation';
import { dpNamed, quiet } from '../redistribute/candidates';

describe('a plan to validate DPs', () => {
  const running = dpNamed('busy.contoso.com');
  const plan = planDpValidation(
    [
      dpNamed('dp1.contoso.com'),
      dpNamed('pull.contoso.com', { isPullDp: true, validates: false }),
      dpNamed('cloud.contoso.com', { isCloud: true }),
      dpNamed('site.contoso.com', { isSiteServer: true }),
      running,
    ],
    {
      ...quiet,
      caps: { ...quiet.caps, dpsAtOnce: 2, spreadMinutes: 30 },
      validating: new Set([running.key]),
      cycles: new Map(),
    },
  );

  it('starts smsdpmon.exe where there is one and none runs', () =>
    assert.deepEqual(
      plan.steps.map(({ dpName, action }) => [dpName, action]),
      [
        ['dp1.contoso.com', 'validateDp'],
        ['pull.contoso.com', 'validateDp'],
        ['site.contoso.com', 'validateDp'],
      ],
    ));

  it('says by which rule the others are left alone', () =>
    assert.deepEqual(
      plan.refused.map(({ dpName, rule }) => [dpName, rule]),
      [
        ['cloud.contoso.com', 'cloudDp'],
        ['busy.contoso.com', 'validationRunning'],
      ],
    ));

  it('says before what is special about a pull DP without a validation schedule', () =>
    assert.match(plan.steps[1]?.cautions.join(' ') ?? '', /Pull DP.*validation is off/));

  it('says before what does not work on a site server, and that nothing that has begun is taken back', () => {
    assert.match(plan.steps[2]?.cautions.join(' ') ?? '', /not documented.*updating the package/);
    assert.match(plan.notes.join(' '), /At most 2 .*30 minutes.*of 3 it is not known.*cannot be cancelled/);
  });

  it('moves no bytes', () =>
    assert.deepEqual(plan.totals, { packages: 0, distributionPoints: 3, bytes: 0, stepsOfUnknownSize: 0 }));
});

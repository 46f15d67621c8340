import assert from 'node:assert/strict';
import { tallyChange } from '../../../extension/core/siteTree/tallyChange';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import { dpNamed } from '../redistribute/candidates';
import { siteOf } from './sites';

const tallies = (onDp2: Verdict) =>
  siteOf(['dp1.contoso.com', 'dp2.contoso.com'], ['P0100001', 'P0100002'], (packageId, dp) =>
    dp === 'dp2.contoso.com' && packageId === 'P0100001' ? onDp2 : 'hashFailed',
  ).tallies;

describe('what a read changed', () => {
  it('is only where a tally differs', () => {
    const { dps, packages, site } = tallyChange(tallies('missing'), tallies('inFlight'));
    assert.deepEqual([...dps.keys], [dpNamed('dp2.contoso.com').key]);
    assert.deepEqual([...packages.keys], ['P0100001']);
    assert.equal(site, false);
  });

  it('keeps lists in their order while every entry stands as before', () =>
    assert.equal(tallyChange(tallies('missing'), tallies('inFlight')).dps.reordered, false));

  it('is nothing for a verdict of the same class', () => {
    const { dps, packages, groups } = tallyChange(tallies('missing'), tallies('corrupt'));
    assert.deepEqual([dps.keys.size, packages.keys.size, groups.keys.size], [0, 0, 0]);
  });
});

import assert from 'node:assert/strict';
import { listDps, listPackages, listPairs } from '../../../extension/core/siteTree/listing';
import { dpNamed } from '../redistribute/candidates';
import { siteOf } from './sites';

describe('lists of the tree', () => {
  const { index, findings, tallies } = siteOf(
    ['dp10.contoso.com', 'dp2.contoso.com', 'dp1.contoso.com', 'empty.contoso.com'],
    ['P0100001', 'P0100002'],
    (packageId, dp) => {
      if (dp === 'empty.contoso.com') return undefined;
      if (dp === 'dp2.contoso.com' && packageId === 'P0100002') return 'missing';
      return 'validated';
    },
  );
  const namesOf = (keys: readonly string[]): readonly string[] => keys.map((key) => key.split('.')[0] ?? '');

  it('show what is in trouble first, then names as people count, then what has no content', () =>
    assert.deepEqual(namesOf(listDps(index, tallies, undefined)), ['dp2', 'dp1', 'dp10', 'empty']));

  it('show all of it by name while nothing was read', () =>
    assert.deepEqual(namesOf(listDps(index, undefined, undefined)), ['dp1', 'dp2', 'dp10', 'empty']));

  it('show the members of a group only', () => {
    const members = ['dp10.contoso.com', 'dp1.contoso.com'].map((name) => dpNamed(name).key);
    assert.deepEqual(namesOf(listDps(index, tallies, undefined, members)), ['dp1', 'dp10']);
  });

  it('put a package with a problem on one DP before the others', () =>
    assert.deepEqual(listPackages(index, tallies, undefined), ['P0100002', 'P0100001']));

  it('name the pairs of a package by DP, the missing one first', () => {
    const pairs = findings.filter(({ packageId }) => packageId === 'P0100002');
    assert.deepEqual(
      listPairs(pairs, 'dp', index, undefined).map(({ dp, verdict }) => [dp.split('.')[0], verdict]),
      [
        ['dp2', 'missing'],
        ['dp1', 'validated'],
        ['dp10', 'validated'],
      ],
    );
  });
});

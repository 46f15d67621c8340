import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tallyOf, listDps, listGroups, listPackages } from '../../../extension/core/siteTree/listing';
import { TreeFilter } from '../../../extension/core/siteTree/treeFilter';
import { verdicts } from '../../../extension/core/reconcile/verdict';
import { dpNamed } from '../redistribute/candidates';
import { siteOf } from './sites';

describe('the filter of the tree', () => {
  const group = {
    groupId: '{1}',
    name: 'Branches',
    description: '',
    members: [dpNamed('dp2.contoso.com').key],
    packageIds: ['P0100001'],
  };
  const { index, tallies } = siteOf(
    ['dp1.contoso.com', 'dp2.contoso.com'],
    ['P0100001', 'P0100002'],
    (packageId, dp) => (dp === 'dp2.contoso.com' && packageId === 'P0100001' ? 'missing' : 'validated'),
    { groups: [group] },
  );
  const shown = (text: string): readonly (readonly string[])[] => {
    const filter = new TreeFilter(text);
    return [
      listDps(index, tallies, filter).map((key) => key.split('.')[0] ?? ''),
      listGroups(index, tallies, filter),
      listPackages(index, tallies, filter),
    ];
  };

  it('takes a word as a part of a name, of a DP with its groups as of a package', () => {
    assert.deepEqual(shown('dp2'), [['dp2'], ['{1}'], []]);
    assert.deepEqual(shown('0002'), [[], [], ['P0100002']]);
    assert.deepEqual(shown('branch'), [['dp2'], ['{1}'], []]);
  });

  it('shows where a state occurs, in classes and in verdicts', () => {
    assert.deepEqual(shown('state:problems'), [['dp2'], ['{1}'], ['P0100001']]);
    assert.deepEqual(shown('state:missing'), [['dp2'], ['{1}'], ['P0100001']]);
    assert.deepEqual(shown('state:running'), [[], [], []]);
  });

  it('leaves to the pairs what a node cannot tell', () => {
    assert.deepEqual(shown('dp:dp1'), [['dp1'], [], ['P0100001', 'P0100002']]);
    assert.deepEqual(shown('size>1GB'), [['dp2', 'dp1'], ['{1}'], []]);
  });

  it('says what is wrong with a filter, and what to do', () =>
    assert.throws(() => new TreeFilter('state:lost'), /lost/));

  it('never hides a node below which a pair matches a filter of fields', () => {
    const term = fc.oneof(
      fc.constantFrom(...verdicts, 'problems', 'running', 'unknown').map((state) => `state:${state}`),
      fc.constantFrom('dp:dp1', 'dp=dp2.contoso.com', 'group:branch', 'package:0001', 'type:package'),
      fc.constantFrom('size>999B', 'size<5B', 'repair:yes', 'reason:pass', 'impact:unknown', 'needed:x'),
    );
    const negatable = fc.tuple(fc.boolean(), term).map(([negated, text]) => (negated ? `-${text}` : text));
    const text = fc
      .tuple(fc.array(negatable, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', ' or '))
      .map(([terms, joint]) => terms.join(joint));
    const states = fc.array(fc.option(fc.constantFrom(...verdicts), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, states, (words, verdictsOfPairs) => {
        let next = 0;
        const site = siteOf(
          ['dp1.contoso.com', 'dp2.contoso.com'],
          ['P0100001', 'P0100002'],
          () => verdictsOfPairs[next++],
          { groups: [group] },
        );
        const filter = new TreeFilter(words);
        for (const finding of site.findings.filter((one) => filter.showsPair(one, site.index))) {
          const dp = site.index.dps.get(finding.dp);
          const content = site.index.packages.get(finding.packageId);
          assert.ok(dp && filter.showsDp(dp, site.index, tallyOf(site.tallies.byDp, dp.key)));
          assert.ok(
            content &&
              filter.showsPackage(content, site.index, tallyOf(site.tallies.byPackage, content.packageId)),
          );
        }
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { impactLevels, type ImpactLevel } from '../../../extension/core/impact/impactLevel';
import { needSources } from '../../../extension/core/impact/needSource';
import {
  comparePairImpacts,
  pairReason,
  SiteImpact,
  type PairImpact,
} from '../../../extension/core/impact/siteImpact';
import type { SiteNeeds } from '../../../extension/core/impact/siteNeeds';
import { anyBoundaryGroup, anyDeployment, anyNeeds, anySequence, dps, now, packageIds } from './anyNeeds';

const impactsOf = (needs: SiteNeeds | undefined): readonly PairImpact[] => {
  const site = new SiteImpact({ packages: [], readAt: now, ...(needs && { needs }) });
  return packageIds.flatMap((packageId) =>
    dps.map((dp) => ({ content: site.ofPackage(packageId), lean: site.ofDp(dp) })),
  );
};

const sign = (a: PairImpact, b: PairImpact): number => Math.sign(comparePairImpacts(a, b));

const place = (level: ImpactLevel): number => impactLevels.indexOf(level);

/** No pair that `after` adds nothing but needs to is ranked lower than before. */
const assertNoneLower = (before: SiteNeeds, after: SiteNeeds): void => {
  const later = impactsOf(after);
  for (const [at, impact] of impactsOf(before).entries()) {
    const now = later[at];
    assert.ok(
      now && comparePairImpacts(now, impact) <= 0,
      `${pairReason(impact)} -> ${now && pairReason(now)}`,
    );
  }
};

describe('the impact of pairs', () => {
  it('orders them in one way: antisymmetric, transitive, equal to itself', () =>
    fc.assert(
      fc.property(fc.array(anyNeeds, { minLength: 1, maxLength: 3 }), (sites) => {
        const impacts = sites.flatMap(impactsOf).slice(0, 14);
        for (const a of impacts) {
          assert.equal(sign(a, a), 0);
          for (const b of impacts) {
            assert.equal(sign(a, b), 0 - sign(b, a));
            for (const c of impacts) if (sign(a, b) <= 0 && sign(b, c) <= 0) assert.ok(sign(a, c) <= 0);
          }
        }
      }),
      { numRuns: 50 },
    ));

  it('never falls when another deployment, task sequence or boundary group comes to need them', () =>
    fc.assert(
      fc.property(
        anyNeeds,
        anyDeployment,
        anySequence,
        anyBoundaryGroup,
        (needs, deployment, sequence, group) => {
          assertNoneLower(needs, { ...needs, deployments: [...needs.deployments, deployment] });
          assertNoneLower(needs, { ...needs, boundaryGroups: [...needs.boundaryGroups, group] });
          if (needs.taskSequences.every(({ packageId }) => packageId !== sequence.packageId))
            assertNoneLower(needs, {
              ...needs,
              // A new task sequence is no package that an older one has used.
              taskSequences: [
                ...needs.taskSequences.map((one) => ({
                  ...one,
                  references: one.references.filter((id) => id !== sequence.packageId),
                })),
                sequence,
              ],
            });
        },
      ),
      { numRuns: 300 },
    ));

  it('is not "none" where something was not read that could tell of a need', () =>
    fc.assert(
      fc.property(
        anyNeeds,
        fc.constantFrom('taskSequences', 'references', 'deployments'),
        (needs, source) => {
          const all = impactsOf({ ...needs, notRead: [source] });
          assert.ok(all.every(({ content }) => content.level !== 'none'));
        },
      ),
    ));

  it('says why, whatever the site says', () =>
    fc.assert(
      fc.property(anyNeeds, (needs) => {
        for (const impact of impactsOf(needs)) {
          assert.match(pairReason(impact), /^[A-Z][^]*[^ ,;]\.$/);
          assert.doesNotMatch(pairReason(impact), /undefined|NaN|Infinity|, ,|''/);
        }
      }),
    ));

  it('puts OSD first, then what is due, required, offered, used by a sequence that nobody runs', () => {
    const order: readonly ImpactLevel[] = [
      'bootImage',
      'taskSequence',
      'due',
      'required',
      'available',
      'referenced',
    ];
    assert.deepEqual(
      [...order].sort((a, b) => place(a) - place(b)),
      order,
    );
    assert.ok(place('unknown') < place('none') && place('referenced') < place('unknown'));
  });

  it('is not known of anything before it was read', () => {
    for (const impact of impactsOf(undefined)) {
      assert.equal(impact.content.level, 'unknown');
      assert.match(impact.content.reason, /not read/);
    }
    assert.equal(needSources.length, 6);
  });
});

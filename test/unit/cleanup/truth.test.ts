import assert from 'node:assert/strict';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import { cleanupStandings, type CleanupStanding } from '../../../extension/core/library/cleanup/judgeItem';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { now, withReviewing, type Reviewing } from './reviewing';
import { deleteObstacles, receiptOf } from '../../../extension/core/library/cleanup/deleteReceipt';

const seeds = process.env.SOAK === undefined ? [1, 3, 8] : Array.from({ length: 50 }, (_, at) => at + 1);

/** What is truly so of an item of a DP's log: by groups, needs and targets of the generated site. */
const truly = ({ engine }: Reviewing, packageId: string, { key }: DemoDp): CleanupStanding => {
  const { model, truth } = engine.site;
  const known = truth.pairs.get(pairId(packageId, key));
  if (known !== undefined) return 'mistake';
  const { sequences, deployments } = model.needs;
  const needs = sequences.some(
    ({ boot, content }) =>
      boot?.packageId === packageId || content.some((one) => one.packageId === packageId),
  );
  const isDeployed = deployments.some(
    (one) => one.packageId === packageId && (one.expires ?? Infinity) > model.options.now,
  );
  return needs || isDeployed ? 'mistake' : 'safe';
};

describe('a review of what the cleanup tool would delete equals the truth of a generated site', () => {
  for (const seed of seeds)
    it(`with seed ${seed}`, () =>
      withReviewing({ seed }, async (reviewing) => {
        let flaggedByGroup = 0;
        const met = new Set<CleanupStanding>();
        for (const dp of reviewing.dps) {
          const { items } = reviewing.engine.libraries.whatIfOf(dp);
          const { review, log } = await reviewing.review(dp);
          assert.deepEqual(
            new Map(review.rows.map(({ id, bytes }) => [id, bytes])),
            new Map(
              [...items].toSorted(
                ([a], [b]) =>
                  review.rows.findIndex(({ id }) => id === a) - review.rows.findIndex(({ id }) => id === b),
              ),
            ),
          );
          for (const { id, standing, evidence } of review.rows) {
            assert.equal(standing, truly(reviewing, id, dp), `${id} on ${dp.server}`);
            met.add(standing);
            if (evidence.some(({ source }) => source === 'group')) flaggedByGroup++;
          }
          const order = review.rows.map(({ standing }) => cleanupStandings.indexOf(standing));
          assert.deepEqual(
            order,
            order.toSorted((a, b) => a - b),
          );
          assert.equal(log.reading.notRecognised.count, 4);
        }
        assert.ok(flaggedByGroup > 0);
        assert.deepEqual(met, new Set(['mistake', 'safe']));
      })).timeout(30_000);

  it('with what is on its way since the what-if, which stops everything', () =>
    withReviewing({ seed: 3 }, async (reviewing) => {
      const { engine, dps } = reviewing;
      for (const dp of dps) {
        const before = await reviewing.review(dp);
        const item = before.review.rows.find(({ evidence }) => evidence[0]?.source === 'group');
        if (item === undefined || dp.profile === 'validationOff') continue;
        const path = {
          className: 'SMS_DistributionPoint',
          keys: { PackageID: item.id, ServerNALPath: dp.nalPath, SiteCode: dp.siteCode },
        };
        const added = await engine.cim
          .invokeOn(
            engine.info.provider,
            { className: 'SMS_Package', keys: { PackageID: item.id } },
            'AddDistributionPoints',
            { SiteCode: [dp.siteCode], NALPath: [dp.nalPath] },
            new AbortController().signal,
          )
          .catch(() => undefined);
        if (added === undefined) continue;
        await engine.advance(60_000);
        const after = await reviewing.review(dp);
        const found = after.review.rows.find(({ id }) => id === item.id);
        assert.equal(found?.standing, 'inFlight', JSON.stringify([path, found]));
        const agreed = new Set(after.review.rows.map(({ id }) => id));
        assert.match(deleteObstacles({ ...after, agreed }, now).join(), /On their way to this/);
        assert.equal(receiptOf({ ...after, agreed }, now), undefined);
        return;
      }
      assert.fail('Nothing could be distributed again.');
    })).timeout(30_000);

  it('on a site of release 1806, and says what that one does not tell', () =>
    withReviewing({ seed: 1, release: '1806' }, async (reviewing) => {
      for (const dp of reviewing.dps.slice(0, 3)) {
        const { review } = await reviewing.review(dp);
        for (const { id, standing } of review.rows)
          assert.ok(standing === truly(reviewing, id, dp) || standing === 'unknown', `${id} on ${dp.server}`);
      }
    })).timeout(30_000);
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planSite } from '../../../extension/adapters/demo/site/siteModel';
import { planStatusRules } from '../../../extension/adapters/demo/site/statusRules';
import { queryPropertyLists } from '../../../extension/adapters/demo/provider/propertyLists';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import { checkStatusRules } from '../../../extension/app/statusRules/checkStatusRules';
import type { ValidatingDp } from '../../../extension/core/statusRules/check/retentionProblems';
import type { RuleFinding } from '../../../extension/core/statusRules/check/ruleFinding';
import type { CimQuery } from '../../../extension/ports/cim';
import { never, now, anySeed, runs, stillSite } from '../../adapters/demoSites';

const told = ({
  rule,
  kind,
  certainty,
}: Pick<RuleFinding, 'rule' | 'certainty'> & { readonly kind: string }): string =>
  `${rule}: ${kind}, ${certainty}`;

const dpOf = ({ server, validates, isCloud, schedule }: DemoDp): ValidatingDp => ({
  serverName: server,
  validates,
  isCloud,
  validationSchedule: schedule === '' ? undefined : schedule,
});

describe('what is found in status filter rules', () => {
  it('is what is wrong with them, whatever the site', () =>
    fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const model = planSite({ size: 'small', seed, release: 'current', now });
        const { rules, truth } = planStatusRules(model);
        const wmi = {
          async *query(_target: unknown, query: CimQuery) {
            yield* await Promise.resolve(queryPropertyLists(rules, query));
          },
        };
        const info = {
          siteCode: model.siteCode,
          siteName: '',
          provider: { computer: model.siteServer, namespace: '' },
        };
        const clock = { now: () => now, sleep: () => Promise.resolve() };
        const { findings } = await checkStatusRules({ info, wmi, clock }, model.dps.map(dpOf), never);
        assert.deepEqual(findings.map(told).sort(), truth.map(told).sort());
        for (const { words, advice } of findings) assert.ok(words.length > 20 && advice.length > 10);
      }),
      runs(150, 3000),
    ));

  it('is found through the provider of the demo site, and not what rules of other sites do', async () => {
    const engine = await stillSite(3);
    try {
      const { statusRules, model } = engine.site;
      assert.ok(statusRules.rules.some(({ siteCode }) => siteCode !== model.siteCode));
      const site = { info: engine.info, wmi: engine.cim, clock: engine.clock };
      const { rules, findings } = await checkStatusRules(site, model.dps.map(dpOf), never);
      assert.deepEqual(
        rules.map(({ name }) => name),
        statusRules.rules.filter(({ siteCode }) => siteCode === model.siteCode).map(({ name }) => name),
      );
      assert.deepEqual(findings.map(told).sort(), statusRules.truth.map(told).sort());
    } finally {
      await engine.close();
    }
  });
});

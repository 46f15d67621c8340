import assert from 'node:assert/strict';
import type { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { applyPlan } from '../../../extension/app/applyPlan';
import type { StepOutcome } from '../../../extension/core/redistribute/plan';
import type { FindingsScope } from '../../../extension/ports/findings';
import { messagesAfter, newestRecord, planWith, stepsFor, stillSite, writable } from './demo';

const ignore = (): void => undefined;
const neverStop = (): AbortSignal => new AbortController().signal;
const kinds = (outcomes: readonly StepOutcome[]): readonly string[] => outcomes.map(({ kind }) => kind);
const causeOf = (outcome: StepOutcome | undefined): string =>
  outcome !== undefined && 'cause' in outcome ? outcome.cause : '';

describe('writing a plan to the demo site', () => {
  let site: DemoEngine;
  before(async () => (site = await stillSite()));
  after(() => site.close());

  it('redistributes: the site says so, and tells which pair changed', async () => {
    const [step] = stepsFor(site, 'redistribute');
    assert.ok(step);
    const since = newestRecord(site);
    const changed: FindingsScope[] = [];
    const unregister = site.onDidChange((scopes) => changed.push(...scopes));
    const outcomes = await applyPlan(writable(site), planWith('redistribute', [step]), ignore, neverStop());
    assert.deepEqual(outcomes, [{ kind: 'accepted', at: site.clock.now() }]);
    await site.advance(24 * 60 * 60 * 1000);
    unregister();
    assert.ok(messagesAfter(site, since).some(({ id }) => id === 2330));
    assert.ok(changed.some(({ packageId, dp }) => packageId === step.packageId && dp === step.dp));
  });

  it('skips what is no longer targeted, and goes on', async () => {
    const steps = stepsFor(site, 'validate').slice(0, 2);
    const [first, second] = steps;
    assert.ok(first && second);
    const plan = planWith('validate', [{ ...first, siteCode: 'XXX' }, second]);
    const outcomes = await applyPlan(writable(site), plan, ignore, neverStop());
    assert.deepEqual(kinds(outcomes), ['skipped', 'accepted']);
    assert.match(causeOf(outcomes[0]), /no longer targeted/);
  });

  it('stops after the step at work, and says what was not done', async () => {
    const plan = planWith('validate', stepsFor(site, 'validate').slice(0, 4));
    const stop = new AbortController();
    const outcomes = await applyPlan(
      writable(site),
      plan,
      (index, { kind }) => {
        if (index === 1 && kind === 'writing') stop.abort();
      },
      stop.signal,
    );
    assert.deepEqual(kinds(outcomes), ['accepted', 'accepted', 'skipped', 'skipped']);
    assert.match(causeOf(outcomes[2]), /Stopped before/);
  });

  it('tries a provider that does not answer once, not once a step', async () => {
    const plan = planWith('redistribute', stepsFor(site, 'redistribute').slice(0, 3));
    const provider = { ...site.info.provider, computer: 'nowhere.contoso.com' };
    const outcomes = await applyPlan({ ...writable(site), provider }, plan, ignore, neverStop());
    assert.deepEqual(kinds(outcomes), ['failed', 'skipped', 'skipped']);
    for (const outcome of outcomes) assert.match(causeOf(outcome), /nowhere\.contoso\.com/);
  });

  it('starts validation of a whole DP, which leaves the marks of a cycle', async () => {
    const [step] = stepsFor(site, 'validateDp');
    assert.ok(step);
    const since = newestRecord(site);
    const outcomes = await applyPlan(writable(site), planWith('validateDp', [step]), ignore, neverStop());
    assert.deepEqual(kinds(outcomes), ['accepted']);
    await site.advance(24 * 60 * 60 * 1000);
    const said = messagesAfter(site, since).map(({ id }) => id);
    assert.ok(said.includes(2393) && said.includes(2386), said.join(', '));
  });

  it('says of a DP that does not answer that it does not, and goes on with the next', async () => {
    const [step] = stepsFor(site, 'validateDp');
    assert.ok(step);
    const plan = planWith('validateDp', [{ ...step, dpName: 'off.contoso.com' }, step]);
    const outcomes = await applyPlan(writable(site), plan, ignore, neverStop());
    assert.deepEqual(kinds(outcomes), ['failed', 'accepted']);
    assert.match(causeOf(outcomes[0]), /off\.contoso\.com/);
  });

  it('reports each step as it is begun and as it ends', async () => {
    const plan = planWith('cancel', stepsFor(site, 'cancel').slice(0, 2));
    const told: string[] = [];
    await applyPlan(writable(site), plan, (index, { kind }) => told.push(`${index} ${kind}`), neverStop());
    assert.deepEqual(told, ['0 writing', '0 accepted', '1 writing', '1 accepted']);
  });
});

import assert from 'node:assert/strict';
import type { StepOutcome } from '../../extension/core/redistribute/plan';
import type { PlanState } from '../../extension/protocol/planPage';
import { withBrowser } from './support/browser';
import { columnTexts, rowAt, rowsOf } from './support/gridReading';
import { makePlan, openPlan, planStep, review, written, type OpenPlan } from './support/plans';

const plan = makePlan(9, 3);
const accepted: StepOutcome = { kind: 'accepted', at: Date.UTC(2026, 10, 21, 12, 5) };
const waiting: StepOutcome = { kind: 'waiting' };
const times = (count: number, outcome: StepOutcome): readonly StepOutcome[] =>
  Array.from({ length: count }, () => outcome);

describe('plan page', () => {
  const browser = withBrowser();
  let open: OpenPlan;

  const show = async (state: PlanState): Promise<OpenPlan['page']> => {
    open = await openPlan(browser(), state);
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('shows before anything is written what is sent where, how much and why', async () => {
    const page = await show(review(plan));
    await page.getByRole('heading', { name: 'Redistribute 9 packages to 7 distribution points' }).waitFor();
    await page.getByText('Nothing has been written yet.').waitFor();
    await page.getByText('54.8 GB will be sent, and 1 step of unknown size.').waitFor();
    await page.getByText('A pull DP: it fetches the content from its source DP.').first().waitFor();
    assert.equal((await columnTexts(page, 'Size'))[4], 'unknown');
    assert.equal((await columnTexts(page, 'Size'))[0], '1.37 GB');
    assert.equal((await columnTexts(page, 'Package'))[1], planStep(1).packageName);
    const why = await rowAt(page, 0).innerText();
    assert.ok(why.includes(planStep(0).reason));
  });

  it('says what is left alone and by which rule', async () => {
    const page = await show(review(plan));
    await page.getByText('3 pairs you chose are left alone.').waitFor();
    await page.getByRole('button', { name: 'Show why' }).click();
    await page.locator('[role=tab][aria-selected=true]', { hasText: 'Left alone (3)' }).waitFor();
    assert.equal(await rowsOf(page).count(), 3);
    assert.match(await rowAt(page, 0).innerText(), /another would only send it again/);
  });

  it('confirms the plan that is shown, once it is asked to, and says when that is refused', async () => {
    const page = await show(review(plan));
    const confirm = page.getByRole('button', { name: /^Redistribute 9 packages to 7/ });
    await confirm.waitFor();
    assert.deepEqual(open.confirmed, []);
    await confirm.click();
    open.refuse('The site that this plan was made for is no longer connected.');
    await confirm.click();
    await page.getByRole('alert').getByText('no longer connected').waitFor();
    assert.deepEqual(open.confirmed, ['abc123']);
  });

  it('writes nothing when it is cancelled', async () => {
    const page = await show(review(plan));
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.waitForTimeout(50);
    assert.equal(open.cancels(), 1);
    assert.deepEqual(open.confirmed, []);
  });

  it('follows each step, and stops after the one at work', async () => {
    const page = await show(review(plan));
    await rowsOf(page).first().waitFor();
    open.tell(written(plan, 'running', [accepted, accepted, { kind: 'writing' }, ...times(6, waiting)]));
    await page.getByText('2 of 9 steps done').waitFor();
    assert.equal(await page.getByRole('progressbar').getAttribute('aria-valuenow'), '2');
    await rowAt(page, 2).getByText('Writing').waitFor();
    await page.getByRole('button', { name: 'Stop after this step' }).click();
    open.tell(written(plan, 'stopping', [accepted, accepted, { kind: 'writing' }, ...times(6, waiting)]));
    await page.locator('button:disabled', { hasText: 'Stopping' }).waitFor();
    assert.equal(open.cancels(), 1);
  });

  it('shows at the end what did not work first, with its cause', async () => {
    const cause = 'RefreshNow failed with 0x80041001. Look at SMSProv.log.';
    const outcomes = [...times(8, accepted), { kind: 'failed', cause } as const];
    const page = await show(written(plan, 'done', outcomes));
    await page.getByRole('heading', { name: 'The site accepted 8 of 9 steps' }).waitFor();
    await page.getByText('1 step failed.').waitFor();
    assert.ok((await rowAt(page, 0).innerText()).includes(cause));
    await page.getByText('Accepted means asked for, not finished.').waitFor();
  });

  it('offers no confirmation when nothing is left to write', async () => {
    const page = await show(review(makePlan(0, 3)));
    await page.getByRole('heading', { name: 'Nothing to redistribute' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Redistribute/ }).count(), 0);
    await rowAt(page, 2).waitFor();
  });

  it('says after a reload that the plan is gone and nothing more is written', async () => {
    const page = await show({ plan: undefined, phase: 'review', outcomes: [] });
    await page.getByRole('heading', { name: 'This plan is gone' }).waitFor();
    await page.getByText('Nothing more will be written').waitFor();
  });
});

import assert from 'node:assert/strict';
import type { StepOutcome } from '../../extension/core/redistribute/plan';
import type { PlanState } from '../../extension/protocol/planPage';
import { withBrowser } from './support/browser';
import { columnTexts, rowAt, rowsOf } from './support/gridReading';
import { makePlan, openPlan, planStep, repairPlan, review, written, type OpenPlan } from './support/plans';

/** 9 steps on 7 distribution points: each of these stands above its steps. */
const plan = makePlan(9, 3);
/** Row of the first step, below its distribution point. */
const firstStep = 1;
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
    const sizes = await columnTexts(page, 'Size');
    assert.ok(sizes.includes('unknown'), sizes.join());
    assert.equal(sizes[firstStep], '1.37 GB');
    const why = await rowAt(page, firstStep).innerText();
    assert.ok(why.includes(planStep(0).reason));
  });

  it('stands each step below its distribution point, with what goes there and how long it may take', async () => {
    const page = await show(review(repairPlan(12)));
    const dp = await rowAt(page, 0).innerText();
    assert.match(dp, /ZRH-DP1\.corp\.example[\s\S]*2 steps[\s\S]*About .* between/);
    assert.equal(await rowsOf(page).count(), 12 + 7);
    for (const chip of ['4 Redistribute', '4 Validate', '4 Distribute'])
      await page.locator('.actions li', { hasText: chip }).waitFor();
    await page.getByText('Not read: maintenance mode').waitFor();
  });

  it('tells of the chosen step why, by which evidence, and why nothing else', async () => {
    const page = await show(review(plan));
    await rowAt(page, firstStep).click();
    const details = page.getByRole('region', { name: 'The chosen step' });
    await details.getByText(planStep(0).instead).waitFor();
    for (const words of [planStep(0).truth, 'State 0, version 3']) await details.getByText(words).waitFor();
    for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
    await details.getByText('ZRH-DP2.corp.example').waitFor();
  });

  it('shows where content goes, the most first, and what is not known of a line', async () => {
    const page = await show(review(plan));
    await page.getByRole('tab', { name: 'Where it goes (7)' }).click();
    await rowAt(page, 0).getByText('ZRH-DP2.corp.example').waitFor();
    assert.match((await columnTexts(page, 'Time')).join('\n'), /Not known: no finished job tells/);
    assert.match(
      (await columnTexts(page, 'Limits')).join('\n'),
      /rate limits are on, how much they leave was not read/,
    );
  });

  it('asks for the number of steps where the plan is over its caps, and takes no other', async () => {
    const caps = { steps: 5, distributionPoints: 50, bytes: 1e15 };
    const page = await show(review(makePlan(9, 0, { caps })));
    await page.getByText('This plan is over its caps: 9 steps, the cap is 5.').waitFor();
    const confirm = page.getByRole('button', { name: /^Redistribute 9 packages/ });
    assert.ok(await confirm.isDisabled());
    const box = page.getByRole('textbox');
    await box.fill('8');
    await box.press('Enter');
    assert.ok(await confirm.isDisabled());
    assert.deepEqual(open.confirmed, []);
    await box.fill('9');
    await box.press('Enter');
    await page.waitForTimeout(50);
    assert.deepEqual([open.confirmed, open.typed], [['abc123'], ['9']]);
  });

  it('asks little where little is at stake', async () => {
    const page = await show(
      review(
        makePlan(1, 0, { totals: { packages: 1, distributionPoints: 1, bytes: 9, stepsOfUnknownSize: 0 } }),
      ),
    );
    await page.getByRole('button', { name: 'Redistribute', exact: true }).click();
    await page.waitForTimeout(50);
    assert.deepEqual(open.confirmed, ['abc123']);
  });

  it('is opened as a document', async () => {
    const page = await show(review(plan));
    await page.getByRole('button', { name: 'Show as document' }).click();
    await page.waitForTimeout(50);
    assert.equal(open.documents(), 1);
  });

  it('keeps its button and its steps in a narrow window', async () => {
    open = await openPlan(browser(), review(repairPlan(40)), { width: 400, height: 700 });
    const { page } = open;
    await rowAt(page, firstStep).getByText('Redistribute').waitFor();
    const confirm = page.getByRole('button', { name: /^Repair 40 packages/ });
    await confirm.scrollIntoViewIfNeeded();
    const box = await confirm.boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 400);
  });

  it('shows 5,000 steps at once', async () => {
    const large = repairPlan(5_000);
    const started = Date.now();
    const page = await show(review(large));
    await rowAt(page, firstStep).waitFor();
    const took = Date.now() - started;
    assert.ok(took < 8_000, `${took} ms`);
    assert.ok((await rowsOf(page).count()) < 200);
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
    await page.getByRole('row').getByText('Writing').waitFor();
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

  it('shows its run, and says whom a DP waits for', async () => {
    const plan = makePlan(3, 0);
    const outcomes = plan.steps.map(() => ({ kind: 'waiting' }) as const);
    const waits = [{ dpName: 'DP01.contoso.local', by: 'CONTOSO\\other (ADMIN9)' }];
    const page = await show({ ...written(plan, 'running', outcomes), waits });
    await page.getByText('DP01.contoso.local waits for CONTOSO\\other (ADMIN9), who works on it.').waitFor();
    await page.getByRole('button', { name: 'Show Run' }).click();
    await page.waitForTimeout(50);
    assert.equal(open.runsShown(), 1);
  });

  it('says after a reload that the plan is gone and nothing more is written', async () => {
    const page = await show({ plan: undefined, phase: 'review', outcomes: [], waits: [], hasRun: false });
    await page.getByRole('heading', { name: 'This plan is gone' }).waitFor();
    await page.getByText('Nothing more will be written').waitFor();
  });
});

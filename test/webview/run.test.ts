import assert from 'node:assert/strict';
import { withBrowser } from './support/browser';
import { rowAt, rowsOf } from './support/gridReading';
import { openRun, type OpenRun, type ShownRun } from './support/runHost';
import { runAt, runPlan } from './support/runs';

const plan = runPlan(240);

describe('run page', () => {
  const browser = withBrowser();
  let open: OpenRun;

  const show = async (run: ShownRun | undefined): Promise<OpenRun['page']> => {
    open = await openRun(browser(), run);
    return open.page;
  };

  afterEach(async () => {
    await open.close();
    assert.deepEqual(open.complaints, []);
  });

  it('shows how far the run and each DP are, at which rate, and how long it still takes', async () => {
    const page = await show(runAt(plan, 80, 30, 20));
    await page.getByRole('heading', { name: 'Redistributing 240 steps' }).waitFor();
    await page.getByText('80 of 240 steps done').waitFor();
    assert.equal(await rowsOf(page).count(), 12);
    open.tell(runAt(plan, 100, 30, 40));
    await page.getByText('100 of 240 steps done').waitFor();
    await page.getByText(/about .* left/).waitFor();
    await page.getByText(/MB\/s/).first().waitFor();
    const bar = rowAt(page, 0).getByRole('progressbar');
    assert.equal(await bar.getAttribute('aria-valuemax'), '20');
    assert.match((await bar.getAttribute('aria-valuetext')) ?? '', /repaired.*under way.*to come/);
  });

  it('opens the steps of a DP, and those that stand in a way', async () => {
    const page = await show(runAt(plan, 80, 30, 20));
    await rowAt(page, 1).dblclick();
    await page.getByText(/^Only DP/).waitFor();
    await page.getByRole('tab', { name: 'Steps (240)', selected: true }).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: /^Failed/ }).click();
    await rowAt(page, 0).getByText('no disk space').waitFor();
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '12');
  });

  it('pauses, goes on, stops and cancels when it is asked to', async () => {
    const page = await show(runAt(plan, 80, 30, 20));
    for (const name of ['Pause', 'Stop', 'Cancel All…', 'Show Report'])
      await page.getByRole('button', { name }).click();
    const paused = runAt(plan, 80, 30, 21);
    paused.state.add({ kind: 'paused', at: paused.now });
    open.tell(paused);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('heading', { name: /^Paused/ }).waitFor();
    assert.deepEqual(open.acted, ['pause', 'stop', 'cancel', 'report', 'resume']);
  });

  it('cancels one step, with the keyboard alone', async () => {
    const page = await show(runAt(plan, 80, 30, 20));
    await page.getByRole('tab', { name: 'Distribution points (12)' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const cancel = page.getByRole('button', { name: 'Cancel Step…' });
    await cancel.waitFor();
    const grid = page.getByRole('grid', { name: 'Steps (240)' });
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Cancel Step…' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    assert.deepEqual(open.cancelled, ['82']);
    // What has ended cannot be cancelled.
    await grid.press('End');
    await page.getByRole('button', { name: 'Cancel Step…', disabled: true }).waitFor();
  });

  it('offers to continue a run that nobody works on, and to go on seeing its steps', async () => {
    const left = { ...runAt(plan, 80, 30, 20), left: 'The window was reloaded.' };
    const page = await show(left);
    await page.getByRole('heading', { name: 'Nobody works on this run here any more' }).waitFor();
    await page.getByText('The window was reloaded.').waitFor();
    assert.equal(await page.getByRole('button', { name: /Pause|Stop|Cancel/ }).count(), 0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('tab', { name: 'Steps (240)' }).click();
    await rowAt(page, 0).waitFor();
    assert.deepEqual(open.acted, ['continue']);
  });

  it('says why it was stopped', async () => {
    const run = runAt(plan, 80, 30, 20);
    run.state.add({ kind: 'stopped', at: run.now, cause: 'Nothing more was written: Access is denied.' });
    const page = await show(run);
    await page.getByText('Access is denied.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Pause' }).count(), 0);
  });

  it('tells at the end what came of it, and offers the report', async () => {
    const page = await show(runAt(plan, 240, 0, 300));
    await page.getByRole('heading', { name: '138 of 240 steps ended well' }).waitFor();
    await page.getByText('in 5 h').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0);
    await page.getByRole('button', { name: 'Show Report' }).click();
    await page.waitForTimeout(50);
    assert.deepEqual(open.acted, ['report']);
  });

  it('keeps only the rows on screen of 5,000 steps', async () => {
    const large = runPlan(5000, 400);
    const page = await show(runAt(large, 3000, 60, 100));
    await page.getByRole('tab', { name: 'Steps (5,000)' }).click();
    await rowAt(page, 0).waitFor();
    await page.getByRole('grid').press('End');
    await rowAt(page, 4999).waitFor();
    assert.ok((await rowsOf(page).count()) < 120);
  });

  it('says after a reload that the run is not at work here', async () => {
    const page = await show(undefined);
    await page.getByRole('heading', { name: 'This run is not at work in this window' }).waitFor();
  });
});

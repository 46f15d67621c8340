import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import { openPlan, makePlan, review, written } from './support/plans';
import { openMissing } from './support/missingHost';
import { generateSite } from '../unit/findings/generatedSite';
const main = async () => {
  const browser = await launchChromium();
  const plan = makePlan(9, 3);
  const ok = { kind: 'accepted', at: 1 } as const;
  const shot = async (n: string, s: any, o = {}) => {
    const p = await openPlan(browser, s, o);
    await p.page.waitForTimeout(700);
    await p.page.screenshot({ path: `/tmp/shots/plan-${n}.png` });
    console.log(n, p.complaints);
    await p.close();
  };
  await shot('review', review(plan));
  await shot(
    'light-running',
    written(plan, 'running', [ok, ok, { kind: 'writing' }, ...Array(6).fill({ kind: 'waiting' })]),
    { theme: 'light' },
  );
  await shot(
    'done',
    written(plan, 'done', [
      ...Array(7).fill(ok),
      { kind: 'failed', cause: 'RefreshNow failed with 0x80041001. Look at SMSProv.log.' },
      { kind: 'skipped', cause: 'Stopped by you.' },
    ]),
    { width: 900 },
  );
  const m = await openMissing(browser, { site: generateSite(24, 10) });
  await m.page.waitForTimeout(800);
  console.log(
    (await m.page.evaluate<string[]>('cmFaintTexts(30)')).length,
    await m.page.evaluate<string[]>('cmFaintTexts(7)'),
  );
  await browser.close();
};
void main();

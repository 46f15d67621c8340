import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import { openMissing, type OpenMissing, type MissingOptions } from './support/missingHost';
import { generateSite } from '../unit/findings/generatedSite';
const site = generateSite(60, 40);
const wanted = process.argv.slice(2);
const main = async () => {
  const browser = await launchChromium();
  const shot = async (
    name: string,
    options: MissingOptions,
    act: (m: OpenMissing) => Promise<void> = async () => {},
  ) => {
    if (wanted.length > 0 && !wanted.includes(name)) return;
    const m = await openMissing(browser, options);
    await m.page.waitForTimeout(900);
    await act(m);
    await m.page.waitForTimeout(400);
    await m.page.screenshot({ path: `/tmp/shots/${name}.png` });
    if (m.complaints.length) console.log(name, m.complaints);
    await m.close();
  };
  const pick = async (m: OpenMissing) => {
    const rows = m.page.locator('[data-row]');
    await rows.nth(3).click();
    await rows.nth(6).click({ modifiers: ['Shift'] });
  };
  await shot('dark', { site }, pick);
  await shot('light', { site, theme: 'light' }, pick);
  await shot('hc', { site, theme: 'highContrast' }, pick);
  await shot('hclight', { site, theme: 'highContrastLight' }, pick);
  await shot('empty-nosite', { state: { site: undefined } });
  await shot('empty-unread', {});
  await shot('empty-loading', { state: { loading: true } });
  await shot('empty-good', {
    site: generateSite(0, 3),
    state: {
      tally: { expected: 320, validated: 300, problems: 0, running: 0, stale: 5, unknown: 15, nothing: 0 },
    },
  });
  await shot('nomatch', { site }, async (m) => {
    await m.page.getByRole('combobox').fill('dp:nowhere');
  });
  await shot('wide100k', { site: generateSite(400, 260), width: 1700, height: 900 }, async (m) => {
    await m.page.getByRole('combobox').fill('');
    await m.page.waitForTimeout(600);
    await m.page.getByRole('grid').focus();
    await m.page.keyboard.press('End');
    await m.page.waitForTimeout(600);
  });
  await shot(
    'banners',
    {
      site,
      state: {
        loading: true,
        stale:
          'Query "missingPairs" failed: the column ContentDistributionVersions.ValidatedVersionTime is not there. Check the site\'s release in the settings, then read the site again.',
      },
    },
    async (m) => {
      m.failPages('The findings worker has ended. Reload the window to start it again.');
      await m.page.locator('[data-column=package]').click();
    },
  );
  await shot(
    'banners-light',
    { site, theme: 'light', state: { stale: 'Query "missingPairs" failed: the column is not there.' } },
    async (m) => {
      m.failPages('The findings worker has ended. Reload the window to start it again.');
      await m.page.locator('[data-column=package]').click();
    },
  );
  await shot('narrow', { site, width: 560, height: 800 }, pick);
  await shot('mid', { site, width: 900, height: 700 }, pick);
  await shot('filter-error', { site }, async (m) => {
    await m.page.getByRole('combobox').fill('dp:ZRH sizze>1GB');
    await m.page.getByRole('combobox').press('Enter');
  });
  await shot('suggest', { site }, async (m) => {
    await m.page.getByRole('combobox').fill('');
    await m.page.getByRole('combobox').pressSequentially('dp:ZRH state:');
    await m.page.keyboard.press('ArrowDown');
  });
  await shot('menu', { site }, async (m) => {
    await pick(m);
    await m.page.keyboard.press('Shift+F10');
  });
  await shot('forced', { site }, async (m) => {
    await m.page.emulateMedia({ forcedColors: 'active' });
    await pick(m);
  });
  await browser.close();
};
void main();

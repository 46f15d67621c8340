// @ts-check
// What a person does in VS Code's window, as playwright sees it. Class names are those of 1.100 and 1.139.

/** How long to wait for what should appear by itself, in milliseconds. */
const patience = 30_000;

/**
 * @typedef {object} Workbench
 * @property {() => Promise<void>} ready waits until the window is drawn; extensions may still be starting
 * @property {(title: string) => Promise<void>} runCommand runs a command from the palette by its full title
 * @property {() => Promise<readonly string[]>} notifications the messages now on screen
 * @property {(text: string | RegExp) => Promise<import('playwright-core').Locator>} notification waits for one
 * @property {(title: string) => Promise<void>} openView opens a view container by its activity bar title
 * @property {(title?: string) => Promise<import('playwright-core').FrameLocator>} webview the document of the page shown
 */

/**
 * @param {import('playwright-core').Page} page
 * @returns {Workbench}
 */
export const workbenchOf = (page) => {
  const toasts = page.locator('.notifications-toasts .notification-list-item');

  return {
    ready: async () => {
      await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
      await page.locator('.monaco-workbench .part.activitybar .action-item').first().waitFor();
    },

    runCommand: async (title) => {
      const widget = page.locator('.quick-input-widget');
      const row = widget
        .locator('.quick-input-list .monaco-list-row')
        .filter({ has: page.getByText(title, { exact: true }) });
      const until = Date.now() + patience;
      // The palette does not learn of a command that an extension contributes while it is open: open it again.
      while (Date.now() < until) {
        await page.keyboard.press('F1');
        await widget.locator('input.input').fill(`>${title}`);
        const found = await row
          .first()
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          );
        if (found) {
          await row.first().click();
          return;
        }
        await page.keyboard.press('Escape');
      }
      throw new Error(`The command palette offers no command "${title}".`);
    },

    notifications: () => toasts.locator('.notification-list-item-message').allInnerTexts(),

    notification: async (text) => {
      const toast = toasts.filter({ hasText: text }).first();
      await toast.waitFor();
      return toast;
    },

    openView: async (title) => {
      await page.locator('.part.activitybar').getByRole('tab', { name: title }).click();
    },

    webview: async (title) => {
      const named = title === undefined ? '' : `[title="${title}"]`;
      const shown = page.locator('iframe.webview.ready');
      const until = Date.now() + patience;
      while (Date.now() < until) {
        for (let index = 0; index < (await shown.count()); index++) {
          const inner = shown.nth(index).contentFrame().locator(`#active-frame${named}`);
          if ((await inner.count()) > 0) return inner.contentFrame();
        }
        await page.waitForTimeout(100);
      }
      throw new Error(`No webview ${title ?? ''} has appeared.`);
    },
  };
};

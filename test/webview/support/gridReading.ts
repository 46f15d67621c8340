import type { Locator, Page } from 'playwright-core';

export const rowsOf = (page: Page): Locator => page.locator('[role=row][data-row]');

export const rowAt = (page: Page, index: number): Locator => page.locator(`[role=row][data-row="${index}"]`);

/** The texts of a column, of the rows that are drawn. @param title the column's head */
export const columnTexts = async (page: Page, title: string): Promise<readonly string[]> => {
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const column = heads.findIndex((text) => text.trim().startsWith(title));
  if (column < 0) throw new Error(`There is no column ${title}, but ${heads.join(', ')}.`);
  const rows = await rowsOf(page).all();
  return Promise.all(
    rows.map(async (row) => (await row.getByRole('gridcell').nth(column).innerText()).trim()),
  );
};

/** Rows that say they are selected, of those that are drawn. */
export const selectedRows = async (page: Page): Promise<readonly number[]> => {
  const rows = await page.locator('[role=row][data-row][aria-selected=true]').all();
  return Promise.all(rows.map(async (row) => Number(await row.getAttribute('data-row'))));
};

/** Types a filter and waits for what the page says of its rows, "12 rows" say. */
export const filterTo = async (page: Page, text: string, rows: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: 'Filter' });
  await box.fill(text);
  await box.press('Enter');
  await page.getByRole('status').getByText(rows, { exact: true }).waitFor();
};

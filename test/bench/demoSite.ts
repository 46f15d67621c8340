// How long the demo site takes to be there, and what it holds in memory: medium is what a window waits for.
import { generateSite } from '../../extension/adapters/demo/generateSite';
import type { SiteSize } from '../../extension/protocol/demoSite';
import type { Report } from '../support/bench/report';

export const name = 'demo site';

const now = Date.UTC(2026, 5, 1, 12);

const mebibyte = 2 ** 20;

/** Generates a site and lets it go again. @returns what its database takes, in MB */
const generate = async (size: SiteSize): Promise<number> => {
  const { database, messages } = await generateSite({ size, seed: 1, release: 'current', now });
  const [pages] = database.all(`SELECT c.page_count * s.page_size AS bytes
    FROM pragma_page_count('site') c, pragma_page_size('site') s`);
  messages.close();
  database.close();
  return Number(pages?.['bytes']) / mebibyte;
};

export const run = async (report: Report): Promise<void> => {
  await report.time('generate small', { budget: 1000 }, () => generate('small'));
  let database = 0;
  await report.time('generate medium', { budget: 15_000, runs: 3, warmUps: 0 }, async () => {
    database = await generate('medium');
  });
  report.value('database of medium', Math.round(database), 'MB');
  report.value('the process after it', Math.round(process.memoryUsage().rss / mebibyte), 'MB');
};

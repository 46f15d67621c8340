// The findings worker's table at 100,000 rows and more: what a user waits for when filtering, sorting and paging.
import type { FindingColumn, FindingsView } from '../../extension/core/reconcile/findingRow';
import { FindingsStore } from '../../extension/workers/findings/findingsStore';
import { dpAt, generateSite, type GeneratedSite } from '../unit/findings/generatedSite';
import { collect } from '../unit/findings/running';
import type { Report } from '../support/bench/report';

export const name = 'findings';

/** A page of a table, in milliseconds (docs/architecture.md, Budgets). */
const pageBudget = 50;
const megabyte = 1024 * 1024;

const load = async (store: FindingsStore, { site, pairs }: GeneratedSite): Promise<void> => {
  const id = store.begin(site, [{}]);
  for await (const batch of pairs()) store.append(id, batch);
  store.commit(id);
};

const view = (filter: string, column: FindingColumn, descending = false): FindingsView => ({
  filter,
  sort: { column, descending },
});

/** Of this process, with nothing that could be collected. */
const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / megabyte;
};

export const run = async (report: Report): Promise<void> => {
  const site = generateSite(1000, 300);
  const before = memory();
  const store = new FindingsStore();
  await load(store, site);
  report.value('memory of 300,000 findings with their facts', Math.round(memory() - before), 'MB');

  // A filter that was never asked for is neither selected nor sorted yet.
  let unseen = 0;
  const fresh = (filter: string): string => `${filter} -package:none${unseen++}`;
  const page = (shown: FindingsView, offset = 0): unknown => store.page(shown, offset, 100);
  const options = { budget: pageBudget };

  await report.time('300,000 rows: a page further down', options, () => page(view('', 'state'), 200_000));
  await report.time('300,000 rows: filter by state', options, () =>
    page(view(fresh('state:problems'), 'state')),
  );
  await report.time('300,000 rows: filter by a word', options, () => page(view(fresh('chrome'), 'state')));
  await report.time('300,000 rows: filter by all sorts', options, () =>
    page(view(fresh('(dp:zrh or group:labs*) size>10MB -state:validated'), 'package')),
  );
  for (const column of ['package', 'dp', 'group', 'bytes', 'since'] as const)
    await report.time(`300,000 rows: sort by ${column}`, options, () => page(view(fresh(''), column, true)));
  await report.time('300,000 rows: facets', { budget: 100 }, () => store.facets(fresh('state:problems')));
  await report.time('300,000 rows: measure all', { budget: 100 }, () =>
    store.measure({ kind: 'view', filter: fresh(''), except: [] }),
  );
  const dp = dpAt(site, 7);
  const pairs = (await collect(site.pairs())).filter((pair) => pair.dp === dp);
  await report.time('300,000 rows: one DP read again', { budget: 1000, runs: 3, warmUps: 1 }, () => {
    const id = store.begin(site.site, [{ dp }]);
    store.append(id, pairs);
    store.commit(id);
  });
  report.value('memory after reading one DP again four times', Math.round(memory() - before), 'MB');
};

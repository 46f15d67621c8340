import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import type { FindingsClient } from '../../../extension/workers/findings/findingsClient';
import type { FindingRow, FindingsView } from '../../../extension/core/reconcile/findingRow';
import type { PairFacts } from '../../../extension/core/reconcile/pairFacts';

export const never = new AbortController().signal;

/** Lends findings that live as long as the task. */
export const withFindings = async (task: (findings: FindingsClient) => Promise<void>): Promise<void> => {
  const running = startFindingsInProcess();
  try {
    await task(running.findings);
  } finally {
    await running.dispose();
  }
};

export const view = (
  filter: string,
  column: FindingsView['sort']['column'] = 'package',
  descending = false,
): FindingsView => ({
  filter,
  sort: { column, descending },
});

/** All rows of a view, page by page as a table reads them. */
export const allRows = async (
  findings: FindingsClient,
  shown: FindingsView,
): Promise<readonly FindingRow[]> => {
  const rows: FindingRow[] = [];
  for (;;) {
    const page = await findings.page(shown, rows.length, 137, never);
    rows.push(...page.rows);
    if (rows.length >= page.total) return rows;
  }
};

export const collect = async (pairs: AsyncIterable<readonly PairFacts[]>): Promise<readonly PairFacts[]> => {
  const all: PairFacts[] = [];
  for await (const batch of pairs) all.push(...batch);
  return all;
};

export async function* inOneBatch(pairs: readonly PairFacts[]): AsyncGenerator<readonly PairFacts[]> {
  await Promise.resolve();
  yield pairs;
}

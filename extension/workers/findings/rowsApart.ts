import { parseFilter } from '../../core/filter/parse';
import { findingFields } from '../../core/filter/findingFields';
import type { Finding } from '../../core/reconcile/finding';
import type { FindingRow } from '../../core/reconcile/findingRow';
import type { SiteFacts } from '../../core/reconcile/siteFacts';
import type { Graded } from './findingTable';
import { makeTable } from './joinTable';
import { rowAt } from './readTable';
import { selectRows } from './selectRows';

/**
 * Findings that are not kept, as rows: a table of their own, so that a filter means the same of them.
 * @throws FilterError for a filter that does not parse
 */
export const rowsApart = (
  site: SiteFacts,
  suspects: ReadonlySet<string>,
  findings: readonly Finding[],
  filter: string,
): readonly FindingRow[] => {
  const facts = { chunk: { packed: new Uint8Array(), site: { facts: site } }, place: 0 };
  const graded = findings.map((finding): Graded => ({
    finding,
    until: Infinity,
    facts,
    targetRows: { all: 0, own: 0 },
  }));
  const table = makeTable(site.inventory, graded, suspects);
  return Array.from(selectRows(table, parseFilter(filter, findingFields)), (row) =>
    rowAt(table, row, table.suspects),
  );
};

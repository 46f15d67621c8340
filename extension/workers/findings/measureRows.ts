import type { SelectionMeasure } from '../../core/reconcile/findingRow';
import type { Verdict } from '../../core/reconcile/verdict';
import { verdictAt, type FindingTable } from './findingTable';
import { marksAt } from './markRows';
import { packageAt } from './readTable';

export const measureRows = (table: FindingTable, rows: ArrayLike<number>): SelectionMeasure => {
  const packages = new Set<number>();
  const dps = new Set<number>();
  const byVerdict = new Map<Verdict, number>();
  let bytes = 0;
  let unknownSizes = 0;
  let acknowledged = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    packages.add(table.packageOf[row] ?? 0);
    dps.add(table.dpOf[row] ?? 0);
    const verdict = verdictAt(table, row);
    byVerdict.set(verdict, (byVerdict.get(verdict) ?? 0) + 1);
    if ((marksAt(table, row)?.acknowledged ?? 'no') !== 'no') acknowledged++;
    const size = packageAt(table, row).bytes;
    if (size === undefined) unknownSizes++;
    else bytes += size;
  }
  return {
    pairs: rows.length,
    packages: packages.size,
    dps: dps.size,
    bytes,
    unknownSizes,
    byVerdict: Object.fromEntries(byVerdict),
    acknowledged,
  };
};

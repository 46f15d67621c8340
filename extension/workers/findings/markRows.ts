import { Acknowledged } from '../../core/acknowledge/acknowledged';
import { codesOf, pairAt, type PairSet } from '../../core/history/pairSet';
import { footingOf } from '../../core/history/snapshot';
import type { FindingMarks } from '../../core/reconcile/findingMarks';
import type { PairMarks } from '../../core/reconcile/pairMarks';
import type { Counted } from '../../core/reconcile/tallies';
import { countedAs, type TallyClass } from '../../core/reconcile/tally';
import { verdicts, type Verdict } from '../../core/reconcile/verdict';
import type { MarkCounts } from '../../ports/findings';
import { verdictAt, type FindingTable } from './findingTable';

/** A row's marks are one small number: how it is acknowledged, and two flags. */
const acknowledgedCodes = ['no', 'yes', 'expired'] as const;
const newFlag = 4;
const flappingFlag = 8;

/** What each code stands for; undefined: no mark. */
export const markCodes: readonly (PairMarks | undefined)[] = Array.from({ length: 16 }, (_, code) =>
  code === 0
    ? undefined
    : {
        acknowledged: acknowledgedCodes[code % newFlag] ?? 'no',
        isNew: (code & newFlag) > 0,
        isFlapping: (code & flappingFlag) > 0,
      },
);

export const marksAt = (table: FindingTable, row: number): PairMarks | undefined =>
  markCodes[table.markOf[row] ?? 0];

/** The same rows with these marks. @param readAt the site's time of the read that the rows are of */
export const markRows = (
  table: FindingTable,
  siteCode: string,
  { acknowledgements, now, before, flapping }: FindingMarks,
  readAt: number,
): FindingTable => {
  const said = new Acknowledged(acknowledgements, siteCode, Math.max(now, readAt));
  const wasThere = membership(table, before);
  const flaps = membership(table, flapping);
  const markOf = table.verdictOf.map((_, row) => {
    const verdict = verdictAt(table, row);
    const dp = table.dps[table.dpOf[row] ?? 0]?.key;
    const packageId = table.packages[table.packageOf[row] ?? 0]?.packageId ?? '';
    const [first] = dp === undefined ? [] : said.about(packageId, dp, verdict);
    const isNew = before !== undefined && footingOf(verdict) === 'problem' && !wasThere(row);
    return (
      (first?.bearing === 'counts' ? 1 : first?.bearing === 'expired' ? 2 : 0) +
      (isNew ? newFlag : 0) +
      (flaps(row) ? flappingFlag : 0)
    );
  });
  return { ...table, markOf };
};

/** Tells whether a row's pair is in a set, by numbers alone: sets may be as large as the table. */
const membership = (table: FindingTable, pairs: PairSet | undefined): ((row: number) => boolean) => {
  if (pairs === undefined || pairs.places.length === 0) return () => false;
  const packageCodes = codesOf(table.packages.map(({ packageId }) => packageId));
  const dpCodes = codesOf(table.dps.map(({ key }) => key));
  const numberOf = (packageCode: number, dpCode: number): number => packageCode * table.dps.length + dpCode;
  const members = new Set<number>();
  for (const place of pairs.places) {
    const { packageId, dp } = pairAt(pairs, place);
    const packageCode = packageCodes.get(packageId);
    const dpCode = dpCodes.get(dp);
    if (packageCode !== undefined && dpCode !== undefined) members.add(numberOf(packageCode, dpCode));
  }
  return (row) => members.has(numberOf(table.packageOf[row] ?? 0, table.dpOf[row] ?? 0));
};

export interface CountedState {
  readonly verdict: Verdict;
  readonly of: TallyClass;
}

/** Each verdict as it is, then each set aside: what `stateCodes` are places in. */
export const states: readonly CountedState[] = [undefined, markCodes[1]].flatMap((marks) =>
  verdicts.map((verdict) => ({ verdict, of: countedAs({ verdict, marks }) })),
);

export const stateCodes = (table: FindingTable): Uint8Array =>
  table.verdictOf.map((code, row) =>
    marksAt(table, row)?.acknowledged === 'yes' ? code + verdicts.length : code,
  );

/** The rows as tallies and snapshots count them. */
export const countedRows = (table: FindingTable): readonly Counted[] =>
  Array.from(table.verdictOf, (_, row) => {
    const dp = table.dps[table.dpOf[row] ?? 0];
    const content = table.packages[table.packageOf[row] ?? 0];
    if (dp === undefined || content === undefined) throw new RangeError(`Row ${row} has no pair.`);
    return {
      packageId: content.packageId,
      dp: dp.key,
      verdict: verdictAt(table, row),
      marks: marksAt(table, row),
    };
  });

export const countMarks = ({ markOf }: FindingTable): MarkCounts => {
  const perCode = new Uint32Array(markCodes.length);
  for (const code of markOf) perCode[code] = (perCode[code] ?? 0) + 1;
  const count = (test: (marks: PairMarks) => boolean): number =>
    markCodes.reduce(
      (sum, marks, code) => sum + (marks !== undefined && test(marks) ? (perCode[code] ?? 0) : 0),
      0,
    );
  return {
    expired: count(({ acknowledged }) => acknowledged === 'expired'),
    isNew: count(({ isNew }) => isNew),
    isFlapping: count(({ isFlapping }) => isFlapping),
  };
};

import type { CleanupGround } from './cleanupGround';
import type { CleanupLog } from './cleanupLog';
import {
  cleanupSources,
  cleanupStandings,
  judgeItem,
  type CleanupStanding,
  type JudgedItem,
} from './judgeItem';

export interface CleanupTotal {
  readonly items: number;
  /** Of those whose size the log tells. */
  readonly bytes: number;
  readonly unknownSizes: number;
}

/** A log of the cleanup tool, held against the site. */
export interface CleanupReview {
  /** The worst first. */
  readonly rows: readonly JudgedItem[];
  readonly totals: Readonly<Record<CleanupStanding, CleanupTotal>>;
}

export const reviewCleanup = (
  { reading }: Pick<CleanupLog, 'reading'>,
  ground: CleanupGround,
): CleanupReview => {
  const rows = merged(reading.items.map((item) => judgeItem(item, ground))).toSorted(worstFirst);
  const totalOf = (standing: CleanupStanding): CleanupTotal => {
    const of = rows.filter((row) => row.standing === standing);
    return {
      items: of.length,
      bytes: of.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
      unknownSizes: of.filter(({ bytes }) => bytes === undefined).length,
    };
  };
  return {
    rows,
    totals: {
      inFlight: totalOf('inFlight'),
      mistake: totalOf('mistake'),
      unknown: totalOf('unknown'),
      safe: totalOf('safe'),
    },
  };
};

/** A content whose package the site knows joins the lines that name the package. */
const merged = (rows: readonly JudgedItem[]): readonly JudgedItem[] => {
  const byId = new Map<string, JudgedItem>();
  for (const row of rows) {
    const id = row.packageId ?? row.id;
    const known = byId.get(id);
    byId.set(id, known === undefined ? { ...row, id } : joined(known, row));
  }
  return [...byId.values()];
};

const joined = (a: JudgedItem, b: JudgedItem): JudgedItem => ({
  ...a,
  contentIds: [...new Set([...a.contentIds, ...b.contentIds])],
  parts: [...new Set([...a.parts, ...b.parts])],
  bytes: a.bytes === undefined && b.bytes === undefined ? undefined : (a.bytes ?? 0) + (b.bytes ?? 0),
  lines: a.lines + b.lines,
  first: Math.min(a.first, b.first),
});

const worstFirst = (a: JudgedItem, b: JudgedItem): number =>
  cleanupStandings.indexOf(a.standing) - cleanupStandings.indexOf(b.standing) ||
  strength(a) - strength(b) ||
  (b.bytes ?? 0) - (a.bytes ?? 0) ||
  (a.id < b.id ? -1 : 1);

const strength = ({ evidence: [first] }: JudgedItem): number =>
  first === undefined ? cleanupSources.length : cleanupSources.indexOf(first.source);

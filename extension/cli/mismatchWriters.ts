import type { MismatchRow } from '../core/library/mismatchRows';
import { mismatchWords } from '../core/library/mismatchWords';
import { printable } from './printable';

const columns: readonly (readonly [title: string, width: number, cell: (row: MismatchRow) => string])[] = [
  ['MISMATCH', 15, ({ kind }) => mismatchWords[kind].label],
  ['PACKAGE', 9, ({ packageId }) => packageId],
  ['NAME', 30, ({ packageName, findings }) => packageName || (findings[0]?.path ?? '')],
  ['DISTRIBUTION POINT', 28, ({ dpName }) => dpName],
  ['SITE', 8, ({ lists }) => lists.site],
  ['WMI', 8, ({ lists }) => lists.wmi],
  ['PKGLIB', 8, ({ lists }) => lists.pkgLib],
  ['SEEN', 6, ({ seenTwice }) => (seenTwice ? 'twice' : 'once')],
  ['WHAT TO DO', Infinity, ({ advice }) => advice],
];

/** For a terminal. */
export const mismatchTable = (rows: readonly MismatchRow[]): string =>
  [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, , cell]) => cell(row)))]
    .map((cells) => `${cells.map((cell, at) => fit(printable(cell), columns[at]?.[1] ?? 0)).join('  ')}\n`)
    .join('');

/** For programs: names are part of the command line's contract. */
export const mismatchJson = ({
  dpName,
  packageId,
  packageName,
  kind,
  targeted,
  lists,
  seenTwice,
  onlyReported,
  findings,
  advice,
}: MismatchRow): object => ({
  dpName,
  packageId,
  packageName,
  kind,
  targeted: targeted ?? null,
  lists,
  seenTwice,
  onlyReported: onlyReported ?? null,
  findings,
  advice,
});

const fit = (text: string, width: number): string => {
  if (width === Infinity) return text;
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
};

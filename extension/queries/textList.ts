/**
 * Lists as one text parameter, whose entries have the same width: SQL cuts it up again. There is no table to pass
 * that both SQL Server and SQLite take.
 */

/** One pair, all of a DP (packageId ''), or all of a package (dpId 0). */
export interface WantedContent {
  readonly dpId: number;
  readonly packageId: string;
  /** By what the status messages are sought; `all`: all that there are are looked at. */
  readonly sought: 'package' | 'dp' | 'all';
}

export interface TextList {
  readonly text: string;
  readonly count: number;
}

/** Entries that no list holds are told before anything is sent: blanks at the end, or more than the width. */
const fitted = (text: string, width: number): string => {
  if (text.length > width) throw new RangeError(`"${text}" is longer than ${width} characters.`);
  return text.padEnd(width);
};

const soughtLetters: Readonly<Record<WantedContent['sought'], string>> = { package: 'P', dp: 'D', all: 'A' };

const listOf = (entries: readonly string[]): TextList => ({ text: entries.join(''), count: entries.length });

export const wantedList = (wanted: readonly WantedContent[]): TextList =>
  listOf(
    wanted.map(
      ({ dpId, packageId, sought }) =>
        `${String(dpId).padStart(10, '0')}${fitted(packageId, 8)}${soughtLetters[sought]}`,
    ),
  );

/** @param recordIds RecordIDs as text (they exceed 2^53) */
export const recordList = (recordIds: readonly string[]): TextList =>
  listOf(recordIds.map((recordId) => recordId.padStart(19, '0')));

/** @param newest site code to the newest RecordID that was seen of it */
export const sinceList = (newest: ReadonlyMap<string, string>): TextList =>
  listOf(Array.from(newest, ([siteCode, recordId]) => `${fitted(siteCode, 5)}${recordId.padStart(19, '0')}`));

export const packageList = (packageIds: readonly string[]): TextList =>
  listOf(packageIds.map((packageId) => fitted(packageId, 8)));

import { findingFields, repairTexts, stateTexts, suspectTexts } from '../../core/filter/findingFields';
import { impactTexts } from '../../core/impact/impactLevel';
import type { Filter } from '../../core/filter/filter';
import { searchedFields, sizeTest, textTest, type TextFilter } from '../../core/filter/matches';
import { foldText } from '../../core/filter/pattern';
import { timeTest, type TimeTest } from '../../core/filter/timeTest';
import { installedValues } from '../../core/reconcile/installed';
import { markTexts } from '../../core/reconcile/pairMarks';
import { verdicts } from '../../core/reconcile/verdict';
import type { FindingTable } from './findingTable';
import { markCodes, stateCodes, states } from './markRows';

/** Per row 1 where the filter matches: what compileFilter says row by row, worked out column by column. */
export const matchRows = (table: FindingTable, filter: Filter): Uint8Array => {
  switch (filter.kind) {
    case 'everything':
      return new Uint8Array(table.length).fill(1);
    case 'word':
    case 'text':
    case 'choice':
      return matchTexts(table, filter);
    case 'size':
      return matchSizes(table, sizeTest(filter.comparator, filter.bytes));
    case 'unknownSize':
      return matchSizes(table, (bytes) => bytes === undefined);
    case 'time':
      return matchTimes(table, filter.field, timeTest(filter.comparator, filter.time));
    case 'unknownTime':
      return matchTimes(table, filter.field, (time) => time === undefined);
    case 'not':
      return matchRows(table, filter.operand).map((matched) => 1 - matched);
    case 'and':
      return filter.operands
        .map((operand) => matchRows(table, operand))
        .reduce((all, one) => all.map((matched, row) => matched & (one[row] ?? 0)));
    case 'or':
      return filter.operands
        .map((operand) => matchRows(table, operand))
        .reduce((any, one) => any.map((matched, row) => matched | (one[row] ?? 0)));
  }
};

/** The numbers of the matching rows, in the table's order. */
export const selectRows = (table: FindingTable, filter: Filter): Uint32Array => {
  const matched = matchRows(table, filter);
  let count = 0;
  for (const one of matched) count += one;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < matched.length; row++) if (matched[row] === 1) rows[at++] = row;
  return rows;
};

/** A field as the table holds it: each distinct value's texts once, and per row its code. */
export interface TextColumn {
  readonly codes: ArrayLike<number>;
  readonly texts: readonly (readonly string[])[];
}

export const textColumn = (table: FindingTable, field: string): TextColumn => {
  switch (field) {
    case 'state':
      return { codes: stateCodes(table), texts: states.map(({ verdict, of }) => stateTexts(verdict, of)) };
    case 'repair':
      return { codes: table.verdictOf, texts: verdicts.map(repairTexts) };
    case 'installed':
      return { codes: table.installed, texts: installedValues.map((value) => [value]) };
    case 'disagree':
      return { codes: table.disagrees, texts: [['no'], ['yes']] };
    case 'dp':
      return { codes: table.dpOf, texts: table.dps.map(({ name }) => [name]) };
    case 'group':
      return { codes: table.groups.codes, texts: table.groups.values };
    case 'type':
      return { codes: table.packageOf, texts: table.packages.map(({ type }) => [type]) };
    case 'package':
      return {
        codes: table.packageOf,
        texts: table.packages.map(({ name, packageId }) => [name, packageId]),
      };
    case 'reason':
      return { codes: table.reasons.codes, texts: table.reasons.values.map((reason) => [reason]) };
    case 'packageid':
      return { codes: table.packageOf, texts: table.packages.map(({ packageId }) => [packageId]) };
    case 'site':
      return { codes: table.targets.codes, texts: table.targets.values.map(({ siteCode }) => [siteCode]) };
    case 'suspect':
      return { codes: table.dpOf, texts: table.dps.map(({ key }) => suspectTexts(table.suspects.has(key))) };
    case 'impact':
      return {
        codes: table.packageOf,
        texts: table.impact.packages.map(({ level }) => impactTexts(level)),
      };
    case 'needed':
      return { codes: table.packageOf, texts: table.impact.packages.map(({ neededBy }) => neededBy) };
    case 'acknowledged':
    case 'new':
    case 'flapping':
      return { codes: table.markOf, texts: markCodes.map((marks) => markTexts(field, marks)) };
    default:
      return { codes: table.verdictOf, texts: [] };
  }
};

const matchTexts = (table: FindingTable, filter: TextFilter): Uint8Array => {
  const test = textTest(filter);
  const matched = new Uint8Array(table.length);
  for (const field of searchedFields(filter, findingFields)) {
    const { codes, texts } = textColumn(table, field);
    mark(
      matched,
      codes,
      Uint8Array.from(texts, (some) => Number(some.some((text) => test(foldText(text))))),
    );
  }
  return matched;
};

const matchSizes = (table: FindingTable, test: (bytes: number | undefined) => boolean): Uint8Array => {
  const matched = new Uint8Array(table.length);
  mark(
    matched,
    table.packageOf,
    Uint8Array.from(table.packages, ({ bytes }) => Number(test(bytes))),
  );
  return matched;
};

const timeColumn = (table: FindingTable, field: string): Float64Array => {
  switch (field) {
    case 'last':
      return table.lastResult;
    default:
      return table.since;
  }
};

const matchTimes = (table: FindingTable, field: string, test: TimeTest): Uint8Array =>
  Uint8Array.from(timeColumn(table, field), (time) =>
    Number(test(Number.isNaN(time) ? undefined : time, table.readAt)),
  );

const mark = (matched: Uint8Array, codes: ArrayLike<number>, flags: Uint8Array): void => {
  for (let row = 0; row < matched.length; row++) if (flags[codes[row] ?? 0] === 1) matched[row] = 1;
};

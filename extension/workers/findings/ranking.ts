import { stateClasses } from '../../core/filter/findingFields';
import type { FindingColumn } from '../../core/reconcile/findingRow';
import { repairNeed, verdicts, type Verdict } from '../../core/reconcile/verdict';
import type { FindingTable } from './findingTable';
import { stateCodes, states, type CountedState } from './markRows';
import { rankNumbers, rankTexts, type Ranking } from './rank';
import { impactRankings } from './tableImpact';

/** What rows are sorted by, the most important first. */
export const rankingsOf = (table: FindingTable, column: FindingColumn): readonly Ranking[] =>
  column === 'impact'
    ? impactRankings(table.impact, table.packageOf, table.dpOf)
    : [rankingOf(table, column)];

/** How a column sorts: names as people read, verdicts by what they ask for, the unknown last. */
const rankingOf = (table: FindingTable, column: Exclude<FindingColumn, 'impact'>): Ranking => {
  switch (column) {
    case 'package':
      return {
        codes: table.packageOf,
        ranks: Uint32Array.from(table.packages.keys()),
        known: table.packages.length,
      };
    case 'dp':
      return { codes: table.dpOf, ranks: Uint32Array.from(table.dps.keys()), known: table.dps.length };
    case 'packageId':
      return { codes: table.packageOf, ...rankTexts(table.packages.map(({ packageId }) => packageId)) };
    case 'type':
      return { codes: table.packageOf, ...rankTexts(table.packages.map(({ type }) => type)) };
    case 'group':
      return {
        codes: table.groups.codes,
        ...rankTexts(table.groups.values.map((names) => names.join(', '))),
      };
    case 'state':
      return { codes: stateCodes(table), ...rankNumbers(Float64Array.from(states, severity)) };
    case 'repair':
      return { codes: table.verdictOf, ...rankVerdicts((verdict) => needs.indexOf(repairNeed(verdict))) };
    case 'bytes':
      return {
        codes: table.packageOf,
        ...rankNumbers(Float64Array.from(table.packages, ({ bytes }) => bytes ?? NaN)),
      };
    case 'since':
    case 'lastResult':
      return { codes: rowNumbers(table.length), ...rankNumbers(table[column]) };
  }
};

const needs = ['yes', 'ask', 'no'] as const;

/** Problems first, of these what needs no decision; then by the order of the rules. */
const severity = ({ verdict, of }: CountedState): number => {
  const standing = stateClasses.findIndex(({ value }) => value === of);
  return (
    (standing * needs.length + needs.indexOf(repairNeed(verdict))) * verdicts.length +
    verdicts.indexOf(verdict)
  );
};

const rankVerdicts = (weigh: (verdict: Verdict) => number): Omit<Ranking, 'codes'> =>
  rankNumbers(Float64Array.from(verdicts, weigh));

const rowNumbers = (length: number): Uint32Array => Uint32Array.from({ length }, (_, row) => row);

import type { Filter } from '../../core/filter/filter';
import { withoutField } from '../../core/filter/toggleValue';
import type { Facet } from '../../core/reconcile/findingRow';
import type { FindingTable } from './findingTable';
import { matchRows, textColumn } from './selectRows';

const facetFields = ['state', 'impact', 'dp', 'group', 'type'] as const;

/** Their first text is the name, the others are classes that it belongs to; the facet is of names. */
const classed: ReadonlySet<string> = new Set(['state', 'impact']);

/**
 * How many rows each value would show: counted without what the filter asks of the facet's own field, so
 * that a second value of the field can be added to the first. Most frequent first.
 */
export const countFacets = (table: FindingTable, filter: Filter): readonly Facet[] =>
  facetFields.map((field) => {
    const { codes, texts } = textColumn(table, field);
    const perCode = new Uint32Array(texts.length);
    const matched = matchRows(table, withoutField(filter, field));
    for (let row = 0; row < matched.length; row++)
      if (matched[row] === 1) {
        const code = codes[row] ?? 0;
        perCode[code] = (perCode[code] ?? 0) + 1;
      }
    const counts = new Map<string, number>();
    // Most validated pairs are only counted, so that a count of those that have rows would mislead.
    const isCounted = (value: string): boolean => value !== '' && value !== 'validated';
    for (const [code, values] of texts.entries())
      for (const value of classed.has(field) ? values.slice(0, 1) : values)
        if (isCounted(value)) counts.set(value, (counts.get(value) ?? 0) + (perCode[code] ?? 0));
    return {
      field,
      values: [...counts]
        .filter(([, count]) => count > 0)
        .map(([value, count]) => ({ value, label: value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    };
  });

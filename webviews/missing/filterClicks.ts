import { findingFields, stateClasses } from '../../extension/core/filter/findingFields';
import type { Filter } from '../../extension/core/filter/filter';
import { findField } from '../../extension/core/filter/filterField';
import { parseFilter } from '../../extension/core/filter/parse';
import { printFilter } from '../../extension/core/filter/print';
import { listedValues, toggleValue, withoutField } from '../../extension/core/filter/toggleValue';
import type { Facet } from '../../extension/core/reconcile/findingRow';
import { impactLevels } from '../../extension/core/impact/impactLevel';
import type { MarkField } from './markChips';
import { verdicts } from '../../extension/core/reconcile/verdict';

/** The filter of a text that was understood before. */
export const filterOf = (text: string): Filter => parseFilter(text, findingFields);

/** Fields whose classes give way to a name that is clicked. */
const names: Readonly<Partial<Record<Facet['field'], readonly string[]>>> = {
  state: verdicts,
  impact: impactLevels,
};

/** The text after a click on a facet's value: it is added to the filter or taken away. */
export const afterFacet = (
  text: string,
  field: Facet['field'],
  value: string,
  facets: readonly Facet[],
): string => {
  const kind = findField(findingFields, field)?.kind === 'choice' ? 'choice' : 'text';
  const listed = facets.find((facet) => facet.field === field)?.values.map((one) => one.value) ?? [];
  const siblings = names[field] ?? [...listed, ...listedValues(filterOf(text), field)];
  return printFilter(toggleValue(filterOf(text), { name: field, kind }, value, siblings));
};

/** The text after a click on a class of the tally. */
export const afterChip = (text: string, chip: string): string =>
  printFilter(
    toggleValue(
      filterOf(text),
      { name: 'state', kind: 'choice' },
      chip,
      stateClasses.map(({ value }) => value),
    ),
  );

/** The marks that the filter asks for. */
export const pressedMarks = (text: string): readonly MarkField[] =>
  (['acknowledged', 'new', 'flapping'] as const).filter((field) =>
    listedValues(filterOf(text), field).includes('yes'),
  );

/** The text after a click on a mark: what is acknowledged is in no class of the tally, so the class gives way. */
export const afterMark = (text: string, field: MarkField): string => {
  const isAsked = pressedMarks(text).includes(field);
  const before = filterOf(text);
  const base = field === 'acknowledged' && !isAsked ? withoutField(before, 'state') : before;
  return printFilter(toggleValue(base, { name: field, kind: 'choice' }, 'yes', ['yes', 'no', 'expired']));
};

import { findingFields } from '../../extension/core/filter/findingFields';
import { parseFilter } from '../../extension/core/filter/parse';
import { printFilter } from '../../extension/core/filter/print';
import { listedValues, toggleValue } from '../../extension/core/filter/toggleValue';
import type { TotalsOf } from '../../extension/core/matrix/matrix';
import { verdicts } from '../../extension/core/reconcile/verdict';

/** The filter after a click on a total: narrowed to it, or no longer. */
export const narrowed = (text: string, of: TotalsOf, value: string): string => {
  const filter = parseFilter(text, findingFields);
  const field =
    of === 'verdict' ? ({ name: 'state', kind: 'choice' } as const) : ({ name: of, kind: 'text' } as const);
  const siblings = of === 'verdict' ? verdicts : [...listedValues(filter, field.name), value];
  return printFilter(toggleValue(filter, field, value, siblings));
};

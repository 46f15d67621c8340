import fc from 'fast-check';
import { comparators, type Filter } from '../../../extension/core/filter/filter';
import type { FilterFields } from '../../../extension/core/filter/filterField';
import type { Pattern } from '../../../extension/core/filter/pattern';
import type { TimePoint } from '../../../extension/core/filter/timePoint';
import type { FilterRecord } from '../../../extension/core/filter/matches';

export const fields: FilterFields = [
  {
    name: 'state',
    kind: 'choice',
    about: '',
    values: ['missing', 'corrupt', 'problems', 'not', 'x y'].map((value) => ({ value, about: '' })),
  },
  { name: 'dp', kind: 'text', searched: true, about: '' },
  { name: 'type', kind: 'text', searched: false, about: '' },
  { name: 'size', kind: 'size', about: '' },
  { name: 'since', kind: 'time', about: '' },
];

/** Plain objects, as parsing makes them. */
const plain = { noNullPrototype: true } as const;

/** Text that is awkward in a query language: quotes, operators, keywords, other scripts, nothing at all. */
export const awkwardText = fc.oneof(
  fc.constantFrom(
    'or',
    'AND',
    'not',
    '-',
    '-x',
    '',
    ' ',
    '"',
    '\\',
    '*',
    'a,b',
    '(x)',
    'a:b',
    'size>1GB',
    'É',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'B', '*', '"', '\\', ' ', '1', 'é', 'ß'), maxLength: 6 }),
);

const part = awkwardText.filter((text) => text !== '');

const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  awkwardText.map((text) => [text]),
  fc
    .tuple(awkwardText, fc.array(part, { maxLength: 2 }), awkwardText)
    .map(([first, inner, last]) => [first, ...inner, last]),
);

/** A minute, or a whole day; in UTC as they are written. */
const moment = fc.oneof(
  fc.nat(4_000_000).map((minute): TimePoint => {
    const start = minute * 600_000 + 60_000;
    return { kind: 'moment', start, end: start + 60_000 };
  }),
  fc.nat(30_000).map((day): TimePoint => {
    const start = day * 86_400_000;
    return { kind: 'moment', start, end: start + 86_400_000 };
  }),
);

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  pattern.map((value): Filter => ({ kind: 'word', pattern: value })),
  fc.record(
    {
      kind: fc.constant('text' as const),
      field: fc.constantFrom('dp', 'type'),
      exact: fc.boolean(),
      values: fc.array(pattern, { minLength: 1, maxLength: 3 }),
    },
    plain,
  ),
  fc.record(
    {
      kind: fc.constant('choice' as const),
      field: fc.constant('state'),
      values: fc.array(
        fc.constantFrom<Pattern>(['missing'], ['corrupt'], ['problems'], ['not'], ['x y'], ['', 'ing']),
        { minLength: 1, maxLength: 3 },
      ),
    },
    plain,
  ),
  fc.record(
    {
      kind: fc.constant('size' as const),
      field: fc.constant('size'),
      comparator: fc.constantFrom(...comparators),
      bytes: fc.oneof(
        fc.maxSafeNat(),
        fc.nat(5000),
        fc.nat(40).map((power) => 2 ** power),
      ),
    },
    plain,
  ),
  fc.constant<Filter>({ kind: 'unknownSize', field: 'size' }),
  fc.record(
    {
      kind: fc.constant('time' as const),
      field: fc.constant('since'),
      comparator: fc.constantFrom(...comparators),
      time: moment,
    },
    plain,
  ),
  fc.record(
    {
      kind: fc.constant('time' as const),
      field: fc.constant('since'),
      comparator: fc.constantFrom('<', '<=', '>', '>='),
      time: fc.nat(5000).map((hours): TimePoint => ({ kind: 'age', hours })),
    },
    plain,
  ),
  fc.constant<Filter>({ kind: 'unknownTime', field: 'since' }),
);

/** Filters in the form that parsing yields: `everything` only at the root. */
export const arbitraryFilter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Filter>({ kind: 'everything' }) },
  {
    weight: 20,
    arbitrary: fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        tie('filter').map((operand): Filter => ({ kind: 'not', operand })),
        fc.record(
          {
            kind: fc.constantFrom('and' as const, 'or' as const),
            operands: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
          },
          plain,
        ),
      ),
    })).filter,
  },
);

/** Everything but the root-only `everything`, for building larger filters. */
export const arbitraryTerm = arbitraryFilter.filter(({ kind }) => kind !== 'everything');

export const arbitraryRecord: fc.Arbitrary<FilterRecord> = fc
  .record({
    state: fc.constantFrom(['missing', 'problems'], ['corrupt', 'problems'], []),
    dp: fc.array(awkwardText, { maxLength: 3 }),
    type: fc.array(awkwardText, { maxLength: 1 }),
    size: fc.option(fc.nat(5000), { nil: undefined }),
    since: fc.option(fc.nat(4_000_000_000), { nil: undefined }),
  })
  .map((row) => ({
    texts: (field) => (field === 'state' ? row.state : field === 'dp' ? row.dp : row.type),
    size: () => row.size,
    time: () => row.since,
    now: 4_000_000_000,
  }));

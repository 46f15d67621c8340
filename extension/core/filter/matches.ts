import type { Comparator, Filter } from './filter';
import type { FilterFields } from './filterField';
import { containsPattern, foldText, isPattern, type Pattern, type TextTest } from './pattern';
import { timeTest } from './timeTest';

/** One row of a table as its filter sees it. */
export interface FilterRecord {
  /** A field's texts: none, one or several (the groups of a DP, a verdict and its class). */
  texts(field: string): readonly string[];
  /** Bytes; undefined when they were not read, which no comparison matches. */
  size(field: string): number | undefined;
  /** UTC epoch milliseconds; undefined when it is not known, as in a table without times. */
  time?(field: string): number | undefined;
  /** The time of the read, from which ages count. */
  readonly now?: number;
}

/** Prepares a filter once for many records. */
export const compileFilter = (filter: Filter, fields: FilterFields): ((record: FilterRecord) => boolean) => {
  switch (filter.kind) {
    case 'everything':
      return () => true;
    case 'word':
    case 'text':
    case 'choice': {
      const test = textTest(filter);
      const names = searchedFields(filter, fields);
      return (record) => names.some((name) => record.texts(name).some((text) => test(foldText(text))));
    }
    case 'size': {
      const test = sizeTest(filter.comparator, filter.bytes);
      return (record) => test(record.size(filter.field));
    }
    case 'unknownSize':
      return (record) => record.size(filter.field) === undefined;
    case 'time': {
      const test = timeTest(filter.comparator, filter.time);
      return (record) => test(record.time?.(filter.field), record.now ?? 0);
    }
    case 'unknownTime':
      return (record) => record.time?.(filter.field) === undefined;
    case 'not': {
      const operand = compileFilter(filter.operand, fields);
      return (record) => !operand(record);
    }
    case 'and':
    case 'or': {
      const operands = filter.operands.map((operand) => compileFilter(operand, fields));
      return filter.kind === 'and'
        ? (record) => operands.every((operand) => operand(record))
        : (record) => operands.some((operand) => operand(record));
    }
  }
};

export type TextFilter = Extract<Filter, { kind: 'word' | 'text' | 'choice' }>;

/** The fields whose texts a term looks at: its own, or for a free word all that are searched. */
export const searchedFields = (filter: TextFilter, fields: FilterFields): readonly string[] =>
  filter.kind === 'word'
    ? fields.filter((field) => field.kind === 'text' && field.searched).map(({ name }) => name)
    : [filter.field];

/** What a term asks of one folded text. */
export const textTest = (filter: TextFilter): TextTest => {
  if (filter.kind === 'word') return containsPattern(filter.pattern);
  const whole = filter.kind === 'choice' || filter.exact;
  const tests = filter.values.map((value) => valueTest(value, whole));
  const [only] = tests;
  return only !== undefined && tests.length === 1 ? only : (text) => tests.some((test) => test(text));
};

/** Wildcards say where the text may go on, so a value with some has to fit all of it. */
const valueTest = (value: Pattern, whole: boolean): TextTest =>
  whole || value.length > 1 ? isPattern(value) : containsPattern(value);

export const sizeTest = (comparator: Comparator, bytes: number): ((size: number | undefined) => boolean) => {
  switch (comparator) {
    case '<':
      return (size) => size !== undefined && size < bytes;
    case '<=':
      return (size) => size !== undefined && size <= bytes;
    case '>':
      return (size) => size !== undefined && size > bytes;
    case '>=':
      return (size) => size !== undefined && size >= bytes;
    case '=':
      return (size) => size === bytes;
  }
};

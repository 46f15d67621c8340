import type { Filter } from '../filter/filter';
import type { FilterFields } from '../filter/filterField';
import { searchedFields, sizeTest, textTest } from '../filter/matches';
import { foldText } from '../filter/pattern';

/** What is known of a node that stands for many pairs. */
export interface PartialRecord {
  /** Texts that hold for it as a whole; undefined: only its pairs can tell. */
  texts(field: string): readonly string[] | undefined;
  /** Further texts that may hold for some of its pairs. */
  possibleTexts(field: string): readonly string[];
  /** Bytes, undefined when they were not read; `untold`: only its pairs can tell. */
  size(field: string): number | undefined | 'untold';
}

type Truth = 'yes' | 'no' | 'maybe';
type Test = (record: PartialRecord) => Truth;

/** Whether a node, or a pair below it, may match. Only what is certain not to is left out. */
export const compileMayMatch = (
  filter: Filter,
  fields: FilterFields,
): ((record: PartialRecord) => boolean) => {
  const test = compile(filter, fields);
  return (record) => test(record) !== 'no';
};

const compile = (filter: Filter, fields: FilterFields): Test => {
  switch (filter.kind) {
    case 'everything':
      return () => 'yes';
    case 'word': {
      const test = textTest(filter);
      const names = searchedFields(filter, fields);
      return (record) => {
        if (names.some((name) => anyOf(record.texts(name) ?? [], test))) return 'yes';
        return names.some((name) => anyOf(record.possibleTexts(name), test)) ? 'maybe' : 'no';
      };
    }
    case 'text':
    case 'choice': {
      const test = textTest(filter);
      return (record) => {
        const texts = record.texts(filter.field);
        if (texts === undefined) return 'maybe';
        if (anyOf(texts, test)) return 'yes';
        return anyOf(record.possibleTexts(filter.field), test) ? 'maybe' : 'no';
      };
    }
    case 'size':
    case 'unknownSize': {
      const test =
        filter.kind === 'size'
          ? sizeTest(filter.comparator, filter.bytes)
          : (size: number | undefined) => size === undefined;
      return (record) => {
        const size = record.size(filter.field);
        return size === 'untold' ? 'maybe' : truth(test(size));
      };
    }
    case 'time':
    case 'unknownTime':
      return () => 'maybe';
    case 'not': {
      const operand = compile(filter.operand, fields);
      return (record) => opposite(operand(record));
    }
    case 'and':
    case 'or': {
      const operands = filter.operands.map((operand) => compile(operand, fields));
      const decisive = filter.kind === 'and' ? 'no' : 'yes';
      return (record) => {
        const truths = operands.map((operand) => operand(record));
        if (truths.includes(decisive)) return decisive;
        return truths.includes('maybe') ? 'maybe' : opposite(decisive);
      };
    }
  }
};

const anyOf = (texts: readonly string[], test: (folded: string) => boolean): boolean =>
  texts.some((text) => test(foldText(text)));

const truth = (holds: boolean): Truth => (holds ? 'yes' : 'no');

const opposite = (of: Truth): Truth => (of === 'maybe' ? 'maybe' : of === 'yes' ? 'no' : 'yes');

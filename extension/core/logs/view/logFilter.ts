import type { Filter } from '../../filter/filter';
import { textTest, type TextFilter } from '../../filter/matches';
import { parseFilter } from '../../filter/parse';
import { foldText, type Pattern } from '../../filter/pattern';
import { timeTest } from '../../filter/timeTest';
import type { Severity } from '../scan/recordFields';
import { takeExpressions, type TakenExpressions } from './expressions';
import { logFields } from './logFields';
import { isAscii, neededLiteral } from './neededLiteral';

/** What the index knows of a record. */
export interface IndexedFacts {
  readonly severity: Severity;
  readonly component: string | null | undefined;
  readonly thread: number | string | null | undefined;
  /** Name of its log. */
  readonly log: string;
  /** Milliseconds since 1970, UTC where that is known; NaN when it is not. */
  readonly time: number;
  /** The same by the clock of the writer. */
  readonly local: number;
}

/** What only the file knows of it. */
export interface RecordTexts {
  readonly message: string;
  readonly source: string;
  /** Where the index does not tell them. */
  readonly component?: string | null;
  readonly thread?: number | string | null;
}

/** undefined: its texts decide, and they are not given. */
type Test = (facts: IndexedFacts, texts: RecordTexts | undefined, now: number) => boolean | undefined;

/** A filter over records that reads their texts only where the index cannot decide. */
export interface LogFilter {
  readonly isEverything: boolean;
  readonly test: Test;
  /** Lower case, ASCII: a record that fits has it, unless it has other characters than ASCII. */
  readonly literal: string | undefined;
}

/** @throws FilterError */
export const parseLogFilter = (text: string): LogFilter => {
  const taken = takeExpressions(text);
  const filter = parseFilter(taken.text, logFields);
  return {
    isEverything: filter.kind === 'everything',
    test: compile(filter, taken),
    literal: neededLiteral(filter, (value) => taken.expressionOf(value) !== undefined),
  };
};

const compile = (filter: Filter, taken: TakenExpressions): Test => {
  switch (filter.kind) {
    case 'everything':
      return () => true;
    case 'word':
    case 'text':
    case 'choice':
      return textsTest(filter, taken);
    case 'time': {
      const test = timeTest(filter.comparator, filter.time);
      const isAge = filter.time.kind === 'age';
      return ({ time, local }, _texts, now) => test(known(isAge ? time : local), now);
    }
    case 'unknownTime':
      return ({ time }) => Number.isNaN(time);
    case 'size':
    case 'unknownSize':
      return () => false;
    case 'not': {
      const operand = compile(filter.operand, taken);
      return (facts, texts, now) => {
        const answer = operand(facts, texts, now);
        return answer === undefined ? undefined : !answer;
      };
    }
    case 'and':
    case 'or':
      return joined(
        filter.operands.map((operand) => compile(operand, taken)),
        filter.kind === 'or',
      );
  }
};

const known = (time: number): number | undefined => (Number.isNaN(time) ? undefined : time);

/** @param decisive what one operand says for all of them */
const joined =
  (operands: readonly Test[], decisive: boolean): Test =>
  (facts, texts, now) => {
    let answer: boolean | undefined = !decisive;
    for (const operand of operands) {
      const one = operand(facts, texts, now);
      if (one === decisive) return decisive;
      if (one === undefined) answer = undefined;
    }
    return answer;
  };

const textsTest = (filter: TextFilter, taken: TakenExpressions): Test => {
  const read = reading(filter.kind === 'word' ? 'message' : filter.field);
  const fits = valuesTest(filter, taken);
  return (facts, texts) => {
    const found = read(facts, texts);
    return found?.some(fits);
  };
};

/** Expressions see texts as they are written, all else sees them folded. */
const valuesTest = (filter: TextFilter, taken: TakenExpressions): ((text: string) => boolean) => {
  const values: readonly Pattern[] = filter.kind === 'word' ? [filter.pattern] : filter.values;
  const expressions = values.flatMap(([value = '']) => taken.expressionOf(value) ?? []);
  const plain = values.filter(([value = '']) => taken.expressionOf(value) === undefined);
  if (plain.length === 0)
    return (text) => expressions.some((one) => one.test(text.slice(0, mostForExpressions)));
  const test = textTest(filter.kind === 'word' ? filter : { ...filter, values: plain });
  if (expressions.length === 0) return (text) => test(folded(text));
  return (text) =>
    test(folded(text)) || expressions.some((one) => one.test(text.slice(0, mostForExpressions)));
};

/** An expression may take time that grows with the square of a text's length, or worse. */
const mostForExpressions = 20_000;

/** Most messages are ASCII, which folds many times as fast. */
const folded = (text: string): string => (isAscii(text) ? text.toLowerCase() : foldText(text));

type Reading = (facts: IndexedFacts, texts: RecordTexts | undefined) => readonly string[] | undefined;

const reading = (field: string): Reading => {
  switch (field) {
    case 'severity':
      return ({ severity }) => [severity];
    case 'log':
      return ({ log }) => [log];
    case 'component':
      return (facts, texts) => spellings(facts.component === undefined ? texts?.component : facts.component);
    case 'thread':
      return (facts, texts) => spellings(facts.thread === undefined ? texts?.thread : facts.thread);
    case 'source':
      return (_facts, texts) => texts && [texts.source];
    default:
      return (_facts, texts) => texts && [texts.message];
  }
};

/** Threads are written in both notations: in the record in decimal, in messages often in hexadecimal. */
const spellings = (value: number | string | null | undefined): readonly string[] | undefined => {
  if (value === undefined) return undefined;
  if (value === null) return [];
  return typeof value === 'number' ? [String(value), `0x${value.toString(16)}`] : [value];
};

import { printBytes } from './bytes';
import type { Filter } from './filter';
import type { Pattern } from './pattern';
import { printTimePoint } from './timePoint';
import { isKeyword } from './tokenReader';

/** The filter as text that parses to the same filter. */
export const printFilter = (filter: Filter): string => {
  switch (filter.kind) {
    case 'everything':
      return '';
    case 'word':
      return printPattern(filter.pattern);
    case 'text':
      return `${filter.field}${filter.exact ? '=' : ':'}${filter.values.map(printPattern).join(',')}`;
    case 'choice':
      return `${filter.field}:${filter.values.map(printPattern).join(',')}`;
    case 'size':
      return `${filter.field}${filter.comparator}${printBytes(filter.bytes)}`;
    case 'time':
      return `${filter.field}${filter.comparator}${printTimePoint(filter.time)}`;
    case 'unknownSize':
    case 'unknownTime':
      return `${filter.field}:unknown`;
    case 'not':
      return `-${printOperand(filter.operand)}`;
    case 'and':
      return filter.operands.map(printOperand).join(' ');
    case 'or':
      return filter.operands.map(printOperand).join(' or ');
  }
};

const printOperand = (filter: Filter): string =>
  filter.kind === 'and' || filter.kind === 'or' ? `(${printFilter(filter)})` : printFilter(filter);

const bareWord = /^(?!-)[^\s()",:=<>\\*]+$/u;

const printPattern = (pattern: Pattern): string => {
  const bare = pattern.every((part) => part === '' || bareWord.test(part));
  const text = pattern.join('*');
  if (bare && text !== '' && !isKeyword(text)) return text;
  return `"${pattern.map((part) => part.replaceAll(/["\\*]/g, '\\$&')).join('*')}"`;
};

/** One plain value as it stands in a filter, in quotation marks where it needs them. */
export const quoteValue = (value: string): string => printPattern([value]);

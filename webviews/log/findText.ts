import { quoteValue } from '../../extension/core/filter/print';

const isExpression = (text: string): boolean => /^\/.+\/$/.test(text);

/** What is typed to be found, as a filter: an expression, or the text as it stands. */
export const findFilter = (text: string): string => (isExpression(text) ? text : quoteValue(text));

/** The same, to mark it in texts; undefined when it cannot be. */
export const findPattern = (text: string): RegExp | undefined => {
  if (text.trim() === '') return undefined;
  const source = isExpression(text) ? text.slice(1, -1) : text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  try {
    return new RegExp(source, 'gi');
  } catch {
    return undefined;
  }
};

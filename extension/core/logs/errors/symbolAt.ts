import { bareHexAt } from './bareHexAt';
import type { CodeMention } from './codesIn';
import { codeNamed } from './errorNames';
import { firstFailure } from './errorCode';

const longestName = 80;

/** A name such as `ERROR_ACCESS_DENIED`, or hexadecimal digits that begin with a letter, at a word of the text. */
export const symbolAt = (
  text: string,
  start: number,
  end: number,
  context: number,
): CodeMention | undefined => {
  if (end - start === 8) {
    const mention = bareHexAt(text, start, end, context);
    if (mention !== undefined) return mention;
  }
  if (end - start > longestName || !isUpper(text.charCodeAt(start))) return undefined;
  const code = codeNamed(text.slice(start, end));
  return code === undefined || (code.kind === 'hresult' && code.value < firstFailure)
    ? undefined
    : { start, end, code };
};

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90;

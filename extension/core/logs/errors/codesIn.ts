import { codeContext, contextAfter, keepsContext } from './codeWords';
import type { ErrorCode } from './errorCode';
import { numberAt } from './numberAt';
import { symbolAt } from './symbolAt';

/** An error code that a text mentions; half-open UTF-16 offsets. */
export interface CodeMention {
  readonly start: number;
  readonly end: number;
  readonly code: ErrorCode;
}

const { failed, error } = codeContext;

/**
 * The error codes that a text mentions, in every notation that logs use. Words are looked at once, from left to right,
 * so that a message of any length takes linear time. A number that may be something else counts only behind a word
 * such as `error`; 0 is success, and no code.
 */
export const codesIn = (text: string): readonly CodeMention[] => {
  const found: CodeMention[] = [];
  let context = 0;
  let trouble = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (!isWordUnit(unit)) {
      if (!keepsContext(unit)) context = 0;
      if (isLineBreak(unit)) trouble = 0;
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    const mention = isDigit(unit)
      ? numberAt(text, at, end, context | trouble)
      : symbolAt(text, at, end, context);
    if (mention !== undefined) found.push(mention);
    if (isDigit(unit)) context = opensBracket(text, end) ? context : 0;
    else context = mention === undefined ? contextAfter(context, text, at, end) : 0;
    if ((context & (failed | error)) !== 0) trouble = codeContext.trouble;
    at = end;
  }
  return found;
};

/** `error 5 (0x00000005)`. */
const opensBracket = (text: string, at: number): boolean =>
  text[at] === '(' || (text[at] === ' ' && text[at + 1] === '(');

const isLineBreak = (unit: number): boolean => unit === 10 || unit === 13;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Letters, digits and `_`. */
const isWordUnit = (unit: number): boolean =>
  isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 122) || unit === 95;

const wordEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  return at;
};

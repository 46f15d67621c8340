import { isStateMessage } from '../stateMessage';
import { bareHexAt } from './bareHexAt';
import { codeContext } from './codeWords';
import type { CodeMention } from './codesIn';
import { isKnownCode } from './decode';
import { codeOf, firstFailure, highestWin32, type ErrorCode } from './errorCode';

const { failed, error, exit, returned, http, status } = codeContext;

/** A code at a word that begins with a digit. */
export const numberAt = (
  text: string,
  start: number,
  end: number,
  context: number,
): CodeMention | undefined => {
  const length = end - start;
  if (length > 18) return undefined;
  const word = text.slice(start, end);
  if (/^0x[\da-f]+$/i.test(word)) return mention(start, end, prefixedHex(word.slice(2), context));
  if (length === 8) return bareHexAt(text, start, end, context);
  if (length > 10 || !/^\d+$/.test(word)) return undefined;
  const value = Number(word);
  if (length === 10) return longDecimal(text, start, end, value, context);
  return length <= 5 && standsAlone(text, start, end)
    ? mention(start, end, shortDecimal(value, context))
    : undefined;
};

const mention = (start: number, end: number, code: ErrorCode | undefined): CodeMention | undefined =>
  code && { start, end, code };

const hresult = (value: number): ErrorCode => ({ kind: 'hresult', value });

/** Of 16 digits the first eight repeat the sign, or are zeros. */
const prefixedHex = (digits: string, context: number): ErrorCode | undefined => {
  if (digits.length > 8 && !/^(?:f{8}|0{8})[\da-f]{8}$/i.test(digits)) return undefined;
  const value = Number.parseInt(digits.slice(-8), 16);
  if (isStateMessage(value)) return undefined;
  if (value >= firstFailure) return hresult(value);
  const code = codeOf(value);
  return value > 0 && (context & (failed | error)) !== 0 && isKnownCode(code) ? code : undefined;
};

const twoTo32 = 2 ** 32;

/** An HRESULT in decimal, with or without its sign: `-2147024891`, `2147942405`. Sizes in bytes look the same. */
const longDecimal = (
  text: string,
  start: number,
  end: number,
  value: number,
  context: number,
): CodeMention | undefined => {
  if (text[start - 1] === '-' && !isWord(text[start - 2])) {
    const unsigned = twoTo32 - value;
    return value <= firstFailure && unsigned <= 0xcfff_ffff && standsAlone(text, start - 1, end)
      ? { start: start - 1, end, code: hresult(unsigned) }
      : undefined;
  }
  if (value < firstFailure || value >= twoTo32 || !standsAlone(text, start, end)) return undefined;
  const code = hresult(value);
  const isSaid = (context & (failed | error | exit | returned | status)) !== 0;
  return isSaid || isKnownCode(code) ? { start, end, code } : undefined;
};

/** Below it, programs have return codes of their own. */
const leastExitCode = 1000;

const shortDecimal = (value: number, context: number): ErrorCode | undefined => {
  const isHttp = (value >= 400 && value <= 599) || value === 600;
  if (isHttp && ((context & http) !== 0 || context === (status | error))) return { kind: 'http', value };
  if ((context & (error | returned | exit)) === 0 || value > highestWin32) return undefined;
  const isReturned = (context & exit) !== 0 || (context & error) === 0;
  const code: ErrorCode = { kind: 'win32', value };
  return value > 0 && !(isReturned && value < leastExitCode) && isKnownCode(code) ? code : undefined;
};

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);

/** Not part of a time, a date, a version, a fraction or a range. */
const standsAlone = (text: string, start: number, end: number): boolean => {
  const before = text[start - 1];
  if ((before === '.' || before === '-') && isWord(text[start - 2])) return false;
  const after = text[end];
  if (after === '%') return false;
  return !(after !== undefined && '.,:/-'.includes(after) && isWord(text[end + 1]));
};

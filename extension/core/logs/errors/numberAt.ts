import { isStateMessage } from '../stateMessage';
import { bareHexAt } from './bareHexAt';
import { codeContext } from './codeWords';
import type { CodeMention } from './codesIn';
import { isKnownCode } from './decode';
import { codeOf, firstFailure, highestWin32, type ErrorCode } from './errorCode';

const { failed, error, exit, returned, http, status, trouble } = codeContext;

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
  if (/^0x[\da-f]+$/i.test(word)) {
    const isSaid = (context & (failed | error)) !== 0;
    const isMeant = isSaid || ((context & trouble) !== 0 && hasOwnBrackets(text, start, end));
    return mention(start, end, prefixedHex(word.slice(2), isMeant));
  }
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
const prefixedHex = (digits: string, isMeant: boolean): ErrorCode | undefined => {
  if (digits.length > 8 && !/^(?:f{8}|0{8})[\da-f]{8}$/i.test(digits)) return undefined;
  const value = Number.parseInt(digits.slice(-8), 16);
  if (isStateMessage(value) || isSeverity(value)) return undefined;
  if (value >= firstFailure) return hresult(value);
  const code = codeOf(value);
  return value > 0 && isMeant && isKnownCode(code) ? code : undefined;
};

/** Of a status message: 0x80000000 is a warning, 0xC0000000 an error. */
const isSeverity = (value: number): boolean => (value & 0x0fff_ffff) === 0;

/** `ADMIN$ (0x35)`, but neither `thread=2212 (0x8A4)` nor `thread ID (0x8A4)`. */
const hasOwnBrackets = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '(' &&
  text[end] === ')' &&
  !/(?:\d|thread|\bID) ?$/i.test(text.slice(Math.max(0, start - 9), start - 1));

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
    const isFailure = value <= firstFailure && unsigned <= 0xcfff_ffff && !isSeverity(unsigned);
    return isFailure && standsAlone(text, start - 1, end)
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
  if (isHttp && ((context & http) !== 0 || (context & ~trouble) === (status | error)))
    return { kind: 'http', value };
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

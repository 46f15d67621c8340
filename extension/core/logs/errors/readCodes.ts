import { codesIn } from './codesIn';
import { isKnownCode } from './decode';
import { codeOf, firstFailure, type ErrorCode } from './errorCode';
import { codeNamed } from './errorNames';

/**
 * What somebody may mean who asks for a code, the likeliest first: `0x80070005`, `80070005`, `-2147024891`, `2147942405`,
 * `12029`, `0x2efd`, `HTTP 404`, `E_ACCESSDENIED`, or a line of a log with codes in it. Empty when no code is in it.
 */
export const readCodes = (asked: string): readonly ErrorCode[] => {
  const text = asked.trim();
  const named = codeNamed(text.toUpperCase()) ?? codeNamed(text);
  if (named !== undefined) return [named];
  const hexDigits =
    /^(?:0x)?(?:[f0]{8})?([\da-f]{8})$/i.exec(text)?.[1] ?? /^0x([\da-f]{1,8})$/i.exec(text)?.[1];
  if (hexDigits !== undefined) return [codeOf(Number.parseInt(hexDigits, 16))];
  if (/^-?\d{1,10}$/.test(text)) return decimalCodes(Number(text));
  const http = /^http\s+(\d{3})$/i.exec(text)?.[1];
  if (http !== undefined) return [{ kind: 'http', value: Number(http) }];
  return codesIn(text).map(({ code }) => code);
};

const decimalCodes = (number: number): readonly ErrorCode[] => {
  if (number < -firstFailure || number >= 2 ** 32) return [];
  const value = number >>> 0;
  const readings: readonly ErrorCode[] = [codeOf(value), { kind: 'http', value }];
  const known = readings.filter(isKnownCode);
  return known.length > 0 ? known : [codeOf(value)];
};

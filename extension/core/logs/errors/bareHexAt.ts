import { codeContext } from './codeWords';
import type { CodeMention } from './codesIn';
import { isKnownCode } from './decode';
import { facility, hresultParts } from './hresult';
import type { ErrorCode } from './errorCode';

/** A failure begins with 8 or C. */
const bareHex = /^[8C][\dA-F]{7}$/i;

const { failed, error, exit, returned } = codeContext;

/** `(80041002)`, `error 80070005`: eight hexadecimal digits without `0x` that are the code of something known. */
export const bareHexAt = (
  text: string,
  start: number,
  end: number,
  context: number,
): CodeMention | undefined => {
  const digits = text.slice(start, end);
  if (!bareHex.test(digits)) return undefined;
  // Site codes begin with letters, mostly; so do the package IDs made of them.
  const isBracketed = digits.startsWith('8') && text[start - 1] === '(' && text[end] === ')';
  if (!isBracketed && (context & (failed | error | exit | returned)) === 0) return undefined;
  const code: ErrorCode = { kind: 'hresult', value: Number.parseInt(digits, 16) };
  return isKnownCode(code) || isConfigMgr(code.value) ? { start, end, code } : undefined;
};

/** Most of them have no name anywhere. */
const isConfigMgr = (value: number): boolean => {
  const owner = hresultParts(value).facility;
  return value >>> 28 === 8 && (owner === facility.configMgr || owner === facility.mdm);
};

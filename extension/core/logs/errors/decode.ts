import { codeText, isNtStatus, type ErrorCode } from './errorCode';
import { helpOf, sourceOf } from './errorHelp';
import { nameOf } from './errorNames';
import { familyOf, type Family } from './family';
import { facilityName, hresultParts, wrappedCode } from './hresult';

/** What is known of an error code. Texts have no full stop. */
export interface DecodedError {
  /** `0x80070005`, `12029`, `HTTP 404`. */
  readonly code: string;
  readonly family: Family;
  /** `ERROR_ACCESS_DENIED`, or for HTTP `Not Found`. */
  readonly name: string | undefined;
  /** The code inside, as in `Win32 5 (ERROR_ACCESS_DENIED)`. */
  readonly wraps: string | undefined;
  readonly meaning: string;
  readonly cause: string | undefined;
  readonly next: string | undefined;
  /** The address of a page that documents it. */
  readonly source: string | undefined;
}

/** undefined for 0, which is success. Every other code has a meaning, if only that of its parts. */
export const decode = (code: ErrorCode): DecodedError | undefined => {
  if (code.value === 0) return undefined;
  const inner = wrappedCode(code);
  const help = helpOf(code) ?? (inner && helpOf(inner));
  const name = nameOf(code) ?? (inner && nameOf(inner));
  return {
    code: codeText(code),
    family: familyOf(inner ?? code),
    name,
    wraps: inner && wrappedText(inner),
    meaning: help?.says ?? (name === undefined ? partsMeaning(code, inner) : nameMeaning(code, inner, name)),
    cause: help?.cause,
    next: help?.next,
    source: help && sourceOf(help),
  };
};

/** Whether more can be said of a code than what its parts are. */
export const isKnownCode = (code: ErrorCode): boolean => {
  const inner = wrappedCode(code);
  return [code, ...(inner ? [inner] : [])].some(
    (one) => nameOf(one) !== undefined || helpOf(one) !== undefined,
  );
};

const wrappedText = (inner: ErrorCode): string => {
  const name = nameOf(inner);
  const text = inner.kind === 'win32' ? `Win32 ${inner.value}` : codeText(inner);
  return name === undefined ? text : `${text} (${name})`;
};

/** Names are words, behind a prefix that tells whose they are: `RPC_S_SERVER_UNAVAILABLE`. */
const prefix = /^[A-Z\d]+_(?:[EISW]_|WINHTTP_)?/;

const nameMeaning = (code: ErrorCode, inner: ErrorCode | undefined, name: string): string => {
  const family = familyOf(inner ?? code);
  const words = name
    .replace(prefix, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ');
  return `${family}: ${words.toLowerCase()}`;
};

const partsMeaning = (code: ErrorCode, inner: ErrorCode | undefined): string => {
  if (inner !== undefined) return partsMeaning(inner, undefined);
  switch (code.kind) {
    case 'http':
      return `the answer of a web server with the status ${code.value}`;
    case 'win32':
      return `${familyOf(code)} code ${code.value}, which has no name in the tables`;
    case 'hresult':
      return isNtStatus(code)
        ? 'a status of Windows itself (NTSTATUS) that has no name in the tables'
        : hresultMeaning(code.value);
  }
};

const hresultMeaning = (value: number): string => {
  const { isFailure, isCustomer, facility, code } = hresultParts(value);
  const kind = isFailure ? 'an error' : 'a success or state';
  const part = facilityName(facility);
  const whose = isCustomer
    ? "defined by a program that is not Microsoft's"
    : `of the facility ${part === undefined ? facility : `${part} (${facility})`}`;
  return `${kind} ${whose}, code ${code} (0x${code.toString(16).toUpperCase().padStart(4, '0')}), without a name in the tables`;
};

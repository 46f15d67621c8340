import documented from './documentedNames.json';
import { isNtStatus, type ErrorCode } from './errorCode';
import generated from './names.json';

type Names = ReadonlyMap<number, string>;

/** Rows are a number and a name; what is documented by hand is laid over the headers. */
const namesOf = (radix: 10 | 16, ...tables: readonly (readonly string[])[]): Names =>
  new Map(
    tables.flat().map((row) => {
      const blank = row.indexOf(' ');
      return [Number.parseInt(row.slice(0, blank), radix), row.slice(blank + 1)];
    }),
  );

const win32 = namesOf(10, generated.win32, documented.win32);
const hresult = namesOf(16, generated.hresult, documented.hresult);
const ntStatus = namesOf(16, generated.ntStatus);
const http = namesOf(10, documented.http);

/** The name of a code by itself: that of what it wraps is another. */
export const nameOf = (code: ErrorCode): string | undefined => {
  switch (code.kind) {
    case 'win32':
      return win32.get(code.value);
    case 'hresult':
      return hresult.get(code.value) ?? (isNtStatus(code) ? ntStatus.get(code.value) : undefined);
    case 'http':
      return http.get(code.value);
  }
};

const codes = new Map<string, ErrorCode>();
for (const [kind, names] of [
  ['hresult', ntStatus],
  ['hresult', hresult],
  ['win32', win32],
] as const)
  for (const [value, name] of names) codes.set(name, { kind, value });

/** The code that has this name; undefined for a word that is none. */
export const codeNamed = (name: string): ErrorCode | undefined => codes.get(name);

// @ts-check

/**
 * How headers write a code: a number or a base and a number, in one of their wrappers. Plain numbers are no codes
 * (facilities, masks, bases), but may be a base.
 */
const definition = /^#define[ \t]+(\w+)[ \t]+(\S.*?)[ \t]*$/;
const wrapped =
  /^(?:__MSABI_LONG|_HRESULT_TYPEDEF_|\((?:\(HRESULT\)|\(NTSTATUS\))|\()\(?[ ]*(?:(\w+)[ ]*\+[ ]*)?(\d\w*)[ ]*\)+$/;
const fromWin32 = /^HRESULT_FROM_WIN32\((\w+)\)$/;
const alias = /^[A-Z]\w*$/;
const plain = /^(\d\w*)$/;

/** Ends and beginnings of ranges, which some headers define beside the codes. */
const isBound = (/** @type {string} */ name) => /^MAX_|_(?:FIRST|LAST|BASE)$/.test(name);

/**
 * The names that a header gives to codes, in its order; a code may have several.
 * @param {string} text
 * @returns {{ name: string, code: number }[]}
 */
export const headerNames = (text) => {
  /** @type {Map<string, number>} */
  const codes = new Map();
  /** @type {Map<string, number>} */
  const constants = new Map();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = definition.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const number = plain.exec(value)?.[1];
    if (number !== undefined) constants.set(name, parseNumber(number));
    else {
      const code = codeOf(value, codes, constants);
      if (code !== undefined) codes.set(name, code);
    }
  }
  return [...codes].filter(([name]) => !isBound(name)).map(([name, code]) => ({ name, code }));
};

/**
 * @param {string} value
 * @param {ReadonlyMap<string, number>} codes
 * @param {ReadonlyMap<string, number>} constants
 */
const codeOf = (value, codes, constants) => {
  const [, base, number] = wrapped.exec(value) ?? [];
  if (number !== undefined) {
    const from = base === undefined ? 0 : constants.get(base);
    return from === undefined ? undefined : from + parseNumber(number);
  }
  const win32 = codes.get(fromWin32.exec(value)?.[1] ?? '');
  if (win32 !== undefined) return 0x80070000 + win32;
  return alias.test(value) ? codes.get(value) : undefined;
};

/** `0x80070005L`, `12U`. */
const parseNumber = (/** @type {string} */ text) => Number(text.replace(/[UL]+$/i, ''));

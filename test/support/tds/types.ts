import type { TokenBuffer } from './tokenBuffer';

/** Column and parameter types that the server speaks. */
export type SqlType =
  | { readonly name: 'int' | 'smallint' | 'tinyint' | 'bigint' | 'bit' | 'datetime' | 'float' }
  /** `length` in characters; 'max' travels in chunks. */
  | { readonly name: 'nvarchar'; readonly length: number | 'max' };

/**
 * As SQLite holds it: bit as 0 or 1, datetime as `YYYY-MM-DDTHH:mm:ss.sssZ` or as epoch milliseconds, bigint as its
 * digits where a number would be rounded.
 */
export type CellValue = string | number | bigint | Uint8Array | null;

export interface Column {
  readonly name: string;
  readonly type: SqlType;
}

/** Latin1_General_CI_AS as SQL Server's setup offers it: SQL_Latin1_General_CP1_CI_AS. */
export const collation = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);

const plpNull = 0xffff_ffff_ffff_ffffn;
const plpChunk = 8000;

const day = 86_400_000;
const base1900 = Date.UTC(1900, 0, 1);

/** Days since 1900 and three-hundredths of a second since midnight. */
const writeDatetime = (out: TokenBuffer, value: CellValue): void => {
  const time = (typeof value === 'number' ? value : Date.parse(String(value))) - base1900;
  if (Number.isNaN(time)) throw new RangeError(`"${String(value)}" is no datetime`);
  const days = Math.floor(time / day);
  const ticks = Math.round(((time - days * day) * 3) / 10);
  const overflow = ticks === 300 * 86_400;
  out
    .u8(8)
    .i32(overflow ? days + 1 : days)
    .u32(overflow ? 0 : ticks);
};

const textOf = (value: CellValue): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);

const writeChunks = (out: TokenBuffer, bytes: Buffer): void => {
  out.u64(BigInt(bytes.length));
  for (let from = 0; from < bytes.length; from += plpChunk) {
    const chunk = bytes.subarray(from, from + plpChunk);
    out.u32(chunk.length).raw(chunk);
  }
  out.u32(0);
};

/** TYPE_INFO: the type as column metadata tell it; every column may be NULL. */
export const writeTypeInfo = (out: TokenBuffer, type: SqlType): void => {
  switch (type.name) {
    case 'tinyint':
      out.u8(0x26).u8(1);
      return;
    case 'smallint':
      out.u8(0x26).u8(2);
      return;
    case 'int':
      out.u8(0x26).u8(4);
      return;
    case 'bigint':
      out.u8(0x26).u8(8);
      return;
    case 'bit':
      out.u8(0x68).u8(1);
      return;
    case 'float':
      out.u8(0x6d).u8(8);
      return;
    case 'datetime':
      out.u8(0x6f).u8(8);
      return;
    case 'nvarchar':
      out
        .u8(0xe7)
        .u16(type.length === 'max' ? 0xffff : type.length * 2)
        .raw(collation);
  }
};

export const writeNull = (out: TokenBuffer, type: SqlType): void => {
  if (type.name !== 'nvarchar') out.u8(0);
  else if (type.length === 'max') out.u64(plpNull);
  else out.u16(0xffff);
};

/** @throws RangeError for a value that the type cannot hold */
export const writeValue = (out: TokenBuffer, type: SqlType, value: CellValue): void => {
  if (value === null) {
    writeNull(out, type);
    return;
  }
  switch (type.name) {
    case 'tinyint':
      out.u8(1).u8(Number(value));
      return;
    case 'smallint':
      out.u8(2).i16(Number(value));
      return;
    case 'int':
      out.u8(4).i32(Number(value));
      return;
    case 'bigint':
      out.u8(8).i64(typeof value === 'bigint' ? value : BigInt(String(value)));
      return;
    case 'bit':
      out.u8(1).u8(Number(value) === 0 ? 0 : 1);
      return;
    case 'float':
      out.u8(8).f64(Number(value));
      return;
    case 'datetime':
      writeDatetime(out, value);
      return;
    case 'nvarchar': {
      const text = textOf(value);
      if (type.length === 'max') writeChunks(out, Buffer.from(text, 'utf16le'));
      else out.u16(text.length * 2).text(text);
    }
  }
};

const plain: Readonly<Record<string, SqlType>> = {
  int: { name: 'int' },
  smallint: { name: 'smallint' },
  tinyint: { name: 'tinyint' },
  bigint: { name: 'bigint' },
  bit: { name: 'bit' },
  datetime: { name: 'datetime' },
  datetime2: { name: 'datetime' },
  float: { name: 'float' },
};

/** The type of a declaration such as `nvarchar(60)`, or undefined when it says too little. */
export const declaredType = (declaration: string): SqlType | undefined => {
  const [, name = '', length] = /^\s*(\w+)\s*(?:\(\s*(\w+)\s*\))?\s*$/.exec(declaration.toLowerCase()) ?? [];
  const known = plain[name];
  if (known !== undefined) return known;
  if (!/^n?(var)?char$/.test(name) || length === undefined) return undefined;
  return { name: 'nvarchar', length: length === 'max' ? 'max' : Math.min(Number(length), 4000) };
};

/** How SQLite is told to keep a column of a declaration. */
export const affinityOf = (declaration: string): string => {
  if (/^(big|small|tiny)?int|^bit/i.test(declaration)) return 'INTEGER';
  if (/char|text|datetime|xml|^uniqueidentifier/i.test(declaration)) return 'TEXT COLLATE NOCASE';
  if (/^(float|real)/i.test(declaration)) return 'REAL';
  return `${/^num/i.test(declaration) ? 'NUMERIC' : ''} COLLATE NOCASE`;
};

export type ParameterValue = string | number | null;

export interface Parameter {
  /** With its `@`. */
  readonly name: string;
  /** As it would be declared. */
  readonly type: string;
  /** bigint as its digits, datetime as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly value: ParameterValue;
}

/** A call of a procedure, by name. */
export interface Call {
  readonly procedure: string;
  readonly parameters: readonly Parameter[];
}

const procedures: Readonly<Record<number, string>> = {
  10: 'sp_executesql',
  11: 'sp_prepare',
  12: 'sp_execute',
  13: 'sp_prepexec',
  15: 'sp_unprepare',
};

/** Skips ALL_HEADERS, which begins a batch and a call. */
export const afterHeaders = (payload: Buffer): Buffer => payload.subarray(payload.readUInt32LE(0));

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  u8(): number {
    return this.bytes.readUInt8(this.skip(1));
  }

  u16(): number {
    return this.bytes.readUInt16LE(this.skip(2));
  }

  take(length: number): Buffer {
    const from = this.skip(length);
    return this.bytes.subarray(from, from + length);
  }

  text(characters: number): string {
    return this.take(characters * 2).toString('utf16le');
  }

  /** Partially length-prefixed: a total, which may be unknown, and chunks up to an empty one. */
  chunks(): Buffer | null {
    if (this.bytes.readBigUInt64LE(this.skip(8)) === 0xffff_ffff_ffff_ffffn) return null;
    const parts: Buffer[] = [];
    for (;;) {
      const length = this.bytes.readUInt32LE(this.skip(4));
      if (length === 0) return Buffer.concat(parts);
      parts.push(this.take(length));
    }
  }

  private skip(length: number): number {
    const from = this.at;
    this.at += length;
    return from;
  }
}

const day = 86_400_000;

const datetimeOf = (bytes: Buffer): string => {
  const days = bytes.readInt32LE(0);
  const ticks = bytes.readUInt32LE(4);
  return new Date(Date.UTC(1900, 0, 1) + days * day + Math.round((ticks * 10) / 3)).toISOString();
};

const intTypes: Readonly<Record<number, string>> = { 1: 'tinyint', 2: 'smallint', 4: 'int', 8: 'bigint' };

const intOf = (bytes: Buffer): ParameterValue => {
  if (bytes.length === 8) return bytes.readBigInt64LE(0).toString();
  return bytes.length === 1 ? bytes.readUInt8(0) : bytes.readIntLE(0, bytes.length);
};

/** Types with one byte of length before the value. */
const shortTypes: Readonly<
  Record<number, (size: number) => readonly [string, (bytes: Buffer) => ParameterValue]>
> = {
  0x26: (size) => [intTypes[size] ?? 'int', intOf],
  0x68: () => ['bit', (bytes) => bytes.readUInt8(0)],
  0x6d: () => ['float', (bytes) => (bytes.length === 4 ? bytes.readFloatLE(0) : bytes.readDoubleLE(0))],
  0x6f: () => ['datetime', datetimeOf],
};

const textTypes: Readonly<Record<number, readonly [string, number, BufferEncoding]>> = {
  0xe7: ['nvarchar', 2, 'utf16le'],
  0xef: ['nvarchar', 2, 'utf16le'],
  0xa7: ['varchar', 1, 'latin1'],
};

/** @throws Error for a type that the server does not speak */
const readTyped = (reader: Reader): Pick<Parameter, 'type' | 'value'> => {
  const id = reader.u8();
  const short = shortTypes[id];
  if (short !== undefined) {
    const [type, decode] = short(reader.u8());
    const length = reader.u8();
    return { type, value: length === 0 ? null : decode(reader.take(length)) };
  }
  const [type, width, encoding] = textTypes[id] ?? [];
  if (type === undefined || width === undefined)
    throw new Error(`parameters of type 0x${id.toString(16)} are not supported`);
  const limit = reader.u16();
  reader.take(5);
  const max = limit === 0xffff;
  const length = max ? 0 : reader.u16();
  const bytes = max ? reader.chunks() : length === 0xffff ? null : reader.take(length);
  return {
    type: `${type}(${max ? 'max' : String(limit / width)})`,
    value: bytes === null ? null : bytes.toString(encoding),
  };
};

/** @throws Error for what is no call that the server understands */
export const parseCall = (payload: Buffer): Call => {
  const reader = new Reader(afterHeaders(payload));
  const nameLength = reader.u16();
  const procedure = nameLength === 0xffff ? (procedures[reader.u16()] ?? 'unknown') : reader.text(nameLength);
  reader.u16(); // flags
  const parameters: Parameter[] = [];
  while (!reader.done) {
    const name = reader.text(reader.u8());
    reader.u8(); // status
    parameters.push({ name, ...readTyped(reader) });
  }
  return { procedure, parameters };
};

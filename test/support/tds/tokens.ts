import type { TokenBuffer } from './tokenBuffer';
import { collation, writeNull, writeTypeInfo, writeValue, type CellValue, type Column } from './types';

const kind = {
  returnStatus: 0x79,
  colMetadata: 0x81,
  error: 0xaa,
  info: 0xab,
  loginAck: 0xad,
  row: 0xd1,
  nbcRow: 0xd2,
  envChange: 0xe3,
  sspi: 0xed,
} as const;

/** DONE ends a statement of a batch, DONEINPROC one inside a procedure, DONEPROC the procedure itself. */
export const done = { statement: 0xfd, procedure: 0xfe, inProcedure: 0xff } as const;

export const doneStatus = {
  final: 0x0000,
  more: 0x0001,
  error: 0x0002,
  count: 0x0010,
  attention: 0x0020,
} as const;

/** An error as SQL Server reports it. */
export interface ServerError {
  readonly number: number;
  readonly state: number;
  /** 11 to 16: the user can correct it; 20 and more end the connection. */
  readonly severity: number;
  readonly message: string;
  readonly line?: number;
}

export const serverName = 'TDSTEST';

export const writeError = (out: TokenBuffer, error: ServerError): void => {
  const { number, state, severity, message, line = 1 } = error;
  out.u8(kind.error).sized((inner) => {
    inner.u32(number).u8(state).u8(severity).longText(message).shortText(serverName).shortText('').u32(line);
  });
};

export const writeDone = (out: TokenBuffer, token: number, status: number, rows?: number): void => {
  const counted = rows === undefined ? status : status | doneStatus.count;
  out
    .u8(token)
    .u16(counted)
    .u16(0xc1)
    .u64(BigInt(rows ?? 0));
};

export const writeReturnStatus = (out: TokenBuffer, status: number): void => {
  out.u8(kind.returnStatus).i32(status);
};

const writeEnvText = (out: TokenBuffer, type: number, value: string, before: string): void => {
  out.u8(kind.envChange).sized((inner) => {
    inner.u8(type).shortText(value).shortText(before);
  });
};

export const writeDatabaseChange = (out: TokenBuffer, database: string, before: string): void =>
  writeEnvText(out, 1, database, before);

/** What answers an accepted login. */
export const writeLoginAccepted = (out: TokenBuffer, database: string, packetSize: number): void => {
  writeDatabaseChange(out, database, 'master');
  out.u8(kind.envChange).sized((inner) => {
    inner.u8(7).u8(collation.length).raw(collation).u8(0);
  });
  writeEnvText(out, 2, 'us_english', '');
  out.u8(kind.loginAck).sized((inner) => {
    // TDS 7.4, in the one place where a version is big-endian; then the server's 15.0.4430.
    inner
      .u8(1)
      .raw(Buffer.from([0x74, 0, 0, 4]))
      .shortText('Microsoft SQL Server')
      .raw(Buffer.from([15, 0, 0x11, 0x4e]));
  });
  writeEnvText(out, 4, String(packetSize), '4096');
  writeDone(out, done.statement, doneStatus.final);
};

/** Tells that the session was made as new. */
export const writeResetDone = (out: TokenBuffer): void => {
  out.u8(kind.envChange).sized((inner) => {
    inner.u8(18).u8(0).u8(0);
  });
};

/** A step of NTLM. */
export const writeSspi = (out: TokenBuffer, bytes: Buffer): void => {
  out.u8(kind.sspi).u16(bytes.length).raw(bytes);
};

export const writeColumns = (out: TokenBuffer, columns: readonly Column[]): void => {
  out.u8(kind.colMetadata).u16(columns.length);
  for (const { name, type } of columns) {
    out.u32(0).u16(0x0009); // nullable, of unknown updateability
    writeTypeInfo(out, type);
    out.shortText(name);
  }
};

/** ROW, or NBCROW where its bitmap takes less than the NULLs that it stands for. */
export const writeRow = (out: TokenBuffer, columns: readonly Column[], row: readonly CellValue[]): void => {
  const nulls = row.reduce<number>((count, value) => count + (value === null ? 1 : 0), 0);
  const bitmap = new Uint8Array(Math.ceil(columns.length / 8));
  const compact = nulls > bitmap.length;
  if (compact) {
    row.forEach((value, index) => {
      if (value === null) bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7));
    });
    out.u8(kind.nbcRow).raw(bitmap);
  } else out.u8(kind.row);
  columns.forEach(({ type }, index) => {
    const value = row[index] ?? null;
    if (value !== null) writeValue(out, type, value);
    else if (!compact) writeNull(out, type);
  });
};

/** What a client says of itself in LOGIN7. */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly application: string;
  readonly database: string;
  readonly packetSize: number;
  readonly readOnlyIntent: boolean;
  /** NTLM's first message, of a client that signs in with Windows. */
  readonly sspi: Buffer | undefined;
}

const offset = {
  packetSize: 8,
  typeFlags: 26,
  user: 40,
  password: 44,
  application: 48,
  database: 68,
  sspi: 78,
};
const readOnlyFlag = 0x20;

/** Each byte was swapped in its halves and then turned over by 0xA5. */
const plainPassword = (bytes: Buffer): string => {
  const swapped = bytes.map((byte) => {
    const turned = byte ^ 0xa5;
    return ((turned & 0x0f) << 4) | (turned >> 4);
  });
  return Buffer.from(swapped).toString('utf16le');
};

export const parseLogin = (payload: Buffer): Login => {
  const part = (at: number, size: number): Buffer => {
    const from = payload.readUInt16LE(at);
    return payload.subarray(from, from + payload.readUInt16LE(at + 2) * size);
  };
  const text = (at: number): string => part(at, 2).toString('utf16le');
  const sspi = part(offset.sspi, 1);
  return {
    user: text(offset.user),
    password: plainPassword(part(offset.password, 2)),
    application: text(offset.application),
    database: text(offset.database),
    packetSize: payload.readUInt32LE(offset.packetSize),
    readOnlyIntent: (payload.readUInt8(offset.typeFlags) & readOnlyFlag) !== 0,
    sspi: sspi.length === 0 ? undefined : sspi,
  };
};

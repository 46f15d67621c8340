/** Encryption as PRELOGIN speaks of it. */
export const encryption = { off: 0x00, on: 0x01, notSupported: 0x02, required: 0x03 } as const;

const token = {
  version: 0x00,
  encryption: 0x01,
  instance: 0x02,
  threadId: 0x03,
  mars: 0x04,
  end: 0xff,
} as const;

/** The encryption that a client's PRELOGIN asks for. */
export const askedEncryption = (payload: Buffer): number => {
  for (let at = 0; at < payload.length && payload.readUInt8(at) !== token.end; at += 5)
    if (payload.readUInt8(at) === token.encryption) return payload.readUInt8(payload.readUInt16BE(at + 1));
  return encryption.notSupported;
};

/** A server's PRELOGIN: version 15.0.4430, no instance, no MARS. */
export const preloginAnswer = (encrypt: number): Buffer => {
  const options: readonly (readonly [number, readonly number[]])[] = [
    [token.version, [15, 0, 0x11, 0x4e, 0, 0]],
    [token.encryption, [encrypt]],
    [token.instance, [0]],
    [token.threadId, []],
    [token.mars, [0]],
  ];
  const table = Buffer.alloc(options.length * 5 + 1, token.end);
  let offset = table.length;
  options.forEach(([kind, data], index) => {
    table.writeUInt8(kind, index * 5);
    table.writeUInt16BE(offset, index * 5 + 1);
    table.writeUInt16BE(data.length, index * 5 + 3);
    offset += data.length;
  });
  return Buffer.concat([table, ...options.map(([, data]) => Buffer.from(data))]);
};

/** What one of the three rounds does: its mix of words, its constant, the order of words, the turns. */
interface Round {
  readonly mix: (x: number, y: number, z: number) => number;
  readonly add: number;
  readonly order: readonly number[];
  readonly turns: readonly [number, number, number, number];
}

const rounds: readonly Round[] = [
  {
    mix: (x, y, z) => (x & y) | (~x & z),
    add: 0,
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    turns: [3, 7, 11, 19],
  },
  {
    mix: (x, y, z) => (x & y) | (x & z) | (y & z),
    add: 0x5a827999,
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    turns: [3, 5, 9, 13],
  },
  {
    mix: (x, y, z) => x ^ y ^ z,
    add: 0x6ed9eba1,
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    turns: [3, 9, 11, 15],
  },
];

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** MD4 (RFC 1320), which NTLM needs and OpenSSL 3 no longer offers. */
export const md4 = (message: Buffer): Buffer => {
  const padded = Buffer.alloc(((message.length + 8) >> 6) * 64 + 64);
  message.copy(padded);
  padded.writeUInt8(0x80, message.length);
  padded.writeBigUInt64LE(BigInt(message.length) * 8n, padded.length - 8);
  let state: readonly [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < padded.length; block += 64) {
    let [a, b, c, d] = state;
    for (const { mix, add, order, turns } of rounds)
      order.forEach((word, step) => {
        const sum = a + mix(b, c, d) + padded.readUInt32LE(block + word * 4) + add;
        [a, b, c, d] = [d, turned(sum | 0, turns[step % 4] ?? 0), b, c];
      });
    state = [state[0] + a, state[1] + b, state[2] + c, state[3] + d];
    state = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
  }
  const digest = Buffer.alloc(16);
  state.forEach((word, at) => digest.writeInt32LE(word | 0, at * 4));
  return digest;
};

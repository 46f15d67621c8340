import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { md4 } from './md4';

const signature = Buffer.from('NTLMSSP\0', 'latin1');
/** Unicode, NTLM, target is a domain, extended security, target information. */
const flags = 0x00890201;

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const hmac = (key: Buffer, ...parts: readonly Buffer[]): Buffer =>
  createHmac('md5', key).update(Buffer.concat(parts)).digest();

/** One login by NTLM: what the server asks, and whether the answer proves the password. */
export class NtlmChallenge {
  private readonly nonce = randomBytes(8);

  constructor(private readonly domain: string) {}

  /** The server's message, of type 2. */
  get message(): Buffer {
    const name = utf16(this.domain);
    const info = Buffer.concat([Buffer.from([2, 0, name.length, 0]), name, Buffer.alloc(4)]);
    const fixed = Buffer.alloc(56);
    signature.copy(fixed);
    fixed.writeUInt32LE(2, 8);
    fixed.writeUInt16LE(name.length, 12);
    fixed.writeUInt16LE(name.length, 14);
    fixed.writeUInt32LE(56, 16);
    fixed.writeUInt32LE(flags, 20);
    this.nonce.copy(fixed, 24);
    fixed.writeUInt16LE(info.length, 40);
    fixed.writeUInt16LE(info.length, 42);
    fixed.writeUInt32LE(56 + name.length, 44);
    return Buffer.concat([fixed, name, info]);
  }

  /** The user of the client's message, of type 3. */
  userOf(answer: Buffer): string {
    return part(answer, 36).toString('utf16le');
  }

  /** Whether its LMv2 response was made with this password, for a user of this domain. */
  proves(answer: Buffer, password: string): boolean {
    const domain = part(answer, 28).toString('utf16le');
    const response = part(answer, 12);
    const identity = utf16((this.userOf(answer) + domain).toUpperCase());
    const key = hmac(md4(utf16(password)), identity);
    const expected = hmac(key, this.nonce, response.subarray(16));
    return (
      domain.toUpperCase() === this.domain.toUpperCase() &&
      response.length === 24 &&
      timingSafeEqual(expected, response.subarray(0, 16))
    );
  }
}

const part = (message: Buffer, at: number): Buffer => {
  const from = message.readUInt32LE(at + 4);
  return message.subarray(from, from + message.readUInt16LE(at));
};

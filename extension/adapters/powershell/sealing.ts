import { createCipheriv, randomBytes } from 'node:crypto';

/**
 * Encrypts secrets for one shell, which is handed the key in its environment: PowerShell may log the text that it
 * runs (script block logging, transcripts), and requests are such text.
 */
export class Sealing {
  private readonly bytes = randomBytes(32);

  /** Base64, as the shell's environment takes it. */
  get key(): string {
    return this.bytes.toString('base64');
  }

  /** Base64 of a random start and the AES-CBC cipher text. */
  seal(secret: string): string {
    const start = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', this.bytes, start);
    return Buffer.concat([start, cipher.update(secret, 'utf8'), cipher.final()]).toString('base64');
  }
}

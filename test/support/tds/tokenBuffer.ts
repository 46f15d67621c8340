/** Bytes that grow at their end; numbers are little-endian, as TDS tokens have them. */
export class TokenBuffer {
  private bytes = Buffer.allocUnsafe(4096);
  private end = 0;

  get length(): number {
    return this.end;
  }

  u8(value: number): this {
    this.end = this.room(1).writeUInt8(value, this.end);
    return this;
  }

  u16(value: number): this {
    this.end = this.room(2).writeUInt16LE(value, this.end);
    return this;
  }

  u32(value: number): this {
    this.end = this.room(4).writeUInt32LE(value, this.end);
    return this;
  }

  i16(value: number): this {
    this.end = this.room(2).writeInt16LE(value, this.end);
    return this;
  }

  i32(value: number): this {
    this.end = this.room(4).writeInt32LE(value, this.end);
    return this;
  }

  i64(value: bigint): this {
    this.end = this.room(8).writeBigInt64LE(value, this.end);
    return this;
  }

  u64(value: bigint): this {
    this.end = this.room(8).writeBigUInt64LE(value, this.end);
    return this;
  }

  f64(value: number): this {
    this.end = this.room(8).writeDoubleLE(value, this.end);
    return this;
  }

  /** UTF-16 without a length. */
  text(value: string): this {
    this.end += this.room(value.length * 2).write(value, this.end, 'utf16le');
    return this;
  }

  /** One byte of length in characters, then the characters. */
  shortText(value: string): this {
    return this.u8(value.length).text(value);
  }

  /** Two bytes of length in characters, then the characters. */
  longText(value: string): this {
    return this.u16(value.length).text(value);
  }

  raw(value: Uint8Array): this {
    this.room(value.length).set(value, this.end);
    this.end += value.length;
    return this;
  }

  /** Two bytes of length in bytes, then what `write` adds. */
  sized(write: (inner: TokenBuffer) => void): this {
    const inner = new TokenBuffer();
    write(inner);
    const bytes = inner.take();
    return this.u16(bytes.length).raw(bytes);
  }

  /** All bytes written so far, which leave the buffer. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.end));
    this.end = 0;
    return taken;
  }

  private room(size: number): Buffer {
    if (this.end + size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.end + size));
      this.bytes.copy(larger, 0, 0, this.end);
      this.bytes = larger;
    }
    return this.bytes;
  }
}

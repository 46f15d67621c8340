/** What a client's or server's message is; the first byte of each of its packets. */
export const packetType = {
  batch: 0x01,
  rpc: 0x03,
  result: 0x04,
  attention: 0x06,
  login: 0x10,
  sspi: 0x11,
  prelogin: 0x12,
} as const;

const headerLength = 8;
const endOfMessage = 0x01;
const ignoreMessage = 0x02;
const resetConnection = 0x08 | 0x10;

export interface Message {
  readonly type: number;
  /** The client wants its session as new before this runs. */
  readonly reset: boolean;
  /** The client gave up while it was sending. */
  readonly ignored: boolean;
  readonly payload: Buffer;
}

/** Puts messages together from what comes through a socket. */
export class PacketReader {
  private waiting: Buffer = Buffer.alloc(0);
  private parts: Buffer[] = [];
  private reset = false;

  push(chunk: Buffer): readonly Message[] {
    this.waiting = this.waiting.length === 0 ? chunk : Buffer.concat([this.waiting, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const packet = this.nextPacket();
      if (packet === undefined) return messages;
      const status = packet.readUInt8(1);
      this.reset ||= (status & resetConnection) !== 0;
      this.parts.push(packet.subarray(headerLength));
      if ((status & endOfMessage) === 0) continue;
      messages.push({
        type: packet.readUInt8(0),
        reset: this.reset,
        ignored: (status & ignoreMessage) !== 0,
        payload: Buffer.concat(this.parts),
      });
      this.parts = [];
      this.reset = false;
    }
  }

  /** Bytes that are no whole packet yet. */
  get rest(): Buffer {
    return this.waiting;
  }

  private nextPacket(): Buffer | undefined {
    if (this.waiting.length < headerLength) return undefined;
    const length = this.waiting.readUInt16BE(2);
    if (this.waiting.length < length) return undefined;
    const packet = this.waiting.subarray(0, length);
    this.waiting = this.waiting.subarray(length);
    return packet;
  }
}

/** Cuts a message's bytes into packets of a size. */
export class PacketCutter {
  private waiting: Buffer = Buffer.alloc(0);
  private number = 0;

  constructor(
    private readonly type: number,
    private readonly size: number,
  ) {}

  /** Whole packets, as far as the bytes go; never the last one of a message. */
  add(bytes: Buffer): Buffer {
    this.waiting = this.waiting.length === 0 ? bytes : Buffer.concat([this.waiting, bytes]);
    const packets: Buffer[] = [];
    while (this.waiting.length > this.size - headerLength)
      packets.push(this.packet(this.size - headerLength, 0));
    return Buffer.concat(packets);
  }

  /** What there is as one packet, though the message goes on. */
  flush(): Buffer {
    return this.waiting.length === 0 ? this.waiting : this.packet(this.waiting.length, 0);
  }

  end(): Buffer {
    return this.packet(this.waiting.length, endOfMessage);
  }

  private packet(length: number, status: number): Buffer {
    this.number = (this.number + 1) % 256;
    const packet = Buffer.allocUnsafe(headerLength + length);
    packet.writeUInt8(this.type, 0);
    packet.writeUInt8(status, 1);
    packet.writeUInt16BE(packet.length, 2);
    packet.writeUInt16BE(0, 4);
    packet.writeUInt8(this.number, 6);
    packet.writeUInt8(0, 7);
    this.waiting.copy(packet, headerLength, 0, length);
    this.waiting = this.waiting.subarray(length);
    return packet;
  }
}

/** A whole message. */
export const messageOf = (type: number, payload: Buffer, size: number): Buffer => {
  const cutter = new PacketCutter(type, size);
  return Buffer.concat([cutter.add(payload), cutter.end()]);
};

import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { PacketCutter, packetType } from './packets';
import { TokenBuffer } from './tokenBuffer';

const enough = 32_768;

/** One message to the client, sent as it grows. */
export class Response {
  readonly out = new TokenBuffer();
  private readonly cutter: PacketCutter;

  constructor(
    private readonly stream: Duplex,
    packetSize: number,
  ) {
    this.cutter = new PacketCutter(packetType.result, packetSize);
  }

  /** Sends what has gathered, and waits for a client that reads slowly; resolves early when the signal aborts. */
  async pass(signal: AbortSignal): Promise<void> {
    if (this.out.length < enough) return;
    const packets = this.cutter.add(this.out.take());
    if (this.stream.write(packets)) {
      await new Promise(setImmediate); // lets an attention in
      return;
    }
    const settled = new AbortController();
    const either = AbortSignal.any([signal, settled.signal]);
    await Promise.race([
      once(this.stream, 'drain', { signal: either }),
      once(this.stream, 'close', { signal: either }),
    ]).catch(() => undefined);
    settled.abort();
  }

  end(): void {
    const packets = this.cutter.add(this.out.take());
    this.stream.write(Buffer.concat([packets, this.cutter.end()]));
  }

  /** Sends all there is though the message goes on, and resolves when the socket has it. */
  flush(): Promise<void> {
    const packets = Buffer.concat([this.cutter.add(this.out.take()), this.cutter.flush()]);
    return new Promise((resolve) => {
      this.stream.write(packets, () => {
        resolve();
      });
    });
  }

  /** Bytes as they are, in no packet. */
  async sendRaw(bytes: Buffer): Promise<void> {
    await this.flush();
    this.stream.write(bytes);
  }
}

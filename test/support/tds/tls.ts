import { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from './certificate';
import { messageOf, PacketReader, packetType } from './packets';

const handshakePacket = 4096;

/**
 * The encrypted side of a TDS 7 connection: the handshake travels inside PRELOGIN packets, one message each way at
 * a time, and what follows travels bare.
 */
class WrappedHandshake extends Duplex {
  private readonly reader = new PacketReader();
  private bare = false;
  private answer: Buffer[] = [];

  constructor(private readonly socket: Socket) {
    super();
    socket.on('data', (chunk: Buffer) => this.arrive(chunk));
    socket.on('end', () => this.push(null));
    socket.on('close', () => this.destroy());
  }

  override _read(): void {
    this.socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.bare) {
      if (this.socket.write(chunk)) done();
      else this.socket.once('drain', () => done());
      return;
    }
    // A flight leaves as one message: its parts come within one turn of the event loop.
    if (this.answer.length === 0) setImmediate(() => this.flush());
    this.answer.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    this.flush();
    this.socket.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.socket.destroy();
    done(error);
  }

  private arrive(chunk: Buffer): void {
    if (!this.bare && this.reader.rest.length === 0 && chunk[0] !== packetType.prelogin) {
      this.flush();
      this.bare = true;
    }
    const parts = this.bare ? [chunk] : this.reader.push(chunk).map(({ payload }) => payload);
    for (const part of parts) if (!this.push(part)) this.socket.pause();
  }

  private flush(): void {
    if (this.answer.length === 0) return;
    const flight = Buffer.concat(this.answer);
    this.answer = [];
    this.socket.write(messageOf(packetType.prelogin, flight, handshakePacket));
  }
}

/** The clear side of a connection whose client begins a TLS handshake now. */
export const wrapTls = (socket: Socket, { key, cert }: Certificate): TLSSocket => {
  const wrapped: Duplex = new WrappedHandshake(socket);
  // Of TLS 1.3, the tickets that follow a handshake would have no place in TDS 7.
  return new TLSSocket(wrapped, { isServer: true, key, cert, maxVersion: 'TLSv1.2' });
};

import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';
import type { Channel } from '../../../extension/protocol/endpoint';

const headerBytes = 4;

/** Carries messages over a socket, each after its length; either end. What the other end will not get is dropped. */
export const socketChannel = (socket: Socket): Channel => {
  socket.setNoDelay(true);
  return {
    post: (message) => {
      const body = serialize(message);
      const header = Buffer.alloc(headerBytes);
      header.writeUInt32BE(body.length);
      if (!socket.destroyed) socket.write(Buffer.concat([header, body]));
    },
    listen: (listener) => {
      let chunks: readonly Buffer[] = [];
      let held = 0;
      const receive = (chunk: Buffer): void => {
        chunks = [...chunks, chunk];
        held += chunk.length;
        for (;;) {
          if (held < headerBytes) return;
          const all = Buffer.concat(chunks);
          const end = headerBytes + all.readUInt32BE(0);
          chunks = [all];
          if (held < end) return;
          chunks = [all.subarray(end)];
          held -= end;
          listener(deserialize(all.subarray(headerBytes, end)));
        }
      };
      socket.on('data', receive);
      return () => socket.off('data', receive);
    },
  };
};

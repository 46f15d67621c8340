import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import fc from 'fast-check';
import { openSqlServer } from '../../extension/adapters/sql/openSqlServer';
import { never } from '../contract/asking';
import { connectErrorOf, timeOuts } from './sqlServers';

/** A TDS packet that is the last of its message. */
const packetOf = (payload: Uint8Array): Buffer => {
  const header = Buffer.from([4, 1, 0, 0, 0, 0, 1, 0]);
  header.writeUInt16BE(payload.length + header.length, 2);
  return Buffer.concat([header, payload]);
};

/** Version 15, no encryption. */
const prelogin = packetOf(Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 255, 15, 0, 7, 208, 0, 0, 2]));

/** Tokens of an answer to a login, with anything in them. */
const anyTokens = fc
  .array(
    fc.tuple(
      fc.constantFrom(0xaa, 0xab, 0xad, 0xae, 0xe3, 0xed, 0xfd, 0x81, 0xd1, 0x00),
      fc.uint8Array({ maxLength: 40 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((tokens) => packetOf(Buffer.concat(tokens.map(([type, rest]) => Buffer.from([type, ...rest])))));

const anyNoise = fc.oneof<fc.Arbitrary<readonly Buffer[]>[]>(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => [Buffer.from(bytes)]),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => [packetOf(bytes)]),
  fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => [prelogin, Buffer.from(bytes)]),
  anyTokens.map((tokens) => [prelogin, tokens]),
  fc.constant([Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')]),
);

describe('a server that is no SQL Server', () => {
  let server: Server;
  let answers: readonly Buffer[] = [];

  before(async () => {
    server = createServer((socket) => {
      const left = [...answers];
      socket.on('error', () => undefined);
      socket.on('data', () => {
        const next = left.shift();
        if (next !== undefined) socket.write(next);
        if (left.length === 0) socket.end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());

  it('is told from one, whatever it answers', async () => {
    const { port } = server.address() as AddressInfo;
    const authentication = { kind: 'sql' as const, user: 'reader', password: 's3cret' };
    const options = { server: '127.0.0.1', port, database: 'CM_P01', authentication, ...timeOuts };
    await fc.assert(
      fc.asyncProperty(anyNoise, fc.boolean(), async (noise, encrypt) => {
        answers = noise;
        const connecting = openSqlServer({ ...options, encrypt, trustServerCertificate: false }, never);
        const error = await connectErrorOf(connecting);
        assert.notEqual(error.kind, 'timeout', error.message);
      }),
      { numRuns: process.env.SOAK === undefined ? 150 : 5000 },
    );
  });
});

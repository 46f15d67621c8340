import { EventEmitter } from 'node:events';
import type { Connection } from 'tedious';

/**
 * Closes what tedious 19 leaves open while it connects and reads. To be called when a connection has begun to
 * connect.
 */
export const guardConnection = (connection: Connection, encrypt: boolean): void => {
  tellLoginErrors(connection);
  guardNegotiation(connection, encrypt);
  guardAnswers(connection);
};

/**
 * An error at login is thrown without its number, and only the last: 18456 where 4060 came first and tells why.
 */
const tellLoginErrors = (connection: Connection): void => {
  let first: { readonly number: number; readonly message: string } | undefined;
  connection.on('errorMessage', ({ number, message }) => {
    first ??= { number, message };
    queueMicrotask(() => {
      if (connection.loginError !== undefined) Object.assign(connection.loginError, first);
    });
  });
};

/** When a server says that it has no TLS, tedious goes on in plain text, with the password. */
const guardNegotiation = (connection: Connection, encrypt: boolean): void => {
  const negotiate = connection.performTlsNegotiation.bind(connection);
  connection.performTlsNegotiation = (prelogin, signal) => {
    const { socket, messageIo } = connection;
    // A packet that cannot be one would leave its reader waiting.
    const packets: unknown = messageIo['incomingMessageStream'];
    if (packets instanceof EventEmitter)
      packets.once('error', (error: Error) => socket?.destroy(malformed(error)));
    const { encryptionString } = prelogin;
    return encrypt && encryptionString !== 'ON' && encryptionString !== 'REQ'
      ? Promise.reject(withCode('ENOTLS', 'The server has no TLS.'))
      : negotiate(prelogin, signal);
  };
};

/**
 * What an answer's parser throws is an uncaught exception; and the answer to a login is waited for even when its
 * connection has ended.
 */
const guardAnswers = (connection: Connection): void => {
  let connecting = true;
  connection.once('connect', () => (connecting = false));
  const create = connection.createTokenStreamParser.bind(connection);
  connection.createTokenStreamParser = (message, handler) => {
    const parser = create(message, handler);
    const { socket } = connection;
    const fail = (error: unknown): void => {
      if (connecting && parser.listenerCount('error') > 0)
        parser.emit('error', error instanceof Error ? error : withCode('ECONNRESET', 'socket hang up'));
    };
    parser.parser.once('error', (error) => {
      const told = malformed(error);
      fail(told);
      socket?.destroy(told);
    });
    const endings = ['end', 'error', 'close'] as const;
    if (connecting) for (const ending of endings) socket?.once(ending, fail);
    parser.once('end', () => {
      for (const ending of endings) socket?.off(ending, fail);
    });
    return parser;
  };
};

const malformed = (error: Error): Error => withCode('EPROTOCOL', `malformed answer: ${error.message}`);

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

import { connect, type Socket } from 'node:net';

interface Target {
  readonly host: string;
  readonly port: number;
}

/** Milliseconds for one of several addresses of a server, before the next is tried. */
const addressTimeout = 1000;

/**
 * Opens the sockets of a site's connections, for tedious, which cannot give up one that it is opening.
 * @param life its end destroys them all, whatever their connections are doing
 */
export const reachServer =
  (life: AbortSignal) =>
  (target: Target, _lookup: unknown, timeout: AbortSignal): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const ended = AbortSignal.any([life, timeout]);
      const { host, port } = target;
      const socket = connect({ host, port, noDelay: true, autoSelectFamilyAttemptTimeout: addressTimeout });
      const end = (): void => void socket.destroy(reasonOf(ended));
      ended.addEventListener('abort', end, { once: true });
      socket.once('close', () => ended.removeEventListener('abort', end));
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(socket);
      });
      if (ended.aborted) end();
    });

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error('The connection was closed.');

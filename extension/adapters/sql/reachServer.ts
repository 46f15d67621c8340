import { connect, type Socket } from 'node:net';
import { browserPort, instancePort } from './instancePort';

interface Target {
  readonly host: string;
  readonly port: number;
}

/** Milliseconds for one of several addresses of a server, before the next is tried. */
const addressTimeout = 1000;

/** The port that stands for an instance: its own is asked anew for each connection, as a restart changes it. */
export const portOfInstance = browserPort;

/**
 * Opens the sockets of a site's connections, for tedious, which cannot give up one that it is opening.
 * @param life its end destroys them all, whatever their connections are doing
 */
export const reachServer =
  (instance: string | undefined, life: AbortSignal) =>
  async ({ host, port }: Target, _lookup: unknown, timeout: AbortSignal): Promise<Socket> => {
    const ended = AbortSignal.any([life, timeout]);
    const asked = instance !== undefined && port === portOfInstance;
    return open({ host, port: asked ? await instancePort(host, instance, ended) : port }, ended);
  };

const open = ({ host, port }: Target, ended: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
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

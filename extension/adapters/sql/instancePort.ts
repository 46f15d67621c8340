import { createSocket } from 'node:dgram';

/** Where SQL Server Browser listens (UDP). */
export const browserPort = 1434;

/** Milliseconds for one question; a datagram may get lost. */
const patience = 500;

const questions = 4;

/**
 * Asks SQL Server Browser for the TCP port of an instance (MC-SQLR: CLNT_UCAST_INST). The driver's own way asks four
 * times, cannot be stopped, and does not tell silence from a server that is slow.
 * @throws Error with code `EINSTLOOKUP` when it does not know or does not answer, `ENOTFOUND` for an unknown host
 */
export const instancePort = (
  host: string,
  instance: string,
  signal: AbortSignal,
  port = browserPort,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    const question = Buffer.concat([Buffer.of(4), Buffer.from(`${instance}\0`, 'latin1')]);
    let asked = 0;
    let settled = false;
    const ask = (): void => {
      if (asked++ === questions) settle(() => reject(unknown('SQL Server Browser did not answer')));
      else
        socket.send(question, port, host, (error) => {
          if (error !== null) settle(() => reject(error));
        });
    };
    const settle = (outcome: () => void): void => {
      if (settled) return;
      settled = true;
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
      socket.close();
      outcome();
    };
    const stop = (): void => settle(() => reject(unknown('it was stopped')));
    const timer = setInterval(ask, patience);
    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', (error) => settle(() => reject(error)));
    socket.on('message', (answer) => {
      const [, found] = /;tcp;(\d+)(;|$)/i.exec(answer.toString('latin1')) ?? [];
      settle(() =>
        found === undefined ? reject(unknown('it takes no TCP connections')) : resolve(Number(found)),
      );
    });
    if (signal.aborted) stop();
    else ask();
  });

const unknown = (message: string): Error => Object.assign(new Error(message), { code: 'EINSTLOOKUP' });

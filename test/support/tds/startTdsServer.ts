import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Faults } from './faults';
import { defaultOptions, type TdsServerOptions, type TdsStatistics } from './options';

export type ToServer =
  | { readonly kind: 'start'; readonly options: TdsServerOptions }
  | { readonly kind: 'faults'; readonly faults: Faults }
  | { readonly kind: 'statistics' };

export type FromServer =
  | { readonly kind: 'listening'; readonly port: number; readonly certificate: string }
  | { readonly kind: 'obeyed' }
  | { readonly kind: 'statistics'; readonly statistics: TdsStatistics }
  | { readonly kind: 'failed'; readonly cause: string };

/** A TDS server in a process of its own. */
export interface RunningTdsServer {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  /** PEM of what vouches for its certificate. */
  readonly certificate: string;
  /** Replaces all faults, from the next message of any client on. */
  setFaults(faults: Faults): Promise<void>;
  statistics(): Promise<TdsStatistics>;
  /** Ends the process; its connections end with it. */
  close(): Promise<void>;
}

const ask = (child: ChildProcess, message: ToServer): Promise<FromServer> =>
  new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off('message', answered);
      child.off('exit', exited);
    };
    const answered = (answer: FromServer): void => {
      settle();
      if (answer.kind === 'failed') reject(new Error(`The TDS server failed: ${answer.cause}`));
      else resolve(answer);
    };
    const exited = (code: number | null): void => {
      settle();
      reject(new Error(`The TDS server's process ended with ${String(code)}.`));
    };
    child.on('message', answered);
    child.on('exit', exited);
    child.send(message);
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });

/** Resolves when it listens on a free port of 127.0.0.1. Parts not given are those of `defaultOptions`. */
export const startTdsServer = async (parts: Partial<TdsServerOptions> = {}): Promise<RunningTdsServer> => {
  const options = { ...defaultOptions, ...parts };
  const child = fork(path.join(__dirname, 'main.ts'), [], {
    // By its address: the process that starts it may work in another folder.
    execArgv: [
      '--require',
      path.join(__dirname, '../textModules.cjs'),
      '--import',
      pathToFileURL(require.resolve('tsx')).href,
    ],
  });
  const listening = await ask(child, { kind: 'start', options }).catch(async (error: unknown) => {
    await ended(child);
    throw error;
  });
  if (listening.kind !== 'listening') throw new Error('The TDS server did not begin to listen.');
  // Questions one after another, so that each gets its own answer.
  let last: Promise<unknown> = Promise.resolve();
  const next = (message: ToServer): Promise<FromServer> => {
    const answer = last.then(() => ask(child, message));
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    host: '127.0.0.1',
    port: listening.port,
    database: options.database,
    user: options.user,
    password: options.password,
    domain: options.domain,
    certificate: listening.certificate,
    setFaults: async (faults) => {
      await next({ kind: 'faults', faults });
    },
    statistics: async () => {
      const answer = await next({ kind: 'statistics' });
      if (answer.kind !== 'statistics') throw new Error('The TDS server gave no statistics.');
      return answer.statistics;
    },
    close: () => ended(child),
  };
};

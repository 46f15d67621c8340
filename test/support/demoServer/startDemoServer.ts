import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoSiteOptions } from '../../../extension/protocol/demoSite';

/** A program of the tests, with standard input and output of its own. */
export const startProgram = (file: string, argument: string): ChildProcess =>
  spawn(process.execPath, [path.join(__dirname, 'program.cjs'), file, argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });

export interface DemoServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** A demo site in a process of its own, which outlives its clients. */
export const startDemoServer = async (options: DemoSiteOptions): Promise<DemoServer> => {
  const server = startProgram(path.join(__dirname, 'main.ts'), JSON.stringify(options));
  if (server.stdout === null) throw new Error('The server has no output.');
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  return {
    port: Number(line),
    stop: async () => {
      const ended = once(server, 'exit');
      server.stdin?.end();
      await ended;
    },
  };
};

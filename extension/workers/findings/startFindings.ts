import { MessageChannel, Worker } from 'node:worker_threads';
import { Endpoint } from '../../protocol/endpoint';
import { FindingsClient } from './findingsClient';
import { portChannel } from './portChannel';
import { serveFindings } from './serveFindings';

/** Findings with the thread they live on; ended by dispose. */
export interface RunningFindings {
  readonly findings: FindingsClient;
  dispose(): Promise<void>;
}

/** @param workerFile the bundled worker (dist/workers/findings.js) */
export const startFindings = (workerFile: string): RunningFindings => {
  const worker = new Worker(workerFile);
  const findings = new FindingsClient(new Endpoint(portChannel(worker), 0));
  worker.on('error', (error) =>
    findings.close(`The findings worker failed: ${error.message} Refresh to start it again.`),
  );
  worker.on('exit', () => findings.close('The findings worker has ended. Refresh to start it again.'));
  return {
    findings,
    dispose: async () => {
      findings.close('The site was disconnected.');
      await worker.terminate();
    },
  };
};

/** The same on the caller's thread: for tests, and for the CLI, which has no window to keep free. */
export const startFindingsInProcess = (): RunningFindings => {
  const { port1, port2 } = new MessageChannel();
  const server = new Endpoint(portChannel(port2), 0);
  serveFindings(server);
  const findings = new FindingsClient(new Endpoint(portChannel(port1), 0));
  return {
    findings,
    dispose: () => {
      findings.close('The site was disconnected.');
      server.dispose();
      port1.close();
      return Promise.resolve();
    },
  };
};

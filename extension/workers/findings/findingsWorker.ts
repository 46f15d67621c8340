import { Worker } from 'node:worker_threads';
import { Endpoint } from '../../protocol/endpoint';
import { FindingsClient } from './findingsClient';
import { portChannel } from './portChannel';

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

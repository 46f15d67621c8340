import { MessageChannel } from 'node:worker_threads';
import { Endpoint } from '../../protocol/endpoint';
import { FindingsClient } from './findingsClient';
import type { RunningFindings } from './findingsWorker';
import { portChannel } from './portChannel';
import { serveFindings } from './serveFindings';

/** Findings on the caller's thread: for tests, and for the CLI, which has no window to keep free. */
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

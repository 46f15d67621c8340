import { parentPort } from 'node:worker_threads';
import { serveDemoSite } from '../../adapters/demo/serveDemoSite';
import { workerChannel } from '../../adapters/demo/workerChannel';
import { Endpoint } from '../../protocol/endpoint';

if (parentPort === null) throw new Error('The demo site runs as a worker thread only.');
serveDemoSite(new Endpoint(workerChannel(parentPort), 0), () => process.exit(1));

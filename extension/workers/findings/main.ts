import { parentPort } from 'node:worker_threads';
import { Endpoint } from '../../protocol/endpoint';
import { portChannel } from './portChannel';
import { serveFindings } from './serveFindings';

if (parentPort === null) throw new Error('The findings worker runs as a worker thread only.');
serveFindings(new Endpoint(portChannel(parentPort), 0));

import { parentPort } from 'node:worker_threads';
import { Endpoint } from '../../protocol/endpoint';
import { portChannel } from '../findings/portChannel';
import { serveHistory } from './serveHistory';

if (parentPort === null) throw new Error('This file runs in a worker thread.');
serveHistory(new Endpoint(portChannel(parentPort), 0));

import { parentPort } from 'node:worker_threads';
import { nodeFileSystem } from '../../adapters/files/fileSystem';
import { Endpoint } from '../../protocol/endpoint';
import { portChannel } from '../findings/portChannel';
import { LogFiles } from './logFiles';
import { serveLogView } from './serveLogView';

if (parentPort === null) throw new Error('Logs are read for a view in a worker thread only.');
serveLogView(new Endpoint(portChannel(parentPort), 0), new LogFiles(nodeFileSystem));

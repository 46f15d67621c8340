import { createServer } from 'node:net';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { serveDemoSite } from '../../../extension/adapters/demo/serveDemoSite';
import { Endpoint } from '../../../extension/protocol/endpoint';
import type { DemoSiteOptions } from '../../../extension/protocol/demoSite';
import { socketChannel } from './socketChannel';

// One demo site for all clients that come and go. It ends with its standard input: with whoever started it.
const site = DemoEngine.open(JSON.parse(process.argv[2] ?? '') as DemoSiteOptions);

const server = createServer((socket) => {
  const endpoint = new Endpoint(socketChannel(socket), 0);
  const letGo = serveDemoSite(
    endpoint,
    () => process.exit(1),
    () => site,
  );
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    endpoint.dispose();
    letGo();
  });
});

void site.then(() =>
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    console.log(typeof address === 'object' ? address?.port : '');
  }),
);
process.stdin.on('end', () => process.exit(0)).resume();

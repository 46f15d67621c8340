import { connect } from 'node:net';
import { DemoSiteClient, demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { Endpoint } from '../../../extension/protocol/endpoint';
import { socketChannel } from './socketChannel';

/** The demo site of a server, as a connected site; closing it leaves the server alone. */
export const connectToServer = (port: number): Promise<DemoSiteClient> => {
  const socket = connect(port, '127.0.0.1');
  const endpoint = new Endpoint(socketChannel(socket), 0);
  socket.on('error', ({ message }) => endpoint.dispose(`The demo site failed: ${message}.`));
  socket.on('close', () => endpoint.dispose('The demo site has ended.'));
  const stop = (): Promise<void> => {
    socket.destroy();
    return Promise.resolve();
  };
  return DemoSiteClient.over(endpoint, demoSiteOptions(), stop, new AbortController().signal);
};

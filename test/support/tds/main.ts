import type { FromServer, ToServer } from './startTdsServer';
import { TdsServer } from './tdsServer';

/** The server's process: started, disturbed and asked by messages of its parent. */
const tell = (message: FromServer): void => {
  process.send?.(message);
};

let server: TdsServer | undefined;

const obey = async (message: ToServer): Promise<void> => {
  switch (message.kind) {
    case 'start':
      server = await TdsServer.start(message.options);
      tell({ kind: 'listening', port: server.port, certificate: server.certificate.vouching });
      return;
    case 'faults':
      server?.setFaults(message.faults);
      tell({ kind: 'obeyed' });
      return;
    case 'statistics':
      if (server !== undefined) tell({ kind: 'statistics', statistics: server.statistics() });
  }
};

process.on('message', (message: ToServer) => {
  obey(message).catch((error: unknown) => {
    tell({ kind: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});
process.on('disconnect', () => process.exit(0));

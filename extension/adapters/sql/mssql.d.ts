// What is used of mssql 12, which has no types of its own.
declare module 'mssql' {
  import type { Connection, ConnectionAuthentication, ConnectionOptions } from 'tedious';
  import type { EventEmitter } from 'node:events';

  interface PoolConfig {
    readonly server: string;
    readonly authentication: ConnectionAuthentication;
    readonly options: Omit<ConnectionOptions, 'connector'> & { readonly connector: unknown };
    /** tarn's options. */
    readonly pool: Readonly<Record<string, number>>;
    /** `socket`: looks whether the socket still stands, instead of running a SELECT before each use. */
    readonly validateConnection: 'socket';
    /** Called when a connection has begun to connect. */
    readonly beforeConnect: (connection: Connection) => void;
  }

  class ConnectionPool extends EventEmitter {
    constructor(config: PoolConfig);
    connect(): Promise<unknown>;
    acquire(requester: object): Promise<Connection>;
    release(connection: Connection): this;
    close(): Promise<unknown>;
  }
}

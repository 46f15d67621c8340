import { createServer, type Server } from 'node:net';
import { issuedByAuthority, selfSigned, type Certificate } from './certificate';
import { Connection, type ConnectionServices } from './connection';
import { ErrorsTold } from './disturbance';
import type { Faults } from './faults';
import type { SeenLogin, TdsServerOptions, TdsStatistics } from './options';
import { SiteStore } from './siteStore';
import { SqlError } from './sqlError';
import type { Databases } from './sqlSession';

const batchesKept = 100;

/** A server on loopback. */
export class TdsServer {
  readonly certificate: Certificate;
  private readonly stores = new Map<string, SiteStore>();
  private readonly connections = new Set<Connection>();
  private readonly logins: SeenLogin[] = [];
  private readonly batches: string[] = [];
  private readonly started = Date.now();
  private readonly server: Server;
  private attentions = 0;
  private resets = 0;
  private opened = 0;
  private faults: Faults;

  private constructor(private readonly options: TdsServerOptions) {
    this.certificate = options.ownAuthority ? issuedByAuthority() : selfSigned();
    this.faults = options.faults;
    const services = this.services();
    this.server = createServer({ noDelay: true }, (socket) => {
      this.opened += 1;
      const connection = new Connection(this.opened, socket, services);
      this.connections.add(connection);
      socket.on('close', () => this.connections.delete(connection));
    });
  }

  /** Resolves when it listens. */
  static async start(options: TdsServerOptions): Promise<TdsServer> {
    const server = new TdsServer(options);
    server.stores.set('master', await SiteStore.empty('master', options.rights.tellsRights));
    server.stores.set(
      options.database.toLowerCase(),
      await SiteStore.demo(options.database, options.site, options.rights),
    );
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  setFaults(faults: Faults): void {
    this.faults = faults;
  }

  statistics(): TdsStatistics {
    const connections = [...this.connections];
    return {
      connections: connections.length,
      running: connections.filter(({ running }) => running).length,
      temporaryTables: connections.reduce((sum, { temporaryTables }) => sum + temporaryTables, 0),
      databases: [...this.stores.values()].map(({ name }) => name),
      attentions: this.attentions,
      resets: this.resets,
      logins: this.logins,
      batches: this.batches,
      peakMemory: process.resourceUsage().maxRSS * 1024,
    };
  }

  close(): void {
    for (const connection of this.connections) connection.end();
    this.server.close();
    for (const store of this.stores.values()) store.close();
  }

  private services(): ConnectionServices {
    return {
      options: this.options,
      certificate: this.certificate,
      databases: this.databases(),
      errors: new ErrorsTold(),
      faults: () => this.faults,
      attended: () => {
        this.attentions += 1;
      },
      reset: () => {
        this.resets += 1;
      },
      asked: (text) => {
        this.batches.push(text);
        if (this.batches.length > batchesKept) this.batches.shift();
      },
      loggedIn: ({ user, application, database, readOnlyIntent }, encrypted, accepted) => {
        this.logins.push({ user, application, database, readOnlyIntent, encrypted, accepted });
      },
    };
  }

  private databases(): Databases {
    return {
      generatedRows: this.options.generatedRows,
      mayCreate: this.options.mayCreateDatabase,
      get: (name) => this.stores.get(name.toLowerCase()),
      create: async (name) => {
        if (this.stores.has(name.toLowerCase()))
          throw new SqlError(
            1801,
            `Database '${name}' already exists. Choose a different database name.`,
            16,
            3,
          );
        this.stores.set(name.toLowerCase(), await SiteStore.empty(name, this.options.rights.tellsRights));
      },
      drop: (name) => {
        const store = this.stores.get(name.toLowerCase());
        if (store === undefined)
          throw new SqlError(
            3701,
            `Cannot drop the database '${name}', because it does not exist or you do not have permission.`,
            11,
          );
        this.stores.delete(name.toLowerCase());
        store.close();
      },
      now: () => this.options.site.now + Date.now() - this.started,
    };
  }
}

import { Connection, Request, TYPES, type ConnectionConfiguration } from 'tedious';
import type { RunningTdsServer } from './startTdsServer';

export interface ColumnSeen {
  readonly name: string;
  readonly type: string;
  readonly length: number | undefined;
}

export interface ResultSeen {
  readonly columns: readonly ColumnSeen[];
  readonly rows: readonly (readonly unknown[])[];
}

export type ParameterSent = readonly [
  name: string,
  type: keyof typeof TYPES,
  value: unknown,
  length?: number,
];

/** How a client connects; by default in clear, with the login that the server accepts. */
export interface ClientOptions {
  readonly user?: string;
  readonly password?: string;
  /** Logs in by NTLM, with an account of this domain. */
  readonly domain?: string;
  readonly options?: ConnectionConfiguration['options'];
}

/** An open connection, and the errors that the server told while it was opened. */
export const connect = (
  server: RunningTdsServer,
  { user = server.user, password = server.password, domain, options = {} }: ClientOptions = {},
  onError: (number: number) => void = () => undefined,
): Promise<Connection> =>
  new Promise((resolve, reject) => {
    const connection = new Connection({
      server: 'localhost',
      authentication:
        domain === undefined
          ? { type: 'default', options: { userName: user, password } }
          : { type: 'ntlm', options: { userName: user, password, domain } },
      options: {
        port: server.port,
        database: server.database,
        encrypt: false,
        trustServerCertificate: false,
        connectTimeout: 5000,
        requestTimeout: 5000,
        cancelTimeout: 500,
        ...options,
      },
    });
    connection.on('errorMessage', ({ number }: { number: number }) => {
      onError(number);
    });
    // A lost connection is told to the request that runs, and here once more.
    connection.on('error', () => undefined);
    connection.connect((error) => {
      if (error) reject(error);
      else resolve(connection);
    });
  });

/** In encrypted connections, to whoever answers. */
export const secure: ClientOptions = { options: { encrypt: true, trustServerCertificate: true } };

/** Lends an open connection. */
export const lendConnection = async <T>(
  server: RunningTdsServer,
  use: (connection: Connection) => Promise<T>,
  client?: ClientOptions,
): Promise<T> => {
  const connection = await connect(server, client);
  try {
    return await use(connection);
  } finally {
    connection.close();
  }
};

export interface Asking {
  readonly parameters?: readonly ParameterSent[];
  /** As a batch, not as a call of sp_executesql. */
  readonly asBatch?: boolean;
  /** Gets the request, to cancel or pause it. */
  readonly onRow?: (request: Request, row: number) => void;
}

/** All results of a statement. */
export const ask = (
  connection: Connection,
  sql: string,
  { parameters = [], asBatch = false, onRow }: Asking = {},
): Promise<readonly ResultSeen[]> =>
  new Promise((resolve, reject) => {
    const results: { columns: readonly ColumnSeen[]; rows: (readonly unknown[])[] }[] = [];
    let count = 0;
    const request = new Request(sql, (error) => {
      if (error) reject(error);
      else resolve(results);
    });
    request.on('columnMetadata', (columns) => {
      const list = Array.isArray(columns) ? columns : Object.values(columns);
      results.push({
        columns: list.map(({ colName, type, dataLength }) => ({
          name: colName,
          type: type.name,
          length: dataLength,
        })),
        rows: [],
      });
    });
    request.on('row', (columns: readonly { readonly value: unknown }[]) => {
      count += 1;
      if (onRow === undefined) results.at(-1)?.rows.push(columns.map(({ value }) => value));
      else onRow(request, count);
    });
    for (const [name, type, value, length] of parameters)
      request.addParameter(name, TYPES[type], value, length === undefined ? {} : { length });
    if (asBatch) connection.execSqlBatch(request);
    else connection.execSql(request);
  });

/** The rows of a statement's only result, by column name. */
export const askRows = async (
  connection: Connection,
  sql: string,
  asking: Asking = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const [result] = await ask(connection, sql, asking);
  return (result?.rows ?? []).map((row) =>
    Object.fromEntries((result?.columns ?? []).map(({ name }, index) => [name, row[index]])),
  );
};

interface Listening {
  on(event: 'error', listener: (error: Error) => void): void;
}

/** What tedious' own streams say of bytes that it cannot read; it listens to none of them itself. */
export const protocolErrorOf = (connection: Connection): Promise<never> =>
  new Promise((_, reject) => {
    const inner = connection as unknown as {
      createTokenStreamParser: (...args: readonly unknown[]) => { readonly parser: Listening };
      readonly messageIo: { readonly incomingMessageStream: Listening };
    };
    inner.messageIo.incomingMessageStream.on('error', reject);
    const create = inner.createTokenStreamParser.bind(connection);
    inner.createTokenStreamParser = (...args) => {
      const made = create(...args);
      made.parser.on('error', reject);
      return made;
    };
  });

/** Where a server listens: its name, and a port or an instance to be looked up. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number | undefined;
  readonly instance: string | undefined;
}

/** A server as it is typed: an instance may stand in its name or beside it; a port wins over an instance. */
export interface NamedServer {
  /** Name or address, as `SQL01`, or with the instance, as `SQL01\CM`. */
  readonly server: string;
  /** Without it and an instance: 1433. */
  readonly port?: number;
  /** Its port is asked from SQL Server Browser (UDP 1434). */
  readonly instance?: string;
}

export const addressOf = ({ server, port, instance }: NamedServer): ServerAddress => {
  const [host = '', named] = server.split('\\');
  const wanted = instance ?? named;
  return port === undefined && wanted !== undefined && wanted !== ''
    ? { host, port: undefined, instance: wanted }
    : { host, port: port ?? 1433, instance: undefined };
};

/** As messages name a server: `SQL01`, `SQL01:1500`, `SQL01\CM`. */
export const addressText = ({ host, port, instance }: ServerAddress): string => {
  if (instance !== undefined) return `${host}\\${instance}`;
  return port === undefined || port === 1433 ? host : `${host}:${port}`;
};

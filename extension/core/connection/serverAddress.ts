/** Where a SQL Server listens; without a port, the browser service tells that of a named instance. */
export interface ServerAddress {
  readonly kind: 'address';
  readonly host: string;
  readonly instance?: string;
  readonly port?: number;
}

export interface ServerProblem {
  readonly kind: 'problem';
  /** What to write instead: `a port is a whole number ...`. */
  readonly message: string;
}

/** `host`, `host\INSTANCE`, `host,1433`, `tcp:host\INSTANCE,1433`, as SQL Server's own tools take them. */
export const parseServer = (text: string): ServerAddress | ServerProblem => {
  if (/[;=]/.test(text)) return problem('a connection string is not taken apart: write the server alone');
  if (/^[^:]+:\d+$/.test(text.trim()))
    return problem('the port follows a comma, as in sql01.corp.example,1433');
  const [, protocol = 'tcp', rest = ''] = /^(?:([a-z]+):(?!:))?(.*)$/is.exec(text.trim()) ?? [];
  if (protocol.toLowerCase() !== 'tcp')
    return problem('only TCP is spoken: write the host name alone, or tcp: before it');
  const [address = '', portText, ...more] = rest.split(',').map((part) => part.trim());
  const [hostText = '', instance, ...others] = address.split('\\');
  const host = hostOf(hostText);
  if (more.length > 0 || others.length > 0 || host === undefined)
    return problem('write host, host\\INSTANCE or host,1433, as in sql01.corp.example\\CM');
  if (instance !== undefined && !isInstance(instance))
    return problem('an instance name has 1 to 16 letters, digits, _, # or $, as in sql01\\CM');
  const port = portText === undefined ? undefined : portOf(portText);
  if (portText !== undefined && port === undefined)
    return problem('a port is a whole number from 1 to 65535, as in sql01.corp.example,1433');
  return {
    kind: 'address',
    host,
    ...(instance === undefined || isDefault(instance) ? {} : { instance }),
    ...(port === undefined ? {} : { port }),
  };
};

/** A name that can be asked of DNS, or an IP address. */
export const isHost = (text: string): boolean =>
  text.length <= 255 &&
  (/^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?$/u.test(text) ||
    (/^[\da-f:.]+$/i.test(text) && text.split(':').length > 2));

export const isInstance = (text: string): boolean => /^[\p{L}_#][\p{L}\p{N}_#$]{0,15}$/u.test(text);

/** SQL Server's name for the instance that is reached without a name. */
const isDefault = (instance: string): boolean => instance.toUpperCase() === 'MSSQLSERVER';

const hostOf = (text: string): string | undefined => {
  if (text === '.' || text.toLowerCase() === '(local)') return 'localhost';
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  return isHost(bare) ? bare : undefined;
};

const portOf = (text: string): number | undefined => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
};

const problem = (message: string): ServerProblem => ({ kind: 'problem', message });

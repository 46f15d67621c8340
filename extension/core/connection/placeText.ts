import type { Authentication, ConnectionProfile } from './profile';
import { parseServer } from './serverAddress';

/** Where the site database is, and the account that reads it where it is not the window's own. */
export type Place = Pick<ConnectionProfile, 'server' | 'port' | 'instance' | 'user' | 'domain'> & {
  readonly database: string;
};

/**
 * `server/database`, with the account before it where there is one: `reader@sql01/CM_P01`,
 * `CONTOSO\reader@sql01\INSTANCE,1500/CM_P01`. An account may hold `@`: the last one counts.
 * @returns what is expected, as a string, when it is not that
 */
export const parsePlace = (text: string, authentication: Authentication): Place | string => {
  const slash = text.lastIndexOf('/');
  const at = authentication === 'windows' ? -1 : text.lastIndexOf('@', slash);
  const account = accountOf(text.slice(0, Math.max(0, at)).trim(), authentication);
  const address = parseServer(text.slice(at + 1, Math.max(at + 1, slash)));
  const database = text.slice(slash + 1).trim();
  if (slash < 0 || database === '' || account === undefined)
    return `Write ${placeForm(authentication)}, for example ${placeExample(authentication)}.`;
  if (address.kind === 'problem') return `${capital(address.message)}.`;
  const { host, instance, port } = address;
  return {
    server: host,
    ...(instance === undefined ? {} : { instance }),
    ...(port === undefined ? {} : { port }),
    database,
    ...account,
  };
};

/** As `parsePlace` takes it. */
export const placeText = ({ server, instance, port, database, user, domain }: ConnectionProfile): string =>
  [
    domain === undefined ? '' : `${domain}\\`,
    user === undefined ? '' : `${user}@`,
    server.includes(':') ? `[${server}]` : server,
    instance === undefined ? '' : `\\${instance}`,
    port === undefined ? '' : `,${port}`,
    `/${database ?? ''}`,
  ].join('');

export const placeForm = (authentication: Authentication): string => {
  switch (authentication) {
    case 'windows':
      return 'server/database';
    case 'sql':
      return 'login@server/database';
    case 'ntlm':
      return 'DOMAIN\\user@server/database';
  }
};

export const placeExample = (authentication: Authentication): string => {
  switch (authentication) {
    case 'windows':
      return 'cm01.contoso.com/CM_P01';
    case 'sql':
      return 'reader@cm01.contoso.com/CM_P01';
    case 'ntlm':
      return 'CONTOSO\\reader@cm01.contoso.com/CM_P01';
  }
};

const accountOf = (
  text: string,
  authentication: Authentication,
): Pick<ConnectionProfile, 'user' | 'domain'> | undefined => {
  switch (authentication) {
    case 'windows':
      return {};
    case 'sql':
      return text === '' ? undefined : { user: text };
    case 'ntlm': {
      const [, domain = '', user = ''] = /^([^\\]+)\\([^\\]+)$/.exec(text) ?? [];
      return user === '' ? undefined : { user, domain };
    }
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

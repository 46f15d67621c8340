import type { ConnectionProfile } from './profile';

/** Who logs in where, as far as a password is theirs alone. */
export type Login = Pick<
  ConnectionProfile,
  'authentication' | 'user' | 'domain' | 'server' | 'instance' | 'port'
>;

/**
 * The login that a password was entered for, as text: kept beside the password, so that an edit of the settings
 * hands it to no other server or account. Names of Windows and DNS have no case; SQL Server logins may.
 */
export const loginPlace = ({ authentication, user = '', domain, server, instance, port }: Login): string =>
  [
    authentication,
    domain?.toLowerCase() ?? '',
    authentication === 'sql' ? user : user.toLowerCase(),
    server.toLowerCase(),
    instance?.toLowerCase() ?? '',
    port ?? '',
  ].join('\n');

import type { ConnectionProfile } from '../connection/profile';

/** The command line's arguments for a site. Its password is not among them: arguments can be seen by others. */
export const siteArguments = (profile: ConnectionProfile): readonly string[] => {
  const { server, port, instance, database, siteCode, authentication, user, domain } = profile;
  const host =
    port !== undefined ? `${server},${port}` : instance !== undefined ? `${server}\\${instance}` : server;
  const name = domain === undefined ? user : `${domain}\\${user ?? ''}`;
  return [
    ...['--sql-server', host],
    ...(database === undefined ? [] : ['--database', database]),
    ...(authentication === 'windows' || name === undefined ? ['--windows-auth'] : ['--user', name]),
    ...(profile.encrypt ? [] : ['--no-encrypt']),
    ...(profile.trustServerCertificate ? ['--trust-server-certificate'] : []),
    ...(siteCode === undefined ? [] : ['--site-code', siteCode]),
  ];
};

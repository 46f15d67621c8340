import { EntryReader } from '../core/connection/entryReader';
import { parseProfile } from '../core/connection/parseProfile';
import type { ConnectionProfile } from '../core/connection/profile';
import type { Values } from './parseArguments';
import { UsageError } from './usage';

/** What the options are called in the setting, whose rules hold for them too. */
const optionOf: Readonly<Record<string, string>> = {
  server: 'sql-server',
  siteCode: 'site-code',
  domain: 'user',
};

/** The connection that options describe. Throws UsageError. */
export const profileOfArguments = (values: Values): ConnectionProfile => {
  const { user, database } = values;
  if (database === undefined)
    throw new UsageError('--database is missing: the site database, CM_ and the site code.');
  if (values.encrypt === true && values['no-encrypt'] === true)
    throw new UsageError('--encrypt and --no-encrypt exclude each other.');
  if ((user === undefined) === (values['windows-auth'] !== true))
    throw new UsageError('Who reads? Give --user <name>, or --windows-auth for the account that runs this.');
  const reader = new EntryReader('', {
    id: 'command-line',
    server: values['sql-server'],
    database,
    authentication: user === undefined ? 'windows' : user.includes('\\') ? 'ntlm' : 'sql',
    user,
    encrypt: values['no-encrypt'] !== true,
    trustServerCertificate: values['trust-server-certificate'] ?? false,
    siteCode: values['site-code'],
  });
  const profile = parseProfile(reader);
  if (profile === undefined) throw new UsageError(reader.problems.map(inOptions).join('\n'));
  return profile;
};

/** `.server: Not understood` names the option instead of the field. */
const inOptions = (problem: string): string =>
  problem.replace(/^\.(\w+)/, (_, field: string) => `--${optionOf[field] ?? field}`);

import type { EntryReader } from './entryReader';
import { authentications, type Authentication, type ConnectionProfile } from './profile';
import { isHost, isInstance, parseServer } from './serverAddress';
import { parseSiteCode } from './siteCode';

/** One entry of the setting; undefined when the reader noted something that leaves open what was meant. */
export const parseProfile = (reader: EntryReader): ConnectionProfile | undefined => {
  const id = readId(reader);
  const name = reader.text('name');
  const place = readPlace(reader);
  const authentication = reader.choice('authentication', authentications);
  const account = readAccount(reader, authentication);
  const encrypt = reader.flag('encrypt', true);
  const trustServerCertificate = reader.flag('trustServerCertificate', false);
  const optional = given({
    database: reader.text('database'),
    siteCode: readSiteCode(reader),
    provider: readProvider(reader),
    certificateAuthority: readAuthority(reader, authentication, encrypt && !trustServerCertificate),
    userSids: reader.text('userSids'),
    connectTimeout: reader.whole('connectTimeout', 600),
    requestTimeout: reader.whole('requestTimeout', 86_400),
  });
  remarkRest(reader);
  if (!reader.isUsable || place === undefined || authentication === undefined) return undefined;
  return {
    id,
    name: name ?? place.server,
    ...place,
    authentication,
    ...account,
    encrypt,
    trustServerCertificate,
    ...optional,
  };
};

const readId = (reader: EntryReader): string => {
  const id = reader.requiredText('id', 'a short name of its own, as in "hq": the secret is kept under it');
  if (!/^[\w.-]{1,64}$/.test(id))
    reader.refuse('id', 'Expected 1 to 64 letters of A to Z, digits, dots, dashes and underscores.');
  return id;
};

/** `server` may hold instance and port, as SQL Server's own tools take them. */
const readPlace = (
  reader: EntryReader,
): Pick<ConnectionProfile, 'server' | 'port' | 'instance'> | undefined => {
  const text = reader.requiredText('server', 'the SQL Server, as in "sql01.corp.example"');
  const port = reader.whole('port', 65_535);
  const instance = reader.text('instance');
  if (instance !== undefined && !isInstance(instance))
    reader.refuse('instance', 'Expected the name of an instance alone, as in "CM".');
  const address = parseServer(text);
  if (address.kind === 'problem') {
    reader.refuse('server', `Not understood: ${address.message}.`);
    return undefined;
  }
  if (differ(port, address.port)) reader.refuse('port', 'The server names another port. Write one.');
  if (differ(instance, address.instance))
    reader.refuse('instance', 'The server names another instance. Write one.');
  return {
    server: address.host,
    ...given({ port: port ?? address.port, instance: instance ?? address.instance }),
  };
};

const differ = (one: string | number | undefined, other: string | number | undefined): boolean =>
  one !== undefined && other !== undefined && String(one).toLowerCase() !== String(other).toLowerCase();

/** `DOMAIN\user` in `user` is taken apart for NTLM. */
const readAccount = (
  reader: EntryReader,
  authentication: Authentication | undefined,
): Pick<ConnectionProfile, 'user' | 'domain'> => {
  const account = reader.text('user');
  const domain = reader.text('domain');
  const [, prefix, bare] = /^([^\\]+)\\([^\\]+)$/.exec(account ?? '') ?? [];
  switch (authentication) {
    case undefined:
      return {};
    case 'windows':
      if (account !== undefined || domain !== undefined)
        reader.remark('user', 'Not used: Windows authentication takes the account that runs VS Code.');
      return {};
    case 'sql':
      if (account === undefined) reader.refuse('user', 'Missing. Write the SQL Server login.');
      if (prefix !== undefined || domain !== undefined)
        reader.refuse('user', 'A SQL Server login has no domain. Choose "ntlm" for a Windows account.');
      return given({ user: account });
    case 'ntlm':
      if (account === undefined) reader.refuse('user', 'Missing. Write the account, as in "reader".');
      if (domain === undefined && prefix === undefined)
        reader.refuse('domain', 'Missing. Write the domain of the account, as in "CORP".');
      if (differ(domain, prefix)) reader.refuse('domain', 'The user names another domain. Write one.');
      return given({ user: bare ?? account, domain: domain ?? prefix });
  }
};

const readSiteCode = (reader: EntryReader): string | undefined => {
  const text = reader.text('siteCode');
  const code = text === undefined ? undefined : parseSiteCode(text);
  if (text !== undefined && code === undefined)
    reader.refuse('siteCode', 'Expected three letters or digits, as in "P01".');
  return code;
};

const readProvider = (reader: EntryReader): string | undefined => {
  const text = reader.text('provider');
  if (text !== undefined && !isHost(text))
    reader.refuse('provider', 'Expected the FQDN of the SMS Provider, as in "cm01.corp.example".');
  return text;
};

/** A file to vouch for servers: only where nobody else does it, and where certificates are looked at at all. */
const readAuthority = (
  reader: EntryReader,
  authentication: Authentication | undefined,
  isChecked: boolean,
): string | undefined => {
  const file = reader.text('certificateAuthority');
  if (file === undefined) return undefined;
  if (!/^([A-Za-z]:[\\/]|\\\\|\/)/.test(file))
    reader.refuse('certificateAuthority', 'Expected the full path of a certificate file.');
  else if (authentication === 'windows')
    reader.remark(
      'certificateAuthority',
      'Not used: for Windows authentication, import the certificate into the trusted root authorities of Windows.',
    );
  else if (!isChecked) reader.remark('certificateAuthority', 'Not used: no certificate is checked.');
  return file;
};

const secretName = /pass|pwd|secret|credential|token|connection_?string/i;

const remarkRest = (reader: EntryReader): void => {
  for (const field of reader.rest())
    reader.remark(
      field,
      secretName.test(field)
        ? 'Secrets do not belong in settings. Remove this line, change the password, and enter it in the wizard (Edit the Connection), which keeps it in the secret storage.'
        : 'Not known, and not used. Check its spelling.',
    );
};

/** Without the fields that are undefined. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

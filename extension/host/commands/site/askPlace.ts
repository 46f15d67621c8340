import { l10n, window } from 'vscode';
import type { ConnectionProfile } from '../../../core/connection/profile';
import { parseServer } from '../../../core/connection/serverAddress';

/** Where the site database is. */
export type Place = Pick<ConnectionProfile, 'server' | 'port' | 'instance'> & { readonly database: string };

export const askPlace = async (known: ConnectionProfile | undefined): Promise<Place | undefined> => {
  const text = await window.showInputBox({
    title: l10n.t('Connect to a Site (1/3): Site Database'),
    prompt: l10n.t(
      'Server, and the database after a slash. A named instance or a port may follow the server.',
    ),
    placeHolder: 'cm01.contoso.com/CM_P01   ·   sql01\\INSTANCE/CM_P01   ·   sql01,1433/CM_P01',
    value: known === undefined ? '' : placeText(known),
    ignoreFocusOut: true,
    validateInput: (value) => (placeOf(value) === undefined ? placeHint() : undefined),
  });
  return text === undefined ? undefined : placeOf(text);
};

const placeHint = (): string => l10n.t('Write server/database, for example cm01.contoso.com/CM_P01.');

const placeOf = (text: string): Place | undefined => {
  const cut = text.lastIndexOf('/');
  const database = text.slice(cut + 1).trim();
  if (cut < 0 || database === '') return undefined;
  const address = parseServer(text.slice(0, cut));
  if (address.kind === 'problem') return undefined;
  const { host, instance, port } = address;
  return {
    server: host,
    ...(instance === undefined ? {} : { instance }),
    ...(port === undefined ? {} : { port }),
    database,
  };
};

const placeText = ({ server, instance, port, database }: ConnectionProfile): string =>
  `${server}${instance === undefined ? '' : `\\${instance}`}${port === undefined ? '' : `,${port}`}/${database ?? ''}`;

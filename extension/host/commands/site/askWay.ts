import { l10n, window, type QuickPickItem } from 'vscode';
import type { Authentication, ConnectionProfile } from '../../../core/connection/profile';

/** Who reads, and how the server proves itself. */
export type Way = Pick<ConnectionProfile, 'authentication' | 'encrypt' | 'trustServerCertificate'>;

export const askWay = async (known: ConnectionProfile | undefined): Promise<Way | undefined> => {
  const encrypt = known?.encrypt ?? true;
  type Choice = QuickPickItem & { readonly way: Way };
  const choice = (authentication: Authentication, label: string, detail: string): readonly Choice[] => [
    { label, detail, way: { authentication, encrypt, trustServerCertificate: false } },
    {
      label: l10n.t('{0}, trusting any certificate', label),
      detail: l10n.t(
        'Encrypted, but whoever stands between can pretend to be the server. For self-signed certificates only.',
      ),
      way: { authentication, encrypt, trustServerCertificate: true },
    },
  ];
  const choices = [
    ...choice(
      'windows',
      l10n.t('Windows account of this window'),
      l10n.t('Through PowerShell; no password is needed.'),
    ),
    ...choice('ntlm', l10n.t('Another Windows account'), l10n.t('Domain, user and password (NTLM).')),
    ...choice('sql', l10n.t('SQL Server login'), l10n.t('User and password.')),
  ];
  const before = choices.find(
    ({ way }) =>
      way.authentication === known?.authentication &&
      way.trustServerCertificate === known.trustServerCertificate,
  );
  const ordered = before === undefined ? choices : [before, ...choices.filter((one) => one !== before)];
  const chosen = await window.showQuickPick(ordered, {
    title: l10n.t('Connect to a Site (1/3): Who Reads'),
    placeHolder: l10n.t('The account needs to read the site database: db_datareader, or smsschm_users.'),
    ignoreFocusOut: true,
  });
  return chosen?.way;
};

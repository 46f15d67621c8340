import { l10n, window, type SecretStorage } from 'vscode';
import type { ConnectionProfile } from '../../../core/connection/profile';
import { hasPassword } from '../../site/sitePasswords';

/** The third step, for a login. `leave`: the user left; undefined: the password that is kept stays. */
export const askPassword = async (
  account: string,
  secrets: SecretStorage,
  known: ConnectionProfile | undefined,
): Promise<string | undefined | typeof leave> => {
  const kept = known !== undefined && (await hasPassword(secrets, known.id));
  const password = await window.showInputBox({
    title: l10n.t('Connect to a Site (3/3): Password of {0}', account),
    prompt: kept
      ? l10n.t('Leave it empty to keep the password that is stored.')
      : l10n.t('It is kept in the secret storage of this machine, nowhere else.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (password === undefined) return leave;
  return password === '' && kept ? undefined : password;
};

export const leave = Symbol('left');

import { l10n, window, type SecretStorage } from 'vscode';
import type { Login } from '../../../core/connection/loginPlace';
import { hasPassword } from '../../site/sitePasswords';

/**
 * The third step, for a login. `leave`: the user left; undefined: nothing was entered; one that was entered
 * for the same server and account stays.
 * @param id of the site that is edited
 */
export const askPassword = async (
  login: Login,
  secrets: SecretStorage,
  id: string | undefined,
): Promise<string | undefined | typeof leave> => {
  const kept = id !== undefined && (await hasPassword(secrets, { id, ...login }));
  const password = await window.showInputBox({
    title: l10n.t('Connect to a Site (3/3): Password of {0}', login.user ?? ''),
    prompt: kept
      ? l10n.t('Leave it empty to keep the password that is stored.')
      : l10n.t('It is kept in the secret storage of this machine, nowhere else.'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (text === '' && !kept ? l10n.t('Enter the password.') : undefined),
  });
  if (password === undefined) return leave;
  return password === '' ? undefined : password;
};

export const leave = Symbol('left');

import { l10n, window, type SecretStorage } from 'vscode';
import type { ConnectionProfile } from '../../../core/connection/profile';
import { hasPassword } from '../../site/sitePasswords';

/** `password` undefined: the one that is kept stays. */
export type Login = Pick<ConnectionProfile, 'user' | 'domain'> & { readonly password: string | undefined };

export const noLogin: Login = { password: undefined };

export const askLogin = async (
  authentication: 'sql' | 'ntlm',
  secrets: SecretStorage,
  known: ConnectionProfile | undefined,
): Promise<Login | undefined> => {
  const account = await window.showInputBox({
    title: l10n.t('Connect to a Site (3/3): Login'),
    prompt: authentication === 'ntlm' ? l10n.t('Domain and user, as DOMAIN\\user') : l10n.t('User'),
    value: known?.user === undefined ? '' : [known.domain, known.user].filter((part) => part).join('\\'),
    ignoreFocusOut: true,
    validateInput: (value) =>
      loginOf(authentication, value) === undefined
        ? l10n.t('Write the account, for example {0}.', example(authentication))
        : undefined,
  });
  const login = account === undefined ? undefined : loginOf(authentication, account);
  if (login === undefined) return undefined;
  const kept = known !== undefined && (await hasPassword(secrets, known.id));
  const password = await window.showInputBox({
    title: l10n.t('Connect to a Site (3/3): Password'),
    prompt: kept
      ? l10n.t('Leave it empty to keep the password that is stored.')
      : l10n.t('It is kept in the secret storage of this machine, nowhere else.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (password === undefined) return undefined;
  return { ...login, password: password === '' && kept ? undefined : password };
};

const example = (authentication: 'sql' | 'ntlm'): string =>
  authentication === 'ntlm' ? 'CONTOSO\\reader' : 'reader';

const loginOf = (
  authentication: 'sql' | 'ntlm',
  text: string,
): Pick<ConnectionProfile, 'user' | 'domain'> | undefined => {
  const account = text.trim();
  if (authentication === 'sql') return account === '' ? undefined : { user: account };
  const [, domain = '', user = ''] = /^([^\\]+)\\([^\\]+)$/.exec(account) ?? [];
  return user === '' ? undefined : { user, domain };
};

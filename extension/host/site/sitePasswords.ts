import { l10n, type SecretStorage } from 'vscode';
import type { ConnectionProfile } from '../../core/connection/profile';

const keyOf = (id: string): string => `configmgrContent.password.${id}`;

/** The password of a site's login. Throws with the next step when none is kept. */
export const passwordOf = async (
  secrets: SecretStorage,
  { id, name }: ConnectionProfile,
): Promise<string> => {
  const password = await secrets.get(keyOf(id));
  if (password === undefined)
    throw new Error(l10n.t('No password is kept for {0}. Edit the site and enter it.', name));
  return password;
};

export const hasPassword = async (secrets: SecretStorage, id: string): Promise<boolean> =>
  (await secrets.get(keyOf(id))) !== undefined;

export const keepPassword = (secrets: SecretStorage, id: string, password: string): Thenable<void> =>
  secrets.store(keyOf(id), password);

export const forgetPassword = (secrets: SecretStorage, id: string): Thenable<void> =>
  secrets.delete(keyOf(id));

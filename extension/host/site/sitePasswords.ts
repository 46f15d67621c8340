import { l10n, type SecretStorage } from 'vscode';
import { loginPlace, type Login } from '../../core/connection/loginPlace';
import type { ConnectionProfile } from '../../core/connection/profile';

const keyOf = (id: string): string => `configmgrContent.password.${id}`;

/** A password and the login that it was entered for: no other server or account is sent it. */
interface Kept {
  readonly place: string;
  readonly password: string;
}

type Account = Login & Pick<ConnectionProfile, 'id'>;

/** The password of a site's login. Throws with the next step when none is kept for it. */
export const passwordOf = async (secrets: SecretStorage, profile: ConnectionProfile): Promise<string> => {
  const kept = await keptFor(secrets, profile.id);
  if (kept === undefined)
    throw new Error(l10n.t('No password is kept for {0}. Edit the site and enter it.', profile.name));
  if (kept.place !== loginPlace(profile))
    throw new Error(
      l10n.t(
        'The password that is kept for {0} was entered for another server or account, and is not sent. Edit the site and enter the one for this.',
        profile.name,
      ),
    );
  return kept.password;
};

/** Whether a password is kept that was entered for just this login. */
export const hasPassword = async (secrets: SecretStorage, account: Account): Promise<boolean> =>
  (await keptFor(secrets, account.id))?.place === loginPlace(account);

export const keepPassword = (secrets: SecretStorage, account: Account, password: string): Thenable<void> => {
  const kept: Kept = { place: loginPlace(account), password };
  return secrets.store(keyOf(account.id), JSON.stringify(kept));
};

export const forgetPassword = (secrets: SecretStorage, id: string): Thenable<void> =>
  secrets.delete(keyOf(id));

const keptFor = async (secrets: SecretStorage, id: string): Promise<Kept | undefined> => {
  const text = await secrets.get(keyOf(id));
  if (text === undefined) return undefined;
  try {
    const { place, password } = JSON.parse(text) as Partial<Kept>;
    return place === undefined || password === undefined ? undefined : { place, password };
  } catch {
    return undefined;
  }
};

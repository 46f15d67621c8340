import { ConfigurationTarget, workspace, type Disposable } from 'vscode';
import { parseProfiles } from '../../core/connection/parseProfiles';
import type { ConnectionProfile } from '../../core/connection/profile';

const section = 'configmgrContent';
const setting = 'sites';

export const siteProfiles = (): ReturnType<typeof parseProfiles> =>
  parseProfiles(workspace.getConfiguration(section).get(setting));

export const onSiteSettings = (listener: () => void): Disposable =>
  workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${setting}`)) listener();
  });

/** Writes the user's settings; a profile with the same id is replaced in its place. */
export const saveProfile = (profile: ConnectionProfile): Promise<void> => {
  const { profiles } = siteProfiles();
  const isKnown = profiles.some(({ id }) => id === profile.id);
  return store(
    isKnown ? profiles.map((one) => (one.id === profile.id ? profile : one)) : [...profiles, profile],
  );
};

export const removeProfile = (id: string): Promise<void> =>
  store(siteProfiles().profiles.filter((profile) => profile.id !== id));

/** Entries that could not be used stay as they were typed. */
const store = async (profiles: readonly ConnectionProfile[]): Promise<void> => {
  const stored = [...siteProfiles().others, ...profiles.map(storedProfile)];
  const value = stored.length === 0 ? undefined : stored;
  await workspace.getConfiguration(section).update(setting, value, ConfigurationTarget.Global);
};

/** As the settings hold it: what equals a default is left out. */
const storedProfile = ({ encrypt, trustServerCertificate, ...profile }: ConnectionProfile): object => ({
  ...profile,
  ...(encrypt ? {} : { encrypt }),
  ...(trustServerCertificate ? { trustServerCertificate } : {}),
});

import { forgetPassword, keepPassword } from '../../site/sitePasswords';
import { requireTrust } from '../../site/liveOpener';
import { saveProfile } from '../../site/siteSettings';
import type { Host } from '../../host';
import type { Command } from '../command';
import { describeConnection, type DescribedConnection } from './siteWizard';

/** Asks for a site in three steps at most, keeps it in the settings and connects to it. */
export const addSite: Command = async (host) => {
  requireTrust();
  const described = await describeConnection(host.secrets, undefined);
  if (described !== undefined) await saveAndConnect(host, described);
};

/** The password goes to the secret storage only; the settings never hold it. */
export const saveAndConnect = async (
  { connections, secrets }: Pick<Host, 'connections' | 'secrets'>,
  { profile, password }: DescribedConnection,
): Promise<void> => {
  if (password !== undefined) await keepPassword(secrets, profile, password);
  else if (profile.authentication === 'windows') await forgetPassword(secrets, profile.id);
  await saveProfile(profile);
  await connections.connect(await connections.ofProfile(profile.id));
};

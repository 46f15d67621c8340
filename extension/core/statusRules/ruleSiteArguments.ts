import type { ConnectionProfile } from '../connection/profile';
import { siteFromDatabaseName } from '../connection/siteCode';
import { siteArguments } from '../run/siteArguments';

/**
 * How a rule's program reaches its site: as the account that runs it, because a program line has no place for a
 * password. The site code is that of the profile, or of the database's name, CM_<code>.
 */
export const ruleSiteArguments = (
  profile: ConnectionProfile,
): { readonly siteCode: string | undefined; readonly args: readonly string[] } => ({
  siteCode: profile.siteCode ?? siteFromDatabaseName(profile.database ?? ''),
  args: siteArguments({ ...profile, authentication: 'windows' }),
});

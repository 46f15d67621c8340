import { randomUUID } from 'node:crypto';
import type { SecretStorage } from 'vscode';
import type { ConnectionProfile } from '../../../core/connection/profile';
import { askLogin, noLogin } from './askLogin';
import { askPlace } from './askPlace';
import { askWay } from './askWay';

export interface DescribedConnection {
  readonly profile: ConnectionProfile;
  /** undefined: the one that is kept stays. */
  readonly password: string | undefined;
}

/**
 * Server and database, then who to read as, then (for a login) name and password. The site code and the SMS
 * Provider are found by connecting. undefined: the user left.
 */
export const describeConnection = async (
  secrets: SecretStorage,
  known: ConnectionProfile | undefined,
): Promise<DescribedConnection | undefined> => {
  const place = await askPlace(known);
  if (place === undefined) return undefined;
  const way = await askWay(known);
  if (way === undefined) return undefined;
  const login =
    way.authentication === 'windows' ? noLogin : await askLogin(way.authentication, secrets, known);
  if (login === undefined) return undefined;
  const { password, ...named } = login;
  const { id, name, siteCode, provider, connectTimeout, requestTimeout } = known ?? {
    ...nothing,
    id: randomUUID(),
    name: place.database,
  };
  const profile: ConnectionProfile = {
    ...given({ siteCode, provider, connectTimeout, requestTimeout }),
    id,
    name,
    ...place,
    ...way,
    ...named,
  };
  return { profile, password };
};

type Kept = Pick<ConnectionProfile, 'siteCode' | 'provider' | 'connectTimeout' | 'requestTimeout'>;

const nothing: Kept = {};

const given = (kept: { readonly [K in keyof Kept]?: Kept[K] | undefined }): Kept =>
  Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));

import { randomUUID } from 'node:crypto';
import type { SecretStorage } from 'vscode';
import type { Place } from '../../../core/connection/placeText';
import type { ConnectionProfile } from '../../../core/connection/profile';
import { askPassword, leave } from './askPassword';
import { askPlace } from './askPlace';
import { askWay, type Way } from './askWay';

export interface DescribedConnection {
  readonly profile: ConnectionProfile;
  /** undefined: the one that is kept stays, or none is needed. */
  readonly password: string | undefined;
}

/**
 * Who reads, then where the site database is, then (for a login) the password. The site code and the SMS Provider
 * are found by connecting. undefined: the user left.
 */
export const describeConnection = async (
  secrets: SecretStorage,
  known: ConnectionProfile | undefined,
): Promise<DescribedConnection | undefined> => {
  const way = await askWay(known);
  if (way === undefined) return undefined;
  const place = await askPlace(way.authentication, known);
  if (place === undefined) return undefined;
  const password =
    way.authentication === 'windows'
      ? undefined
      : await askPassword({ ...place, ...way }, secrets, known?.id);
  if (password === leave) return undefined;
  const { id, name, ...kept } = unasked(known) ?? { id: randomUUID(), name: place.database };
  return { profile: { id, name, ...kept, ...place, ...way }, password };
};

type Kept = Omit<ConnectionProfile, keyof Place | keyof Way>;

/** What the wizard does not ask for, and an edit leaves as it is. */
const unasked = (known: ConnectionProfile | undefined): Kept | undefined => {
  if (known === undefined) return undefined;
  const asked = new Set<string>(askedFields);
  return Object.fromEntries(Object.entries(known).filter(([field]) => !asked.has(field))) as unknown as Kept;
};

const askedFields: readonly (keyof Place | keyof Way)[] = [
  ...(['server', 'port', 'instance', 'database', 'user', 'domain'] as const),
  ...(['authentication', 'encrypt', 'trustServerCertificate'] as const),
];

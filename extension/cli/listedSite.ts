import { readFile } from 'node:fs/promises';
import { parseProfiles } from '../core/connection/parseProfiles';
import type { ConnectionProfile } from '../core/connection/profile';
import { UsageError } from './usage';

/**
 * The site of a file with this id or name. The file holds what the setting `configmgrContent.sites` does: the list
 * itself, or an object with the setting.
 * @throws UsageError that names the place and what to write there
 */
export const listedSite = async (
  file: string,
  name: string,
  say: (text: string) => void,
): Promise<ConnectionProfile> => {
  const { profiles, problems } = parseProfiles(sitesOf(await parsed(file)));
  const wanted = name.toLowerCase();
  const found =
    profiles.find(({ id }) => id.toLowerCase() === wanted) ??
    profiles.find((profile) => profile.name.toLowerCase() === wanted);
  for (const problem of problems) say(`${file}: ${problem}\n`);
  if (found !== undefined) return found;
  const known = profiles.map(({ id }) => id).join(', ');
  throw new UsageError(
    `${file} has no site "${name}" that can be used; it has ${known === '' ? 'none' : known}.`,
  );
};

const parsed = async (file: string): Promise<unknown> => {
  try {
    // Editors of Windows put a byte order mark before it.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${cause}. Write JSON without comments: [ { "id": ... } ].`);
  }
};

const setting = 'configmgrContent.sites';

const sitesOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && setting in value
    ? (value as Readonly<Record<string, unknown>>)[setting]
    : value;

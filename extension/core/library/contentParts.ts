import { iniSection, iniValue, parseIni } from './iniText';
import type { LibraryFinding } from './mismatch';

/** What an .INI of a file in DataLib says. */
export type FileIni =
  | { readonly kind: 'hash'; readonly hash: string }
  /** A part of a sentence, such as `it has no Hash in [File]`. */
  | { readonly kind: 'damaged'; readonly damage: string };

/** Reads `<name>.INI` below a content's folder in DataLib. Never throws. */
export const readFileIni = (text: string): FileIni => {
  const hash = iniValue(iniSection(parseIni(text), 'File'), 'Hash');
  if (hash === undefined || hash === '') return { kind: 'damaged', damage: 'it has no Hash in [File]' };
  if (!/^[0-9A-F]{8,128}$/i.test(hash))
    return { kind: 'damaged', damage: 'its Hash is no hexadecimal number' };
  return { kind: 'hash', hash: hash.toUpperCase() };
};

/** Reads `<ContentID>.INI` of DataLib: what is wrong with it, as a part of a sentence. Never throws. */
export const contentIniDamage = (text: string): string | undefined => {
  const hash = iniValue(iniSection(parseIni(text), 'Info'), 'Hash');
  return hash === undefined || hash === '' ? 'it has no Hash in [Info]' : undefined;
};

/** Folder of FileLib that holds the file with this hash. */
export const fileLibFolder = (hash: string): string => `FileLib\\${hash.slice(0, 4)}`;

export const absentFile = (hash: string, path: string): LibraryFinding => ({
  in: 'fileLib',
  kind: 'absent',
  path: `${fileLibFolder(hash)}\\${hash}`,
  detail: `The file of ${path} is not in FileLib on any drive of the library.`,
});

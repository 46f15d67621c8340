import type { DemoDp } from '../site/demoDp';
import type { TrueContent } from '../site/trueContent';
import { day } from '../site/time';
import { place, type DiskFolders, type DiskNode } from './demoDisk';
import { bytesOf, type PackageFiles, type SourceContent, type SourceFile } from './packageFiles';
import type { IniDamage } from './plannedDamage';

/** A package as it lies in the library of a DP. */
export interface HeldPackage {
  readonly packageId: string;
  readonly files: PackageFiles;
  readonly content: TrueContent;
  /** PkgLib has its .INI. */
  readonly inPkgLib: boolean;
  readonly damage: IniDamage | undefined;
  /** When its files were written. */
  readonly modified: number;
}

export const libraryFolder = 'SCCMContentLib';

/** Of an .INI that was cut off so many bytes were written: its section at most. */
const cutAt = 12;

/** FILETIME of a source file, as DataLib tells it: nobody looks at it. */
const someTime = '132987654321098765';

/** Everything in a DP's content library (configmgr.md 3.4). */
export const libraryFolders = (
  held: readonly HeldPackage[],
  strays: readonly string[],
  { index }: DemoDp,
  now: number,
): DiskFolders => {
  const folders: DiskFolders = new Map();
  const old = now - 400 * day;
  for (const name of ['PkgLib', 'DataLib', 'FileLib'])
    place(folders, `${libraryFolder}\\${name}`, { kind: 'folder', modified: old });
  const users = new Map<string, string[]>();
  for (const one of held) {
    putIni(folders, one);
    for (const content of one.files.contents) putContent(folders, one, content, users);
  }
  for (const [hash, contentIds] of users)
    putText(folders, `${fileOf(hash)}.INI`, `[Users]\r\n${contentIds.join('=\r\n')}=\r\n`, old);
  for (const [at, name] of strays.entries())
    putText(folders, `${libraryFolder}\\PkgLib\\${name}`, '[Info]\r\nVersion=1\r\n', old + index + at);
  return folders;
};

const putIni = (
  folders: DiskFolders,
  { packageId, files, inPkgLib, damage, modified }: HeldPackage,
): void => {
  const path = `${libraryFolder}\\PkgLib\\${packageId}.INI`;
  if (damage === 'folder') place(folders, path, { kind: 'folder', modified });
  else if (inPkgLib) {
    const { ini } = files;
    place(folders, path, fileWith(damage === 'cutOff' ? ini.subarray(0, cutAt) : ini, modified));
  }
};

const putContent = (
  folders: DiskFolders,
  { content, modified }: HeldPackage,
  { contentId, hash, files }: SourceContent,
  users: Map<string, string[]>,
): void => {
  if (content === 'corrupt' || content === 'absent') return;
  const path = `${libraryFolder}\\DataLib\\${contentId}`;
  putText(folders, `${path}.INI`, `[Info]\r\nHash=${hash}\r\nHashVersion=4\r\n`, modified);
  place(folders, path, { kind: 'folder', modified });
  for (const [at, file] of files.entries()) {
    putText(folders, `${path}\\${file.path}.INI`, describe(file), modified);
    users.set(file.hash, [...(users.get(file.hash) ?? []), contentId]);
    putFile(folders, file, at === 0 ? content : 'good', modified);
  }
};

/** The file itself, once however many bring it; the first one of damaged content is the damaged one. */
const putFile = (folders: DiskFolders, file: SourceFile, content: TrueContent, modified: number): void => {
  const path = fileOf(file.hash);
  putText(folders, `${path}.SIG`, 'signature', modified);
  if (content === 'filesMissing') return;
  place(
    folders,
    path,
    fileWith(content === 'badHash' ? file.bytes.map((byte) => byte ^ 1) : file.bytes, modified),
  );
};

const describe = ({ hash, bytes }: SourceFile): string =>
  `[File]\r\nHash=${hash}\r\nAttributes=20\r\nTimeModified=${someTime}\r\nSize=${String(bytes.length)}\r\n`;

const fileOf = (hash: string): string => `${libraryFolder}\\FileLib\\${hash.slice(0, 4)}\\${hash}`;

const putText = (folders: DiskFolders, path: string, text: string, modified: number): void =>
  place(folders, path, { kind: 'file', modified, bytes: () => bytesOf(text, 'ansi') });

const fileWith = (bytes: Uint8Array, modified: number): DiskNode => ({
  kind: 'file',
  modified,
  bytes: () => bytes,
});

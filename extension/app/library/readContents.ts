import { absentFile, contentIniDamage, fileLibFolder, readFileIni } from '../../core/library/contentParts';
import type { FindingKind, LibraryFinding } from '../../core/library/mismatch';
import { RemoteFileError, type RemoteEntry } from '../../ports/remoteFiles';
import type { Computers } from '../../ports/siteConnection';
import { inLanes } from './inLanes';
import { messageOf } from './openPkgLib';

type Files = ReturnType<Computers['files']>;

/** So many files of a package are looked at. */
const mostFiles = 500;
const atOnce = 8;

/**
 * Looks whether DataLib and FileLib have what a package's contents name. Only reads; what cannot be read is told as
 * such. One of these serves the packages of one DP: folders of FileLib are listed once.
 */
export class ContentReader {
  private readonly fileLib = new Map<string, Promise<readonly string[] | LibraryFinding>>();

  /** @param drives the library's folder on its own drive first, then FileLib's on the others */
  constructor(
    private readonly drives: readonly [Files, ...Files[]],
    private readonly signal: AbortSignal,
  ) {}

  /** What is wrong with the contents of a package; nothing where all is there. */
  async check(contentIds: readonly string[]): Promise<readonly LibraryFinding[]> {
    const found: LibraryFinding[] = [];
    for (const contentId of contentIds) {
      found.push(...(await this.checkIni(contentId)));
      const listed = await this.sourceFiles(`DataLib\\${contentId}`);
      found.push(...listed.findings);
      await inLanes(listed.files, atOnce, async (path) => {
        found.push(...(await this.checkFile(path)));
      });
    }
    return found;
  }

  private async checkIni(contentId: string): Promise<readonly LibraryFinding[]> {
    const path = `DataLib\\${contentId}.INI`;
    const text = await this.text(path);
    if (typeof text !== 'string') return [text];
    const damage = contentIniDamage(text);
    return damage === undefined ? [] : [finding('dataLib', 'notUnderstood', path, damaged(damage))];
  }

  /** The .INI files below a content's folder, which stand for the files of its source. */
  private async sourceFiles(
    root: string,
  ): Promise<{ readonly files: readonly string[]; readonly findings: readonly LibraryFinding[] }> {
    const files: string[] = [];
    const findings: LibraryFinding[] = [];
    const folders = [root];
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      const entries = await this.list(folder);
      if (!isList(entries)) {
        findings.push(entries);
        continue;
      }
      for (const { name, kind } of entries)
        if (kind === 'folder') folders.push(`${folder}\\${name}`);
        else if (kind === 'file' && /\.ini$/i.test(name)) files.push(`${folder}\\${name}`);
        else findings.push(finding('dataLib', 'strayName', `${folder}\\${name}`, 'It is no .INI of a file.'));
      if (files.length > mostFiles || folders.length > mostFiles) {
        const detail = `It has more than ${mostFiles} files: the others were not looked at.`;
        findings.push(finding('dataLib', 'notLookedAt', root, detail));
        return { files: files.slice(0, mostFiles), findings };
      }
    }
    return { files, findings };
  }

  private async checkFile(path: string): Promise<readonly LibraryFinding[]> {
    const text = await this.text(path);
    if (typeof text !== 'string') return [text];
    const ini = readFileIni(text);
    if (ini.kind === 'damaged') return [finding('dataLib', 'notUnderstood', path, damaged(ini.damage))];
    const names = await this.folderOf(ini.hash);
    if (!isNames(names)) return [names];
    return names.includes(ini.hash) ? [] : [absentFile(ini.hash, path)];
  }

  /** Names in the folder of FileLib for this hash, of all drives, in upper case; or why that is not known. */
  private folderOf(hash: string): Promise<readonly string[] | LibraryFinding> {
    const folder = fileLibFolder(hash);
    const known = this.fileLib.get(folder) ?? this.listFileLib(folder);
    this.fileLib.set(folder, known);
    return known;
  }

  private async listFileLib(folder: string): Promise<readonly string[] | LibraryFinding> {
    const names: string[] = [];
    for (const drive of this.drives) {
      const entries = await this.list(folder, drive);
      if (isList(entries)) names.push(...entries.map(({ name }) => name.toUpperCase()));
      else if (entries.kind !== 'absent') return { ...entries, in: 'fileLib' };
    }
    return names;
  }

  private async list(
    folder: string,
    files: Files = this.drives[0],
  ): Promise<readonly RemoteEntry[] | LibraryFinding> {
    try {
      return await files.list(folder, this.signal);
    } catch (error) {
      return this.failure(error, folder);
    }
  }

  private async text(path: string): Promise<string | LibraryFinding> {
    try {
      return (await this.drives[0].readText(path, this.signal)).text;
    } catch (error) {
      return this.failure(error, path);
    }
  }

  private failure(error: unknown, path: string): LibraryFinding {
    this.signal.throwIfAborted();
    const isAbsent = error instanceof RemoteFileError && error.kind === 'notFound';
    return isAbsent
      ? finding('dataLib', 'absent', path, 'It is not there.')
      : finding('dataLib', 'unreadable', path, messageOf(error));
  }
}

const damaged = (damage: string): string => `It cannot be understood: ${damage}.`;

const finding = (
  place: LibraryFinding['in'],
  kind: FindingKind,
  path: string,
  detail: string,
): LibraryFinding => ({ in: place, kind, path, detail });

const isList = (found: readonly RemoteEntry[] | LibraryFinding): found is readonly RemoteEntry[] =>
  Array.isArray(found);
const isNames = (found: readonly string[] | LibraryFinding): found is readonly string[] =>
  Array.isArray(found);

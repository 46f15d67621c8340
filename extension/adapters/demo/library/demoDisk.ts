import { RemoteFileError, type RemoteEntry, type RemoteFileFailureKind } from '../../../ports/remoteFiles';

export type DiskNode =
  | { readonly kind: 'folder'; readonly modified: number }
  | { readonly kind: 'file'; readonly modified: number; readonly bytes: () => Uint8Array };

/** A thing on the disk with its name as it is spelt. */
export interface DiskEntry {
  readonly name: string;
  readonly node: DiskNode;
}

/** Folders by their path in lower case; in each, entries by name in lower case. */
export type DiskFolders = Map<string, Map<string, DiskEntry>>;

/** Puts an entry, and the folders above it that are not there yet. */
export const place = (folders: DiskFolders, path: string, node: DiskNode): void => {
  const [folder, name] = split(path);
  const key = folder.toLowerCase();
  let entries = folders.get(key);
  if (entries === undefined) {
    entries = new Map();
    folders.set(key, entries);
    if (folder !== '') place(folders, folder, { kind: 'folder', modified: node.modified });
  }
  const known = entries.get(name.toLowerCase());
  if (known?.node.kind !== 'folder' || node.kind !== 'folder')
    entries.set(name.toLowerCase(), { name, node });
};

/** Folder and name of a path with `\`. */
export const split = (path: string): readonly [folder: string, name: string] => {
  const at = path.lastIndexOf('\\');
  return at === -1 ? ['', path] : [path.slice(0, at), path.slice(at + 1)];
};

/**
 * The disk of a DP: what the simulation says lies there, and on top of it what was written by hand since. Paths have
 * no drive, for example `SCCMContentLib\PkgLib\PS10000A.INI`; case does not matter.
 */
export class DemoDisk {
  /** undefined: it was taken away. */
  private readonly edits = new Map<string, Map<string, DiskEntry | undefined>>();

  constructor(private readonly base: () => DiskFolders) {}

  /** @throws RemoteFileError */
  list(folder: string): readonly RemoteEntry[] {
    if (folder !== '' && this.get(folder)?.kind !== 'folder')
      throw failure('notFound', folder, 'is not there');
    const key = folder.toLowerCase();
    const entries = new Map<string, DiskEntry | undefined>([
      ...(this.base().get(key) ?? []),
      ...(this.edits.get(key) ?? []),
    ]);
    return [...entries.values()].flatMap((entry): RemoteEntry[] => {
      if (entry === undefined) return [];
      const { name, node } = entry;
      const size = node.kind === 'file' ? node.bytes().length : 0;
      return [{ name, kind: node.kind, size, modified: node.modified }];
    });
  }

  get(path: string): DiskNode | undefined {
    return this.entry(path)?.node;
  }

  /** @throws RemoteFileError */
  read(path: string): Uint8Array {
    const node = this.get(path);
    if (node === undefined) throw failure('notFound', path, 'is not there');
    if (node.kind === 'folder') throw failure('failed', path, 'is a folder');
    return node.bytes();
  }

  /** Makes or replaces a file. @throws RemoteFileError where its folder is not there */
  write(path: string, bytes: Uint8Array, modified: number): void {
    this.put(path, { kind: 'file', modified, bytes: () => bytes });
  }

  /** @throws RemoteFileError `exists` */
  makeFolder(path: string, modified: number): void {
    if (this.get(path) !== undefined) throw failure('exists', path, 'is there already');
    this.put(path, { kind: 'folder', modified });
  }

  /** Files only. @throws RemoteFileError */
  rename(from: string, to: string): void {
    const node = this.get(from);
    if (node === undefined) throw failure('notFound', from, 'is not there');
    if (node.kind === 'folder')
      throw failure('failed', from, 'is a folder, which the demo site does not move');
    if (this.get(to) !== undefined) throw failure('exists', to, 'is there already');
    this.put(to, node);
    this.edit(from, undefined);
  }

  /** A file, or a folder with nothing in it. @throws RemoteFileError */
  remove(path: string): void {
    const node = this.get(path);
    if (node === undefined) throw failure('notFound', path, 'is not there');
    if (node.kind === 'folder' && this.list(path).length > 0) throw failure('failed', path, 'is not empty');
    this.edit(path, undefined);
  }

  /** The simulation writes this anew: what was done to it by hand counts no more, nor what stands below it. */
  renew(path: string): void {
    const [folder, name] = split(path.toLowerCase());
    this.edits.get(folder)?.delete(name);
    const below = `${path.toLowerCase()}\\`;
    for (const key of [...this.edits.keys()]) if (`${key}\\`.startsWith(below)) this.edits.delete(key);
  }

  private put(path: string, node: DiskNode): void {
    const [folder] = split(path);
    if (folder !== '' && this.get(folder)?.kind !== 'folder')
      throw failure('notFound', path, 'cannot be written: its folder is not there');
    this.edit(path, node);
  }

  private edit(path: string, node: DiskNode | undefined): void {
    const [folder, name] = split(path);
    const entries = this.edits.get(folder.toLowerCase()) ?? new Map<string, DiskEntry | undefined>();
    this.edits.set(folder.toLowerCase(), entries);
    entries.set(name.toLowerCase(), node === undefined ? undefined : { name, node });
  }

  private entry(path: string): DiskEntry | undefined {
    const [folder, name] = split(path.toLowerCase());
    const edited = this.edits.get(folder);
    if (edited?.has(name) === true) return edited.get(name);
    if (folder !== '' && this.entry(folder) === undefined) return undefined;
    return this.base().get(folder)?.get(name);
  }
}

const failure = (kind: RemoteFileFailureKind, path: string, problem: string): RemoteFileError =>
  new RemoteFileError(kind, `${path} ${problem}.`);

import type { BigIntStats } from 'node:fs';
import * as fs from 'node:fs/promises';
import type { RemoteEntry } from '../../ports/remoteFiles';

export interface FileState {
  readonly kind: RemoteEntry['kind'];
  readonly size: number;
  /** UTC epoch milliseconds. */
  readonly modified: number;
  /** Another file at the same path has another one; undefined when the server numbers no files. */
  readonly identity: string | undefined;
}

export interface OpenFile {
  state(): Promise<FileState>;
  /** How many bytes were read; 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** How many bytes were written. */
  write(bytes: Uint8Array): Promise<number>;
  /** Resolves when the bytes are on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** What is asked of the operating system; everything rejects with Node's error codes. */
export interface FileSystem {
  names(folder: string): Promise<readonly string[]>;
  /** Of a link: the link's own. */
  state(path: string): Promise<FileState>;
  openToRead(file: string): Promise<OpenFile>;
  /** EEXIST when something is there. */
  create(file: string): Promise<OpenFile>;
  /** Replaces what is there. */
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Its parent has to be there; EEXIST when something is. */
  makeFolder(folder: string): Promise<void>;
}

export const nodeFileSystem: FileSystem = {
  names: (folder) => fs.readdir(folder),
  state: async (path) => stateOf(await fs.lstat(path, { bigint: true })),
  openToRead: async (file) => openFile(await fs.open(file, 'r')),
  create: async (file) => openFile(await fs.open(file, 'wx')),
  rename: (from, to) => fs.rename(from, to),
  remove: (file) => fs.unlink(file),
  makeFolder: (folder) => fs.mkdir(folder),
};

const openFile = (handle: fs.FileHandle): OpenFile => ({
  state: async () => stateOf(await handle.stat({ bigint: true })),
  read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
  write: async (bytes) => (await handle.write(bytes)).bytesWritten,
  flush: () => handle.sync(),
  close: () => handle.close(),
});

/** Of bigint, because NTFS file numbers pass 2^53. */
const stateOf = (stats: BigIntStats): FileState => ({
  kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
  size: stats.isFile() ? Number(stats.size) : 0,
  modified: Number(stats.mtimeMs),
  identity: stats.ino === 0n ? undefined : `${stats.dev}/${stats.ino}`,
});

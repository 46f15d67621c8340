import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeFileSystem, type FileSystem, type OpenFile } from '../../extension/adapters/files/fileSystem';
import { UncFiles, type UncFilesOptions } from '../../extension/adapters/files/uncFiles';

import { RemoteFileError, type RemoteFileFailureKind } from '../../extension/ports/remoteFiles';

export type Verb = keyof FileSystem | keyof OpenFile;

/** What the server does instead of answering: an error code, or nothing until it is released. */
export type Fault = { readonly code: string } | { readonly until: Promise<unknown> };

/** A real folder behind a server that fails as it is told to. */
export class FaultyServer {
  readonly calls: Verb[] = [];
  open = 0;
  /** Asked before each call; undefined lets it through. */
  fault: (verb: Verb, path: string) => Fault | undefined = () => undefined;

  readonly fileSystem: FileSystem = {
    names: (folder) => this.answer('names', folder, () => nodeFileSystem.names(folder)),
    state: (path) => this.answer('state', path, () => nodeFileSystem.state(path)),
    openToRead: (file) =>
      this.answer('openToRead', file, async () => this.handle(file, await nodeFileSystem.openToRead(file))),
    create: (file) =>
      this.answer('create', file, async () => this.handle(file, await nodeFileSystem.create(file))),
    rename: (from, to) => this.answer('rename', from, () => nodeFileSystem.rename(from, to)),
    remove: (file) => this.answer('remove', file, () => nodeFileSystem.remove(file)),
    makeFolder: (folder) => this.answer('makeFolder', folder, () => nodeFileSystem.makeFolder(folder)),
  };

  private handle(file: string, open: OpenFile): OpenFile {
    this.open += 1;
    return {
      state: () => this.answer('state', file, () => open.state()),
      read: (into, position) => this.answer('read', file, () => open.read(into, position)),
      write: (bytes) => this.answer('write', file, () => open.write(bytes)),
      flush: () => this.answer('flush', file, () => open.flush()),
      close: async () => {
        this.open -= 1;
        await open.close();
      },
    };
  }

  private async answer<T>(verb: Verb, path: string, call: () => Promise<T>): Promise<T> {
    this.calls.push(verb);
    const fault = this.fault(verb, path);
    if (fault === undefined) return call();
    if ('code' in fault) throw Object.assign(new Error(`${fault.code}: fault`), { code: fault.code });
    await fault.until;
    return call();
  }
}

/** Fails the next calls of one verb, `times` of them. */
export const failing = (verb: Verb, code: string, times = Infinity): FaultyServer['fault'] => {
  let left = times;
  return (asked) => (asked === verb && left-- > 0 ? { code } : undefined);
};

/** Calls of one verb hang until `release`. */
export const hanging = (verb: Verb): { fault: FaultyServer['fault']; release: () => void } => {
  const gate = new AbortController();
  const until = once(gate.signal, 'abort');
  return { fault: (asked) => (asked === verb ? { until } : undefined), release: () => gate.abort() };
};

export interface Place {
  readonly root: string;
  readonly server: FaultyServer;
  readonly files: UncFiles;
  readonly path: (name: string) => string;
}

/** Runs a test in a new folder with quick time-outs, and removes the folder. */
export const inFolder = async (
  test: (place: Place) => Promise<void>,
  options: UncFilesOptions = {},
): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'remote-files-'));
  const server = new FaultyServer();
  const files = new UncFiles(root, {
    answerWithin: 2000,
    retryAfter: [1, 2, 4],
    lookEvery: 5,
    fileSystem: server.fileSystem,
    ...options,
  });
  try {
    await test({ root, server, files, path: (name) => join(root, name) });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** Waits until it holds; a test that goes on without it says why itself. */
export const until = async (holds: () => boolean): Promise<void> => {
  const deadline = Date.now() + 2000;
  while (!holds() && Date.now() < deadline) await sleep(2);
};

export const never = new AbortController().signal;

/** Rejects with this kind, and with a message that has all of these words. */
export const refused =
  (kind: RemoteFileFailureKind, ...words: readonly string[]) =>
  (error: unknown) => {
    assert.ok(error instanceof RemoteFileError, String(error));
    assert.equal(error.kind, kind, error.message);
    for (const word of words) assert.ok(error.message.includes(word), `${word} in ${error.message}`);
    return true;
  };

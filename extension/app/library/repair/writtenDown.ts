import {
  sameInstance,
  type IniFile,
  type LibraryEntry,
  type WmiInstance,
} from '../../../core/library/repair/libraryEntry';
import { recordFile } from '../../../core/library/repair/quarantinePlace';
import { RemoteFileError } from '../../../ports/remoteFiles';
import type { DpFiles } from '../../../ports/siteConnection';

/** More than a record of a package's entry ever has. */
const mostBytes = 1024 * 1024;

/**
 * All of an entry stands in a file of the quarantine, which was read back. There is no other way to one of these,
 * and nothing is taken out of a list without it.
 */
export class WrittenDown {
  readonly ini: IniFile | null;
  readonly #instances: readonly WmiInstance[];

  private constructor(
    { ini, instances }: LibraryEntry,
    readonly folder: string,
  ) {
    this.ini = ini;
    this.#instances = instances;
  }

  /**
   * @param folder of this entry alone, below the root of `files`
   * @param record all of the entry (entryRecord.ts)
   * @throws RemoteFileError
   */
  static async in(
    files: DpFiles,
    folder: string,
    entry: LibraryEntry,
    record: string,
    signal: AbortSignal,
  ): Promise<WrittenDown> {
    const file = `${folder}\\${recordFile}`;
    if ((await textOf(files, file, signal)) !== record) {
      await files.makeFolder(folder, signal);
      await files.writeText(file, record, 'utf8', signal);
      if ((await textOf(files, file, signal)) !== record)
        throw new RemoteFileError(
          'failed',
          `${files.root}\\${file} does not read back as it was written. Nothing was taken out.`,
        );
    }
    return new WrittenDown(entry, folder);
  }

  has(instance: WmiInstance): boolean {
    return this.#instances.some((one) => sameInstance(one, instance));
  }
}

const textOf = async (files: DpFiles, file: string, signal: AbortSignal): Promise<string | undefined> => {
  try {
    const { bytes } = await files.readWhole(file, mostBytes, signal);
    return Buffer.from(bytes).toString('utf8');
  } catch (error) {
    if (error instanceof RemoteFileError && error.kind === 'notFound') return undefined;
    throw error;
  }
};

import type { EntryLook } from '../../../core/library/repair/entryMoves';
import type { IniFile, LibraryEntry, WmiInstance } from '../../../core/library/repair/libraryEntry';
import { quarantinePlace, type QuarantinePlace } from '../../../core/library/repair/quarantinePlace';
import { RemoteFileError } from '../../../ports/remoteFiles';
import type { DpFiles, DpWriter } from '../../../ports/siteConnection';
import { DpPackages } from './dpPackages';
import type { WrittenDown } from './writtenDown';

/** An .INI has some dozen bytes a content; what is longer is none. */
export const mostIniBytes = 64 * 1024;

/** Both lists of a DP, package by package. All methods reject with CimError or RemoteFileError. */
export class DpLibrary {
  private readonly packages: DpPackages;

  private constructor(
    readonly files: DpFiles,
    private readonly place: QuarantinePlace,
    dps: DpWriter,
    server: string,
  ) {
    this.packages = new DpPackages(dps.wmi, server);
  }

  /** @param library ContentLibraryPath. @throws RemoteFileError `outside` when it is in no folder of a drive */
  static on(dps: DpWriter, server: string, library: string): DpLibrary {
    const place = quarantinePlace(server, library);
    if (place === undefined)
      throw new RemoteFileError(
        'outside',
        `The content library of ${server} is not in a folder of a drive of its own (${library}).`,
      );
    return new DpLibrary(dps.files(place.root), place, dps, server);
  }

  /** Where the parts of an entry are now. */
  async look(
    { packageId, ini }: Pick<LibraryEntry, 'packageId' | 'ini'>,
    folder: string,
    signal: AbortSignal,
  ): Promise<EntryLook> {
    const name = ini?.name ?? `${packageId}.INI`;
    return {
      instances: await this.packages.of(packageId, signal),
      inPkgLib: await this.iniIn(this.place.pkgLib, name, signal),
      inQuarantine: folder === '' ? 'absent' : await this.iniIn(folder, name, signal),
    };
  }

  /** Takes the .INI, or an instance, out of its list: only what is written down. */
  async moveOut({ ini, folder }: WrittenDown, signal: AbortSignal): Promise<void> {
    if (ini === null) return;
    await this.files.rename(`${this.place.pkgLib}\\${ini.name}`, `${folder}\\${ini.name}`, signal);
  }

  async delete(written: WrittenDown, instance: WmiInstance, signal: AbortSignal): Promise<void> {
    if (written.has(instance)) await this.packages.delete(instance, signal);
  }

  async moveBack({ name }: IniFile, folder: string, signal: AbortSignal): Promise<void> {
    await this.files.rename(`${folder}\\${name}`, `${this.place.pkgLib}\\${name}`, signal);
  }

  create(instance: WmiInstance, signal: AbortSignal): Promise<void> {
    return this.packages.create(instance, signal);
  }

  private async iniIn(folder: string, name: string, signal: AbortSignal): Promise<IniFile | 'absent'> {
    try {
      const { bytes, modified } = await this.files.readWhole(`${folder}\\${name}`, mostIniBytes, signal);
      return { name, bytes: Buffer.from(bytes).toString('base64'), modified };
    } catch (error) {
      if (error instanceof RemoteFileError && error.kind === 'notFound') return 'absent';
      throw error;
    }
  }
}

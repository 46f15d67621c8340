import type { LibraryEntry } from './libraryEntry';

/** Of the class whose instances are exported. */
export const packagesClass = { namespace: 'root\\SCCMDP', className: 'SMS_PackagesInContLib' } as const;

/**
 * What is written beside a quarantined .INI: enough for an admin to put the entry back by hand. The same entry of
 * the same step always gives the same text, so that a run that goes on may write it again.
 */
export const printEntryRecord = (
  { packageId, instances, ini }: LibraryEntry,
  where: { readonly dpName: string; readonly library: string; readonly run: string; readonly step: string },
): string =>
  `${JSON.stringify(
    {
      format: 'configmgr-content-library-entry',
      version: 1,
      packageId,
      dp: where.dpName,
      library: where.library,
      run: where.run,
      step: where.step,
      wmi: { ...packagesClass, instances },
      pkgLib:
        ini === null
          ? null
          : {
              file: `${where.library}\\PkgLib\\${ini.name}`,
              modified: new Date(ini.modified).toISOString(),
              bytesBase64: ini.bytes,
            },
    },
    null,
    2,
  )}\n`;

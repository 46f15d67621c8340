import type { Package } from '../core/content/package';
import type { RowReader } from './rowReader';
import type { NoParameters, Question } from './siteQuery';
import text from './packages.sql';

/** Packages of v_Package, and those that it leaves out although they are there. */
export interface PackageRows {
  readonly package: Package;
  readonly hiddenPackage: Package;
}

export const packages: Question<NoParameters, PackageRows> = {
  id: 'packages',
  text,
  needs: {
    v_Package: [
      'PackageID',
      'Name',
      'Version',
      'Manufacturer',
      'PackageType',
      'PkgSourceFlag',
      'PkgFlags',
      'SourceVersion',
      'ActionInProgress',
    ],
    v_SmsPackage: ['PkgID', 'StoredPkgVersion', 'Action', 'SourceSize'],
  },
  optional: {
    content: { source: 'sizes', needs: { v_Content: ['PkgID', 'SourceSize'] } },
    predefined: {
      source: 'predefinedPackages',
      needs: { v_SmsPackage: ['PkgID', 'IsPredefinedPackage'] },
    },
    hidden: {
      source: 'predefinedPackages',
      needs: {
        v_SmsPackage: [
          'PkgID',
          'Name',
          'Version',
          'Manufacturer',
          'PackageType',
          'PkgFlags',
          'SourceVersion',
        ],
        v_DistributionPoint: ['PackageID'],
        vSMS_Content: ['PkgID'],
      },
    },
  },
  parameters: {},
  decode: {
    package: (row) => ({
      ...packageOf(row),
      sourceFlag: row.optionalInt('PkgSourceFlag'),
      actionInProgress: row.optionalInt('ActionInProgress'),
    }),
    hiddenPackage: (row) => ({
      ...packageOf(row),
      // v_SmsPackage does not tell these under documented names.
      sourceFlag: undefined,
      actionInProgress: undefined,
      isUnlisted: true,
    }),
  },
};

const packageOf = (row: RowReader): Omit<Package, 'sourceFlag' | 'actionInProgress'> => ({
  packageId: row.text('PackageID'),
  name: row.optionalText('Name') ?? '',
  version: row.optionalText('Version') ?? '',
  manufacturer: row.optionalText('Manufacturer') ?? '',
  type: row.optionalInt('PackageType') ?? 0,
  flags: row.optionalInt('PkgFlags'),
  sourceVersion: row.optionalInt('SourceVersion'),
  storedVersion: row.optionalInt('StoredPkgVersion'),
  bytes: bytesOf(row),
  action: row.optionalInt('StoredAction'),
  ...(row.flag('IsPredefined') && { isPredefined: true }),
});

/** v_SmsPackage counts kilobytes and may lag behind; v_Content counts bytes. Zero only where both know it. */
const bytesOf = (row: RowReader): number | undefined => {
  const kilobytes = row.optionalInt('SourceSizeKB');
  if (kilobytes !== undefined && kilobytes > 0) return kilobytes * 1024;
  const contents = row.optionalBigint('ContentBytes') ?? 0;
  if (contents > 0) return contents;
  const allKnown = (row.optionalInt('UnknownSizes') ?? 0) === 0;
  return kilobytes === 0 && allKnown ? 0 : undefined;
};

import type { Package } from '../core/content/package';
import type { RowReader } from './rowReader';
import type { NoParameters, Question } from './siteQuery';
import text from './packages.sql';

export const packages: Question<NoParameters, { package: Package }> = {
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
  optional: { content: { source: 'sizes', needs: { v_Content: ['PkgID', 'SourceSize'] } } },
  parameters: {},
  decode: {
    package: (row) => ({
      packageId: row.text('PackageID'),
      name: row.optionalText('Name') ?? '',
      version: row.optionalText('Version') ?? '',
      manufacturer: row.optionalText('Manufacturer') ?? '',
      type: row.optionalInt('PackageType') ?? 0,
      sourceFlag: row.optionalInt('PkgSourceFlag'),
      flags: row.optionalInt('PkgFlags'),
      sourceVersion: row.optionalInt('SourceVersion'),
      storedVersion: row.optionalInt('StoredPkgVersion'),
      bytes: bytesOf(row),
      actionInProgress: row.optionalInt('ActionInProgress'),
      action: row.optionalInt('StoredAction'),
    }),
  },
};

/** v_SmsPackage counts kilobytes and may lag behind; v_Content counts bytes. Zero only where both know it. */
const bytesOf = (row: RowReader): number | undefined => {
  const kilobytes = row.optionalInt('SourceSizeKB');
  if (kilobytes !== undefined && kilobytes > 0) return kilobytes * 1024;
  const contents = row.optionalBigint('ContentBytes') ?? 0;
  if (contents > 0) return contents;
  const allKnown = (row.optionalInt('UnknownSizes') ?? 0) === 0;
  return kilobytes === 0 && allKnown ? 0 : undefined;
};

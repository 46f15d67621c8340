import type { TargetedContentParameters } from './targetedContent';
import type { Question } from './siteQuery';
import text from './heldVersions.sql';

/** Times UTC epoch milliseconds. */
export interface HeldVersionRows {
  readonly summary: {
    readonly packageId: string;
    readonly nalPath: string;
    readonly sourceVersion: number | undefined;
    readonly lastCopied: number | undefined;
  };
  readonly validation: {
    readonly packageId: string;
    readonly nalPath: string;
    readonly version: number | undefined;
    readonly time: number | undefined;
  };
}

export const heldVersions: Question<TargetedContentParameters, HeldVersionRows> = {
  id: 'heldVersions',
  text,
  needs: { v_DistributionPointInfo: ['NALPath'] },
  optional: {
    summaries: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath', 'SourceVersion', 'LastCopied'] },
    },
    validations: {
      source: 'validatedVersions',
      needs: {
        v_ContentDistributionVersions: ['PkgID', 'DPNALPath', 'ValidatedVersion', 'ValidatedVersionTime'],
      },
    },
  },
  parameters: { packageId: 'text', server: 'text' },
  decode: {
    summary: (row) => ({
      packageId: row.text('PackageID'),
      nalPath: row.text('NALPath'),
      sourceVersion: row.optionalInt('SourceVersion'),
      lastCopied: row.optionalTime('LastCopied'),
    }),
    validation: (row) => ({
      packageId: row.text('PackageID'),
      nalPath: row.text('NALPath'),
      version: row.optionalInt('ValidatedVersion'),
      time: row.optionalTime('ValidatedVersionTime'),
    }),
  },
};

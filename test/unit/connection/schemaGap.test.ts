import assert from 'node:assert/strict';
import { schemaGaps, type Catalogue } from '../../../extension/core/connection/schemaGap';

const features = [
  { feature: 'Missing content', needs: { v_Package: ['PackageID', 'SourceVersion'], v_Site: ['SiteCode'] } },
  { feature: 'The job queue', needs: { vSMS_DistributionJob: ['JobID'] } },
  { feature: 'The site code', needs: {} },
];

const catalogue = (views: Readonly<Record<string, readonly string[]>>): Catalogue =>
  new Map(Object.entries(views).map(([view, columns]) => [view, new Set(columns)]));

describe('what a site does not have', () => {
  it('leaves nothing unknown on a site that has all, in whatever capitals', () => {
    const site = catalogue({
      V_PACKAGE: ['packageid', 'SOURCEVERSION', 'Name'],
      v_site: ['SITECODE'],
      vsms_distributionjob: ['jobid'],
    });
    assert.deepEqual(schemaGaps(features, site), []);
  });

  it('leaves just those features unknown that read what lacks, and says why', () => {
    const site = catalogue({ v_Package: ['PackageID'], v_Site: [] });
    assert.deepEqual(schemaGaps(features, site), [
      {
        feature: 'Missing content',
        gaps: [
          { view: 'v_Package', lacks: ['SourceVersion'] },
          { view: 'v_Site', lacks: ['SiteCode'] },
        ],
        because:
          'Missing content is unknown because v_Package has no column SourceVersion; v_Site has no column SiteCode.',
      },
      {
        feature: 'The job queue',
        gaps: [{ view: 'vSMS_DistributionJob', lacks: 'view' }],
        because:
          'The job queue is unknown because this site has no view vSMS_DistributionJob, or this account may not read it.',
      },
    ]);
  });

  it('knows nothing of a site whose views were not read', () => {
    assert.deepEqual(
      schemaGaps(features, undefined).map(({ because }) => because),
      [
        'Missing content is unknown because the views of this site were not read.',
        'The job queue is unknown because the views of this site were not read.',
      ],
    );
  });
});

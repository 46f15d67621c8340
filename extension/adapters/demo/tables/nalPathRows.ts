import type { DemoDatabase } from '../demoDatabase';
import type { DemoDp } from '../site/demoDp';
import { nalText } from '../site/nalText';
import type { SiteModel } from '../site/siteModel';

/** A DP's number for its current NAL path. */
export const nalIdOf = (dp: DemoDp): number => 2 * dp.index;

/** A DP's number for its NAL path in the site that it belonged to before. */
export const formerNalIdOf = (dp: DemoDp): number => 2 * dp.index + 1;

export const writeNalPaths = (database: DemoDatabase, site: SiteModel): void => {
  const former = site.formerSiteCode;
  for (const dp of [...site.dps, ...site.gone]) {
    const { server, resourceType } = dp;
    const names = { DPID: dp.id, ServerName: server, ResourceType: resourceType };
    database.insert('NalPaths', {
      NalID: nalIdOf(dp),
      NALPath: dp.nalPath,
      SiteCode: dp.siteCode,
      ...names,
    });
    database.insert('NalPaths', {
      NalID: formerNalIdOf(dp),
      NALPath: nalText(server, former, true),
      SiteCode: former,
      ...names,
    });
  }
};

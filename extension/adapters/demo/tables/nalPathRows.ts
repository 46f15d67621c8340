import type { DemoDatabase } from '../demoDatabase';
import type { DemoDp } from '../site/demoDp';
import { nalText } from '../site/nalText';
import type { SiteModel } from '../site/siteModel';

/** The number of a DP's current NAL path is the DP's own: rows of pairs tell the DP without a join. */
export const nalIdOf = (dp: DemoDp): number => dp.id;

/** The number of its NAL path in the site that it belonged to before. Behind all others: statistics look at the first. */
export const formerNalIdOf = (dp: DemoDp): number => dp.id + 1_000_000;

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

import type { DemoDatabase } from '../demoDatabase';
import { nalText } from '../site/nalText';
import type { SiteModel } from '../site/siteModel';

/** Numbers of a DP's NAL paths: the current one, and the one of the site that it belonged to before. */
export interface NalIds {
  readonly current: number;
  readonly former: number;
}

/** @returns by DP index */
export const writeNalPaths = (database: DemoDatabase, site: SiteModel): readonly NalIds[] =>
  [...site.dps, ...site.gone].map((dp) => {
    const add = (id: number, nalPath: string, siteCode: string): number => {
      const { server, resourceType } = dp;
      const names = { NALPath: nalPath, ServerName: server, SiteCode: siteCode, ResourceType: resourceType };
      database.insert('NalPaths', { NalID: id, DPID: dp.id, ...names });
      return id;
    };
    const former = site.formerSiteCode;
    return {
      current: add(2 * dp.index, dp.nalPath, dp.siteCode),
      former: add(2 * dp.index + 1, nalText(dp.server, former, true), former),
    };
  });

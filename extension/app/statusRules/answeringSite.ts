import type { Runner } from '../../core/run/journalRecord';
import { SiteIndex } from '../../core/siteTree/siteIndex';
import type { Findings } from '../../ports/findings';
import type { Journals } from '../../ports/journal';
import type { SiteConnection } from '../../ports/siteConnection';
import { findMissing } from '../findMissing';
import { refreshSite } from '../refreshSite';
import type { RunSite } from '../run/runSite';
import { carryOutPlan } from './carryOutPlan';
import { reconcileDp } from './reconcileDp';
import { ListRepairs, type ListedSite } from './repairLists';
import type { RuleSite, SiteLook } from './ruleSite';

/** A connected site, and what answering its messages takes beside it. */
export interface AnsweringPlace {
  readonly connection: SiteConnection;
  readonly journals: Journals;
  readonly by: Runner;
  /** A place of its own for the findings of one look. */
  readonly startFindings: () => { readonly findings: Findings; dispose(): Promise<void> };
}

/** Answers 2386 by reconciling the DP, 2388 by comparing its lists; plans of both are carried out as runs. */
export const answeringSite = (place: AnsweringPlace): RuleSite => {
  const { connection, journals, by } = place;
  return {
    siteCode: connection.info.siteCode,
    look: (signal) => lookAt(place, signal),
    carryOut: (document, signal) => carryOutPlan(runSiteOf(connection), journals, by, document, signal),
    close: () => connection.close(),
  };
};

const runSiteOf = ({ info, cim, database, clock, dps }: SiteConnection): RunSite => ({
  siteCode: info.siteCode,
  siteName: info.siteName,
  provider: info.provider,
  cim,
  database,
  clock,
  ...(dps === undefined ? {} : { dps }),
});

const lookAt = async (
  { connection, startFindings }: AnsweringPlace,
  signal: AbortSignal,
): Promise<SiteLook> => {
  const inventory = await refreshSite(connection, signal);
  const { distributionPoints, notRead } = inventory;
  if (distributionPoints.length === 0 && notRead?.includes('distributionPoints') === true)
    throw new Error('The distribution points of the site could not be read, so no message was answered.');
  const running = startFindings();
  const { findings } = running;
  const read = async (): Promise<ListedSite> => {
    const { facts } = await findMissing(connection, findings, inventory, signal);
    return { connection, findings, facts, index: new SiteIndex(inventory) };
  };
  // Only when there is a DP to answer.
  let site: Promise<ListedSite> | undefined;
  let lists: ListRepairs | undefined;
  return {
    distributionPoints,
    answer: async ({ message, dp, together }, asked) => {
      const ready = await (site ??= read());
      if (message === 2386) return reconcileDp(ready, dp, asked);
      return (lists ??= new ListRepairs(ready)).answer(dp, together, asked);
    },
    dispose: () => running.dispose(),
  };
};

import type { DistributionPoint } from '../../core/content/distributionPoint';
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
import type { MessageAnswer, RuleSite, SiteLook } from './ruleSite';

/** How 2388 is answered: mismatches of a DP's lists, and the plan of their repair. */
export interface MismatchAnswers {
  /** Nothing is written. */
  answer(dp: DistributionPoint, signal: AbortSignal): Promise<MessageAnswer>;
  /** As RuleSite.carryOut. */
  carryOut(document: string, signal: AbortSignal): Promise<string>;
}

/** A connected site, and what answering its messages takes beside it. */
export interface AnsweringPlace {
  readonly connection: Pick<SiteConnection, 'database' | 'clock' | 'info' | 'close'>;
  readonly site: RunSite;
  readonly journals: Journals;
  readonly by: Runner;
  /** A place of its own for the findings of one look. */
  readonly startFindings: () => { readonly findings: Findings; dispose(): Promise<void> };
  readonly mismatches: MismatchAnswers;
}

/** Answers messages of rules by what the site database says of the DP: 2386 by reconciling, 2388 by its lists. */
export const answeringSite = (place: AnsweringPlace): RuleSite => ({
  siteCode: place.site.siteCode,
  look: (signal) => lookAt(place, signal),
  carryOut: (message, document, signal) =>
    message === 2388
      ? place.mismatches.carryOut(document, signal)
      : carryOutPlan(place.site, place.journals, place.by, document, signal),
  close: () => place.connection.close(),
});

const lookAt = async (
  { connection, startFindings, mismatches }: AnsweringPlace,
  signal: AbortSignal,
): Promise<SiteLook> => {
  const inventory = await refreshSite(connection, signal);
  if (inventory.distributionPoints.length === 0 && inventory.notRead?.includes('distributionPoints') === true)
    throw new Error('The distribution points of the site could not be read, so no message was answered.');
  const running = startFindings();
  const { findings } = running;
  // With 2388 alone nobody asks what is missing: it is read when 2386 does.
  let reading: Promise<Parameters<typeof reconcileDp>[0]> | undefined;
  const read = async (): Promise<Parameters<typeof reconcileDp>[0]> => {
    const { facts } = await findMissing(connection, findings, inventory, signal);
    return { connection, findings, facts, index: new SiteIndex(inventory) };
  };
  return {
    distributionPoints: inventory.distributionPoints,
    answer: async (message, dp, asked) =>
      message === 2388 ? mismatches.answer(dp, asked) : reconcileDp(await (reading ??= read()), dp, asked),
    dispose: () => running.dispose(),
  };
};

/** For a build that cannot look into content libraries. */
export const noMismatches: MismatchAnswers = {
  answer: ({ serverName }) =>
    Promise.resolve({
      kind: 'nothing',
      words: `Its lists differ, or its package list cannot be read: see smsdpmon.log on ${serverName}, and compare the lists with configmgr-content mismatches.`,
    }),
  carryOut: () => Promise.reject(new Error('Repairs of content libraries cannot be carried out here.')),
};

import { validationIds } from '../validate/validationMessage';
import { ended, type StepNews } from './news';
import type { PairProgress } from './pairProgress';
import { newest } from './progressMessages';
import { toldBy } from './toldBy';

/** smsdpmon about a DP as a whole: the lists agree (2393), all is validated (2386), the lists differ (2388). */
const { allVerified, listsDisagree, listRead } = validationIds;
export const listIds: ReadonlySet<number> = new Set([allVerified, listsDisagree, listRead]);

/** What smsdpmon has said of a DP's lists since then. */
export const listNews = (progress: PairProgress, at: number): StepNews | undefined => {
  const told = newest(progress, at, (id) => listIds.has(id));
  if (told === undefined) return undefined;
  return told.messageId === listsDisagree
    ? ended({
        kind: 'failed',
        cause: `The lists of the DP still disagree: ${toldBy(told)}. Look for mismatches again; smsdpmon.log of the DP may name them.`,
      })
    : ended({ kind: 'repaired', cause: `The lists of the DP agree (${toldBy(told)}).` });
};

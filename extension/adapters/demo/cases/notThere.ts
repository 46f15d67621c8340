import { day, hour, minute } from '../site/time';
import type { PairCase } from './case';
import { sinceCycle, untilLastCycle, usual } from './usual';

/** Content that the site believes in and the DP does not have: only the missing 2384 tells. */
export const notThere: readonly PairCase[] = [
  {
    id: 'neverArrived',
    description: 'targeted and counted as installed, but it never arrived',
    verdict: 'missing',
    tell: (story, random) => {
      story.lastRefresh = story.now - random.between(40 * day, 200 * day);
      story.summaryDate = story.lastRefresh + hour;
      story.content = 'absent';
    },
  },
  {
    id: 'lostFromLibrary',
    description: 'verified until it vanished from the DP; the last cycle no longer lists it',
    verdict: 'missing',
    tell: (story, random) => {
      untilLastCycle(story, random).content = 'absent';
    },
  },
  {
    id: 'lostOnSiteServer',
    description: 'vanished from a DP on the site server, where a redistribution mends nothing',
    verdict: 'missing',
    on: (dp) => dp.isSiteServer,
    tell: (story, random) => {
      untilLastCycle(story, random).content = 'absent';
    },
  },
  {
    id: 'lostOnPullDp',
    description: 'vanished from a pull DP',
    verdict: 'missing',
    on: (dp) => dp.isPullDp,
    tell: (story, random) => {
      untilLastCycle(story, random).content = 'absent';
    },
  },
  {
    id: 'lostBesideNamesake',
    description: 'missing on DP1, which stands beside a DP10 and the dp1 of another domain',
    verdict: 'missing',
    on: (dp) => dp.server.toLowerCase().startsWith('dp1.'),
    tell: (story, random) => {
      untilLastCycle(story, random).content = 'absent';
    },
  },
  {
    id: 'checkedJustBeforeCycle',
    description: 'checked by hand minutes before the last cycle began, which did not list it any more',
    verdict: 'missing',
    tell: (story, random) => {
      untilLastCycle(story, random).verified(story.cycle.start - 3 * minute).content = 'absent';
    },
  },
  {
    id: 'verifiedEarlierToday',
    description: 'verified by an earlier cycle of the same day, not by the last one',
    verdict: 'missing',
    on: (dp) => dp.profile === 'severalADay',
    tell: (story, random) => {
      untilLastCycle(story, random);
      const before = story.dp.cycles[1];
      if (before !== undefined && !before.detailed) story.verified(story.at(before));
      story.content = 'absent';
    },
  },
  {
    id: 'removedByHand',
    description: 'removed from the DP (2331) after its last pass, the target row stayed',
    verdict: 'missing',
    tell: (story, random) => {
      usual(story, random).says(2331, sinceCycle(story, random)).content = 'absent';
    },
  },
  {
    id: 'removedAndDistributedAgain',
    description: 'removed once, distributed again and verified since',
    verdict: 'validated',
    tell: (story) => {
      const again = story.cycle.start - 2 * hour;
      story.arrived(again - 90 * day).says(2331, again - hour);
      story.arrived(again).verifiedInCycles();
    },
  },
  {
    id: 'arrivalUnknown',
    description: 'the target row has no refresh time, the summarizer no row: nobody knows when it came',
    verdict: 'unread',
    tell: (story) => {
      story.state = undefined;
      story.distribution = false;
    },
  },
];

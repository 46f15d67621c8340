import { evaluatedAt } from '../site/cycle';
import { runningCycle } from '../site/demoDp';
import { hour, minute } from '../site/time';
import type { PairCase } from './case';
import { sinceCycle, untilLastCycle, usual } from './usual';

/** What happened around or after the last finished cycle. */
export const sinceTheCycle: readonly PairCase[] = [
  {
    id: 'newSinceCycle',
    description: 'arrived after the last cycle ended',
    verdict: 'newSinceCycle',
    tell: (story, random) => void story.arrived(sinceCycle(story, random)),
  },
  {
    id: 'arrivedDuringCycle',
    description: 'targeted while the last cycle was running, which had already read its list',
    verdict: 'newSinceCycle',
    tell: (story, random) => {
      story.arrived(story.cycle.start + random.between(0.4, 0.9) * (story.cycle.stop - story.cycle.start));
    },
  },
  {
    id: 'arrivedDuringCycleAndVerified',
    description: 'arrived while the last cycle was running, and verified by it in the end',
    verdict: 'validated',
    tell: (story) => {
      story.arrived(evaluatedAt(story.cycle, 0.3)).verified(evaluatedAt(story.cycle, 0.8));
    },
  },
  {
    id: 'checkedByHand',
    description: 'arrived after the last cycle, verified by a check of the single package',
    verdict: 'validated',
    tell: (story, random) => {
      const came = sinceCycle(story, random);
      story.arrived(came).verified(came + 10 * minute);
    },
  },
  {
    id: 'refreshedSinceCycle',
    description: 'verified by the last cycle; LastRefreshTime says that it was sent again since',
    verdict: 'newSinceCycle',
    tell: (story, random) => {
      usual(story, random).lastRefresh = sinceCycle(story, random);
    },
  },
  {
    id: 'provedByVersionOnly',
    description: 'the 2384 of the last cycle was lost, ValidatedVersionTime proves the pass',
    verdict: 'validated',
    tell: (story, random) => {
      untilLastCycle(story, random).validated = { version: story.version, time: story.at(story.cycle) };
    },
  },
  {
    id: 'validatingNow',
    description: 'verified by the last cycle and at this moment looked at by the next (State 8, 2380)',
    verdict: 'validated',
    on: (dp) => runningCycle(dp) !== undefined,
    tell: (story, random) => {
      const running = story.dp.cycles.filter((cycle) => cycle.mark === undefined);
      usual(story, random, running).says(2380, story.now - random.between(minute, 4 * minute)).state = 8;
    },
  },
  {
    id: 'jobComplete',
    description: 'redistributed before the last cycle, the finished job is still listed',
    verdict: 'validated',
    tell: (story) => {
      const came = story.cycle.start - hour;
      story.arrived(came).verifiedInCycles();
      story.job = { action: 2, state: 5, created: came - 15 * minute, updated: came };
    },
  },
  {
    id: 'reassignedDp',
    description: 'the row of the site that the DP belonged to before still says failed',
    verdict: 'validated',
    tell: (story, random) => {
      usual(story, random).formerRow = { state: 3, time: story.now - 60 * 24 * hour };
    },
  },
];

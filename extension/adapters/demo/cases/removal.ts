import { day, hour } from '../site/time';
import type { PairCase } from './case';
import { longBefore, usual } from './usual';

/** Content that is being taken away, and what it leaves behind. */
export const removal: readonly PairCase[] = [
  {
    id: 'removing',
    description: 'removal pending or being retried',
    verdict: 'removing',
    tell: (story, random) => {
      usual(story, random).state = random.pick([4, 5]);
      story.summaryDate = story.now - random.between(hour, 5 * hour);
    },
  },
  {
    id: 'removeFailed',
    description: 'the removal failed',
    verdict: 'removeFailed',
    tell: (story, random) => {
      const time = story.now - random.between(hour, 2 * hour);
      const extra = [`\\\\${story.dp.server}\\SMS_DP$`, '30', '97'];
      usual(story, random).says(2332, time, undefined, extra).state = 6;
      story.summaryDate = time;
    },
  },
  {
    id: 'rowBeingDeleted',
    description: 'the target row is marked as deleted (Status 3) and waits for its clean-up',
    verdict: 'notExpected',
    tell: (story, random) => {
      usual(story, random).target = 3;
      story.state = 4;
    },
  },
  {
    id: 'leftover',
    description: 'only v_ContentDistribution still knows the pair',
    verdict: 'notExpected',
    tell: (story, random) => {
      story.arrived(longBefore(story, random) - 30 * day).content = 'absent';
      story.target = undefined;
      story.state = undefined;
    },
  },
];

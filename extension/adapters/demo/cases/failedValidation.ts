import { hour, minute } from '../site/time';
import type { PairCase } from './case';
import { longBefore, sinceCycle, untilLastCycle, usual } from './usual';

/** Validation found damage: 2382, 2383 or 2385 is the last result, or something came after it. */
export const failedValidation: readonly PairCase[] = [
  {
    id: 'hashFailed',
    description: 'the last cycle found a wrong hash',
    verdict: 'hashFailed',
    tell: (story, random) => {
      untilLastCycle(story, random).found(2382, story.at(story.cycle)).state = 3;
    },
  },
  {
    id: 'filesMissing',
    description: 'the last cycle found files missing',
    verdict: 'filesMissing',
    tell: (story, random) => void untilLastCycle(story, random).found(2385, story.at(story.cycle)),
  },
  {
    id: 'corrupt',
    description: 'the last cycle found the package missing or corrupt',
    verdict: 'corrupt',
    tell: (story, random) => void untilLastCycle(story, random).found(2383, story.at(story.cycle)),
  },
  {
    id: 'failedCheckAfterPass',
    description: 'verified by the last cycle, then a check of the single package failed',
    verdict: 'hashFailed',
    tell: (story, random) => void usual(story, random).found(2382, sinceCycle(story, random)),
  },
  {
    id: 'passedCheckAfterFail',
    description: 'failed in the last cycle, then a check of the single package passed',
    verdict: 'validated',
    tell: (story, random) => {
      untilLastCycle(story, random).found(2385, story.at(story.cycle)).content = 'good';
      story.verified(sinceCycle(story, random));
    },
  },
  {
    id: 'redistributedAfterFail',
    description: 'failed in the last cycle and was redistributed since; no validation yet',
    verdict: 'newSinceCycle',
    tell: (story, random) => {
      untilLastCycle(story, random).found(2382, story.at(story.cycle));
      story.arrived(sinceCycle(story, random)).validated = undefined;
    },
  },
  {
    id: 'redistributedAndVerified',
    description: 'failed in the last cycle, redistributed and verified by hand since',
    verdict: 'validated',
    tell: (story, random) => {
      untilLastCycle(story, random).found(2383, story.at(story.cycle));
      const again = sinceCycle(story, random);
      story.arrived(again).verified(again + 5 * minute);
    },
  },
  {
    id: 'failedBeforeItArrivedAgain',
    description: 'an older fail, redistributed before the last cycle, which verified it',
    verdict: 'validated',
    tell: (story, random) => {
      const again = story.cycle.start - 2 * hour;
      story.arrived(longBefore(story, random) - 24 * hour).found(2382, again - hour);
      story.arrived(again).verifiedInCycles();
    },
  },
  {
    id: 'shareDamaged',
    description: 'the package share is damaged (9517), the content library is verified',
    verdict: 'validated',
    tell: (story, random) => void usual(story, random).says(9517, story.at(story.cycle) - 1000),
  },
];

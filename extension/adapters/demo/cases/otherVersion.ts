import type { PairCase } from './case';
import { longBefore, usual } from './usual';

/** The DP holds another version than the site. */
export const otherVersion: readonly PairCase[] = [
  {
    id: 'oldVersion',
    description: 'the DP was left out of the last update and verifies its old version',
    verdict: 'oldVersion',
    of: (one) => one.sourceVersion > 1,
    tell: (story, random) => {
      story.version = story.what.sourceVersion - 1;
      usual(story, random);
    },
  },
  {
    id: 'oldVersionValidated',
    description: 'the summarizer says current, ValidatedVersion of the last cycle says the one before',
    verdict: 'oldVersion',
    of: (one) => one.sourceVersion > 1,
    tell: (story, random) => {
      const before = story.what.sourceVersion - 1;
      story.heldVersion = before;
      story.arrived(longBefore(story, random)).verifiedInCycles([], before);
      story.validated = { version: before, time: story.at(story.cycle) };
    },
  },
];

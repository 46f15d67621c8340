import { day, hour } from '../site/time';
import { evaluatedAt } from '../site/cycle';
import type { Case } from './case';
import { longBefore, untilLastCycle, usual } from './usual';

/** The ordinary pair, and what becomes of ordinary pairs on DPs whose validation is out of order. */
export const profileCases = {
  validated: {
    id: 'validated',
    description: 'arrived long ago and verified by the last finished cycle',
    verdict: 'validated',
    tell: (story, random) => void usual(story, random),
  },
  messagesLost: {
    id: 'messagesLost',
    description: 'content is there, but the 2384 of the last cycle never reached the site',
    verdict: 'missing',
    tell: (story, random) => void untilLastCycle(story, random),
  },
  verifiedInOpenCycle: {
    id: 'verifiedInOpenCycle',
    description: 'no cycle ever finishes here, but the one that died had verified the package',
    verdict: 'validated',
    tell: (story, random) => {
      usual(story, random);
      story.validated = undefined;
    },
  },
  cycleNeverFinished: {
    id: 'cycleNeverFinished',
    description: 'a cycle began and died before it came to the package',
    verdict: 'cycleBroken',
    tell: (story, random) => void story.arrived(longBefore(story, random)),
  },
  knownByVersion: {
    id: 'knownByVersion',
    description: 'no finished cycle is known; ValidatedVersionTime proves a pass of the last weeks',
    verdict: 'validated',
    tell: (story, random) => {
      story.arrived(longBefore(story, random));
      story.validated = { version: story.version, time: story.now - random.between(3 * day, 25 * day) };
    },
  },
  listsDisagree: {
    id: 'listsDisagree',
    description: '2388: WMI list and library differ, no cycle finishes',
    verdict: 'cycleBroken',
    tell: (story, random) => void story.arrived(longBefore(story, random)),
  },
  purged: {
    id: 'purged',
    description: 'the last finished cycle verified it, but its 2384 is older than what is kept',
    verdict: 'purged',
    tell: (story) => {
      story.arrived(evaluatedAt(story.cycle, 0) - 60 * day).verifiedInCycles();
      story.validated = undefined;
    },
  },
  validationOffOldPass: {
    id: 'validationOffOldPass',
    description: 'content validation was switched off; the last pass is months old',
    verdict: 'stale',
    tell: (story, random) => {
      story.arrived(story.now - random.between(120 * day, 400 * day));
      story.validated = { version: story.version, time: story.now - random.between(45 * day, 100 * day) };
    },
  },
  validationOff: {
    id: 'validationOff',
    description: 'content validation is switched off and no pass is known',
    verdict: 'notValidating',
    tell: (story, random) => void story.arrived(longBefore(story, random)),
  },
  cloud: {
    id: 'cloud',
    description: 'a cloud DP, which does not validate',
    verdict: 'notValidating',
    tell: (story, random) => void story.arrived(longBefore(story, random)),
  },
  neverRan: {
    id: 'neverRan',
    description: 'a new DP whose validation has not run yet',
    verdict: 'cycleNever',
    tell: (story, random) => void story.arrived(story.now - random.between(8 * hour, 4 * day)),
  },
} as const satisfies Record<string, Case>;

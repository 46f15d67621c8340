import type { Case } from './case';
import { longBefore } from './usual';

/** Told of pairs of a server that is no DP any more. */
export const dpGone: Case = {
  id: 'dpGone',
  description: 'the server is no longer a DP, its target row stayed',
  verdict: 'dpGone',
  tell: (story, random) => {
    story.arrived(longBefore(story, random)).content = 'absent';
  },
};

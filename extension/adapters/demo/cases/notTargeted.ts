import type { Case } from './case';

/** Told of pairs of a group and its member; no row of any kind is left. */
export const notTargeted: Case = {
  id: 'notTargeted',
  description: 'the package belongs to a DP group, but was never targeted to this member',
  verdict: 'notTargeted',
  tell: (story) => {
    story.target = undefined;
    story.state = undefined;
    story.distribution = false;
    story.content = 'absent';
  },
};

import type { Difference } from '../../extension/core/compare/difference';
import type { Tone } from '../shared/verdictChip';

/** How much a difference takes an admin, as the colours of verdicts say it. */
export const differenceTone = (difference: Difference): Tone => {
  switch (difference) {
    case 'onlyInWmi':
    case 'onlyInPkgLib':
    case 'notThere':
    case 'notOnMember':
    case 'provedLeft':
    case 'provedRight':
    case 'problem':
      return 'problems';
    case 'notTargeted':
    case 'onlyDirect':
    case 'onlyLeft':
    case 'onlyRight':
    case 'otherVersion':
    case 'leftover':
      return 'ask';
    case 'stale':
      return 'stale';
    case 'running':
    case 'onTheWay':
      return 'running';
    case 'otherVerdict':
    case 'notProved':
    case 'unknown':
      return 'unknown';
    case 'notExpected':
      return 'nothing';
    case 'same':
      return 'validated';
  }
};

import { tallyClass } from '../../reconcile/tally';
import { suspicionOf, suspicionWords } from '../suspicion';
import type { Guard } from './guard';

/** A write that would cost more than it could repair. */
export const worthGuards: readonly Guard[] = [
  {
    rule: 'nothingToRepair',
    actions: ['redistribute'],
    against: ({ finding }) =>
      finding.verdict === 'validated' ? 'The content is proved to be there.' : undefined,
  },
  {
    rule: 'notProvedMissing',
    actions: ['redistribute'],
    against: ({ finding }) => {
      const standing = tallyClass(finding.verdict);
      return standing === 'unknown' || standing === 'stale'
        ? 'The content is not proved to be missing. Validate the package on this DP first.'
        : undefined;
    },
  },
  {
    rule: 'suspectCycle',
    actions: ['redistribute'],
    against: ({ finding, sample }, { suspectPairs }) => {
      const suspicion = suspicionOf(finding, sample);
      return suspicion !== 'none' && (suspectPairs.get(finding.dp) ?? 0) > 1
        ? suspicionWords(suspicion)
        : undefined;
    },
  },
];

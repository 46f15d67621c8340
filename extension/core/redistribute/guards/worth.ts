import { tallyClass } from '../../reconcile/tally';
import { suspicionOf, suspicionWords } from '../suspicion';
import type { Guard, GuardContext } from './guard';

/** Two looks at the DP's own lists tell what lacks there: whatever a validation said, which trusts one of them. */
const isSeenOnDp = ({ purpose }: GuardContext): boolean => purpose === 'repairLibrary';

/** A write that would cost more than it could repair. */
export const worthGuards: readonly Guard[] = [
  {
    rule: 'nothingToRepair',
    actions: ['redistribute'],
    against: ({ finding }, context) =>
      finding.verdict === 'validated' && !isSeenOnDp(context)
        ? 'The content is proved to be there.'
        : undefined,
  },
  {
    rule: 'notProvedMissing',
    actions: ['redistribute'],
    against: ({ finding }, context) => {
      const standing = tallyClass(finding.verdict);
      if (isSeenOnDp(context)) return undefined;
      return standing === 'unknown' || standing === 'stale'
        ? 'The content is not proved to be missing. Validate the package on this DP first.'
        : undefined;
    },
  },
  {
    rule: 'suspectCycle',
    actions: ['redistribute'],
    against: ({ finding, sample }, context) => {
      const suspicion = suspicionOf(finding, sample);
      if (isSeenOnDp(context)) return undefined;
      return suspicion !== 'none' && (context.suspectPairs.get(finding.dp) ?? 0) > 1
        ? suspicionWords(suspicion)
        : undefined;
    },
  },
];

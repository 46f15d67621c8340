import type { SelectionMeasure } from '../../extension/core/reconcile/findingRow';
import { canAcknowledge } from '../../extension/core/reconcile/tally';
import { blocksWrite, repairNeed, verdicts, type Verdict } from '../../extension/core/reconcile/verdict';
import type { MissingAction } from '../../extension/protocol/missingPage';

/**
 * Whether an action makes sense for at least a part of the selection. The plan decides pair by pair and says
 * why it leaves one alone; this only keeps buttons from promising what no pair allows.
 */
export const isOffered = (action: MissingAction, selection: SelectionMeasure): boolean => {
  switch (action) {
    case 'repair':
      return some(
        selection,
        (verdict) => verdict !== 'validated' && !blocksWrite(verdict) && !isGone(verdict),
      );
    case 'distribute':
      return some(selection, (verdict) => verdict === 'notTargeted');
    case 'updateContent':
      return some(selection, (verdict) => !isGone(verdict));
    case 'remove':
      return some(
        selection,
        (verdict) => !blocksWrite(verdict) && verdict !== 'notTargeted' && !isGone(verdict),
      );
    case 'redistribute':
      return some(selection, (verdict) => repairNeed(verdict) !== 'no' && verdict !== 'notTargeted');
    case 'validate':
      return some(
        selection,
        (verdict) => !blocksWrite(verdict) && verdict !== 'notTargeted' && !isGone(verdict),
      );
    case 'cancel':
      return some(selection, (verdict) => verdict === 'inFlight' || verdict === 'stalled');
    case 'acknowledge':
      return some(selection, canAcknowledge);
    case 'removeAcknowledgement':
      return selection.acknowledged > 0;
    case 'reveal':
      return selection.pairs === 1;
    case 'copyEvidence':
      return selection.pairs > 0;
  }
};

const isGone = (verdict: Verdict): boolean =>
  verdict === 'dpGone' || verdict === 'deleted' || verdict === 'noContent';

const some = ({ byVerdict }: SelectionMeasure, test: (verdict: Verdict) => boolean): boolean =>
  verdicts.some((verdict) => (byVerdict[verdict] ?? 0) > 0 && test(verdict));

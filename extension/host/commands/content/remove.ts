import { tallyClass } from '../../../core/reconcile/tally';
import type { Command } from '../command';
import { proposeWrites } from '../proposeWrites';

/** Plans to take content off DPs, with what needs it. */
export const remove: Command = (host, args) =>
  proposeWrites(
    host,
    'remove',
    args,
    ({ verdict }) => verdict !== 'notTargeted' && tallyClass(verdict) !== 'nothing',
  );

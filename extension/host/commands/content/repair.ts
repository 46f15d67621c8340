import { tallyClass } from '../../../core/reconcile/tally';
import type { Command } from '../command';
import { proposeWrites } from '../proposeWrites';

/** Plans for each pair the cheapest action that repairs its finding. */
export const repair: Command = (host, args) =>
  proposeWrites(host, 'repair', args, ({ verdict }) => {
    const standing = tallyClass(verdict);
    return standing !== 'validated' && standing !== 'nothing';
  });

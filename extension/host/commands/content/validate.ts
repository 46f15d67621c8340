import { tallyClass } from '../../../core/reconcile/tally';
import type { Command } from '../command';
import { proposeWrites } from '../proposeWrites';

/** Validates single packages on DPs (VerifyPackage). */
export const validate: Command = (host, args) =>
  proposeWrites(host, 'validate', args, ({ verdict }) => tallyClass(verdict) !== 'nothing');

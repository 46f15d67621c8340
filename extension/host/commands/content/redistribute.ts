import { repairNeed } from '../../../core/reconcile/verdict';
import type { Command } from '../command';
import { proposeWrites } from '../proposeWrites';

export const redistribute: Command = (host, args) =>
  proposeWrites(host, 'redistribute', args, ({ verdict }) => repairNeed(verdict) !== 'no');

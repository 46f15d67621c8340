import type { Command } from '../command';
import { proposeWrites } from '../proposeWrites';

export const cancelDistribution: Command = (host, args) =>
  proposeWrites(host, 'cancel', args, ({ verdict }) => verdict === 'inFlight' || verdict === 'stalled');

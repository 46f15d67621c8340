import type { LogAction } from '../../../protocol/logPage';
import type { Command } from '../command';

/** The command that does something in the log view in front. */
export const actInLog =
  (action: LogAction): Command =>
  ({ logViews }) =>
    logViews.act(action);

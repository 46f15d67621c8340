import type { Command } from '../command';

/** Shows the page of a run that this window has begun or goes on with. */
export const showRun: Command = ({ runPages }) => runPages.show();

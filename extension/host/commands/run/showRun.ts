import type { Command } from '../command';

export const showRun: Command = ({ runs }) => runs.show();

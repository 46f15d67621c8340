import type { Command } from '../command';
import { connected } from '../connected';

/** Writes findings to a file, in the format and with the names that the user chooses. */
export const exportContent: Command = async (host, args) => {
  const chosen = connected(host, args);
  const { exportContentOf } = await import('../../export/exportContentOf.js');
  await exportContentOf(chosen, host.missing.of(chosen.known)?.view);
};

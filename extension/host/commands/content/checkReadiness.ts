import type { Command } from '../command';

/** Says whether all that a task sequence or deployment needs is proved where its clients take it from. */
export const checkReadiness: Command = async (host, args) => {
  // A chunk of its own: most windows never ask.
  const { askReadiness } = await import('./askReadiness.js');
  await askReadiness(host, args);
};

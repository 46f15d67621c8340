import type { Command } from '../command';

/** Lets findings count again. What asks for it is loaded when it is first wanted. */
export const removeAcknowledgement: Command = async (host, args) => {
  const { countAgain } = await import('./countAgain.js');
  await countAgain(host, args);
};

import type { Command } from '../command';

/** Sets findings aside. What asks for it is loaded when it is first wanted. */
export const acknowledge: Command = async (host, args) => {
  const { acknowledgeFindings } = await import('./acknowledgeFindings.js');
  await acknowledgeFindings(host, args);
};

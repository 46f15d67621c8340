import type { Command } from '../command';

/** Tells what an error code means that is typed, or selected in the editor. */
export const explainError: Command = async () => {
  // A chunk of its own: the tables of error codes are large.
  const { askErrorCode } = await import('./askErrorCode.js');
  await askErrorCode();
};

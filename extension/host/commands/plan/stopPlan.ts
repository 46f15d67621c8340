import type { Command } from '../command';

/** Stops writing after the current step; a plan in review is dropped. */
export const stopPlan: Command = ({ plans }) => {
  plans.cancel();
};

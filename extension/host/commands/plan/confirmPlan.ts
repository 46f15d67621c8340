import type { Command } from '../command';

/** Writes the plan on screen: what the page's button does, for keys and the palette. */
export const confirmPlan: Command = ({ plans }) => {
  plans.confirmShown();
};

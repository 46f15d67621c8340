import type { Command } from '../command';

export const showPlan: Command = ({ plans }) => {
  plans.show();
};

import type { Command } from '../command';

export const showTrace: Command = ({ trace }) => {
  trace.show();
};

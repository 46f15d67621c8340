import type { Command } from '../command';

export const clearFilter: Command = ({ view }) => {
  view.setFilter('');
};

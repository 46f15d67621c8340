import type { ExportWriter } from './exportWriter';

/** A list with an object a row; a line each. */
export const jsonWriter = (): ExportWriter => ({
  head: '[',
  row: (row, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(row)}`,
  foot: () => '\n]\n',
});

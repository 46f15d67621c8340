import type { SqlRow } from '../../ports/siteDatabase';
import type { Faults } from '../../protocol/demoSite';

/** The row with the value that no decoder takes, when the site was told to have one. */
export const withBadValue = (row: SqlRow, { badValue }: Faults): SqlRow =>
  badValue !== undefined && badValue.column in row ? { ...row, [badValue.column]: badValue.value } : row;

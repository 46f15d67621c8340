import type { Package } from '../../core/content/package';
import { rememberPasses, type RememberedPasses, type SeenPass } from '../../core/history/rememberedPasses';
import { verdictAt, type FindingTable } from './findingTable';
import { dpAt, packageAt } from './readTable';

/** The passes of all rows that are validated, as of a read that has these packages. */
export const passesSeen = (table: FindingTable, packages: readonly Package[]): RememberedPasses => {
  const versions = new Map(packages.map(({ packageId, sourceVersion }) => [packageId, sourceVersion]));
  const seen: SeenPass[] = [];
  for (const [row, time] of table.lastResult.entries())
    if (!Number.isNaN(time) && verdictAt(table, row) === 'validated')
      seen.push({ packageId: packageAt(table, row).packageId, dp: dpAt(table, row).key, time });
  return rememberPasses(seen, (packageId) => versions.get(packageId));
};

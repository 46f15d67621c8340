import type { DistributionPoint } from '../../../core/content/distributionPoint';
import { cleanupTarget } from '../../../core/library/cleanup/cleanupTarget';
import { cleanupPreconditions } from '../../../core/library/cleanup/preconditions';
import { unfinishedPackages } from '../../../core/library/cleanup/unfinished';
import { whatIfScript } from '../../../core/library/cleanup/whatIfScript';
import type { SiteIndex } from '../../../core/siteTree/siteIndex';
import type { SiteConnection } from '../../../ports/siteConnection';
import { readCleanupGround } from './readCleanupGround';

/** @throws Error where the tool cannot work on the DP, and for names and folders that are none */
export const makeScript = async (
  connection: Pick<SiteConnection, 'database' | 'clock' | 'info'>,
  index: SiteIndex,
  { dp, release }: { readonly dp: DistributionPoint; readonly release: number | undefined },
  folder: string,
  signal: AbortSignal,
): Promise<string> => {
  const { site } = await readCleanupGround(connection, index, dp, signal);
  const preconditions = cleanupPreconditions({
    dp,
    release,
    siteVersion: connection.info.version,
    unfinished: unfinishedPackages(site),
    drives: undefined,
  });
  return whatIfScript(cleanupTarget(dp, index.inventory), preconditions, folder);
};

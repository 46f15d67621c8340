import { momentOf } from '../../logs/analyse/logLine';
import type { TransferJob } from '../../logs/analyse/pkgXferMgr/transferFacts';
import { rateOf } from '../../logs/analyse/pkgXferMgr/transferTables';

/**
 * Bytes a second that the jobs of a PkgXferMgr.log reached, by the server's name in lower case; jobs in the order in
 * which they began.
 */
export const transferSpeeds = (jobs: readonly TransferJob[]): ReadonlyMap<string, readonly number[]> => {
  const speeds = new Map<string, number[]>();
  for (const job of jobs.toSorted((a, b) => beginOf(a) - beginOf(b))) {
    if (job.ticks === 0) continue;
    const server = job.dp.toLowerCase();
    const known = speeds.get(server) ?? [];
    known.push(rateOf(job));
    speeds.set(server, known);
  }
  return speeds;
};

const beginOf = ({ began }: TransferJob): number => (began === undefined ? 0 : momentOf(began));

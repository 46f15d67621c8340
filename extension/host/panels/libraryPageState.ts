import type { KnownSite } from '../../app/knownSite';
import type { MismatchSearch } from '../../app/library/mismatchSearch';
import { countKinds } from '../../core/library/mismatchRows';
import type { LibraryDpState, LibraryState } from '../../protocol/libraryPage';

/** What stands above the rows of a search for mismatches. */
export const libraryPageState = (
  { session }: Pick<KnownSite, 'session'>,
  search: MismatchSearch,
  canRepair: boolean,
): LibraryState => {
  const { info, index } = session.state;
  const now = session.site?.connection.clock.now() ?? Date.now();
  const { progress } = search;
  const reports = new Map(search.reports.map((report) => [report.dp, report]));
  return {
    site: info && { code: info.siteCode, name: info.siteName },
    revision: search.revision,
    dps: search.dps.map((dp): LibraryDpState => {
      const report = reports.get(dp);
      const inFlight = report?.mismatches.filter(({ kind }) => kind === 'inFlight').length ?? 0;
      return {
        dp,
        dpName: report?.dpName ?? index?.dpName(dp) ?? dp,
        looks: report === undefined ? undefined : report.looks.length > 1 ? 2 : 1,
        onlyReported: report?.onlyReported,
        counts: report?.counts ?? {},
        mismatches: (report?.mismatches.length ?? 0) - inFlight,
        inFlight,
        notRead: report?.notRead ?? [],
      };
    }),
    counts: countKinds(search.rows),
    progress: progress && {
      phase: progress.phase,
      done: progress.done,
      total: progress.total,
      wait: progress.until === undefined ? undefined : Math.max(0, progress.until - now),
    },
    problem: search.problem,
    canRepair,
  };
};

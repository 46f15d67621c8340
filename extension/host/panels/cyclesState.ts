import type { KnownSite } from '../../app/knownSite';
import { cycleReport } from '../../core/validate/cycleReport';
import type { CyclesState } from '../../protocol/cyclesPage';

/** What the page of validation cycles shows of a site. */
export const cyclesState = ({ session }: Pick<KnownSite, 'session'>): CyclesState => {
  const { info, facts, summary, index, loading, phase, problem } = session.state;
  const now = session.site?.connection.clock.now() ?? Date.now();
  const sources = facts && summary && { facts, byDp: summary.byDp, suspects: new Set(summary.suspectDps) };
  return {
    site: info && { code: info.siteCode, name: info.siteName },
    readAt: summary?.readAt,
    now,
    loading: loading || phase === 'connecting',
    stale: problem?.message,
    rows:
      sources === undefined
        ? []
        : Array.from(index?.dps.values() ?? [], (dp) => cycleReport(dp, sources, now)),
  };
};

import type { KnownSite } from '../../app/knownSite';
import { noSite } from '../../app/siteState';
import type { MissingState } from '../../protocol/missingPage';

/** What the page of missing content says above its grid. */
export const missingState = (known: Pick<KnownSite, 'session'> | undefined): MissingState => {
  const { info, summary, loading, phase, problem } = known?.session.state ?? noSite;
  return {
    site: info && { code: info.siteCode, name: info.siteName },
    revision: summary?.revision ?? 0,
    readAt: summary?.readAt,
    now: known?.session.site?.connection.clock.now() ?? Date.now(),
    tally: summary?.site,
    loading: loading || phase === 'connecting',
    stale: problem?.message,
  };
};

import type { KnownSite } from '../../app/knownSite';
import type { SiteMarks } from '../../app/siteMarks';
import { scopeWords } from '../../core/reconcile/sourceWords';
import { noSite } from '../../app/siteState';
import type { MissingState } from '../../protocol/missingPage';

/** What the page of missing content says above its grid. */
export const missingState = (
  known: Pick<KnownSite, 'session'> | undefined,
  marks: SiteMarks | undefined,
): MissingState => {
  const { info, index, summary, loading, phase, problem } = known?.session.state ?? noSite;
  return {
    site: info && { code: info.siteCode, name: info.siteName },
    revision: summary?.revision ?? 0,
    readAt: summary?.readAt,
    now: known?.session.site?.connection.clock.now() ?? Date.now(),
    tally: summary?.site,
    marked: summary && { ...summary.marked, comparedWith: marks?.comparedWith },
    loading: loading || phase === 'connecting',
    stale: problem?.message,
    limits: scopeWords(index?.inventory.scoped),
  };
};

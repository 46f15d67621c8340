import type { Browser } from 'playwright-core';
import { Acknowledged, type Bears } from '../../../extension/core/acknowledge/acknowledged';
import type { Finding } from '../../../extension/core/reconcile/finding';
import type { FindingMarks } from '../../../extension/core/reconcile/findingMarks';
import type { FindingsSelection } from '../../../extension/core/reconcile/findingRow';
import type { FindingsSummary } from '../../../extension/ports/findings';
import type { Endpoint } from '../../../extension/protocol/endpoint';
import * as protocol from '../../../extension/protocol/missingPage';
import type { FindingsClient } from '../../../extension/workers/findings/findingsClient';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { never } from '../../unit/findings/running';
import { now, type GeneratedSite } from '../../unit/findings/generatedSite';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

export interface Acted {
  readonly action: protocol.MissingAction;
  readonly selection: FindingsSelection;
}

/** The missing-content page, open on real findings of a generated site. */
export interface OpenMissing extends FakeVsCode {
  readonly findings: FindingsClient;
  readonly acted: readonly Acted[];
  /** What the page asked the host to offer: an export, saved filters. */
  readonly asked: readonly string[];
  /** How often the page asked to read the site again. */
  readonly refreshes: () => number;
  /** Puts the site in another state and says so to the page. */
  readonly tell: (state: Partial<protocol.MissingState>) => void;
  /** What the next requests for rows fail with; undefined: they do not. */
  readonly failPages: (message: string | undefined) => void;
  /** Asks the page to show a filter, as the tree does. */
  readonly show: (filter: string) => void;
  readonly load: (site: GeneratedSite) => Promise<void>;
  /** Has the findings looked at with other marks. */
  readonly mark: (marks: FindingMarks) => Promise<void>;
  /** How often the heat map was asked for. */
  readonly heatMaps: () => number;
}

export interface MissingOptions extends FakeOptions {
  /** undefined: nothing has been read. */
  readonly site?: GeneratedSite | undefined;
  readonly state?: Partial<protocol.MissingState>;
}

export const openMissing = async (browser: Browser, options: MissingOptions): Promise<OpenMissing> => {
  const running = startFindingsInProcess();
  const { findings } = running;
  const acted: Acted[] = [];
  const asked: string[] = [];
  let summary: FindingsSummary | undefined;
  let told: Partial<protocol.MissingState> = options.state ?? {};
  let refreshes = 0;
  let heatMaps = 0;
  let failure: string | undefined;

  const load = async ({ site, pairs }: GeneratedSite): Promise<void> => {
    summary = await findings.load(site, [{}], pairs(), never);
  };
  const state = (): protocol.MissingState => ({
    site: { code: 'P01', name: 'Primary site Zürich' },
    revision: summary?.revision ?? 0,
    readAt: summary?.readAt,
    now: now + 5 * 60_000,
    tally: summary?.site,
    marked: summary && { ...summary.marked, comparedWith: now - 24 * 3_600_000 },
    loading: false,
    stale: undefined,
    ...told,
  });
  let acknowledged = new Acknowledged([], 'P01', now);
  const about = ({ packageId, dp, verdict }: Finding): readonly Bears[] =>
    acknowledged.about(packageId, dp, verdict);
  const answer = (endpoint: Endpoint): void => {
    endpoint.handle(protocol.missingState, state);
    endpoint.handle(protocol.missingPage, ({ view, offset, limit }, signal) => {
      if (failure !== undefined) throw new Error(failure);
      return findings.page(view, offset, limit, signal);
    });
    endpoint.handle(protocol.missingFacets, ({ filter }, signal) => findings.facets(filter, signal));
    endpoint.handle(protocol.missingMeasure, ({ selection }, signal) => findings.measure(selection, signal));
    endpoint.handle(protocol.missingExplain, async ({ pair }, signal) => {
      const found = await findings.explain(pair, signal);
      return found && { ...found, acknowledgements: about(found.finding) };
    });
    endpoint.handle(protocol.missingAct, (asked) => {
      acted.push(asked);
      return undefined;
    });
    endpoint.handle(protocol.missingShowHeatMap, () => {
      heatMaps++;
      return undefined;
    });
    endpoint.handle(protocol.missingExport, () => {
      asked.push('export');
      return undefined;
    });
    endpoint.handle(protocol.missingFilters, ({ filter }) => {
      asked.push(`filters for ${filter}`);
      return undefined;
    });
    endpoint.handle(protocol.missingRefresh, () => {
      refreshes++;
      return undefined;
    });
  };

  if (options.site !== undefined) await load(options.site);
  const fake = await openPage(browser, 'missing', answer, options);
  fake.page.once('close', () => void running.dispose());
  const changed = (): void => fake.endpoint.notify(protocol.missingChanged, { revision: state().revision });
  return {
    ...fake,
    findings,
    acted,
    asked,
    refreshes: () => refreshes,
    heatMaps: () => heatMaps,
    tell: (next) => {
      told = next;
      changed();
    },
    failPages: (message) => (failure = message),
    show: (filter) => fake.endpoint.notify(protocol.missingShow, { filter }),
    load: async (site) => {
      await load(site);
      changed();
    },
    mark: async (marks) => {
      acknowledged = new Acknowledged(marks.acknowledgements, 'P01', now);
      summary = await findings.mark(marks, never);
      changed();
    },
  };
};

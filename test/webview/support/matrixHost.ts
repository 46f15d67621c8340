import type { Browser } from 'playwright-core';
import type { MatrixAxes, PackedTargets } from '../../../extension/core/matrix/matrix';
import type { FindingsSelection } from '../../../extension/core/reconcile/findingRow';
import type { FindingsSummary } from '../../../extension/ports/findings';
import type { Endpoint } from '../../../extension/protocol/endpoint';
import * as protocol from '../../../extension/protocol/matrixPage';
import type { FindingsClient } from '../../../extension/workers/findings/findingsClient';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { now, type GeneratedSite } from '../../unit/findings/generatedSite';
import { never } from '../../unit/findings/running';
import { openPage, type FakeOptions, type FakeVsCode } from './fakeVsCode';

export interface MatrixActed {
  readonly action: protocol.MatrixAction;
  readonly selection: FindingsSelection;
}

/** The heat map's page, open on real findings of a generated site. */
export interface OpenMatrix extends FakeVsCode {
  readonly findings: FindingsClient;
  readonly acted: readonly MatrixActed[];
  /** Filters that missing content was asked to show. */
  readonly shownMissing: readonly (string | undefined)[];
  /** Puts the site in another state and says so to the page. */
  readonly tell: (state: Partial<protocol.MatrixState>) => void;
  readonly load: (site: GeneratedSite) => Promise<void>;
  readonly setTargets: (targets: PackedTargets) => Promise<void>;
}

export interface MatrixOptions extends FakeOptions {
  /** undefined: nothing has been read. */
  readonly site?: GeneratedSite | undefined;
  readonly state?: Partial<protocol.MatrixState>;
  /** Stands in for the findings: a matrix larger than a test has time to grade. */
  readonly drawn?: { readonly axes: MatrixAxes; readonly cells: Uint8Array };
}

export const openMatrix = async (browser: Browser, options: MatrixOptions): Promise<OpenMatrix> => {
  const running = startFindingsInProcess();
  const { findings } = running;
  const acted: MatrixActed[] = [];
  const shownMissing: (string | undefined)[] = [];
  let summary: FindingsSummary | undefined;
  let told: Partial<protocol.MatrixState> = options.state ?? {};

  const load = async ({ site, pairs }: GeneratedSite): Promise<void> => {
    summary = await findings.load(site, [{}], pairs(), never);
  };
  const state = (): protocol.MatrixState => ({
    site: { code: 'P01', name: 'Primary site Zürich' },
    revision: summary?.revision ?? 0,
    readAt: summary?.readAt ?? (options.drawn && now),
    now: now + 5 * 60_000,
    tally: summary?.site,
    loading: false,
    stale: undefined,
    targets: undefined,
    marked: undefined,
    ...told,
  });
  const { drawn } = options;
  const answer = (endpoint: Endpoint): void => {
    endpoint.handle(protocol.matrixState, state);
    endpoint.handle(
      protocol.matrixOpen,
      ({ view }, signal) => drawn?.axes ?? findings.matrix.open(view, signal),
    );
    endpoint.handle(protocol.matrixTile, ({ view, stamp, first, count }, signal) => {
      if (drawn === undefined) return findings.matrix.tile(view, stamp, first, count, signal);
      const width = drawn.axes.dps.length;
      const tile = drawn.cells.subarray(first * width, (first + count) * width);
      return { stamp, cells: Buffer.from(tile).toString('base64') };
    });
    endpoint.handle(protocol.matrixTotals, ({ view, offset, limit }, signal) =>
      findings.matrix.totals(view, offset, limit, signal),
    );
    endpoint.handle(
      protocol.matrixExplain,
      async ({ pair }, signal) => (await findings.explain(pair, signal))?.row,
    );
    endpoint.handle(protocol.matrixAct, (asked) => {
      acted.push(asked);
      return undefined;
    });
    endpoint.handle(protocol.matrixShowMissing, ({ filter }) => {
      shownMissing.push(filter ?? undefined);
      return undefined;
    });
    endpoint.handle(protocol.matrixRefresh, () => undefined);
  };

  if (options.site !== undefined) await load(options.site);
  const fake = await openPage(browser, 'matrix', answer, options);
  fake.page.once('close', () => void running.dispose());
  const changed = (): void => fake.endpoint.notify(protocol.matrixChanged, undefined);
  return {
    ...fake,
    findings,
    acted,
    shownMissing,
    tell: (next) => {
      told = next;
      changed();
    },
    load: async (site) => {
      await load(site);
      changed();
    },
    setTargets: async (targets) => {
      await findings.matrix.setTargets(targets, never);
      changed();
    },
  };
};

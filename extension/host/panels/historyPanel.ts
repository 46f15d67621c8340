import { l10n, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { SiteMarks } from '../../app/siteMarks';
import { quoteValue } from '../../core/filter/print';
import { thinnedTrend } from '../../core/history/trend';
import { yesterdayOf } from '../../core/history/yesterday';
import type { DpKey } from '../../core/content/nalPath';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/historyPage';
import type { OpenPage } from './pagePanel';

/** More points than this a chart has no room for. */
const chartPoints = 240;

/** A DP, or the whole site. */
export interface HistoryScope {
  readonly dp: DpKey | undefined;
}

/** The history of one site, told by what its reads left. */
export class HistoryPanel implements Disposable {
  private readonly unregister: () => void;

  constructor(
    readonly site: KnownSite,
    private readonly page: OpenPage,
    private readonly marksOf: (site: KnownSite) => SiteMarks | undefined,
    private readonly showMissing: (filter: string) => void,
    /** What to narrow the page to, once it asks for anything. */
    private scope: HistoryScope | undefined,
  ) {
    this.unregister = site.session.onDidChange((state, before) => {
      if (state.summary !== before.summary || state.phase !== before.phase) void this.tellChanged();
    });
    page.panel.onDidDispose(() => this.unregister());
    this.answer(page.endpoint);
  }

  reveal(scope: HistoryScope | undefined): void {
    this.page.panel.reveal();
    if (scope !== undefined) this.page.endpoint.notify(protocol.historyShow, scope);
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.historyState, ({ dp }) => {
      if (this.scope !== undefined) endpoint.notify(protocol.historyShow, this.scope);
      this.scope = undefined;
      return this.state(dp);
    });
    endpoint.handle(protocol.historyChanges, async ({ comparison, offset, limit }) => {
      const page = await this.marks().history.compare(comparison, offset, limit);
      const { index } = this.site.session.state;
      const rows = page.rows.map((row) => ({
        ...row,
        packageName: index?.packageName(row.packageId) ?? row.packageId,
        dpName: index?.dpName(row.dp) ?? row.dp,
      }));
      return { ...page, rows };
    });
    endpoint.handle(protocol.historyOpenPair, ({ packageId, dpName }) => {
      this.showMissing(`package=${quoteValue(packageId)} dp=${quoteValue(dpName)}`);
      return undefined;
    });
  }

  private async state(dp: DpKey | undefined): Promise<protocol.HistoryState> {
    const { info, index } = this.site.session.state;
    const now = this.site.session.site?.connection.clock.now() ?? Date.now();
    const snapshots = info === undefined ? [] : await this.marks().history.list(dp);
    const dps = [...(index?.dps.values() ?? [])].map(({ key, serverName }) => ({ key, name: serverName }));
    return {
      site: info && { code: info.siteCode, name: info.siteName },
      dps: dps.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
      now,
      snapshots,
      trend: thinnedTrend(
        snapshots.map(({ point }) => point),
        chartPoints,
      ),
      yesterday: yesterdayOf(snapshots, now)?.id,
    };
  }

  private marks(): SiteMarks {
    const marks = this.marksOf(this.site);
    if (marks === undefined)
      throw new Error(l10n.t('The history has no place to be kept at. Check the settings.'));
    return marks;
  }

  private async tellChanged(): Promise<void> {
    // Whoever keeps the snapshot hears of the read at the same time.
    await Promise.resolve();
    await this.marksOf(this.site)?.settled();
    this.page.endpoint.notify(protocol.historyChanged, undefined);
  }
}

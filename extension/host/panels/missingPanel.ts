import { commands, l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { OpenSite, SiteSession } from '../../app/siteSession';
import type { FindingsSelection } from '../../core/reconcile/findingRow';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/missingPage';
import type { CommandId } from '../commands/commandIds';
import type { OpenPage, Page, PagePanels } from './pagePanel';

const viewType = 'configmgrContent.missing';
export const missingPage: Page = { name: 'missing', viewType };

/** The missing-content diff: one panel a window, fed on request from the findings. */
export class MissingPanel implements Disposable {
  private shown: OpenPage | undefined;
  /** A filter to put in the box of a page that has not asked for anything yet. */
  private filter: string | undefined;
  private readonly registration: Disposable;
  private readonly unregister: () => void;

  constructor(
    private readonly session: SiteSession,
    private readonly pages: PagePanels,
    /** Connects as before the reload when a panel comes back. */
    private readonly reconnect: () => void,
  ) {
    this.unregister = session.onDidChange(() => this.tellChanged());
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel: WebviewPanel) => {
        this.adopt(this.pages.adopt(panel));
        this.reconnect();
        return Promise.resolve();
      },
    });
  }

  /** @param filter what to show; undefined leaves the page as it is */
  show(filter?: string): void {
    if (this.shown === undefined) {
      this.filter = filter;
      this.adopt(this.pages.open(l10n.t('Missing Content')));
    } else {
      this.shown.panel.reveal();
      if (filter !== undefined) this.shown.endpoint.notify(protocol.missingShow, { filter });
    }
  }

  dispose(): void {
    this.unregister();
    this.registration.dispose();
    this.shown?.panel.dispose();
  }

  private adopt(page: OpenPage): void {
    this.shown?.panel.dispose();
    this.shown = page;
    page.panel.onDidDispose(() => {
      if (this.shown === page) this.shown = undefined;
    });
    this.answer(page.endpoint);
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.missingState, () => {
      if (this.filter !== undefined) endpoint.notify(protocol.missingShow, { filter: this.filter });
      this.filter = undefined;
      return this.state;
    });
    endpoint.handle(protocol.missingPage, ({ view, offset, limit }, signal) =>
      this.site().findings.page(view, offset, Math.min(limit, 500), signal),
    );
    endpoint.handle(protocol.missingFacets, ({ filter }, signal) =>
      this.site().findings.facets(filter, signal),
    );
    endpoint.handle(protocol.missingMeasure, ({ selection }, signal) =>
      this.site().findings.measure(selection, signal),
    );
    endpoint.handle(protocol.missingExplain, ({ pair }, signal) =>
      this.site().findings.explain(pair, signal),
    );
    endpoint.handle(protocol.missingRefresh, () => run('configmgrContent.site.refresh'));
    endpoint.handle(protocol.missingAct, ({ action, selection }) => run(commandOf(action), selection));
  }

  private site(): OpenSite {
    const { site } = this.session;
    if (site === undefined) throw new Error(l10n.t('No site is connected. Open the demo site first.'));
    return site;
  }

  /** What the page says above its grid. */
  get state(): protocol.MissingState {
    const { info, summary, loading, phase, problem } = this.session.state;
    return {
      site: info && { code: info.siteCode, name: info.siteName },
      revision: summary?.revision ?? 0,
      readAt: summary?.readAt,
      now: this.session.site?.connection.clock.now() ?? Date.now(),
      tally: summary?.site,
      loading: loading || phase === 'connecting',
      stale: problem?.message,
    };
  }

  private tellChanged(): void {
    const revision = this.session.state.summary?.revision ?? 0;
    this.shown?.endpoint.notify(protocol.missingChanged, { revision });
  }
}

const commandOf = (action: protocol.MissingAction): CommandId => {
  switch (action) {
    case 'redistribute':
      return 'configmgrContent.content.redistribute';
    case 'validate':
      return 'configmgrContent.content.validate';
    case 'cancel':
      return 'configmgrContent.content.cancelDistribution';
    case 'reveal':
      return 'configmgrContent.tree.reveal';
    case 'copyEvidence':
      return 'configmgrContent.content.copyEvidence';
  }
};

const run = async (command: CommandId, selection?: FindingsSelection): Promise<undefined> => {
  await commands.executeCommand(command, ...(selection === undefined ? [] : [selection]));
  return undefined;
};

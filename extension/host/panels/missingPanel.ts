import { commands, l10n, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { SiteMarks } from '../../app/siteMarks';
import type { OpenSite } from '../../app/siteSession';
import type { FindingsSelection, FindingsView } from '../../core/reconcile/findingRow';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/missingPage';
import type { CommandId } from '../commands/commandIds';
import { missingState } from './missingState';
import type { OpenPage } from './pagePanel';

/** The missing-content diff of one site, fed on request from its findings. */
export class MissingPanel implements Disposable {
  private readonly unregister: () => void;
  private asked: FindingsView | undefined;

  constructor(
    readonly site: KnownSite,
    private readonly page: OpenPage,
    /** A filter to put in the box of the page, once it asks for anything. */
    private filter: string | undefined,
    private readonly marks: () => SiteMarks | undefined,
  ) {
    this.unregister = site.session.onDidChange(() => this.tellChanged());
    page.panel.onDidDispose(() => this.unregister());
    this.answer(page.endpoint);
  }

  /** @param filter what to show; undefined leaves the page as it is */
  reveal(filter: string | undefined): void {
    this.page.panel.reveal();
    if (filter !== undefined) this.page.endpoint.notify(protocol.missingShow, { filter });
  }

  /** What the page shows, as far as it has asked for rows. */
  get view(): FindingsView | undefined {
    return this.asked;
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.missingState, () => {
      if (this.filter !== undefined) endpoint.notify(protocol.missingShow, { filter: this.filter });
      this.filter = undefined;
      return missingState(this.site, this.marks());
    });
    endpoint.handle(protocol.missingPage, ({ view, offset, limit }, signal) => {
      this.asked = view;
      return this.open().findings.page(view, offset, Math.min(limit, 500), signal);
    });
    endpoint.handle(protocol.missingFacets, ({ filter }, signal) =>
      this.open().findings.facets(filter, signal),
    );
    endpoint.handle(protocol.missingMeasure, ({ selection }, signal) =>
      this.open().findings.measure(selection, signal),
    );
    endpoint.handle(protocol.missingExplain, async ({ pair }, signal) => {
      const found = await this.open().findings.explain(pair, signal);
      return found && { ...found, acknowledgements: this.marks()?.about(found.finding) ?? [] };
    });
    endpoint.handle(protocol.missingRefresh, () => this.run('configmgrContent.site.refresh'));
    endpoint.handle(protocol.missingExport, () => this.run('configmgrContent.content.export'));
    endpoint.handle(protocol.missingFilters, ({ filter }) =>
      this.run('configmgrContent.content.pickFilter', { kind: 'view', filter, except: [] }),
    );
    endpoint.handle(protocol.missingShowHeatMap, () => this.run('configmgrContent.content.showHeatMap'));
    endpoint.handle(protocol.missingAct, ({ action, selection }) => this.run(commandOf(action), selection));
  }

  private open(): OpenSite {
    const { site } = this.site.session;
    if (site === undefined) throw new Error(l10n.t('The site is not connected. Refresh to connect to it.'));
    return site;
  }

  private async run(command: CommandId, selection?: FindingsSelection): Promise<undefined> {
    await commands.executeCommand(command, selection, this.site.key);
    return undefined;
  }

  private tellChanged(): void {
    const revision = this.site.session.state.summary?.revision ?? 0;
    this.page.endpoint.notify(protocol.missingChanged, { revision });
  }
}

const commandOf = (action: protocol.MissingAction): CommandId => {
  switch (action) {
    case 'repair':
      return 'configmgrContent.content.repair';
    case 'distribute':
      return 'configmgrContent.content.distribute';
    case 'updateContent':
      return 'configmgrContent.content.updateContent';
    case 'remove':
      return 'configmgrContent.content.remove';
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
    case 'acknowledge':
      return 'configmgrContent.content.acknowledge';
    case 'removeAcknowledgement':
      return 'configmgrContent.content.removeAcknowledgement';
  }
};

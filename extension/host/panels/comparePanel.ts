import { env, l10n, window, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import { OpenComparison } from '../../app/openComparison';
import { comparedText } from '../../core/compare/comparedText';
import { comparedOf } from '../../core/compare/comparedTitles';
import type { ComparedView } from '../../core/compare/comparedView';
import type { TextFormat } from '../../core/compare/comparedText';
import type { Subject } from '../../core/compare/subject';
import * as protocol from '../../protocol/comparePage';
import type { Endpoint } from '../../protocol/endpoint';
import type { ContentTreeView } from '../views/contentTreeView';
import { verdictWords } from '../words/verdictWords';
import type { OpenPage } from './pagePanel';

/** A page with one comparison of one site. */
export class ComparePanel implements Disposable {
  private readonly open: OpenComparison;

  constructor(
    readonly site: KnownSite,
    readonly subject: Subject,
    private readonly page: OpenPage,
    private readonly view: Pick<ContentTreeView, 'reveal'>,
    closed: () => void,
  ) {
    this.open = new OpenComparison(site, subject, () => this.tellChanged());
    page.panel.onDidDispose(() => {
      this.open.close();
      closed();
    });
    this.answer(page.endpoint);
    this.tellChanged();
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.compareState, () => this.open.state);
    endpoint.handle(protocol.comparePage, ({ view, offset, limit }) => this.open.page(view, offset, limit));
    endpoint.handle(protocol.compareRefresh, () => {
      void (this.site.session.site === undefined ? this.site.connect() : this.open.refresh());
      return undefined;
    });
    endpoint.handle(protocol.compareReveal, async ({ packageId, dp }) => {
      if (!(await this.view.reveal(this.site, packageId, dp)))
        throw new Error(l10n.t('The tree does not show it: the site no longer expects it there.'));
      return undefined;
    });
    endpoint.handle(protocol.compareCopy, ({ view, ids, format }) => this.copy(view, ids, format));
  }

  private async copy(view: ComparedView, ids: readonly string[], format: TextFormat): Promise<undefined> {
    const { titles, notRead, readAt } = this.open.state;
    if (titles === undefined || readAt === undefined)
      throw new Error(l10n.t('Nothing has been compared yet.'));
    const chosen = new Set(ids);
    const rows = this.open.rowsOf(view).filter(({ id }) => chosen.size === 0 || chosen.has(id));
    const compared = comparedOf(this.subject, titles);
    await env.clipboard.writeText(
      comparedText({ titles, compared, rows, notRead, readAt, verdictWords }, format),
    );
    void window.setStatusBarMessage(l10n.t('Copied {0} rows.', rows.length), 5_000);
    return undefined;
  }

  private tellChanged(): void {
    const { revision, titles } = this.open.state;
    if (titles !== undefined) this.page.panel.title = l10n.t('Compare: {0}', titles.title);
    this.page.endpoint.notify(protocol.compareChanged, { revision });
  }
}

import { commands, l10n, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import { MismatchSearch } from '../../app/library/mismatchSearch';
import type { DpKey } from '../../core/content/nalPath';
import { shownMismatches } from '../../core/library/mismatchRows';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/libraryPage';
import { librarySettings } from '../library/librarySettings';
import type { ContentTreeView } from '../views/contentTreeView';
import { libraryPageState } from './libraryPageState';
import type { OpenPage } from './pagePanel';

/** Plans the repair of mismatches; the button is there with the command. */
export const repairCommand = 'configmgrContent.library.repair';

/** A page with the search for mismatches of one site. */
export class LibraryPanel implements Disposable {
  private readonly search: MismatchSearch;
  private readonly unregister: () => void;

  constructor(
    private readonly site: KnownSite,
    private readonly page: OpenPage,
    private readonly view: Pick<ContentTreeView, 'reveal'>,
  ) {
    this.search = new MismatchSearch(site, () => this.tellChanged());
    this.unregister = site.session.onDidChange(() => this.tellChanged());
    page.panel.onDidDispose(() => {
      this.search.cancel();
      this.unregister();
    });
    this.answer(page.endpoint);
  }

  find(dps: readonly DpKey[]): void {
    this.page.panel.reveal();
    void this.search.start(dps, librarySettings());
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    const canRepair = commands.getCommands(true).then((known) => known.includes(repairCommand));
    endpoint.handle(protocol.libraryState, async () =>
      libraryPageState(this.site, this.search, await canRepair),
    );
    endpoint.handle(protocol.libraryPage, ({ view, offset, limit }) => {
      const rows = shownMismatches(this.search.rows, view);
      return { total: rows.length, rows: rows.slice(offset, offset + Math.min(limit, 500)) };
    });
    endpoint.handle(protocol.libraryAct, ({ action }) => this.act(action));
    endpoint.handle(protocol.libraryReveal, async ({ id }) => {
      const row = this.search.rows.find((one) => one.id === id);
      const packageId = row?.packageId === '' ? undefined : row?.packageId;
      if (row !== undefined && !(await this.view.reveal(this.site, packageId, row.dp)))
        await this.view.reveal(this.site, undefined, row.dp);
      return undefined;
    });
    endpoint.handle(protocol.libraryRepair, ({ ids }) => this.repair(new Set(ids)));
  }

  private act(action: protocol.LibraryAction): undefined {
    switch (action) {
      case 'again':
        void this.search.start(this.search.dps, librarySettings());
        return undefined;
      case 'stop':
        this.search.cancel();
        return undefined;
      case 'connect':
        void this.site.connect();
        return undefined;
    }
  }

  /** Hands the mismatches with the reports they are from to the repair: it plans, and asks. */
  private async repair(ids: ReadonlySet<string>): Promise<undefined> {
    const mismatches = this.search.rows.filter(({ id }) => ids.has(id));
    if (mismatches.length === 0) throw new Error(l10n.t('None of the chosen mismatches is listed any more.'));
    const dps = new Set(mismatches.map(({ dp }) => dp));
    const reports = this.search.reports.filter(({ dp }) => dps.has(dp));
    await commands.executeCommand(repairCommand, { kind: 'mismatches', mismatches, reports }, this.site.key);
    return undefined;
  }

  private tellChanged(): void {
    this.page.endpoint.notify(protocol.libraryChanged, { revision: this.search.revision });
  }
}

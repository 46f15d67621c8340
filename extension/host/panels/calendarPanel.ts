import { commands, l10n, ProgressLocation, Uri, window, workspace, type Disposable } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { ReadZones } from '../../app/validate/readTimeZones';
import type { DpKey } from '../../core/content/nalPath';
import type { SiteNode } from '../../core/siteTree/node';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/calendarPage';
import type { CommandId } from '../commands/commandIds';
import type { OpenPage } from './pagePanel';

/** What the page starts elsewhere in the window. */
export interface CalendarActions {
  revealDp(site: KnownSite, dp: DpKey): Promise<unknown>;
}

/** When the DPs of one site validate. */
export class CalendarPanel implements Disposable {
  private readonly unregister: () => void;
  private told: ReadZones = { zones: new Map(), notRead: [] };

  constructor(
    private readonly site: KnownSite,
    private readonly page: OpenPage,
    private readonly actions: CalendarActions,
  ) {
    const { endpoint } = page;
    const changed = (): void => endpoint.notify(protocol.calendarChanged, undefined);
    const unregister = site.session.onDidChange(changed);
    const settings = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('configmgrContent.validation')) changed();
    });
    this.unregister = () => {
      unregister();
      settings.dispose();
    };
    page.panel.onDidDispose(() => this.unregister());
    this.answer(endpoint);
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.calendarWeek, (view) => this.state(view));
    endpoint.handle(protocol.calendarAct, ({ action }) => this.act(action));
    endpoint.handle(protocol.calendarDp, ({ action, dps }) => this.actOn(action, dps));
    endpoint.handle(protocol.calendarSave, ({ format, view }) => this.save(format, view));
  }

  /** Its rules are loaded with the first page that asks. */
  private async state(view: protocol.CalendarView): Promise<protocol.CalendarState> {
    const { calendarState } = await import('./calendarState.js');
    return calendarState(this.site, this.told, view);
  }

  private async act(action: protocol.CalendarAction): Promise<undefined> {
    switch (action) {
      case 'refresh': {
        const refresh: CommandId = 'configmgrContent.site.refresh';
        await commands.executeCommand(refresh, undefined, this.site.key);
        return undefined;
      }
      case 'settings':
        await commands.executeCommand('workbench.action.openSettings', 'configmgrContent.validation');
        return undefined;
      case 'readTimeZones':
        await this.readTimeZones();
        return undefined;
    }
  }

  private async readTimeZones(): Promise<void> {
    const { site, state } = this.site.session;
    const computers = site?.connection.computers;
    if (computers === undefined)
      throw new Error(l10n.t('This connection has no way to the WMI of distribution points.'));
    const { readTimeZones } = await import('../../app/validate/readTimeZones.js');
    const dps = [...(state.index?.dps.values() ?? [])];
    const title = l10n.t('Asking distribution points for their time zones');
    await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (_, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => abort.abort());
        this.told = await readTimeZones(computers, dps, abort.signal);
      },
    );
    this.page.endpoint.notify(protocol.calendarChanged, undefined);
  }

  /** Keys that the page made up are no DPs'. */
  private async actOn(action: protocol.CalendarDpAction, keys: readonly string[]): Promise<undefined> {
    const { index } = this.site.session.state;
    const dps = keys.flatMap((key) => index?.dps.get(key as DpKey)?.key ?? []);
    const [first] = dps;
    if (first === undefined) return undefined;
    if (action === 'reveal') {
      await this.actions.revealDp(this.site, first);
      return undefined;
    }
    const validate: CommandId = 'configmgrContent.dp.validate';
    const parent: SiteNode = { kind: 'site', id: '', parent: undefined, site: this.site.key };
    const nodes = dps.map((dp): SiteNode => ({ kind: 'dp', id: dp, parent, dp }));
    await commands.executeCommand(validate, nodes[0], nodes);
    return undefined;
  }

  private async save(format: protocol.CalendarFormat, view: protocol.CalendarView): Promise<undefined> {
    const { site, rows, suggestion, now } = await this.state(view);
    const day = new Date(view.from).toISOString().slice(0, 10);
    const target = await window.showSaveDialog({
      defaultUri: Uri.file(`validation-${site?.code ?? ''}-${day}.${format}`),
      filters: format === 'csv' ? { CSV: ['csv'] } : { iCalendar: ['ics'] },
    });
    if (target === undefined) return undefined;
    const { calendarCsv, calendarEvents, calendarIcs } =
      await import('../../core/validate/calendar/calendarExport.js');
    const events = calendarEvents(rows, suggestion);
    const text = format === 'csv' ? calendarCsv(events) : calendarIcs(events, site?.code ?? '', now);
    await workspace.fs.writeFile(target, Buffer.from(text));
    return undefined;
  }
}

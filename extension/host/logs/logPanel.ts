import { env, l10n, Range, Uri, window, type Disposable } from 'vscode';
import * as protocol from '../../protocol/logPage';
import { relayLog } from '../../protocol/relayLog';
import { startLogView, type RunningLogView } from '../../workers/logView/startLogView';
import type { SavedFilters } from '../filters/savedFilters';
import type { OpenPage } from '../panels/pagePanel';
import { exportLog } from './exportLog';
import { pickLogFilter } from './pickLogFilter';

/** One page of logs with the thread that reads them; both end together. */
export class LogPanel implements Disposable {
  private readonly running: RunningLogView;
  private told: protocol.LogState | undefined;

  constructor(
    readonly files: readonly string[],
    readonly page: OpenPage,
    workerFile: string,
    private readonly filters: SavedFilters,
  ) {
    this.running = startLogView(workerFile);
    page.panel.onDidDispose(() => void this.running.dispose());
    // When that fails, what the page asks fails too, and says why.
    this.running.endpoint.request(protocol.logOpen, { files }).catch(() => undefined);
    this.answer();
  }

  /** Does what a command asks, in the page. */
  act(action: protocol.LogAction): void {
    this.page.endpoint.notify(protocol.logAct, { action });
  }

  /** What the page was told last. */
  get shown(): protocol.LogState | undefined {
    return this.told;
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private answer(): void {
    const { endpoint: page } = this.page;
    const { endpoint: worker } = this.running;
    relayLog(page, worker);
    page.handle(protocol.logState, async (_, signal) => {
      this.told = await worker.request(protocol.logState, undefined, signal);
      return this.told;
    });
    page.handle(protocol.logCopy, async (rows, signal) => {
      const { records, text } = await worker.request(protocol.logText, { ...rows, format: 'table' }, signal);
      await env.clipboard.writeText(text);
      void window.setStatusBarMessage(l10n.t('Copied {0} records as a table.', records), 5_000);
      return records;
    });
    page.handle(protocol.logExport, async (rows) => {
      await exportLog(this.files, worker, rows);
      return undefined;
    });
    page.handle(protocol.logFilters, async ({ filter }) => {
      const chosen = await pickLogFilter(this.filters, filter);
      if (chosen !== undefined) page.notify(protocol.logFilter, { filter: chosen });
      return undefined;
    });
    page.handle(protocol.logAskTime, async ({ shown }) =>
      window.showInputBox({
        title: l10n.t('Go to a time'),
        prompt: l10n.t('By the clock of the log: 15:30, 15:30:09, 2026-05-09 or 2026-05-09 15:30'),
        value: shown,
        valueSelection: [Math.max(0, shown.length - 5), shown.length],
      }),
    );
    page.handle(protocol.logOpenText, async (row) => {
      const place = await worker.request(protocol.logPlaceInFile, row);
      if (place === undefined) return undefined;
      const selection = new Range(place.line - 1, 0, place.line - 1, 0);
      await window.showTextDocument(Uri.file(place.file), { selection, preview: true });
      return undefined;
    });
  }
}

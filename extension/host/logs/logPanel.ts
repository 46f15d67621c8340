import { env, l10n, Range, Uri, window, workspace, type Disposable, type Memento } from 'vscode';
import * as protocol from '../../protocol/logPage';
import { logMarked, logOpen, logPlaceInFile, logReadAs, logText } from '../../protocol/logWorker';
import { relayLog } from '../../protocol/relayLog';
import { startLogView, type RunningLogView } from '../../workers/logView/startLogView';
import type { SavedFilters } from '../filters/savedFilters';
import type { OpenPage } from '../panels/pagePanel';
import { exportLog } from './exportLog';
import { keepBookmarks, keptBookmarks } from './keptBookmarks';
import { logReading, readingSettings } from './logReading';
import { pickLogFilter } from './pickLogFilter';

/** One page of logs with the thread that reads them; both end together. */
export class LogPanel implements Disposable {
  private readonly running: RunningLogView;
  private told: protocol.LogState | undefined;
  private isClosed = false;

  constructor(
    readonly files: readonly string[],
    readonly page: OpenPage,
    workerFile: string,
    private readonly filters: SavedFilters,
    memory: Memento,
  ) {
    this.running = startLogView(workerFile);
    const { endpoint } = this.running;
    const settings = workspace.onDidChangeConfiguration((change) => {
      if (readingSettings.some((name) => change.affectsConfiguration(name)))
        endpoint.request(logReadAs, logReading()).catch((error: unknown) => this.fail(error));
    });
    page.panel.onDidDispose(() => {
      this.isClosed = true;
      settings.dispose();
      void this.running.dispose();
    });
    const logs = files.map((file) => ({ file, bookmarks: keptBookmarks(memory, file) }));
    endpoint.onNotification(logMarked, (marked) => void keepBookmarks(memory, marked));
    endpoint.request(logOpen, { logs, reading: logReading() }).catch((error: unknown) => this.fail(error));
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

  /** What the page asks fails then, too. */
  private fail(error: unknown): void {
    if (!this.isClosed) void window.showErrorMessage(error instanceof Error ? error.message : String(error));
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
      const { records, text } = await worker.request(logText, { ...rows, format: 'table' }, signal);
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
      const place = await worker.request(logPlaceInFile, row);
      if (place === undefined) return undefined;
      const selection = new Range(place.line - 1, 0, place.line - 1, 0);
      await window.showTextDocument(Uri.file(place.file), { selection, preview: true });
      return undefined;
    });
  }
}

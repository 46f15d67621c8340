import path from 'node:path';
import {
  commands,
  l10n,
  Uri,
  window,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type Memento,
  type WebviewPanel,
} from 'vscode';
import type { LogAction } from '../../protocol/logPage';
import type { SavedFilters } from '../filters/savedFilters';
import type { OpenPage, Page, PagePanels } from '../panels/pagePanel';
import type { LogPanel } from './logPanel';

const viewType = 'configmgrContent.logs';
export const logPage: Page = { name: 'log', viewType };
/** The editor of one log; package.json names the files that it may be chosen for. */
export const logEditor = 'configmgrContent.log';

/** All open views of logs: editors of one file each, and pages of several. */
export class LogPanels implements CustomReadonlyEditorProvider, Disposable {
  private readonly open = new Set<LogPanel>();
  private readonly registrations: readonly Disposable[];

  constructor(
    private readonly pages: PagePanels,
    private readonly workerFile: string,
    private readonly filters: SavedFilters,
    private readonly memory: Memento,
  ) {
    this.registrations = [
      window.registerCustomEditorProvider(logEditor, this, { supportsMultipleEditorsPerDocument: true }),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel: WebviewPanel, saved: unknown) =>
          this.begin(savedFiles(saved), () => this.pages.adopt(panel)),
      }),
    ];
  }

  /** Shows one log in an editor, several by time in one page. */
  async show(files: readonly string[], title: string): Promise<void> {
    const [only] = files;
    if (only !== undefined && files.length === 1)
      await commands.executeCommand('vscode.openWith', Uri.file(only), logEditor);
    else await this.begin(files, () => this.pages.open(title));
  }

  /** Does something in the view that the user is in. */
  act(action: LogAction): void {
    const active = this.active;
    if (active === undefined) throw new Error(l10n.t('Open a log in the log view first.'));
    active.act(action);
  }

  /** undefined while no view of logs is in front. */
  get active(): LogPanel | undefined {
    return [...this.open].find(({ page }) => page.panel.active);
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    if (uri.scheme !== 'file')
      throw new Error(
        l10n.t(
          'A log is read from the disk, and {0} is on none. Open it as text.',
          path.posix.basename(uri.path),
        ),
      );
    await this.begin([uri.fsPath], () => this.pages.adopt(panel));
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    for (const panel of this.open) panel.dispose();
  }

  private async begin(files: readonly string[], open: () => OpenPage): Promise<void> {
    // A chunk of its own: most windows show no log. It is there before the page is, which asks at once.
    const { LogPanel } = await import('./logPanel.js');
    const page = open();
    const panel = new LogPanel(files, page, this.workerFile, this.filters, this.memory);
    this.open.add(panel);
    page.panel.onDidDispose(() => this.open.delete(panel));
  }
}

/** What a page of several logs has saved of them. */
const savedFiles = (saved: unknown): readonly string[] => {
  if (typeof saved !== 'object' || saved === null || !('files' in saved) || !Array.isArray(saved.files))
    return [];
  return saved.files.filter((file): file is string => typeof file === 'string');
};

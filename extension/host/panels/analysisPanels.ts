import { l10n, Uri, window, type Disposable, type WebviewPanel } from 'vscode';
import type { OpenPage, Page, PagePanels } from './pagePanel';

const viewType = 'configmgrContent.analysis';
export const analysisPage: Page = { name: 'analysis', viewType };

/** Pages of what analysers find in logs, one for each time that it is asked for. */
export class AnalysisPanels implements Disposable {
  private readonly registration: Disposable;

  constructor(private readonly pages: PagePanels) {
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel: WebviewPanel, saved: unknown) =>
        show(this.pages.adopt(panel), savedUris(saved)),
    });
  }

  async show(uris: readonly Uri[]): Promise<void> {
    const [first, ...more] = uris;
    if (first === undefined) return;
    const name = first.path.replace(/^.*\//, '');
    const title =
      more.length === 0
        ? l10n.t('Analysis · {0}', name)
        : l10n.t('Analysis · {0} and {1} more', name, more.length);
    await show(this.pages.open(title), uris);
  }

  dispose(): void {
    this.registration.dispose();
  }
}

const show = async (page: OpenPage, uris: readonly Uri[]): Promise<void> => {
  // A chunk of its own: most windows never analyse a log.
  const { AnalysisPanel } = await import('./analysisPanel.js');
  new AnalysisPanel(uris, page);
};

/** The logs that a page showed before the window was reloaded. */
const savedUris = (saved: unknown): readonly Uri[] =>
  typeof saved === 'object' && saved !== null && 'uris' in saved && Array.isArray(saved.uris)
    ? saved.uris.filter((uri) => typeof uri === 'string').map((uri) => Uri.parse(uri))
    : [];

import { randomBytes } from 'node:crypto';
import { env, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { Endpoint } from '../../protocol/endpoint';
import { pageHtml } from '../../protocol/pageHtml';
import type { PageName } from '../../protocol/pageName';
import { webviewChannel } from './webviewChannel';

/** A page of webviews/: its bundle's name, and the panel's view type. */
export interface Page {
  readonly name: PageName;
  readonly viewType: string;
}

/** One open page with its conversation; both end with the panel. */
export interface OpenPage {
  readonly panel: WebviewPanel;
  readonly endpoint: Endpoint;
}

/** Opens panels for one page, and takes over those that VS Code restores after a reload. */
export class PagePanels {
  private readonly webviews: Uri;

  constructor(
    extensionUri: Uri,
    private readonly page: Page,
  ) {
    this.webviews = Uri.joinPath(extensionUri, 'dist', 'webviews');
  }

  /** @param site key of the site that the page shows */
  open(title: string, site = ''): OpenPage {
    const panel = window.createWebviewPanel(this.page.viewType, title, ViewColumn.Active);
    return this.adopt(panel, site);
  }

  adopt(panel: WebviewPanel, site = ''): OpenPage {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.webviews] };
    const endpoint = new Endpoint(webviewChannel(webview), 0);
    panel.onDidDispose(() => endpoint.dispose());
    const asset = (file: string): string =>
      webview.asWebviewUri(Uri.joinPath(this.webviews, file)).toString();
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      scriptUri: asset(`${this.page.name}.js`),
      styleUris: [asset('page.css')],
      nonce: randomBytes(16).toString('base64url'),
      title: panel.title,
      language: env.language,
      site,
    });
    return { panel, endpoint };
  }
}

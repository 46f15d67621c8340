import { Disposable, l10n, workspace, type LogOutputChannel, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { KnownSites } from '../../app/knownSites';
import { logSettingsChanged, logSiteChanged } from '../../protocol/lsp';
import type { NotificationType, RequestType } from '../../protocol/requestType';
import { logLanguage, startLogServer } from './client';
import { logSettings } from './logSettings';
import { logWords } from './logWords';
import { namesOfPackages, siteOfLogs } from './siteOfLogs';

/** The log language server, started with the first log that is opened, once. */
export class LogServer implements Disposable {
  private client: Promise<BaseLanguageClient> | undefined;
  private toldSite = '';
  private readonly following: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly sites: KnownSites,
    private readonly trace: LogOutputChannel,
  ) {
    const serve = ({ languageId }: TextDocument): void => {
      if (languageId === logLanguage) this.start();
    };
    const follow = (): void => this.tellSite();
    this.following = Disposable.from(
      workspace.onDidOpenTextDocument(serve),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('configmgrContent.logs'))
          this.tell(logSettingsChanged, logSettings());
      }),
      new Disposable(sites.onDidChange(follow)),
      new Disposable(sites.onDidChangeSites(follow)),
    );
    workspace.textDocuments.forEach(serve);
  }

  /** Throws when the server did not start, which is in the trace. */
  async ask<Params, Result>({ method }: RequestType<Params, Result>, params: Params): Promise<Result> {
    const client = await this.client?.catch(() => undefined);
    if (client === undefined)
      throw new Error(l10n.t('The log server is not running. Open a ConfigMgr log, or look into the trace.'));
    return client.sendRequest<Result>(method, params);
  }

  dispose(): void {
    this.following.dispose();
    void this.client?.then((client) => client.dispose()).catch(() => undefined);
  }

  private start(): void {
    if (this.client !== undefined) return;
    const site = siteOfLogs(this.sites);
    this.toldSite = JSON.stringify(site);
    const options = { settings: logSettings(), site, words: logWords() };
    this.client = startLogServer(this.extensionUri, options, namesOfPackages(this.sites));
    this.client.catch((error: unknown) =>
      this.trace.error(`Logs are only coloured, because the log server did not start: ${String(error)}`),
    );
  }

  private tellSite(): void {
    if (this.client === undefined) return;
    const site = siteOfLogs(this.sites);
    const text = JSON.stringify(site);
    if (text === this.toldSite) return;
    this.toldSite = text;
    this.tell(logSiteChanged, site);
  }

  private tell<Params>({ method }: NotificationType<Params>, params: Params): void {
    void this.client
      ?.then((client) => client.sendNotification(method, params))
      .catch((error: unknown) => this.trace.warn(`${method}: ${String(error)}`));
  }
}

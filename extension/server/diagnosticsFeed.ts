import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { ErrorDiagnostics } from './diagnostics';
import type { LogDocument } from './documents/logDocument';

/** Milliseconds without a change before a log is looked through. */
const quiet = 250;

/** Sends what the error codes of open logs mean, after they were opened, changed, or the setting was. */
export class DiagnosticsFeed {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private diagnostics: Promise<ErrorDiagnostics> | undefined;

  constructor(
    private readonly connection: Pick<Connection, 'sendDiagnostics' | 'console'>,
    private readonly documents: TextDocuments<LogDocument>,
    private isOn: boolean,
  ) {
    documents.onDidChangeContent(({ document }) => this.await(document.uri));
    documents.onDidClose(({ document }) => this.clear(document.uri));
  }

  explain(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    for (const uri of this.documents.keys())
      if (isOn) this.await(uri);
      else this.clear(uri);
  }

  private await(uri: string): void {
    clearTimeout(this.timers.get(uri));
    if (this.isOn)
      this.timers.set(
        uri,
        setTimeout(() => void this.send(uri), quiet),
      );
  }

  private async send(uri: string): Promise<void> {
    this.timers.delete(uri);
    const document = this.documents.get(uri);
    if (document === undefined) return;
    try {
      // A chunk of its own: its tables are large.
      this.diagnostics ??= import('./diagnostics.js').then(({ ErrorDiagnostics }) => new ErrorDiagnostics());
      const diagnostics = await (await this.diagnostics).of(document);
      if (diagnostics === undefined || !this.isOn || this.documents.get(uri) !== document) return;
      await this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    } catch (error) {
      this.connection.console.error(`${uri} has no explained errors: ${String(error)}`);
    }
  }

  private clear(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { ErrorDiagnostics } from './diagnostics';
import type { LogDocument } from './documents/logDocument';

/** Milliseconds without a change before a log is looked through. */
const quiet = 250;

/** Sends what the error codes of open logs mean, after they were opened, changed, or the setting was. */
export class DiagnosticsFeed {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly diagnostics: Promise<ErrorDiagnostics>;

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<LogDocument>,
    private isOn: boolean,
  ) {
    // A chunk of its own: its tables are large.
    this.diagnostics = import('./diagnostics.js').then(({ ErrorDiagnostics }) => new ErrorDiagnostics());
    documents.onDidChangeContent(({ document }) => this.await(document.uri));
    documents.onDidClose(({ document }) => void this.clear(document.uri));
  }

  async explain(isOn: boolean): Promise<void> {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    for (const uri of this.documents.keys())
      if (isOn) this.await(uri);
      else await this.clear(uri);
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
      const diagnostics = await (await this.diagnostics).of(document);
      const { version } = document;
      if (diagnostics !== undefined && this.isOn && this.documents.get(uri) !== undefined)
        await this.connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      this.connection.console.error(`${uri} has no explained errors: ${String(error)}`);
    }
  }

  private async clear(uri: string): Promise<void> {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    await this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

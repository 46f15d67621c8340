import {
  DidChangeConfigurationNotification,
  type Connection,
  type TextDocuments,
} from 'vscode-languageserver';
import type { ErrorDiagnostics } from './diagnostics';
import type { LogDocument } from './documents/logDocument';

/** Milliseconds without a change before a log is looked through. */
const quiet = 250;

/** The setting of the editor that diagnostics are switched off by, and its section. */
const section = 'configmgrContent.logs';
interface LogSettings {
  readonly explainErrors?: boolean;
}

/** Sends what the error codes of open logs mean, after they were opened, changed, or the setting was. */
export class DiagnosticsFeed {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly diagnostics: Promise<ErrorDiagnostics>;
  private isOn = true;

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<LogDocument>,
  ) {
    // A chunk of its own: its tables are large.
    this.diagnostics = import('./diagnostics.js').then(({ ErrorDiagnostics }) => new ErrorDiagnostics());
    documents.onDidChangeContent(({ document }) => this.await(document.uri));
    documents.onDidClose(({ document }) => void this.clear(document.uri));
  }

  /** Follows the setting; to be called when the client can be asked. */
  async followSetting(): Promise<void> {
    this.connection.onDidChangeConfiguration(() => this.configure());
    try {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section });
      await this.configure();
    } catch (error) {
      this.connection.console.warn(`${section} cannot be read, its defaults hold: ${String(error)}`);
    }
  }

  private async configure(): Promise<void> {
    const settings = (await this.connection.workspace.getConfiguration(section)) as LogSettings | null;
    const isOn = settings?.explainErrors !== false;
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

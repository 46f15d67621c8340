import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { LogServerOptions, LogSettings, LogSite, LogWords } from '../protocol/lsp';
import { Breath } from './breath';
import type { LogDocument } from './documents/logDocument';
import { Surveys, type Survey } from './survey/survey';

/** The open logs, and what the window told of itself. */
export class Logs {
  settings: LogSettings;
  readonly words: LogWords;
  siteCodes: ReadonlySet<string> = new Set();
  isConnected = false;
  private names = new Map<string, string>();
  private readonly surveys = new Surveys();

  constructor(
    private readonly documents: Pick<TextDocuments<LogDocument>, 'get' | 'all'>,
    options: LogServerOptions,
    private readonly askNames: (packageIds: readonly string[]) => Promise<Readonly<Record<string, string>>>,
  ) {
    this.settings = options.settings;
    this.words = options.words;
    this.setSite(options.site);
  }

  get all(): readonly LogDocument[] {
    const all = this.documents.all();
    for (const document of all) document.readAs(this.settings.bias);
    return all;
  }

  get(uri: string): LogDocument | undefined {
    const document = this.documents.get(uri);
    document?.readAs(this.settings.bias);
    return document;
  }

  setSite({ isConnected, siteCodes }: LogSite): void {
    this.isConnected = isConnected;
    this.siteCodes = new Set(siteCodes);
    this.names = new Map();
  }

  survey(document: LogDocument, token: CancellationToken): Promise<Survey> {
    return this.surveys.of(document, this.siteCodes, new Breath(token));
  }

  /** Of packages, as far as a connected site has them: `CS100026 Adobe Reader`, else the ID. */
  async titlesOf(packageIds: readonly string[]): Promise<(packageId: string) => string> {
    const { names } = this;
    const unknown = packageIds.filter((packageId) => !names.has(packageId));
    if (this.isConnected && unknown.length > 0) {
      const found = await this.askNames(unknown);
      for (const packageId of unknown) names.set(packageId, found[packageId] ?? '');
    }
    return (packageId) => `${packageId} ${names.get(packageId) ?? ''}`.trimEnd();
  }
}

/** A text of the window's language with its values. */
export const say = (text: string, ...values: readonly (string | number)[]): string =>
  text.replaceAll(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));

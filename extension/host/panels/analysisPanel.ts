import { Range, window, type Uri } from 'vscode';
import * as protocol from '../../protocol/analysisPage';
import { readLogs, type ReadLogs } from '../logs/readLogs';
import { askedRows, shownLog } from './analysisState';
import type { OpenPage } from './pagePanel';

/** What the analysers find in some logs. */
export class AnalysisPanel {
  private readonly closed = new AbortController();
  private read: ReadLogs | undefined;
  private problem: string | undefined;
  private reading = false;

  constructor(
    private readonly uris: readonly Uri[],
    private readonly page: OpenPage,
  ) {
    page.panel.onDidDispose(() => this.closed.abort());
    page.endpoint.handle(protocol.analysisState, () => this.state());
    page.endpoint.handle(protocol.analysisRows, (asked) => askedRows(this.read?.logs ?? [], asked));
    page.endpoint.handle(protocol.analysisOpen, ({ file, line }) => this.open(file, line));
    page.endpoint.handle(protocol.analysisAgain, () => {
      void this.readAgain();
      return undefined;
    });
    void this.readAgain();
  }

  private state(): protocol.AnalysisState {
    const { uris, read, reading, problem } = this;
    return {
      uris: uris.map(String),
      reading,
      logs: read?.logs.map(shownLog) ?? [],
      notes: [...(problem === undefined ? [] : [problem]), ...(read?.notes ?? [])],
    };
  }

  private async readAgain(): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    this.changed();
    try {
      this.read = await readLogs(this.uris, this.closed.signal);
      this.problem = undefined;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.reading = false;
    this.changed();
  }

  private changed(): void {
    if (!this.closed.signal.aborted) this.page.endpoint.notify(protocol.analysisChanged, undefined);
  }

  /** A log that was not analysed is not opened: the page may ask for anything. */
  private async open(file: string, line: number): Promise<undefined> {
    const uri = this.read?.uris.get(file);
    if (uri === undefined) return undefined;
    const at = Math.max(0, line - 1);
    await window.showTextDocument(uri, { selection: new Range(at, 0, at, 0), preview: true });
    return undefined;
  }
}

import { l10n, Uri, type TextDocumentContentProvider } from 'vscode';
import type { WindowRuns } from './windowRuns';

export const runScheme = 'configmgr-run';

interface RunOf {
  readonly id: string;
  readonly ofDemo: boolean;
}

/** Where the journal of a run can be read. */
export const runUri = (run: RunOf): Uri =>
  Uri.from({ scheme: runScheme, path: `/${run.id}.md`, query: JSON.stringify(run) });

/** Journals as read-only documents: every step with what became of it, and why. */
export class RunDocuments implements TextDocumentContentProvider {
  constructor(private readonly runs: WindowRuns) {}

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { id, ofDemo } = JSON.parse(query) as RunOf;
    const { readRun } = await import('../../app/run/startRun.js');
    const { runReport } = await import('../../core/run/runReport.js');
    const read = await readRun(await this.runs.journals(ofDemo), id);
    return read.kind === 'run' ? runReport(id, read.state) : l10n.t('{0}: {1}', id, read.problem);
  }
}

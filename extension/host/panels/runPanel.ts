import { l10n, window, workspace, type Disposable } from 'vscode';
import type { Run } from '../../app/run/run';
import { runReport } from '../../core/run/runReport';
import { runRows } from '../../core/runView/runRow';
import { RunWatch, type RunSummary } from '../../core/runView/runSummary';
import type { Clock } from '../../ports/clock';
import * as protocol from '../../protocol/runPage';
import type { OpenPage } from './pagePanel';

/** Milliseconds between two notifications of the page. */
const pace = 250;

/** The page of a run that is at work in this window. */
export class RunPanel implements Disposable {
  private readonly watch = new RunWatch();
  private readonly unregister: () => void;
  private timer: NodeJS.Timeout | undefined;
  /** Why nobody works on it here any more. */
  private left: string | undefined;

  constructor(
    readonly run: Run,
    private readonly clock: Clock,
    private readonly page: OpenPage,
    closed: () => void,
  ) {
    this.unregister = run.onDidChange(() => this.tellChanged());
    page.panel.onDidDispose(() => {
      this.unregister();
      clearTimeout(this.timer);
      closed();
    });
    page.endpoint.handle(protocol.runState, () => this.summary());
    page.endpoint.handle(protocol.runPage, ({ view, offset, limit }) => {
      const rows = runRows(run.state, run.progress, view);
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    });
    page.endpoint.handle(protocol.runAct, ({ action }) => this.act(action));
    this.tellChanged();
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  /** It has ended, or is left for whoever goes on with it. */
  over(leftBecause: string | undefined): void {
    this.left = leftBecause;
    this.tellChanged();
  }

  private summary(): RunSummary {
    const { id, state, progress, heldBy } = this.run;
    return this.watch.summary(id, state, progress, heldBy, this.clock.now(), this.left);
  }

  private async act(action: protocol.RunPageAction): Promise<undefined> {
    const { run } = this;
    switch (action) {
      case 'pause':
        await run.pause();
        return undefined;
      case 'resume':
        await run.resume();
        return undefined;
      case 'stop':
        await run.stop();
        return undefined;
      case 'cancel':
        if (await isSure()) await run.cancel();
        return undefined;
      case 'report':
        await showReport(run);
        return undefined;
    }
  }

  private tellChanged(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.page.endpoint.notify(protocol.runChanged, undefined);
    }, pace);
  }
}

const isSure = async (): Promise<boolean> => {
  const cancel = l10n.t('Cancel All');
  const detail = l10n.t(
    'Nothing more is begun, and the site is asked to cancel what is under way. It ignores that near the end of a transfer.',
  );
  const message = l10n.t('Cancel everything that this run has begun?');
  return (await window.showWarningMessage(message, { modal: true, detail }, cancel)) === cancel;
};

/** What became of every step, as a Markdown document that can be saved. */
export const showReport = async ({ id, state }: Pick<Run, 'id' | 'state'>): Promise<void> => {
  const content = runReport(id, state);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
};

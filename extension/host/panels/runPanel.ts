import { l10n, window, workspace, type Disposable } from 'vscode';
import type { Run } from '../../app/run/run';
import { runReport } from '../../core/run/runReport';
import { runRows } from '../../core/runView/runRow';
import { RunWatch, type RunSummary } from '../../core/runView/runSummary';
import * as protocol from '../../protocol/runPage';
import type { OpenPage } from './pagePanel';

/** Milliseconds between two notifications of the page. */
const pace = 250;

/** A run as its page shows it: at work in this window, or as its journal tells it. */
export interface ShownRun {
  readonly run: Pick<Run, 'id' | 'state' | 'progress' | 'heldBy' | 'onDidChange'>;
  /** The site's time. */
  readonly now: () => number;
  /** Undefined: nobody works on it here. */
  readonly atWork: Run | undefined;
  /** Why nobody works on it here any more. */
  readonly left: string | undefined;
}

/** The page of one run. */
export class RunPanel implements Disposable {
  private readonly watch = new RunWatch();
  private unregister: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param goOn continues a run that nobody works on */
  constructor(
    private shown: ShownRun,
    private readonly page: OpenPage,
    private readonly goOn: (id: string) => Promise<void>,
    closed: () => void,
  ) {
    page.panel.onDidDispose(() => {
      this.unregister();
      clearTimeout(this.timer);
      closed();
    });
    page.endpoint.handle(protocol.runState, () => this.summary());
    page.endpoint.handle(protocol.runPage, ({ view, offset, limit }) => {
      const { state, progress } = this.shown.run;
      const rows = runRows(state, progress, view);
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    });
    page.endpoint.handle(protocol.runAct, ({ action }) => this.act(action));
    page.endpoint.handle(protocol.runCancelSteps, ({ ids }) => this.cancelSteps(ids));
    this.show(shown);
  }

  /** The same run, which has been gone on with, has ended or was left. */
  show(shown: ShownRun): void {
    this.unregister();
    this.shown = shown;
    this.unregister = shown.run.onDidChange(() => this.tellChanged());
    this.tellChanged();
  }

  reveal(): void {
    this.page.panel.reveal();
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  private summary(): RunSummary {
    const { run, now, left } = this.shown;
    return this.watch.summary(run.id, run.state, run.progress, run.heldBy, now(), left);
  }

  private async act(action: protocol.RunPageAction): Promise<undefined> {
    if (action === 'report') await showReport(this.shown.run);
    else if (action === 'continue') await this.goOn(this.shown.run.id);
    else await control(this.atWork, action);
    return undefined;
  }

  private async cancelSteps(ids: readonly string[]): Promise<undefined> {
    const run = this.atWork;
    if (await isSure(l10n.t('Cancel {0} steps?', ids.length), l10n.t('Cancel Steps'))) await run.cancel(ids);
    return undefined;
  }

  private get atWork(): Run {
    if (this.shown.atWork !== undefined && this.shown.left === undefined) return this.shown.atWork;
    throw new Error(l10n.t('Nobody works on this run here. Continue it first.'));
  }

  private tellChanged(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.page.endpoint.notify(protocol.runChanged, undefined);
    }, pace);
  }
}

const control = async (
  run: Run,
  action: Exclude<protocol.RunPageAction, 'report' | 'continue'>,
): Promise<void> => {
  switch (action) {
    case 'pause':
      return run.pause();
    case 'resume':
      return run.resume();
    case 'stop':
      return run.stop();
    case 'cancel': {
      const message = l10n.t('Cancel everything that this run has begun? Nothing more is begun then.');
      if (await isSure(message, l10n.t('Cancel All'))) await run.cancel();
    }
  }
};

const isSure = async (message: string, button: string): Promise<boolean> => {
  const detail = l10n.t(
    'What has not begun is not written. The site is asked to cancel what is under way: it ignores that near the end of a transfer, and for the DP on the site server. A validation of a whole DP that has begun goes on.',
  );
  return (await window.showWarningMessage(message, { modal: true, detail }, button)) === button;
};

/** What became of every step, as a Markdown document that can be saved. */
export const showReport = async ({ id, state }: Pick<Run, 'id' | 'state'>): Promise<void> => {
  const content = runReport(id, state);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
};

import { l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import type { Run } from '../../app/run/run';
import type { OpenSite } from '../../app/siteSession';
import * as protocol from '../../protocol/runPage';
import { keptRun } from '../run/keptRun';
import { RunStatus } from '../run/runStatus';
import type { WindowRuns } from '../run/windowRuns';
import type { OpenPage, Page, PagePanels } from './pagePanel';
import type { RunPanel, ShownRun } from './runPanel';

const viewType = 'configmgrContent.run';
export const runPage: Page = { name: 'run', viewType };

/** A run with its page while that is open. */
interface FollowedRun {
  shown: ShownRun;
  panel: RunPanel | undefined;
}

/** The runs of this window: a page for each, and what came of them at the end. */
export class RunPanels implements Disposable {
  /** By id, in the order in which they were begun. */
  private readonly runs = new Map<string, FollowedRun>();
  private readonly registration: Disposable;
  private readonly status = new RunStatus();
  private readonly unfollow: () => void;

  constructor(
    private readonly pages: PagePanels,
    private readonly windowRuns: WindowRuns,
  ) {
    this.unfollow = this.windowRuns.onDidBegin((run, site) => this.follow(run, site));
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel: WebviewPanel, saved: unknown) => this.restore(panel, savedRun(saved)),
    });
  }

  /** The newest run, or one of several that is chosen. */
  async show(): Promise<void> {
    const ids = [...this.runs.keys()].toReversed();
    const [first, another] = ids;
    if (first === undefined)
      throw new Error(l10n.t('Nothing has run in this window yet. Confirm a plan to begin a run.'));
    const picks = ids.map((label) => ({ label, description: this.status.farOf(label) }));
    const chosen =
      another === undefined
        ? first
        : (await window.showQuickPick(picks, { placeHolder: l10n.t('Which run?') }))?.label;
    if (chosen !== undefined) await this.showRun(chosen);
  }

  /** Opens the page of a run of this window. */
  async showRun(id: string): Promise<void> {
    const followed = this.runs.get(id);
    if (followed === undefined) return;
    const { siteName } = followed.shown.run.state;
    if (followed.panel === undefined)
      await this.adopt(followed, this.pages.open(l10n.t('Run {0}', siteName)));
    else followed.panel.reveal();
  }

  dispose(): void {
    this.unfollow();
    this.registration.dispose();
    this.status.dispose();
    for (const { panel } of this.runs.values()) panel?.dispose();
  }

  /** Follows a run that has begun, or is gone on with. */
  private follow(run: Run, site: OpenSite): void {
    const { clock } = site.connection;
    this.put({ run, now: () => clock.now(), atWork: run, left: undefined });
    let awaited: Promise<void> | undefined;
    run.onDidChange(() => {
      this.status.tell(run);
      // Whoever has begun it has it at work by now.
      awaited ??= this.untilOver(run);
    });
    this.status.tell(run);
  }

  /** A run is shown in this way from now on. */
  private put(shown: ShownRun): FollowedRun {
    const followed = this.runs.get(shown.run.id) ?? { shown, panel: undefined };
    followed.shown = shown;
    this.runs.set(shown.run.id, followed);
    followed.panel?.show(shown);
    return followed;
  }

  /** A page from before the window was reloaded. */
  private async restore(panel: WebviewPanel, id: string): Promise<void> {
    const page = this.pages.adopt(panel);
    const known = this.runs.get(id);
    const kept = known === undefined ? await keptRun(this.windowRuns, id) : undefined;
    if (known !== undefined) await this.adopt(known, page);
    else if (kept === undefined) answerGone(page);
    else await this.adopt(this.put(kept), page);
  }

  private async adopt(followed: FollowedRun, page: OpenPage): Promise<void> {
    // A chunk of its own: most windows never write.
    const { RunPanel } = await import('./runPanel.js');
    const panel = new RunPanel(
      followed.shown,
      page,
      (id) => this.windowRuns.goOn(id),
      () => {
        if (followed.panel === panel) followed.panel = undefined;
      },
    );
    followed.panel = panel;
  }

  private async untilOver(run: Run): Promise<void> {
    const end = await run.work();
    const followed = this.runs.get(run.id);
    const left = end.kind === 'left' ? end.cause : undefined;
    if (followed?.shown.atWork === run) this.put({ ...followed.shown, left });
    this.status.over(run);
    const { ended, plan } = run.state;
    const good = ended.filter(({ fate }) => fate.kind === 'repaired' || fate.kind === 'accepted').length;
    const isGood = good === plan.steps.length;
    const message =
      end.kind === 'left'
        ? l10n.t('The run is left before its end: {0}', end.cause)
        : l10n.t('The run has ended: {0} of {1} steps are done and well.', good, plan.steps.length);
    const report = l10n.t('Show Report');
    const chosen = await (isGood
      ? window.showInformationMessage(message, report)
      : window.showWarningMessage(message, report));
    if (chosen === report) await (await import('./runPanel.js')).showReport(run);
  }
}

/** Id of the run that a page showed before the window was reloaded; '' when it has saved none. */
const savedRun = (saved: unknown): string =>
  typeof saved === 'object' && saved !== null && 'run' in saved && typeof saved.run === 'string'
    ? saved.run
    : '';

/** Its journal is gone, or it was of a demo site that is gone. */
const answerGone = ({ endpoint }: OpenPage): void => {
  endpoint.handle(protocol.runState, () => undefined);
  endpoint.handle(protocol.runPage, () => ({ total: 0, rows: [] }));
  const refuse = (): never => {
    throw new Error(l10n.t('This run is not at work in this window.'));
  };
  endpoint.handle(protocol.runAct, refuse);
  endpoint.handle(protocol.runCancelSteps, refuse);
};

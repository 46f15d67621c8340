import {
  l10n,
  StatusBarAlignment,
  window,
  type Disposable,
  type StatusBarItem,
  type WebviewPanel,
} from 'vscode';
import type { Run } from '../../app/run/run';
import type { OpenSite } from '../../app/siteSession';
import * as protocol from '../../protocol/runPage';
import type { WindowRuns } from '../run/windowRuns';
import type { OpenPage, Page, PagePanels } from './pagePanel';
import type { RunPanel } from './runPanel';

const viewType = 'configmgrContent.run';
export const runPage: Page = { name: 'run', viewType };

/** A run of this window, with its page while that is open. */
interface FollowedRun {
  readonly run: Run;
  readonly site: OpenSite;
  panel: RunPanel | undefined;
  left: string | undefined;
}

/** The runs of this window: a page for each, how far they are at the bottom, and what came of them at the end. */
export class RunPanels implements Disposable {
  private readonly runs: FollowedRun[] = [];
  private readonly registration: Disposable;
  private item: StatusBarItem | undefined;

  private readonly unfollow: () => void;

  constructor(
    private readonly pages: PagePanels,
    runs: WindowRuns,
  ) {
    this.unfollow = runs.onDidBegin((run, site) => this.follow(run, site));
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel: WebviewPanel) => {
        const followed = this.runs.find((one) => one.panel === undefined);
        const page = this.pages.adopt(panel);
        if (followed === undefined) answerGone(page);
        else return this.adopt(followed, page);
        return Promise.resolve();
      },
    });
  }

  /** Follows a run that has begun, or is gone on with, and offers to show it. */
  private follow(run: Run, site: OpenSite): void {
    const followed: FollowedRun = { run, site, panel: undefined, left: undefined };
    this.runs.push(followed);
    let awaited: Promise<void> | undefined;
    run.onDidChange(() => {
      this.tell();
      // Whoever has begun it has it at work by now.
      awaited ??= this.untilOver(followed);
    });
    void this.offer(followed);
    this.tell();
  }

  /** The newest run, or one of several that is chosen. */
  async show(): Promise<void> {
    const [first, another] = this.runs.toReversed();
    if (first === undefined)
      throw new Error(l10n.t('Nothing has run in this window yet. Confirm a plan to begin a run.'));
    const picks = this.runs
      .toReversed()
      .map((followed) => ({ label: followed.run.id, description: farOf(followed), followed }));
    const chosen =
      another === undefined
        ? first
        : (await window.showQuickPick(picks, { placeHolder: l10n.t('Which run?') }))?.followed;
    if (chosen !== undefined) await this.open(chosen);
  }

  dispose(): void {
    this.unfollow();
    this.registration.dispose();
    this.item?.dispose();
    for (const { panel } of this.runs) panel?.dispose();
  }

  private async offer(followed: FollowedRun): Promise<void> {
    const show = l10n.t('Show Run');
    const { siteName, plan } = followed.run.state;
    const message = l10n.t('{0}: {1} steps are being carried out.', siteName, plan.steps.length);
    if ((await window.showInformationMessage(message, show)) === show) await this.open(followed);
  }

  private async open(followed: FollowedRun): Promise<void> {
    if (followed.panel === undefined)
      await this.adopt(followed, this.pages.open(l10n.t('Run {0}', followed.run.state.siteName)));
    else followed.panel.reveal();
  }

  private async adopt(followed: FollowedRun, page: OpenPage): Promise<void> {
    // A chunk of its own: most windows never write.
    const { RunPanel } = await import('./runPanel.js');
    const { run, site, left } = followed;
    const panel = new RunPanel(run, site.connection.clock, page, () => {
      if (followed.panel === panel) followed.panel = undefined;
    });
    followed.panel = panel;
    if (left !== undefined) panel.over(left);
  }

  private async untilOver(followed: FollowedRun): Promise<void> {
    const { run } = followed;
    const end = await run.work();
    followed.left = end.kind === 'left' ? end.cause : undefined;
    followed.panel?.over(followed.left);
    this.tell();
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

  /** How far the runs at work are. */
  private tell(): void {
    const open = this.runs.filter(({ run, left }) => run.state.phase !== 'ended' && left === undefined);
    if (open.length === 0) {
      this.item?.hide();
      return;
    }
    this.item ??= window.createStatusBarItem('configmgrContent.runs', StatusBarAlignment.Left);
    this.item.name = l10n.t('ConfigMgr Content: runs');
    this.item.command = 'configmgrContent.run.show';
    this.item.text = `$(send) ${open.map(farOf).join('  ')}`;
    this.item.tooltip = l10n.t('Show what runs at the site');
    this.item.show();
  }
}

const farOf = ({ run: { state } }: FollowedRun): string => `${state.ended.length}/${state.plan.steps.length}`;

/** The window was reloaded since. */
const answerGone = ({ endpoint }: OpenPage): void => {
  endpoint.handle(protocol.runState, () => undefined);
  endpoint.handle(protocol.runPage, () => ({ total: 0, rows: [] }));
  endpoint.handle(protocol.runAct, () => {
    throw new Error(l10n.t('This run is not at work in this window.'));
  });
};

import { commands, l10n, window, type Disposable, type WebviewPanel } from 'vscode';
import { PlanRun } from '../../app/planRun';
import type { KnownSites } from '../../app/knownSites';
import type { OpenSite } from '../../app/siteSession';
import type { Plan } from '../../core/redistribute/plan';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/planPage';
import type { CommandId } from '../commands/commandIds';
import type { OpenPage, Page, PagePanels } from './pagePanel';
import type { WindowRuns } from '../run/windowRuns';
import { planTitle } from '../words/planWords';
import { writeWithProgress } from './writeWithProgress';

const viewType = 'configmgrContent.plan';
export const planPage: Page = { name: 'plan', viewType };

const noPlan: protocol.PlanState = {
  plan: undefined,
  phase: 'done',
  outcomes: [],
  waits: [],
  hasRun: false,
};

/** Milliseconds between two notifications while a plan is written. */
const pace = 200;

/** The plan page: what is going to be written, its confirmation, its outcome. One plan at a time. */
export class PlanPanel implements Disposable {
  private shown: OpenPage | undefined;
  private run: PlanRun | undefined;
  /** What the plan was made for. */
  private site: OpenSite | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly registration: Disposable;

  constructor(
    private readonly sites: KnownSites,
    private readonly pages: PagePanels,
    private readonly runs: WindowRuns,
    private readonly showRun: (id: string) => Promise<void>,
  ) {
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel: WebviewPanel) => {
        this.adopt(this.pages.adopt(panel));
        return Promise.resolve();
      },
    });
  }

  get state(): protocol.PlanState {
    return this.run?.state ?? noPlan;
  }

  /** Shows a plan for review. While another is being written, that one is shown and the new one is dropped. */
  propose(plan: Plan, site: OpenSite): void {
    if (this.run?.isWriting === true) {
      this.show();
      throw new Error(l10n.t('A plan is being written. Wait until it is done, or stop it.'));
    }
    this.site = site;
    this.run = new PlanRun(plan, () => this.runs.placeAt(site));
    this.run.onDidChange(() => this.tellChanged());
    this.show();
    this.tellChanged();
  }

  /** Brings the page to the front. */
  show(): void {
    const title = this.run === undefined ? l10n.t('Plan') : planTitle(this.run.plan.purpose);
    if (this.shown === undefined) this.adopt(this.pages.open(title));
    else {
      this.shown.panel.title = title;
      this.shown.panel.reveal();
    }
  }

  /** Writes the plan that is on screen, and only that. */
  confirmShown(): void {
    if (this.run === undefined || this.shown?.panel.visible !== true)
      throw new Error(l10n.t('No plan is shown. Look at the plan before you confirm it.'));
    this.confirm(this.run.plan.hash, '');
  }

  /** While it is written: stops after the step at work. Before: drops it. */
  cancel(): undefined {
    if (this.run?.isWriting === true) this.run.stop();
    else {
      this.run = undefined;
      this.shown?.panel.dispose();
    }
    return undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.registration.dispose();
    this.shown?.panel.dispose();
  }

  private adopt(page: OpenPage): void {
    this.shown?.panel.dispose();
    this.shown = page;
    page.panel.onDidDispose(() => {
      if (this.shown === page) this.shown = undefined;
    });
    this.answer(page.endpoint);
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.planState, () => this.state);
    endpoint.handle(protocol.planConfirm, ({ hash, typed }) => this.confirm(hash, typed));
    endpoint.handle(protocol.planDocument, async () => {
      const show: CommandId = 'configmgrContent.plan.showDocument';
      await commands.executeCommand(show);
      return undefined;
    });
    endpoint.handle(protocol.planShowRun, async () => {
      if (this.run?.runId !== undefined) await this.showRun(this.run.runId);
      return undefined;
    });
    endpoint.handle(protocol.planCancel, () => this.cancel());
  }

  /** Answers as soon as writing has begun; outcomes come as changes. */
  private confirm(hash: string, typed: string): undefined {
    const { run } = this;
    if (run === undefined) throw new Error(l10n.t('There is no plan to confirm. Make a new one.'));
    if (!this.sites.all.some(({ session }) => session.site !== undefined && session.site === this.site))
      throw new Error(l10n.t('The site that this plan was made for is no longer connected.'));
    void writeWithProgress(run, run.confirm(hash, typed), () => this.show());
    return undefined;
  }

  private tellChanged(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.shown?.endpoint.notify(protocol.planChanged, undefined);
    }, pace);
  }
}

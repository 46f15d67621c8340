import { commands, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import { cleanupPlatform } from '../../adapters/files/cleanupLogFile';
import type { KnownSite } from '../../app/knownSite';
import { OpenCleanup, type CleanupSubject } from '../../app/library/cleanup/openCleanup';
import { folderOfLog } from '../../core/library/cleanup/cleanupPlaces';
import { deleteScript } from '../../core/library/cleanup/deleteScript';
import type { DistributionPoint } from '../../core/content/distributionPoint';
import { lackingPair } from '../../core/redistribute/lackingPair';
import { quoteValue } from '../../core/filter/print';
import { pairId } from '../../core/reconcile/pairId';
import { SiteNodes } from '../../core/siteTree/node';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/cleanupPage';
import { openCleanupLog } from '../commands/cleanup/openCleanupLog';
import { showScript } from '../commands/cleanup/showScript';
import type { Host } from '../host';
import type { CommandId } from '../commands/commandIds';
import type { OpenPage } from './pagePanel';

/** What the page starts elsewhere in the window. */
export interface CleanupActions extends Pick<Host, 'plans'> {
  showMissing(site: KnownSite, filter: string): void;
}

/** A page with the review of one log of the cleanup tool. */
export class CleanupPanel implements Disposable {
  private readonly open: OpenCleanup;

  constructor(
    readonly site: KnownSite,
    private readonly subject: CleanupSubject,
    private readonly page: OpenPage,
    private readonly actions: CleanupActions,
    closed: () => void,
  ) {
    this.open = new OpenCleanup(
      site,
      subject,
      (signal) => openCleanupLog(site.session.site?.connection, subject.place, signal),
      cleanupPlatform,
      () => this.tellChanged(),
    );
    page.panel.onDidDispose(() => {
      this.open.close();
      closed();
    });
    this.answer(page.endpoint);
    this.open.start();
  }

  get isActive(): boolean {
    return this.page.panel.active;
  }

  dispose(): void {
    this.page.panel.dispose();
  }

  /** Opens the script that deletes. @throws Error that says what speaks against it */
  async prepareDelete(): Promise<void> {
    const reviewed = this.open.reviewed();
    const receipt = this.open.receipt();
    if (reviewed === undefined || receipt === undefined)
      throw new Error([l10n.t('The delete script is not made.'), ...this.open.state.obstacles].join(' '));
    const { target, log, preconditions } = reviewed;
    await showScript(deleteScript(target, receipt, preconditions, folderOfLog(log.place)));
  }

  private answer(endpoint: Endpoint): void {
    endpoint.handle(protocol.cleanupState, () => this.open.state);
    endpoint.handle(protocol.cleanupPage, () => this.open.page);
    endpoint.handle(protocol.cleanupRefresh, () => {
      void (this.site.session.site === undefined ? this.site.connect() : this.open.refresh());
      return undefined;
    });
    endpoint.handle(protocol.cleanupAgree, ({ ids, isAgreed }) => {
      this.open.agree(ids, isAgreed);
      return undefined;
    });
    endpoint.handle(protocol.cleanupLinesRead, ({ isRead }) => {
      this.open.markLinesRead(isRead);
      return undefined;
    });
    endpoint.handle(protocol.cleanupAct, async ({ action, ids }) => {
      await this.act(action, ids);
      return undefined;
    });
  }

  private async act(action: protocol.CleanupAction, ids: readonly string[]): Promise<void> {
    switch (action) {
      case 'openLog':
        return this.openLog();
      case 'prepareDelete':
        return this.prepareDelete();
      case 'prepareWhatIf':
        return run('configmgrContent.cleanup.prepare', this.dpNode());
      case 'distribute':
        return this.distribute(ids);
      case 'reconcile':
        return this.reconcile();
    }
  }

  /** Plans to target items to the DP again; the plan refuses those that need no distribution. */
  private async distribute(ids: readonly string[]): Promise<void> {
    const { site: known, subject } = this;
    const { site, state } = known.session;
    if (site === undefined || state.facts === undefined)
      throw new Error(l10n.t('The site has not been read yet. Wait for it, or refresh.'));
    const own = await known.pairs.of({ dp: subject.dp });
    const why = l10n.t('Flagged in the review of the content library cleanup.');
    const pairs = ids.map(
      (packageId) => own?.get(pairId(packageId, subject.dp)) ?? lackingPair(packageId, this.dp(), why),
    );
    const { proposePlan } = await import('../commands/proposeWrites.js');
    await proposePlan(this.actions, { known, site, facts: state.facts }, 'distribute', pairs);
  }

  /** @throws Error when the site has it no more */
  private dp(): DistributionPoint {
    const found = this.site.session.state.index?.dps.get(this.subject.dp);
    if (found !== undefined) return found;
    throw new Error(l10n.t('The site no longer has this distribution point. Refresh the site.'));
  }

  /** What the tool took away by mistake shows itself when the DP is validated; then it is missing content. */
  private async reconcile(): Promise<void> {
    const { dpName } = this.open;
    const validate = { label: l10n.t('Validate everything on {0}', dpName), picksValidation: true };
    const missing = { label: l10n.t('Show the missing content of {0}', dpName), picksValidation: false };
    const picked = await window.showQuickPick([validate, missing], {
      placeHolder: l10n.t('Reconcile {0}: first validate it, then repair what is missing', dpName),
    });
    if (picked === undefined) return;
    if (picked.picksValidation) await run('configmgrContent.dp.validate', this.dpNode());
    else this.actions.showMissing(this.site, `state:problems dp=${quoteValue(dpName)}`);
  }

  /** A log of the demo site lies nowhere: its text is shown. */
  private async openLog(): Promise<void> {
    const { place } = this.subject;
    if (this.site.isConfigured || !place.startsWith('\\\\')) {
      await window.showTextDocument(Uri.file(place), { preview: true });
      return;
    }
    const { signal } = new AbortController();
    const file = await openCleanupLog(this.site.session.site?.connection, place, signal);
    const pieces: Uint8Array[] = [];
    for await (const piece of file.pieces(signal)) pieces.push(piece);
    const content = Buffer.concat(pieces).toString('utf8');
    await window.showTextDocument(await workspace.openTextDocument({ content }), { preview: true });
  }

  private dpNode(): unknown {
    const nodes = new SiteNodes(this.site.key);
    return nodes.dp(nodes.section(nodes.root, 'dps'), this.subject.dp);
  }

  private tellChanged(): void {
    const { revision } = this.open.state;
    this.page.panel.title = l10n.t('Cleanup: {0}', this.open.dpName);
    this.page.endpoint.notify(protocol.cleanupChanged, { revision });
  }
}

const run = async (command: CommandId, ...args: readonly unknown[]): Promise<void> => {
  await commands.executeCommand(command, ...args);
};

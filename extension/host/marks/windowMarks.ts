import { commands, l10n, Uri, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { SiteMarks } from '../../app/siteMarks';
import { noPasses, type RememberedPasses } from '../../core/history/rememberedPasses';
import type { WorkerPath } from '../site/workerPath';
import type { MarkKeeper } from './markKeeper';

export const acknowledgementSetting = 'configmgrContent.acknowledgements.file';

/** Acknowledgements and histories of the window's sites; what keeps them is loaded with the first connection. */
export class WindowMarks implements Disposable {
  private readonly marks = new Map<KnownSite, SiteMarks>();
  private keeper: Promise<MarkKeeper> | undefined;
  private readonly unfollow: readonly (() => void)[];
  private told = '';

  constructor(
    private readonly sites: KnownSites,
    private readonly storage: Uri,
    private readonly worker: WorkerPath,
    private readonly trace: LogOutputChannel,
  ) {
    const settings = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(acknowledgementSetting)) this.restart();
    });
    this.unfollow = [
      sites.onDidChange((site, { phase }, before) => {
        if (phase === 'connected' && before.phase !== 'connected') site.session.remember(this.passesOf(site));
      }),
      sites.onDidChangeSites(() => this.endGone()),
      () => void settings.dispose(),
    ];
  }

  /** undefined: the site was never connected, or the setting names no place, which has been told. */
  of(site: KnownSite): SiteMarks | undefined {
    return this.marks.get(site);
  }

  dispose(): void {
    for (const end of this.unfollow) end();
    for (const marks of this.marks.values()) marks.dispose();
    void this.keeper?.then((keeper) => keeper.dispose());
  }

  /** The first read of a site waits for what the history remembers. */
  private async passesOf(site: KnownSite): Promise<RememberedPasses> {
    await this.start(site);
    return (await this.of(site)?.passes) ?? noPasses;
  }

  private async start(site: KnownSite): Promise<void> {
    try {
      const keeper = await (this.keeper ??= this.load());
      // Connected again: the marks of before go on.
      if (this.marks.has(site) || this.sites.of(site.key) !== site) return;
      const marks = keeper.open(site, (problem) => this.tell(problem, marks.acknowledgements.place));
      this.marks.set(site, marks);
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error));
    }
  }

  private async load(): Promise<MarkKeeper> {
    const { MarkKeeper } = await import('./markKeeper.js');
    return new MarkKeeper(this.storage, this.worker('history'), this.trace);
  }

  private restart(): void {
    for (const marks of this.marks.values()) marks.dispose();
    this.marks.clear();
    for (const site of this.sites.all) if (site.session.site !== undefined) void this.start(site);
  }

  private endGone(): void {
    for (const [site, marks] of this.marks)
      if (this.sites.of(site.key) !== site) {
        marks.dispose();
        this.marks.delete(site);
      }
  }

  /** The same again is in the log only: reads come often. */
  private tell(problem: string, file?: string): void {
    this.trace.warn(problem);
    if (problem === this.told) return;
    this.told = problem;
    void offer(problem, file !== undefined && problem.includes(file) ? file : undefined);
  }
}

const offer = async (problem: string, file: string | undefined): Promise<void> => {
  const open = file === undefined ? l10n.t('Open Settings') : l10n.t('Open File');
  if ((await window.showWarningMessage(problem, open)) !== open) return;
  if (file === undefined)
    await commands.executeCommand('workbench.action.openSettings', acknowledgementSetting);
  else await window.showTextDocument(Uri.file(file));
};

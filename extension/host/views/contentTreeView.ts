import { commands, l10n, window, type Disposable, type TreeView } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import type { SiteState } from '../../app/siteState';
import type { DpKey } from '../../core/content/nalPath';
import { siteKeyOf, type SiteNode } from '../../core/siteTree/node';
import { tallyChange } from '../../core/siteTree/tallyChange';
import { TreeFilter } from '../../core/siteTree/treeFilter';
import { problemWords } from '../words/standingWords';
import type { ContentTree } from './contentTree';
import { limitWords, staleWords, summaryWords, viewCondition } from './viewWords';

/** The sidebar view around the tree: message, badge, welcome content, filter, reveal. */
export class ContentTreeView implements Disposable {
  private readonly view: TreeView<SiteNode>;
  private readonly disposables: readonly { dispose(): void }[];

  constructor(
    private readonly sites: KnownSites,
    private readonly tree: ContentTree,
    /** Called when the view is first seen. */
    firstSeen: () => void,
  ) {
    this.view = window.createTreeView('configmgrContent.tree', {
      treeDataProvider: tree,
      canSelectMany: true,
    });
    let seen = false;
    const look = (): void => {
      if (seen || !this.view.visible) return;
      seen = true;
      firstSeen();
    };
    this.disposables = [
      { dispose: sites.onDidChange((site, state, before) => this.follow(site, state, before)) },
      {
        dispose: sites.onDidChangeSites(() => {
          this.tree.refresh();
          this.show();
        }),
      },
      this.view.onDidChangeVisibility(look),
      this.view.onDidChangeSelection(({ selection: [node] }) => {
        const site = node && sites.of(siteKeyOf(node));
        if (site !== undefined) sites.choose(site);
      }),
    ];
    look();
    this.show();
  }

  get selection(): readonly SiteNode[] {
    return this.view.selection;
  }

  /** What stands around the tree now. */
  get shown(): Pick<TreeView<SiteNode>, 'description' | 'message' | 'badge' | 'selection'> {
    return this.view;
  }

  get filterText(): string {
    return this.tree.filter?.text ?? '';
  }

  /** The empty text clears it. Throws FilterError. */
  setFilter(text: string): void {
    this.tree.filter = text.trim() === '' ? undefined : new TreeFilter(text);
    this.show();
  }

  /** Selects a pair, a DP or a package in the tree; a filter that hides it is cleared. False: it is not there. */
  async reveal(site: KnownSite, packageId: string | undefined, dp: DpKey | undefined): Promise<boolean> {
    const find = (): Promise<SiteNode | undefined> => this.tree.nodeOf(site, packageId, dp);
    let node = await find();
    if (node === undefined && this.tree.filter !== undefined) {
      this.setFilter('');
      node = await find();
    }
    if (node === undefined) return false;
    const options = { select: true, focus: true } as const;
    await this.view.reveal(node, options);
    // A list that is shown anew meanwhile takes the selection with it.
    if (!this.view.selection.includes(node)) await this.view.reveal(node, options);
    return true;
  }

  dispose(): void {
    for (const each of this.disposables) each.dispose();
    this.view.dispose();
  }

  private follow(site: KnownSite, state: SiteState, before: SiteState): void {
    if (state.phase !== before.phase) site.pairs.clear();
    if (state.summary !== before.summary) site.pairs.touch(state.touched);
    // Whether a site is shown at all is the tree's to tell.
    if (state.index !== before.index || state.phase !== before.phase) this.tree.refresh();
    else if (state.summary !== before.summary) {
      const { summary, touched } = state;
      const whole = touched.some(({ dp, packageId }) => dp === undefined && packageId === undefined);
      if (whole || summary === undefined || before.summary === undefined) this.tree.refreshSite(site);
      else this.tree.refreshChanged(site, tallyChange(before.summary, summary), touched);
    } else if (state.problem !== before.problem && state.index === undefined) this.tree.refreshSite(site);
    this.show();
  }

  private show(): void {
    const sites = this.sites.all;
    const states = sites.map(({ session }) => session.state);
    const filtered = this.tree.filter !== undefined;
    const condition = viewCondition(states, this.tree.isEmpty(), filtered);
    void commands.executeCommand('setContext', 'configmgrContent.view', condition);
    void commands.executeCommand('setContext', 'configmgrContent.filtered', filtered);
    const connected = states.some(({ phase }) => phase === 'connected');
    void commands.executeCommand('setContext', 'configmgrContent.connected', connected);
    const reading = states.some(({ loading, phase }) => loading || phase === 'connecting');
    void commands.executeCommand('setContext', 'configmgrContent.reading', reading);
    this.view.description = summaryWords(states);
    const severalSites = sites.length > 1;
    this.view.message = [
      ...sites.flatMap((site) => [staleWords(site, severalSites), limitWords(site, severalSites)]),
      this.filterMessage(),
    ]
      .filter((line) => line !== undefined)
      .join('\n');
    const problems = states.reduce((sum, { summary }) => sum + (summary?.site.problems ?? 0), 0);
    this.view.badge = problems === 0 ? undefined : { value: problems, tooltip: problemWords(problems) };
  }

  private filterMessage(): string | undefined {
    return this.tree.filter === undefined ? undefined : l10n.t('Filter: {0}', this.tree.filter.text);
  }
}

import { commands, l10n, window, type Disposable, type TreeView } from 'vscode';
import type { PairLists } from '../../app/pairLists';
import type { SiteSession } from '../../app/siteSession';
import type { SiteState } from '../../app/siteState';
import type { DpKey } from '../../core/content/nalPath';
import type { SiteNode } from '../../core/siteTree/node';
import { tallyChange } from '../../core/siteTree/tallyChange';
import { TreeFilter } from '../../core/siteTree/treeFilter';
import { tallyWords, problemWords } from '../words/standingWords';
import { momentWords } from '../words/timeWords';
import type { ContentTree } from './contentTree';

/** What the welcome content and the menus of the view depend on. */
type ViewCondition = 'none' | 'connecting' | 'reading' | 'failed' | 'empty' | 'filteredOut' | 'shown';

/** The sidebar view around the tree: message, badge, welcome content, filter, reveal. */
export class ContentTreeView implements Disposable {
  private readonly view: TreeView<SiteNode>;
  private readonly unregister: () => void;
  private readonly visibility: Disposable;

  constructor(
    private readonly session: SiteSession,
    private readonly tree: ContentTree,
    private readonly pairs: PairLists,
    /** Called when the view is first seen. */
    firstSeen: () => void,
  ) {
    this.view = window.createTreeView('configmgrContent.tree', {
      treeDataProvider: tree,
      canSelectMany: true,
    });
    this.unregister = session.onDidChange((state, before) => this.follow(state, before));
    let seen = false;
    const look = (): void => {
      if (seen || !this.view.visible) return;
      seen = true;
      firstSeen();
    };
    this.visibility = this.view.onDidChangeVisibility(look);
    look();
    this.show(session.state);
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
    this.show(this.session.state);
  }

  /** Selects a pair in the tree; a filter that hides it is cleared. False: the tree has no such pair. */
  async reveal(packageId: string, dp: DpKey): Promise<boolean> {
    let node = await this.tree.nodeOf(packageId, dp);
    if (node === undefined && this.tree.filter !== undefined) {
      this.setFilter('');
      node = await this.tree.nodeOf(packageId, dp);
    }
    if (node === undefined) return false;
    const options = { select: true, focus: true } as const;
    await this.view.reveal(node, options);
    // A list that is shown anew meanwhile takes the selection with it.
    if (!this.view.selection.includes(node)) await this.view.reveal(node, options);
    return true;
  }

  dispose(): void {
    this.unregister();
    this.visibility.dispose();
    this.view.dispose();
  }

  private follow(state: SiteState, before: SiteState): void {
    if (state.phase !== before.phase) this.pairs.clear();
    if (state.summary !== before.summary) this.pairs.touch(state.touched);
    if (state.index !== before.index || state.phase !== before.phase) this.tree.refresh();
    else if (state.summary !== before.summary) {
      const { summary, touched } = state;
      const whole = touched.some(({ dp, packageId }) => dp === undefined && packageId === undefined);
      if (whole || summary === undefined || before.summary === undefined) this.tree.refresh();
      else this.tree.refreshChanged(tallyChange(before.summary, summary), touched);
    }
    this.show(state);
  }

  private show(state: SiteState): void {
    const { summary, phase } = state;
    void commands.executeCommand('setContext', 'configmgrContent.view', this.condition(state));
    void commands.executeCommand('setContext', 'configmgrContent.filtered', this.tree.filter !== undefined);
    void commands.executeCommand('setContext', 'configmgrContent.connected', phase === 'connected');
    const reading = state.loading || phase === 'connecting';
    void commands.executeCommand('setContext', 'configmgrContent.reading', reading);
    this.view.description = this.summaryWords(state);
    this.view.message = [this.staleMessage(state), this.filterMessage()]
      .filter((line) => line !== undefined)
      .join('\n');
    const problems = summary?.site.problems ?? 0;
    this.view.badge = problems === 0 ? undefined : { value: problems, tooltip: problemWords(problems) };
  }

  private summaryWords({ summary, problem }: SiteState): string {
    if (summary === undefined) return '';
    const words = tallyWords(summary.site);
    return problem === undefined ? words : l10n.t('{0} · not fresh', words);
  }

  private condition({ phase, index, problem }: SiteState): ViewCondition {
    if (index === undefined) {
      if (problem !== undefined) return 'failed';
      return phase === 'connected' ? 'reading' : phase;
    }
    if (!this.tree.isEmpty()) return 'shown';
    return this.tree.filter === undefined ? 'empty' : 'filteredOut';
  }

  /** Older data stay on screen after an error, and say so. */
  private staleMessage({ problem, summary, index }: SiteState): string | undefined {
    const { site } = this.session;
    if (problem === undefined || index === undefined || site === undefined) return undefined;
    return summary === undefined
      ? l10n.t('Validation states could not be read: {0}', problem.message)
      : l10n.t(
          'Not fresh, read {0}: {1}',
          momentWords(summary.readAt, site.connection.clock.now()),
          problem.message,
        );
  }

  private filterMessage(): string | undefined {
    return this.tree.filter === undefined ? undefined : l10n.t('Filter: {0}', this.tree.filter.text);
  }
}

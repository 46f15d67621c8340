import { l10n } from 'vscode';
import type { KnownSites } from '../../app/knownSites';
import type { OpenSite } from '../../app/siteSession';
import type { Run } from '../../app/run/run';
import { pairId } from '../../core/reconcile/pairId';
import type { PairWork, SiteWork, WorkDone } from '../../core/runView/siteWork';
import { siteKeyOf, type SiteNode } from '../../core/siteTree/node';
import type { WindowRuns } from '../run/windowRuns';
import type { ContentTree } from './contentTree';

/** Milliseconds between two looks at what runs do. */
const pace = 1_000;

const nothing: SiteWork = { dps: new Map(), packages: new Map(), pairs: new Map() };

/** What runs of this window do, said beside the nodes of the tree. */
export class TreeWork {
  private readonly runs = new Map<Run, OpenSite>();
  private readonly work = new Map<string, SiteWork>();
  private timer: NodeJS.Timeout | undefined;
  private unfollow: () => void = () => undefined;

  constructor(private readonly sites: KnownSites) {}

  follow(runs: WindowRuns, tree: ContentTree): void {
    this.unfollow = runs.onDidBegin((run, site) => {
      this.runs.set(run, site);
      run.onDidChange(() => this.lookSoon(tree));
      this.lookSoon(tree);
    });
  }

  /** What goes on at a node; undefined: nothing. */
  wordsOf(node: SiteNode): string | undefined {
    const work = this.work.get(siteKeyOf(node));
    if (work === undefined) return undefined;
    switch (node.kind) {
      case 'dp':
        return doneWords(work.dps.get(node.dp));
      case 'package':
        return doneWords(work.packages.get(node.packageId));
      case 'pair':
        return pairWords(work.pairs.get(pairId(node.packageId, node.dp)));
      case 'site':
      case 'section':
      case 'group':
      case 'more':
      case 'failed':
        return undefined;
    }
  }

  dispose(): void {
    this.unfollow();
    clearTimeout(this.timer);
  }

  private lookSoon(tree: ContentTree): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.look(tree);
    }, pace);
  }

  private async look(tree: ContentTree): Promise<void> {
    const { changedWork, siteWork } = await import('../../core/runView/siteWork.js');
    for (const site of this.sites.all) {
      const runs = [...this.runs].filter(
        ([run, of]) => of === site.session.site && run.state.phase !== 'ended',
      );
      const before = this.work.get(site.key) ?? nothing;
      const after = runs.length === 0 ? nothing : siteWork(runs.map(([run]) => run));
      this.work.set(site.key, after);
      const { dps, packages } = changedWork(before, after);
      tree.refreshWork(site, dps, packages);
    }
    for (const run of this.runs.keys()) if (run.state.phase === 'ended') this.runs.delete(run);
  }
}

const doneWords = (done: WorkDone | undefined): string | undefined =>
  done === undefined ? undefined : l10n.t('run: {0} of {1} done', done.ended, done.steps);

const pairWords = (work: PairWork | undefined): string | undefined => {
  if (work === undefined) return undefined;
  if (work.standing === 'waiting') return l10n.t('run: to come');
  return work.percent === undefined
    ? l10n.t('run: under way')
    : l10n.t('run: {0} % there', Math.round(work.percent));
};

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
  /** At work, by id: a run that is gone on with takes the place of what was left. */
  private readonly runs = new Map<string, { readonly run: Run; readonly site: OpenSite }>();
  private readonly work = new Map<string, SiteWork>();
  private timer: NodeJS.Timeout | undefined;
  private unfollow: () => void = () => undefined;

  constructor(private readonly sites: KnownSites) {}

  follow(runs: WindowRuns, tree: ContentTree): void {
    this.unfollow = runs.onDidBegin((run, site) => {
      this.runs.set(run.id, { run, site });
      let awaited: Promise<void> | undefined;
      run.onDidChange(() => {
        // Whoever has begun it has it at work by now.
        awaited ??= this.untilOver(run, tree);
        this.lookSoon(tree);
      });
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

  /** It has ended, or was left: nothing goes on any more. */
  private async untilOver(run: Run, tree: ContentTree): Promise<void> {
    await run.work();
    if (this.runs.get(run.id)?.run === run) this.runs.delete(run.id);
    this.lookSoon(tree);
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
      const runs = [...this.runs.values()].filter((one) => one.site === site.session.site);
      const before = this.work.get(site.key) ?? nothing;
      const after = runs.length === 0 ? nothing : siteWork(runs.map(({ run }) => run));
      this.work.set(site.key, after);
      const { dps, packages } = changedWork(before, after);
      tree.refreshWork(site, dps, packages);
    }
  }
}

const doneWords = (done: WorkDone | undefined): string | undefined =>
  done === undefined ? undefined : l10n.t('run {0}/{1}', done.ended, done.steps);

const pairWords = (work: PairWork | undefined): string | undefined => {
  if (work === undefined) return undefined;
  if (work.standing === 'waiting') return l10n.t('run: to come');
  return work.percent === undefined
    ? l10n.t('run: under way')
    : l10n.t('run: {0} %', Math.round(work.percent));
};

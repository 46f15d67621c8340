import type { TreeDataProvider, TreeView } from 'vscode';
import { noSite, type SiteState } from '../app/siteState';
import type { SiteNode } from '../core/siteTree/node';
import type { LogState } from '../protocol/logPage';
import type { MissingState } from '../protocol/missingPage';
import type { PlanState } from '../protocol/planPage';
import type { Host } from './host';
import { missingState } from './panels/missingState';

/** What `activate` gives to other extensions and to tests: what this window shows. It offers no way to write. */
export interface ContentApi {
  /** Of the site chosen last. */
  readonly state: SiteState;
  /** Each change of the state of that site; the result unregisters. */
  onDidChange(listener: (state: SiteState) => void): () => void;
  readonly sites: readonly { readonly key: string; readonly name: string; readonly state: SiteState }[];
  readonly tree: Required<
    Pick<TreeDataProvider<SiteNode>, 'getChildren' | 'getTreeItem' | 'getParent' | 'resolveTreeItem'>
  >;
  readonly view: Pick<TreeView<SiteNode>, 'description' | 'message' | 'badge' | 'selection'>;
  readonly missing: MissingState;
  readonly plan: PlanState;
  /** Of the log view in front, as its page was told; undefined while none is. */
  readonly log: LogState | undefined;
}

export const contentApi = ({ sites, tree, view, plans, marks, logViews }: Host): ContentApi => ({
  get state() {
    return sites.current?.session.state ?? noSite;
  },
  onDidChange: (listener) =>
    sites.onDidChange((site, state) => {
      if (site === sites.current) listener(state);
    }),
  get sites() {
    return sites.all.map(({ key, name, session }) => ({ key, name, state: session.state }));
  },
  tree,
  get view() {
    return view.shown;
  },
  get missing() {
    return missingState(sites.current, sites.current && marks.of(sites.current));
  },
  get plan() {
    return plans.state;
  },
  get log() {
    return logViews.active?.shown;
  },
});

import type { TreeDataProvider, TreeView } from 'vscode';
import type { SiteState } from '../app/siteState';
import type { SiteNode } from '../core/siteTree/node';
import type { MissingState } from '../protocol/missingPage';
import type { PlanState } from '../protocol/planPage';
import type { Host } from './host';

/** What `activate` gives to other extensions and to tests: what this window shows. It offers no way to write. */
export interface ContentApi {
  readonly state: SiteState;
  /** Each change of the state; the result unregisters. */
  onDidChange(listener: (state: SiteState) => void): () => void;
  readonly tree: Required<
    Pick<TreeDataProvider<SiteNode>, 'getChildren' | 'getTreeItem' | 'getParent' | 'resolveTreeItem'>
  >;
  readonly view: Pick<TreeView<SiteNode>, 'description' | 'message' | 'badge' | 'selection'>;
  readonly missing: MissingState;
  readonly plan: PlanState;
}

export const contentApi = ({ session, tree, view, missing, plans }: Host): ContentApi => ({
  get state() {
    return session.state;
  },
  onDidChange: (listener) => session.onDidChange(listener),
  tree,
  get view() {
    return view.shown;
  },
  get missing() {
    return missing.state;
  },
  get plan() {
    return plans.state;
  },
});

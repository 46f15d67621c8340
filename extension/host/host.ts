import type { LogOutputChannel } from 'vscode';
import type { PairLists } from '../app/pairLists';
import type { SiteSession } from '../app/siteSession';
import type { MissingPanel } from './panels/missingPanel';
import type { PlanPanel } from './panels/planPanel';
import type { DemoSite } from './site/demoSite';
import type { ContentTree } from './views/contentTree';
import type { ContentTreeView } from './views/contentTreeView';

/** What commands act on. Each command takes the parts it needs. */
export interface Host {
  readonly session: SiteSession;
  readonly demo: DemoSite;
  readonly pairs: PairLists;
  readonly tree: ContentTree;
  readonly view: ContentTreeView;
  readonly missing: MissingPanel;
  readonly plans: PlanPanel;
  readonly trace: LogOutputChannel;
}

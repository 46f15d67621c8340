import { type ExtensionContext, window, workspace } from 'vscode';
import { listPairs } from '../app/listPairs';
import { PairLists } from '../app/pairLists';
import { SiteSession } from '../app/siteSession';
import { registerCommands } from './commands/registerCommands';
import { contentApi, type ContentApi } from './contentApi';
import type { Host } from './host';
import { detectLogs } from './language/detection';
import { serveLogs } from './language/serveLogs';
import { MissingPanel, missingPage } from './panels/missingPanel';
import { PagePanels } from './panels/pagePanel';
import { PlanPanel, planPage } from './panels/planPanel';
import { noticeProblems } from './problemNotice';
import { DemoSite } from './site/demoSite';
import { ContentTree } from './views/contentTree';
import { ContentTreeView } from './views/contentTreeView';
import { EvidenceDocuments, evidenceScheme } from './views/evidenceDocuments';
import { showLoading } from './views/loadingProgress';
import { NodePresenter } from './views/nodePresenter';
import { StandingDecorations } from './views/standingDecorations';

/** Builds the parts and wires them. Nothing is read, started or connected here: that comes with the view. */
export const activate = (context: ExtensionContext): ContentApi => {
  const trace = window.createOutputChannel('ConfigMgr Content', { log: true });
  const session = new SiteSession();
  const demo = new DemoSite(session, context, trace);
  const pairs = new PairLists(
    (scope) => listPairs(session, scope),
    (error) => session.report(error),
  );
  const decorations = new StandingDecorations();
  const tree = new ContentTree(session, pairs, new NodePresenter(session, pairs, decorations));
  const view = new ContentTreeView(session, tree, pairs, () => demo.resume());
  const pagesOf = (page: typeof missingPage): PagePanels => new PagePanels(context.extensionUri, page);
  const missing = new MissingPanel(session, pagesOf(missingPage), () => demo.resume());
  const plans = new PlanPanel(session, pagesOf(planPage));
  const evidence = new EvidenceDocuments(session);
  const host: Host = { session, demo, pairs, tree, view, missing, plans, trace };

  context.subscriptions.push(
    trace,
    decorations,
    tree,
    view,
    missing,
    plans,
    evidence,
    { dispose: noticeProblems(session, trace) },
    showLoading(session),
    window.registerFileDecorationProvider(decorations),
    workspace.registerTextDocumentContentProvider(evidenceScheme, evidence),
    ...registerCommands(host),
    detectLogs(trace),
    serveLogs(context.extensionUri, trace),
  );
  return contentApi(host);
};

import { type ExtensionContext, window, workspace } from 'vscode';
import { KnownSites } from '../app/knownSites';
import { registerCommands } from './commands/registerCommands';
import { contentApi, type ContentApi } from './contentApi';
import type { Host } from './host';
import { detectLogs } from './language/detection';
import { serveLogs } from './language/serveLogs';
import { ComparePanels, comparePage } from './panels/comparePanels';
import { MissingPanels, missingPage } from './panels/missingPanels';
import { PagePanels } from './panels/pagePanel';
import { PlanPanel, planPage } from './panels/planPanel';
import { noticeProblems } from './problemNotice';
import { DemoOpener } from './site/demoOpener';
import { LiveOpener } from './site/liveOpener';
import { settingsProblems } from './site/settingsProblems';
import { SiteConnections } from './site/siteConnections';
import { workerPath } from './site/workerPath';
import { ContentTree } from './views/contentTree';
import { ContentTreeView } from './views/contentTreeView';
import { EvidenceDocuments, evidenceScheme } from './views/evidenceDocuments';
import { showLoading } from './views/loadingProgress';
import { NodePresenter } from './views/nodePresenter';
import { StandingDecorations } from './views/standingDecorations';
import { StatusBar } from './views/statusBar';

/** Builds the parts and wires them. Nothing is read, started or connected here: that comes with the view. */
export const activate = (context: ExtensionContext): ContentApi => {
  const trace = window.createOutputChannel('ConfigMgr Content', { log: true });
  const sites = new KnownSites();
  const worker = workerPath(context.extensionUri);
  const connections = new SiteConnections(
    sites,
    context.workspaceState,
    new DemoOpener(worker, trace),
    (profile) => new LiveOpener(profile, context.secrets, worker, trace),
    settingsProblems(trace),
  );
  const decorations = new StandingDecorations();
  const tree = new ContentTree(sites, new NodePresenter(sites, decorations));
  const view = new ContentTreeView(sites, tree, () => connections.resume());
  const pagesOf = (page: typeof missingPage): PagePanels => new PagePanels(context.extensionUri, page);
  const missing = new MissingPanels(pagesOf(missingPage), sites, (key) => connections.reconnected(key));
  const plans = new PlanPanel(sites, pagesOf(planPage));
  const comparisons = new ComparePanels(pagesOf(comparePage), view, sites, (key) =>
    connections.reconnected(key),
  );
  const evidence = new EvidenceDocuments(sites);
  const host: Host = {
    sites,
    connections,
    tree,
    view,
    missing,
    plans,
    comparisons,
    secrets: context.secrets,
    trace,
  };

  context.subscriptions.push(
    trace,
    connections,
    decorations,
    tree,
    view,
    missing,
    plans,
    comparisons,
    evidence,
    new StatusBar(sites),
    { dispose: noticeProblems(sites, trace) },
    showLoading(sites),
    window.registerFileDecorationProvider(decorations),
    workspace.registerTextDocumentContentProvider(evidenceScheme, evidence),
    ...registerCommands(host),
    detectLogs(trace),
    serveLogs(context.extensionUri, trace),
  );
  return contentApi(host);
};

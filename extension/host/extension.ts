import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { KnownSite } from '../app/knownSite';
import { KnownSites } from '../app/knownSites';
import type { SiteMarks } from '../app/siteMarks';
import { registerCommands } from './commands/registerCommands';
import { contentApi, type ContentApi } from './contentApi';
import { logFilters, SavedFilters } from './filters/savedFilters';
import type { Host } from './host';
import { WindowMarks } from './marks/windowMarks';
import { detectLogs } from './language/detection';
import { LogPanels, logPage } from './logs/logPanels';
import { offerLogView } from './logs/offerLogView';
import { LogServer } from './language/logServer';
import { AnalysisPanels, analysisPage } from './panels/analysisPanels';
import { CleanupPanels, cleanupPage } from './panels/cleanupPanels';
import { ComparePanels, comparePage } from './panels/comparePanels';
import { calendarPage, calendarPanels } from './panels/calendarPanels';
import { cyclesPage, cyclesPanels } from './panels/cyclesPanels';
import { historyPage, historyPanels } from './panels/historyPanels';
import { LibraryPanels, libraryPage } from './panels/libraryPanels';
import { matrixPage, matrixPanels } from './panels/matrixPanels';
import { missingPage, missingPanels } from './panels/missingPanels';
import { PagePanels } from './panels/pagePanel';
import { PlanPanel, planPage } from './panels/planPanel';
import { RunPanels, runPage } from './panels/runPanels';
import { noticeProblems } from './problemNotice';
import { serveRuns } from './run/serveRuns';
import { WindowRuns } from './run/windowRuns';
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
import { ReadinessDocuments, readinessScheme } from './views/readinessDocuments';
import { StandingDecorations } from './views/standingDecorations';
import { TreeWork } from './views/treeWork';
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
  const work = new TreeWork(sites);
  const tree = new ContentTree(sites, new NodePresenter(sites, decorations, work));
  const view = new ContentTreeView(sites, tree, () => connections.resume());
  const pagesOf = (page: typeof missingPage): PagePanels => new PagePanels(context.extensionUri, page);
  const marks = new WindowMarks(sites, context.globalStorageUri, worker, trace);
  const marksOf = (site: KnownSite): SiteMarks | undefined => marks.of(site);
  const reconnected = (key: string): KnownSite => connections.reconnected(key);
  const missing = missingPanels(pagesOf(missingPage), sites, reconnected, marksOf);
  const showMissing = (site: KnownSite, filter?: string): void => missing.show(site, filter);
  const matrices = matrixPanels(pagesOf(matrixPage), sites, reconnected, showMissing);
  const history = historyPanels(pagesOf(historyPage), sites, reconnected, marksOf, showMissing);
  const cycles = cyclesPanels(pagesOf(cyclesPage), sites, reconnected, {
    showMissing,
    revealDp: (site, dp) => view.reveal(site, undefined, dp),
  });
  const calendars = calendarPanels(pagesOf(calendarPage), sites, reconnected, {
    revealDp: (site, dp) => view.reveal(site, undefined, dp),
  });
  const runs = new WindowRuns(context.globalStorageUri, sites);
  work.follow(runs, tree);
  const analyses = new AnalysisPanels(pagesOf(analysisPage));
  const runPages = new RunPanels(pagesOf(runPage), runs);
  const commandLine = Uri.joinPath(context.extensionUri, 'dist', 'cli', 'main.js').fsPath;
  const plans = new PlanPanel(sites, pagesOf(planPage), runs, (id) => runPages.showRun(id));
  const comparisons = new ComparePanels(pagesOf(comparePage), view, sites, (key) =>
    connections.reconnected(key),
  );
  const libraries = new LibraryPanels(pagesOf(libraryPage), view, sites, reconnected);
  const cleanups = new CleanupPanels(pagesOf(cleanupPage), sites, reconnected, { showMissing, plans });
  const evidence = new EvidenceDocuments(sites);
  const filters = new SavedFilters(context.globalState);
  const logViews = new LogPanels(
    pagesOf(logPage),
    worker('logView'),
    new SavedFilters(context.globalState, logFilters),
    context.workspaceState,
  );
  const readiness = new ReadinessDocuments(sites);
  const logs = new LogServer(context.extensionUri, sites, trace);
  const host: Host = {
    sites,
    connections,
    tree,
    view,
    missing,
    comparisons,
    libraries,
    cleanups,
    cycles,
    calendars,
    history,
    matrices,
    logViews,
    plans,
    runs,
    runPages,
    analyses,
    commandLine,
    marks,
    filters,
    secrets: context.secrets,
    logs,
    trace,
  };

  context.subscriptions.push(
    trace,
    connections,
    decorations,
    tree,
    view,
    missing,
    cycles,
    calendars,
    history,
    matrices,
    logViews,
    offerLogView(logViews),
    plans,
    runs,
    runPages,
    analyses,
    work,
    marks,
    comparisons,
    libraries,
    cleanups,
    evidence,
    readiness,
    serveRuns(runs, sites, commandLine, trace),
    new StatusBar(sites),
    { dispose: noticeProblems(sites, trace) },
    showLoading(sites),
    window.registerFileDecorationProvider(decorations),
    workspace.registerTextDocumentContentProvider(evidenceScheme, evidence),
    workspace.registerTextDocumentContentProvider(readinessScheme, readiness),
    ...registerCommands(host),
    detectLogs(trace),
    logs,
  );
  return contentApi(host);
};

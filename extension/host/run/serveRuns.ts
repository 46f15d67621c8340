import { Disposable, workspace, type LogOutputChannel } from 'vscode';
import type { KnownSites } from '../../app/knownSites';
import { provideTasks } from '../tasks/contentTasks';
import { noticeLeftRuns } from './leftRunsNotice';
import { RunDocuments, runScheme } from './runDocuments';
import type { WindowRuns } from './windowRuns';

/** What goes with runs: their journals as documents, those that were left, and tasks that run the command line. */
export const serveRuns = (
  runs: WindowRuns,
  sites: KnownSites,
  commandLine: string,
  trace: LogOutputChannel,
): Disposable =>
  Disposable.from(
    runs,
    workspace.registerTextDocumentContentProvider(runScheme, new RunDocuments(runs)),
    { dispose: noticeLeftRuns(sites, runs, trace) },
    provideTasks(commandLine),
  );

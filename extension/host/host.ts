import type { LogOutputChannel, SecretStorage } from 'vscode';
import type { KnownSites } from '../app/knownSites';
import type { AnalysisPanels } from './panels/analysisPanels';
import type { CalendarPanels } from './panels/calendarPanels';
import type { CleanupPanels } from './panels/cleanupPanels';
import type { CyclesPanels } from './panels/cyclesPanels';
import type { WindowMarks } from './marks/windowMarks';
import type { HistoryPanels } from './panels/historyPanels';
import type { MatrixPanels } from './panels/matrixPanels';
import type { ComparePanels } from './panels/comparePanels';
import type { LibraryPanels } from './panels/libraryPanels';
import type { LogPanels } from './logs/logPanels';
import type { MissingPanels } from './panels/missingPanels';
import type { SavedFilters } from './filters/savedFilters';
import type { PlanPanel } from './panels/planPanel';
import type { WindowRuns } from './run/windowRuns';
import type { RunPanels } from './panels/runPanels';
import type { LogServer } from './language/logServer';
import type { SiteConnections } from './site/siteConnections';
import type { ContentTree } from './views/contentTree';
import type { ContentTreeView } from './views/contentTreeView';

/** What commands act on. Each command takes the parts it needs. */
export interface Host {
  readonly sites: KnownSites;
  readonly connections: SiteConnections;
  readonly tree: ContentTree;
  readonly view: ContentTreeView;
  readonly missing: MissingPanels;
  readonly cycles: CyclesPanels;
  readonly calendars: CalendarPanels;
  readonly history: HistoryPanels;
  readonly matrices: MatrixPanels;
  readonly logViews: LogPanels;
  readonly plans: PlanPanel;
  readonly runs: WindowRuns;
  /** Path of the command line's program. */
  readonly commandLine: string;
  readonly runPages: RunPanels;
  readonly analyses: AnalysisPanels;
  readonly marks: WindowMarks;
  readonly filters: SavedFilters;
  readonly comparisons: ComparePanels;
  readonly libraries: LibraryPanels;
  readonly cleanups: CleanupPanels;
  readonly secrets: SecretStorage;
  readonly logs: LogServer;
  readonly trace: LogOutputChannel;
}

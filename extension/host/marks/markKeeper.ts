import path from 'node:path';
import { workspace, type LogOutputChannel, type Uri } from 'vscode';
import { AcknowledgementFile } from '../../adapters/machine/acknowledgementFile';
import type { KnownSite } from '../../app/knownSite';
import { SiteMarks } from '../../app/siteMarks';
import { HistoryThread } from '../../workers/history/startHistory';
import { demoSize } from '../site/demoSettings';
import { acknowledgementPlace } from './acknowledgementPlace';

/** Opens acknowledgements and history of a site; loaded with the first connection. */
export class MarkKeeper {
  private readonly thread: HistoryThread;

  constructor(
    /** Global storage of the extension. */
    private readonly storage: Uri,
    workerFile: string,
    trace: LogOutputChannel,
  ) {
    this.thread = new HistoryThread(workerFile, (problem) => trace.warn(problem));
  }

  /** Throws with the next step when the setting names no place. */
  open(site: KnownSite, told: (problem: string) => void): SiteMarks {
    const folder = siteFolder(site);
    const sources = {
      acknowledgements: new AcknowledgementFile(acknowledgementPlace(this.storage, folder)),
      history: this.thread.of(path.join(this.storage.fsPath, 'history', folder)),
      startsAnew: !site.isConfigured,
    };
    return new SiteMarks(site.session, sources, told);
  }

  dispose(): void {
    void this.thread.dispose();
  }
}

/** A folder's name of the site's own; the sizes of the demo site are different sites. */
const siteFolder = ({ key, isConfigured }: KnownSite): string =>
  isConfigured
    ? `site-${key}`
    : `demo-${demoSize(workspace.getConfiguration('configmgrContent'), process.env)}`;

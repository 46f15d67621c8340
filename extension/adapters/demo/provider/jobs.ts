import type { SqliteRow } from '../demoDatabase';
import { timeText } from '../timeText';
import type { Pair, SiteEvents } from './siteEvents';

/** vSMS_DistributionJob.State. */
export const jobState = {
  pending: 0,
  inProgress: 3,
  pendingRestart: 4,
  complete: 5,
  failed: 6,
  cancelled: 7,
} as const;

/** vSMS_DistributionJob.Action: an update of the package, or its distribution (once more) to one DP. */
export type JobAction = 1 | 2;

export const bytesOf = ({ what }: Pair): number => (what.kilobytes ?? 1024) * 1024;

/** The jobs of Package Transfer Manager. */
export class Jobs {
  constructor(private readonly events: SiteEvents) {}

  /** The pair's job that has not come to its end, begun anew, or a new one. @returns JobID */
  begin(time: number, pair: Pair, action: JobAction): number {
    const open = this.openOf(pair);
    if (open === undefined) return this.add(time, pair, action);
    this.change(open, {
      State: jobState.pending,
      Action: action,
      RetryCount: 0,
      ReStartTime: null,
      PackageVersion: this.events.versionOf(pair.what),
      RemainingSize: bytesOf(pair),
      LastUpdateTime: timeText(time),
    });
    return open;
  }

  set(time: number, job: number, state: number, more: SqliteRow = {}): void {
    this.change(job, { State: state, LastUpdateTime: timeText(time), ...more });
  }

  /** What is still to be sent, 0 to 1. */
  progress(time: number, job: number, pair: Pair, remaining: number): void {
    this.set(time, job, jobState.inProgress, { RemainingSize: Math.round(remaining * bytesOf(pair)) });
  }

  /** Jobs that are at work or about to be. */
  active(): readonly SqliteRow[] {
    return this.events.site.database.all(
      'SELECT JobID, PkgID, NALPath FROM vSMS_DistributionJob WHERE State IN (0, 1, 2, 3) ORDER BY JobID',
    );
  }

  /** JobID of the pair's job that has not come to its end, if only because it waits for a restart (4, 8). */
  openOf({ dp, what }: Pair): number | undefined {
    const [row] = this.events.site.database.all(
      `SELECT MAX(JobID) AS id FROM vSMS_DistributionJob
       WHERE PkgID = ? AND NALPath = ? AND State IN (0, 1, 2, 3, 4, 8)`,
      [what.packageId, dp.nalPath],
    );
    return typeof row?.['id'] === 'number' ? row['id'] : undefined;
  }

  private add(time: number, pair: Pair, action: JobAction): number {
    const { database } = this.events.site;
    const [row] = database.all('SELECT COALESCE(MAX(JobID), 0) + 1 AS id FROM vSMS_DistributionJob');
    const id = Number(row?.['id']);
    const at = timeText(time);
    database.insert('vSMS_DistributionJob', {
      JobID: id,
      Action: action,
      State: jobState.pending,
      DPID: pair.dp.id,
      NALPath: pair.dp.nalPath,
      PkgID: pair.what.packageId,
      PackageVersion: this.events.versionOf(pair.what),
      CreationTime: at,
      StartTime: at,
      LastUpdateTime: at,
      RetryCount: 0,
      TotalSize: bytesOf(pair),
      RemainingSize: bytesOf(pair),
    });
    return id;
  }

  private change(job: number, columns: SqliteRow): void {
    const set = Object.keys(columns).map((column) => `${column} = ?`);
    this.events.site.database.run(`UPDATE site.vSMS_DistributionJob SET ${set.join(', ')} WHERE JobID = ?`, [
      ...Object.values(columns),
      job,
    ]);
  }
}

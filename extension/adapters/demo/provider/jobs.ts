import type { SqliteRow } from '../demoDatabase';
import { timeText } from '../timeText';
import type { Pair, SiteEvents } from './siteEvents';

/** vSMS_DistributionJob.State. */
export const jobState = { pending: 0, inProgress: 3, complete: 5, failed: 6, cancelled: 7 } as const;

export const bytesOf = ({ what }: Pair): number => (what.kilobytes ?? 1024) * 1024;

/** The jobs of Package Transfer Manager. */
export class Jobs {
  constructor(private readonly events: SiteEvents) {}

  /** @returns JobID */
  add(time: number, pair: Pair): number {
    const { database } = this.events.site;
    const [row] = database.all('SELECT COALESCE(MAX(JobID), 0) + 1 AS id FROM vSMS_DistributionJob');
    const id = Number(row?.['id']);
    const at = timeText(time);
    database.insert('vSMS_DistributionJob', {
      JobID: id,
      Action: 2,
      State: jobState.pending,
      DPID: pair.dp.id,
      NALPath: pair.dp.nalPath,
      PkgID: pair.what.packageId,
      PackageVersion: pair.what.sourceVersion,
      CreationTime: at,
      StartTime: at,
      LastUpdateTime: at,
      RetryCount: 0,
      TotalSize: bytesOf(pair),
      RemainingSize: bytesOf(pair),
    });
    return id;
  }

  set(time: number, job: number, state: number, pair: Pair, remaining?: number): void {
    this.events.site.database.run(
      `UPDATE site.vSMS_DistributionJob SET State = ?, LastUpdateTime = ?,
        RemainingSize = COALESCE(?, RemainingSize) WHERE JobID = ?`,
      [state, timeText(time), remaining === undefined ? null : Math.round(remaining * bytesOf(pair)), job],
    );
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
}

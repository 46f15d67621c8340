import type { CimProperties } from '../../../ports/cim';
import type { SqliteRow } from '../demoDatabase';
import type { DemoDp } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import { nalIdOf } from '../tables/nalPathRows';
import { timeText } from '../timeText';
import type { Pair, SiteEvents } from './siteEvents';

/** v_DistributionPoint.Status. */
export const targetStatus = { updated: 1, added: 2, deleted: 3 } as const;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The target list: which packages are to be on which DPs. */
export class Targets {
  constructor(private readonly events: SiteEvents) {}

  /** Also one that is gone, of which target rows may be left. */
  packageOf(packageId: string): DemoPackage | undefined {
    const { packages, predefined } = this.events.site.model;
    return [...packages, ...predefined].find((one) => same(one.packageId, packageId));
  }

  /** By the current NAL path, spelt exactly but for case. */
  pairOf(packageId: string, nalPath: string): Pair | undefined {
    const dp = this.events.site.model.dps.find((one) => same(one.nalPath, nalPath));
    const what = this.packageOf(packageId);
    return dp === undefined || what === undefined ? undefined : { dp, what };
  }

  /** Packages targeted to a DP: what its own list could hold. */
  to(dp: DemoDp): readonly Pair[] {
    const { packages, predefined } = this.events.site.model;
    const rows = this.rows('PackageID', 'NalID = ? AND TargetStatus <> 3', nalIdOf(dp));
    const targeted = new Set(rows.map(({ PackageID }) => PackageID));
    return [...packages, ...predefined]
      .filter(({ packageId }) => targeted.has(packageId))
      .map((what) => ({ dp, what }));
  }

  /** DPs that a package is targeted to. */
  of(what: DemoPackage): readonly Pair[] {
    const rows = this.rows('NalID', 'PackageID = ? AND TargetStatus <> 3', what.packageId);
    const targeted = new Set(rows.map(({ NalID }) => NalID));
    return this.events.site.model.dps.filter((dp) => targeted.has(nalIdOf(dp))).map((dp) => ({ dp, what }));
  }

  /** Status of the pair's row; undefined where it is not targeted. */
  statusOf({ dp, what }: Pair): number | undefined {
    const [row] = this.events.site.database.all(
      'SELECT TargetStatus FROM PairRows WHERE PackageID = ? AND NalID = ?',
      [what.packageId, nalIdOf(dp)],
    );
    return typeof row?.['TargetStatus'] === 'number' ? row['TargetStatus'] : undefined;
  }

  /** A row for a pair that has none, or whose old one waits for its clean-up. */
  add(time: number, pair: Pair): void {
    const { database } = this.events.site;
    database.run('DELETE FROM site.PairRows WHERE PackageID = ? AND NalID = ?', [
      pair.what.packageId,
      nalIdOf(pair.dp),
    ]);
    database.insert('PairRows', {
      PackageID: pair.what.packageId,
      NalID: nalIdOf(pair.dp),
      TargetStatus: targetStatus.added,
      LastRefreshTime: timeText(time),
      SourceVersion: this.events.versionOf(pair.what),
    });
    this.events.setContent(pair, { content: 'absent', version: undefined, obstacle: undefined });
    this.events.summarize(time, pair, 1);
  }

  /** Deletes rows by their exact keys. */
  drop({ PackageID, ServerNALPath, SiteCode }: CimProperties): void {
    this.events.site.database.run(
      `DELETE FROM site.PairRows WHERE PackageID = ? AND NalID =
        (SELECT n.NalID FROM site.NalPaths n WHERE n.NALPath = ? AND n.SiteCode = ?)`,
      [String(PackageID), String(ServerNALPath), String(SiteCode)],
    );
  }

  private rows(column: string, on: string, value: string | number): readonly SqliteRow[] {
    const sql = `SELECT ${column} FROM PairRows WHERE ${on} ORDER BY NalID, PackageID`;
    return this.events.site.database.all(sql, [value]);
  }
}

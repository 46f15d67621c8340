import type { DpKey } from '../../../core/content/nalPath';
import { distinctScopes } from '../../../core/reconcile/contentScope';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { FindingsScope } from '../../../ports/findings';
import type { SqliteRow } from '../demoDatabase';
import type { GeneratedSite } from '../generateSite';
import type { DemoDp } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import { messageKind, severityOf } from '../site/messageKind';
import type { TruePair } from '../site/trueContent';
import { recordIdOf } from '../tables/messageWriter';
import { nalIdOf } from '../tables/nalPathRows';
import { timeText } from '../timeText';

/** One package on one DP, as the simulation acts on it. */
export interface Pair {
  readonly dp: DemoDp;
  readonly what: DemoPackage;
}

const stateGroups: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 2],
  [2, 2],
  [3, 4],
  [7, 2],
]);

/** Writes what happens at the site: messages, rows, jobs, and the true content behind them. */
export class SiteEvents {
  private readonly pairs = new Map<PairId, FindingsScope>();
  private readonly dps = new Set<DpKey>();
  private readonly packages = new Set<string>();
  /** Source versions that have changed since the site was generated. */
  private readonly versions = new Map<DemoPackage, number>();
  private contentChanged: (pair: Pair, time: number | undefined) => void = () => undefined;

  constructor(readonly site: GeneratedSite) {}

  /** A message of a pair, which Content Status then shows. */
  says(time: number, id: number, { dp, what }: Pair, version?: number, extra?: readonly string[]): void {
    const number = this.site.messages.write({ id, time, dp, what, version, extra });
    const kind = messageKind(id);
    if (kind.state !== undefined) {
      const shown = { MessageID: id, MessageState: kind.state, MessageSeverity: severityOf(kind) };
      this.update({ dp, what }, { ...shown, MessageTime: timeText(time), StateGroup: kind.state });
      this.site.database.run(
        `UPDATE site.PairRows SET LastStatusID = ${recordIdOf('?')} WHERE PackageID = ? AND NalID = ?`,
        [number, what.packageId, nalIdOf(dp)],
      );
    }
    this.touch({ dp, what });
  }

  /** A message of a DP as a whole. */
  saysOfDp(time: number, id: number, dp: DemoDp): void {
    this.site.messages.write({ id, time, dp, what: undefined, version: undefined, extra: undefined });
    this.dps.add(dp.key);
  }

  /** A message of a package as a whole. */
  saysOfPackage(time: number, id: number, what: DemoPackage, extra?: readonly string[]): void {
    this.site.messages.write({ id, time, dp: undefined, what, version: undefined, extra });
    this.packages.add(what.packageId);
  }

  /** The package's source version. */
  versionOf(what: DemoPackage): number {
    return this.versions.get(what) ?? what.sourceVersion;
  }

  /** The site has a new version of the package in its library. */
  newVersion(time: number, what: DemoPackage): void {
    const version = this.versionOf(what) + 1;
    const dated = { SourceVersion: version, SourceDate: timeText(time) };
    this.versions.set(what, version);
    this.updatePackage(what, { ...dated, StoredPkgVersion: version }, dated);
    this.site.database.run('UPDATE site.v_Content SET ContentVersion = ? WHERE PkgID = ?', [
      version,
      what.packageId,
    ]);
  }

  /** Columns of the package's rows in v_SmsPackage and v_Package. */
  updatePackage({ packageId }: DemoPackage, stored: SqliteRow, shown: SqliteRow): void {
    const { database } = this.site;
    for (const [view, key, columns] of [
      ['v_SmsPackage', 'PkgID', stored],
      ['v_Package', 'PackageID', shown],
    ] as const) {
      const set = Object.keys(columns).map((column) => `${column} = ?`);
      database.run(`UPDATE site.${view} SET ${set.join(', ')} WHERE ${key} = ?`, [
        ...Object.values(columns),
        packageId,
      ]);
    }
  }

  /** The summarizer's State, with what follows from it. */
  summarize(time: number, pair: Pair, state: number, more: SqliteRow = {}): void {
    const group = stateGroups.get(state) ?? 1;
    this.update(pair, { State: state, StateGroup: group, SummaryDate: timeText(time), ...more });
  }

  /** Columns of the pair's row. */
  update(pair: Pair, columns: SqliteRow): void {
    const set = Object.keys(columns).map((column) => `${column} = ?`);
    this.site.database.run(`UPDATE site.PairRows SET ${set.join(', ')} WHERE PackageID = ? AND NalID = ?`, [
      ...Object.values(columns),
      pair.what.packageId,
      nalIdOf(pair.dp),
    ]);
    this.touch(pair);
  }

  /** The summarizer's State; undefined where it has no row. */
  stateOf({ dp, what }: Pair): number | undefined {
    const [row] = this.site.database.all('SELECT State FROM PairRows WHERE PackageID = ? AND NalID = ?', [
      what.packageId,
      nalIdOf(dp),
    ]);
    return typeof row?.['State'] === 'number' ? row['State'] : undefined;
  }

  contentOf({ dp, what }: Pair): TruePair {
    return this.site.contents.of(pairId(what.packageId, dp.key));
  }

  /** What lies on the DP is of this version, which the package has no longer. */
  keepVersion(pair: Pair, version: number): void {
    const held = this.contentOf(pair);
    if (held.version === undefined)
      this.site.contents.set(pairId(pair.what.packageId, pair.dp.key), { ...held, version });
  }

  /**
   * Something else lies on the DP from now on.
   * @param time when it was written there
   */
  setContent(pair: Pair, content: TruePair, time?: number): void {
    const { dp, what } = pair;
    this.site.contents.set(pairId(what.packageId, dp.key), content);
    this.site.disagreements.mend(dp.key, what.packageId);
    this.contentChanged(pair, time);
  }

  /** Who keeps what lies on the DPs hears of changes. */
  onContent(listener: (pair: Pair, time: number | undefined) => void): void {
    this.contentChanged = listener;
  }

  /** What was touched since the last call: single pairs, and DPs and packages as a whole. */
  takeChanges(): readonly FindingsScope[] {
    const changes = distinctScopes([
      ...Array.from(this.dps, (dp) => ({ dp })),
      ...Array.from(this.packages, (packageId) => ({ packageId })),
      ...this.pairs.values(),
    ]);
    for (const touched of [this.pairs, this.dps, this.packages]) touched.clear();
    return changes;
  }

  private touch({ dp, what }: Pair): void {
    this.pairs.set(pairId(what.packageId, dp.key), { packageId: what.packageId, dp: dp.key });
  }
}

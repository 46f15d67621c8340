import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import type { SqliteRow, SqliteValue } from '../../extension/adapters/demo/demoDatabase';
import type { Pair } from '../../extension/adapters/demo/provider/siteEvents';
import type { DpCycles } from '../../extension/core/reconcile/cycle';
import { grader } from '../../extension/core/reconcile/grade';
import type { PairFacts, PairMessage } from '../../extension/core/reconcile/pairFacts';
import { defaultSettings } from '../../extension/core/reconcile/settings';
import type { Verdict } from '../../extension/core/reconcile/verdict';

const whole = (value: SqliteValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const time = (value: SqliteValue | undefined): number | undefined =>
  typeof value === 'string' ? Date.parse(value) : undefined;

/** Rows of a view that are of one pair. */
const rowsOf = (site: DemoEngine, view: string, on: string, { dp, what }: Pair): readonly SqliteRow[] =>
  site.site.database.all(`SELECT v.* FROM ${view} v WHERE ${on}`, [
    what.packageId,
    /DPID/.test(on) ? dp.id : dp.nalPath,
  ]);

/** Status messages of a pair, by their attributes or insertion strings, oldest first. */
export const messagesOf = ({ site }: DemoEngine, { dp, what }: Pair): readonly PairMessage[] =>
  site.database
    .all(
      `SELECT CAST(m.RecordID AS TEXT) AS Record, m.MessageID, m.Time, v.AttributeValue AS Version
       FROM v_StatusMessage m JOIN v_StatMsgAttributes p ON p.RecordID = m.RecordID AND p.AttributeID = 400
       LEFT JOIN v_StatMsgAttributes d ON d.RecordID = m.RecordID AND d.AttributeID = 404
       LEFT JOIN v_StatMsgAttributes v ON v.RecordID = m.RecordID AND v.AttributeID = 410
       WHERE p.AttributeValue = ? AND (d.AttributeValue = ? OR (d.RecordID IS NULL AND m.MachineName = ?))
       ORDER BY m.RecordID`,
      [what.packageId, dp.nalPath, dp.server],
    )
    .map((row) => ({
      messageId: Number(row['MessageID']),
      time: time(row['Time']) ?? NaN,
      recordId: String(row['Record']),
      version: row['Version'] === null ? undefined : Number(row['Version']),
    }));

/** Marks of the DP's cycles: 2386, 2388, 2393. */
const cyclesOf = ({ site }: DemoEngine, { dp }: Pair): DpCycles => {
  const marks = (id: number): readonly number[] =>
    site.database
      .all('SELECT Time FROM v_StatusMessage WHERE MessageID = ? AND MachineName = ? ORDER BY Time DESC', [
        id,
        dp.style.machineName,
      ])
      .map((row) => time(row['Time']) ?? NaN);
  const [starts, [lastEnd, previousEnd]] = [marks(2393), marks(2386)];
  return {
    lastEnd,
    previousEnd,
    startMark: starts.find((start) => start <= (lastEnd ?? -Infinity) && start > (previousEnd ?? -Infinity)),
    newestStart: starts[0],
    newestBroken: marks(2388)[0],
    firstSeen: undefined,
    results: undefined,
    previousResults: undefined,
  };
};

const factsOf = (site: DemoEngine, pair: Pair): PairFacts => {
  const { dp, what } = pair;
  const one = (view: string, on: string): SqliteRow | undefined => rowsOf(site, view, on, pair)[0];
  const target = one('v_DistributionPoint', 'PackageID = ? AND ServerNALPath = ?');
  const summary = one('v_PackageStatusDistPointsSumm', 'PackageID = ? AND ServerNALPath = ?');
  const status = one('vSMS_DistributionDPStatus', 'PackageID = ? AND DPID = ?');
  const validated = one('v_ContentDistributionVersions', 'PkgID = ? AND DPNALPath = ?');
  const jobs = rowsOf(site, 'vSMS_DistributionJob', 'PkgID = ? AND DPID = ?', pair);
  const { nalPath, siteCode } = dp;
  return {
    packageId: what.packageId,
    dp: dp.key,
    nalPath,
    siteCode,
    inGroup: false,
    surplusTargets: [],
    hasContent: true,
    target: target && {
      nalPath,
      siteCode,
      status: whole(target['Status']),
      lastRefresh: time(target['LastRefreshTime']),
    },
    summary: summary && {
      siteCode,
      state: whole(summary['State']),
      sourceVersion: whole(summary['SourceVersion']),
      lastCopied: time(summary['LastCopied']),
      summaryDate: time(summary['SummaryDate']),
    },
    status: status && {
      messageId: Number(status['MessageID']),
      messageState: Number(status['MessageState']),
      lastUpdate: time(status['LastUpdateDate']) ?? NaN,
      recordId: '',
    },
    stateGroup: whole(one('v_ContentDistribution', 'PkgID = ? AND DPID = ?')?.['StateGroup']),
    validated: validated && {
      version: whole(validated['ValidatedVersion']),
      time: time(validated['ValidatedVersionTime']),
    },
    jobs: jobs.map((job) => ({
      jobId: String(job['JobID']),
      state: Number(job['State']),
      changed: time(job['LastUpdateTime']),
    })),
    messages: messagesOf(site, pair),
  };
};

/** What the rules say of one pair, by its rows as they are now. */
export const verdictNow = (site: DemoEngine, pair: Pair): Verdict => {
  const { dp, what } = pair;
  const readAt = site.clock.now();
  const { key, id, nalPath, server, siteCode, resourceType, description, isPullDp, isCloud } = dp;
  const { packageId, name, version, manufacturer, type, flags, sourceVersion, storedVersion } = what;
  const grade = grader({
    readAt,
    settings: defaultSettings,
    notRead: new Set(),
    cycles: new Map([[key, cyclesOf(site, pair)]]),
    oldestPass: readAt - 29.9 * 86_400_000,
    discarded: { byDp: new Map(), byPackage: new Map() },
    inventory: {
      ...{ siteCode, siteName: '', siteServer: '', groups: [], readAt },
      distributionPoints: [
        {
          ...{ key, id, nalPath, serverName: server, siteCode, resourceType, description, isPullDp, isCloud },
          ...{ isSiteServer: dp.isSiteServer, validates: dp.validates, validationSchedule: dp.schedule },
        },
      ],
      packages: [
        {
          ...{ packageId, name, version, manufacturer, type, flags, sourceVersion, storedVersion },
          ...{ sourceFlag: what.sourceFlag, bytes: 1, actionInProgress: 0, action: 0 },
        },
      ],
    },
  });
  return grade(factsOf(site, pair)).verdict;
};

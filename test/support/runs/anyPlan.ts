import { dpKeyOfNalPath, parseNalPath } from '../../../extension/core/content/nalPath';
import type { RunAction, RunPlan, RunStep } from '../../../extension/core/run/runPlan';
import type { SiteDatabase, SqlRow } from '../../../extension/ports/siteDatabase';

const never = new AbortController().signal;

/** What a plan reads of every pair that the site targets. */
const targetRows = `SELECT t.PackageID, t.ServerNALPath, t.SiteCode, t.ResourceType, t.LastRefreshTime, s.State,
    p.SourceVersion, p.Name, p.SourceSize
  FROM v_DistributionPoint t
  LEFT JOIN v_PackageStatusDistPointsSumm s ON s.PackageID = t.PackageID AND s.ServerNALPath = t.ServerNALPath
  LEFT JOIN v_SmsPackage p ON p.PkgID = t.PackageID
  ORDER BY t.ServerNALPath, t.PackageID`;

const readRows = async (database: SiteDatabase, sql: string): Promise<readonly SqlRow[]> => {
  const query = { id: 'asked', steps: [], results: [{ name: 'rows', sql }], needs: {}, parameters: {} };
  const rows: SqlRow[] = [];
  for await (const batch of database.run(query, {}, never)) rows.push(...batch.rows);
  return rows;
};

const number = (value: SqlRow[string] | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

const stepOf = (row: SqlRow, action: RunAction): RunStep => {
  const nalPath = String(row['ServerNALPath']);
  const refreshed = row['LastRefreshTime'];
  return {
    id: '',
    action,
    packageId: String(row['PackageID']),
    packageName: String(row['Name'] ?? ''),
    dp: dpKeyOfNalPath(nalPath, String(row['ResourceType'])) ?? '',
    dpName: parseNalPath(nalPath)?.server ?? '',
    nalPath,
    siteCode: String(row['SiteCode']),
    bytes: (number(row['SourceSize']) ?? 0) * 1024,
    sourceDp: '',
    before: {
      state: number(row['State']),
      sourceVersion: number(row['SourceVersion']),
      lastRefreshTime: typeof refreshed === 'string' ? Date.parse(refreshed) : undefined,
    },
  };
};

/** A step for every pair that the site targets, whatever its state: guards of planning are not asked. */
export const stepsOfAll = async (database: SiteDatabase, action: RunAction): Promise<readonly RunStep[]> =>
  (await readRows(database, targetRows)).map((row) => stepOf(row, action));

/** A confirmed plan of these steps, numbered. */
export const planWith = (siteCode: string, steps: readonly RunStep[]): RunPlan => ({
  hash: 'a'.repeat(16),
  siteCode,
  steps: steps.map((step, index) => ({ ...step, id: String(index + 1) })),
  caps: { steps: 5000, distributionPoints: 500, bytes: 2 ** 50 },
});

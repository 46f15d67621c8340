import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import type { SiteDatabase, SqlRow } from '../../../extension/ports/siteDatabase';
import type { Naming } from './askPeers';
import { questionOf, rowsOf } from './way';

const content = `SELECT d.ServerName AS Server, c.PkgID AS PackageID
  FROM v_ContentDistribution AS c
  INNER JOIN vDistributionPoints AS d ON d.DPID = c.DPID
  WHERE c.PkgID IN (SELECT k.PkgID FROM vSMS_Content AS k)`;

const ends = `SELECT m.MachineName AS Machine, MAX(m.Time) AS Time
  FROM v_StatMsgWithInsStrings AS m WHERE m.MessageID = 2386 GROUP BY m.MachineName`;

const passes = `SELECT m.MachineName AS Machine, m.InsString1 AS PackageID, MAX(m.Time) AS Time
  FROM v_StatMsgWithInsStrings AS m WHERE m.MessageID = 2384 GROUP BY m.MachineName, m.InsString1`;

const day = 86_400_000;

/** What the peers' queries of all DPs would give (peers.sql), worked out from three reads: to judge it, not to time it. */
export const peersAnswer = async (
  database: SiteDatabase,
  dps: readonly DemoDp[],
  naming: Naming,
): Promise<ReadonlySet<PairId>> => {
  const machines = new Map<string, Machine>();
  for await (const row of rowsOf(database, questionOf('ends', ends)))
    machineOf(machines, row).end = timeOf(row);
  for await (const row of rowsOf(database, questionOf('passes', passes))) {
    const id = row['PackageID'];
    const { passed } = machineOf(machines, row);
    const key = id === null ? undefined : String(id);
    passed.set(key, Math.max(passed.get(key) ?? -Infinity, timeOf(row)));
  }
  const held = new Map<string, string[]>();
  for await (const row of rowsOf(database, questionOf('content', content))) {
    const server = String(row['Server']).toLowerCase();
    held.set(server, [...(held.get(server) ?? []), String(row['PackageID'])]);
  }
  const pairs = new Set<PairId>();
  for (const { server, key } of dps) {
    const names = namesLike(server, naming);
    const missing = missingOf(
      [...held].filter(([name]) => names(name)).flatMap(([, packages]) => packages),
      [...machines].filter(([name]) => names(name)).map(([, machine]) => machine),
    );
    for (const packageId of missing) pairs.add(pairId(packageId, key));
  }
  return pairs;
};

/** What one machine's messages tell: its newest 2386, and the newest 2384 by package (undefined: without strings). */
interface Machine {
  end: number;
  readonly passed: Map<string | undefined, number>;
}

const machineOf = (machines: Map<string, Machine>, row: SqlRow): Machine => {
  const name = String(row['Machine']).toLowerCase();
  const known = machines.get(name) ?? { end: -Infinity, passed: new Map<string | undefined, number>() };
  machines.set(name, known);
  return known;
};

const timeOf = (row: SqlRow): number => {
  const time = row['Time'];
  return time instanceof Date ? time.getTime() : Date.parse(String(time));
};

const namesLike = (server: string, naming: Naming): ((name: string) => boolean) => {
  const wanted = server.toLowerCase();
  return naming === 'exact' ? (name) => name === wanted : (name) => name.includes(wanted);
};

const missingOf = (held: readonly string[], machines: readonly Machine[]): readonly string[] => {
  const end = Math.max(...machines.map((machine) => machine.end));
  const since = end === -Infinity ? Infinity : end - day;
  const told = new Set<string | undefined>();
  for (const { passed } of machines) for (const [id, time] of passed) if (time > since) told.add(id);
  return told.has(undefined) ? [] : held.filter((id) => !told.has(id));
};

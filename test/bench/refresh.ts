// A refresh of the medium site (300 DPs, 289,000 pairs) after a hundredth of it has changed, against reading it whole.
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { timeText } from '../../extension/adapters/demo/timeText';
import { generateSite, type GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import type { Report } from '../support/bench/report';

export const name = 'refresh';

const base = Date.UTC(2026, 5, 1, 12);
const oneDay = 86_400_000;

/** Content arrives on these pairs: message 2330, with what the site's views then show. */
const arrive = ({ database }: GeneratedSite, which: string, now: number): number => {
  const time = timeText(now);
  const newest = '(SELECT MAX(m.RecordID) FROM site.Messages m)';
  database.run(`CREATE TEMP TABLE arrived AS SELECT p.NalID AS NalID,
    ${newest} + ROW_NUMBER() OVER (ORDER BY p.NalID, p.PackageID) AS RecordID, p.PackageID AS PackageID,
    n.NALPath AS NALPath
    FROM site.PairRows p JOIN site.NalPaths n ON n.NalID = p.NalID
    WHERE p.MessageID IS NOT NULL AND ${which}`);
  const text = (column: string): string => `(SELECT t.TextID FROM site.Texts t WHERE t.Value = a.${column})`;
  database.run(
    `INSERT INTO site.Messages (RecordID, MessageID, Severity, MessageType, Time)
     SELECT a.RecordID, 2330, 1073741824, 768, ? FROM arrived a`,
    [time],
  );
  database.run(`INSERT INTO site.MessageTexts (RecordID, PackageText, DpText)
    SELECT a.RecordID, ${text('PackageID')}, ${text('NALPath')} FROM arrived a`);
  database.run(
    `UPDATE site.PairRows SET State = 0, LastCopied = ?1, SummaryDate = ?1, MessageID = 2330, MessageState = 1,
       MessageTime = ?1, LastStatusID = (SELECT a.RecordID FROM arrived a
         WHERE a.NalID = PairRows.NalID AND a.PackageID = PairRows.PackageID)
     WHERE (NalID, PackageID) IN (SELECT a.NalID, a.PackageID FROM arrived a)`,
    [time],
  );
  const [changed] = database.all('SELECT COUNT(*) AS pairs FROM arrived');
  database.run('DROP TABLE arrived');
  return Number(changed?.['pairs'] ?? 0);
};

export const run = async (report: Report): Promise<void> => {
  const site = await generateSite({ size: 'medium', seed: 1, release: 'current', now: base });
  let now = base;
  const connection = {
    database: new SqlExecutor(site.database),
    clock: { now: () => now, sleep: () => Promise.resolve() },
    info: {
      siteCode: site.model.siteCode,
      siteName: site.model.siteName,
      provider: { computer: site.model.siteServer, namespace: '' },
    },
  };
  const running = startFindingsInProcess();
  const { findings } = running;
  const { signal } = new AbortController();
  try {
    const all = async () => readAll(connection, findings, await refreshSite(connection, signal), signal);
    const whole = await report.time('whole site', { runs: 3, warmUps: 0 }, all);
    let known = await all();
    const again = async () => {
      known = await readChanges(
        connection,
        findings,
        await refreshSite(connection, signal),
        known,
        [],
        signal,
      );
    };
    // What messages lack attributes is listed once.
    await report.time('first refresh', { runs: 1, warmUps: 0 }, again);
    const refresh = async (label: string, which: string | undefined) => {
      const samples: number[] = [];
      let pairs = 0;
      for (let round = 0; round < 3; round++) {
        now += oneDay / 24;
        if (which !== undefined) pairs = arrive(site, which.replace('?', String(round)), now - oneDay / 48);
        const began = performance.now();
        await again();
        samples.push(performance.now() - began);
      }
      const middle = samples.sort((a, b) => a - b)[1] ?? 0;
      report.value(`${label}: pairs`, pairs, 'pairs');
      report.value(`${label}: time`, Math.round(middle), 'ms');
      report.value(`${label}: of the whole read`, Math.round((1000 * middle) / whole) / 10, '%');
    };
    const packages = '(SELECT k.PackageID FROM site.v_Package k WHERE k.rowid % 100 = ?)';
    await refresh('nothing changed', undefined);
    await refresh('ten packages on all DPs', `p.PackageID IN ${packages}`);
    await refresh(
      'a hundredth, scattered',
      `(p.NalID * 37 + (SELECT k.rowid FROM site.v_Package k WHERE k.PackageID = p.PackageID)) % 100 = ?`,
    );
  } finally {
    await running.dispose();
    site.messages.close();
    site.database.close();
  }
};

import fc from 'fast-check';
import type { DemoDatabase, SqliteRow } from '../../extension/adapters/demo/demoDatabase';
import { timeText } from '../../extension/adapters/demo/timeText';
import { dps, nal, packageIds, spellings, type Dp } from './anySite';
import { messageRows, nextRecord, type SiteRows } from './siteRows';

/** Something that happens at a site at a moment. */
export type SiteChange = (database: DemoDatabase, now: number) => void;

const anyDp = fc.constantFrom(...dps);
const anyPackage = fc.constantFrom(...packageIds);
const hour = 3_600_000;

const insert = (database: DemoDatabase, rows: SiteRows): void => {
  for (const [view, row] of rows) database.insert(view, row);
};

const update = (database: DemoDatabase, view: string, set: SqliteRow, where: SqliteRow): void => {
  const columns = (row: SqliteRow): string[] => Object.keys(row).map((column) => `${column} = ?`);
  database.run(
    `UPDATE site.${view} SET ${columns(set).join()} WHERE ${columns(where).join(' AND ')}`,
    [set, where].flatMap((row) => Object.values(row)),
  );
};

/** A new message, of now or one that comes late, in any of the ways that messages name a pair. */
const message = fc
  .record({
    id: fc.constantFrom(2303, 2330, 2331, 2380, 2382, 2383, 2384, 2385, 2386, 2388, 2393, 8200, 9506),
    dp: anyDp,
    packageId: anyPackage,
    spelling: fc.nat(4),
    form: fc.constantFrom<'attributes' | 'strings' | 'half'>('attributes', 'attributes', 'strings', 'half'),
    late: fc.constantFrom(0, 0, 0, 2, 9, 30),
    version: fc.constantFrom(null, '1', '2'),
  })
  .map(({ id, dp, packageId, spelling, form, late, version }): SiteChange => (database, now) => {
    const isMark = [2386, 2388, 2393].includes(id);
    insert(
      database,
      messageRows(
        {
          id,
          time: now - late * hour,
          machine: dp.server,
          monitoring: id >= 2380 && id <= 2393,
        },
        { packageId: isMark ? null : packageId, dp: spellings(dp)[spelling] ?? nal(dp), version },
        form,
      ),
    );
  });

/** The newest status of a pair, with or without its message: status filter rules may have thrown that away. */
const status = fc
  .record({
    dp: anyDp,
    packageId: anyPackage,
    MessageID: fc.constantFrom(2384, 2384, 2382, 2330, 2302, 8204, 9506),
    MessageState: fc.constantFrom(1, 1, 2, 4),
    kept: fc.boolean(),
  })
  .map(({ dp, packageId, MessageID, MessageState, kept }): SiteChange => (database, now) => {
    const RecordID = nextRecord();
    const key = { PackageID: packageId, DPID: dp.id };
    database.run('DELETE FROM site.vSMS_DistributionDPStatus WHERE PackageID = ? AND DPID = ?', [
      packageId,
      dp.id,
    ]);
    const row = { MessageID, MessageState, LastStatusID: RecordID, LastUpdateDate: timeText(now) };
    database.insert('vSMS_DistributionDPStatus', { ...key, ...row });
    if (kept)
      insert(
        database,
        messageRows(
          { id: MessageID, time: now, machine: dp.server, monitoring: MessageID === 2384 },
          { packageId, dp: nal(dp), version: null },
          'attributes',
          RecordID,
        ),
      );
    const StateGroup = MessageState;
    update(
      database,
      'v_ContentDistribution',
      { StateGroup, SummaryDate: timeText(now) },
      { PkgID: packageId, DPID: dp.id },
    );
  });

const summary = fc
  .record({
    dp: anyDp,
    PackageID: anyPackage,
    State: fc.nat(8),
    SourceVersion: fc.integer({ min: 1, max: 3 }),
    copied: fc.boolean(),
  })
  .map(({ dp, PackageID, State, SourceVersion, copied }): SiteChange => (database, now) => {
    const SummaryDate = timeText(now);
    const set = { State, SourceVersion, SummaryDate, ...(copied ? { LastCopied: SummaryDate } : {}) };
    update(database, 'v_PackageStatusDistPointsSumm', set, { PackageID, ServerNALPath: nal(dp) });
  });

const validatedVersion = fc
  .record({ dp: anyDp, PkgID: anyPackage, ValidatedVersion: fc.integer({ min: 1, max: 3 }) })
  .map(({ dp, PkgID, ValidatedVersion }): SiteChange => (database, now) => {
    const set = { ValidatedVersion, ValidatedVersionTime: timeText(now) };
    update(database, 'v_ContentDistributionVersions', set, { PkgID, DPNALPath: nal(dp) });
  });

const target = fc
  .record({
    dp: anyDp,
    PackageID: anyPackage,
    what: fc.constantFrom<'add' | 'remove' | 'refresh' | 'removing'>('add', 'remove', 'refresh', 'removing'),
  })
  .map(({ dp, PackageID, what }): SiteChange => (database, now) => {
    const key = { PackageID, ServerNALPath: nal(dp) };
    const LastRefreshTime = timeText(now);
    switch (what) {
      case 'add':
        // A pair has one row of a path.
        database.run(
          'DELETE FROM site.v_DistributionPoint WHERE PackageID = ? AND ServerNALPath = ?',
          Object.values(key),
        );
        database.insert('v_DistributionPoint', {
          ...key,
          SiteCode: dp.siteCode,
          ResourceType: 'Windows NT Server',
          Status: 2,
          LastRefreshTime,
        });
        return;
      case 'remove':
        for (const view of ['v_DistributionPoint', 'v_PackageStatusDistPointsSumm'])
          database.run(
            `DELETE FROM site.${view} WHERE PackageID = ? AND ServerNALPath = ?`,
            Object.values(key),
          );
        // What leaves a DP is told: without that, another target in its place would hide it in the counts.
        insert(
          database,
          messageRows(
            { id: 2331, time: now, machine: dp.server, monitoring: false },
            { packageId: PackageID, dp: nal(dp), version: null },
            'attributes',
          ),
        );
        return;
      case 'refresh':
        update(database, 'v_DistributionPoint', { LastRefreshTime }, key);
        return;
      case 'removing':
        update(database, 'v_DistributionPoint', { Status: 3 }, key);
    }
  });

const content = fc
  .record({ PackageID: anyPackage, SourceVersion: fc.integer({ min: 1, max: 3 }), gone: fc.boolean() })
  .map(({ PackageID, SourceVersion, gone }): SiteChange => (database) => {
    if (gone && SourceVersion === 1) {
      database.run('DELETE FROM site.v_Package WHERE PackageID = ?', [PackageID]);
      database.run('DELETE FROM site.vSMS_Content WHERE PkgID = ?', [PackageID]);
    } else update(database, 'v_Package', { SourceVersion, PkgSourceFlag: gone ? 1 : 2 }, { PackageID });
  });

const job = fc
  .record({ dp: anyDp, PkgID: anyPackage, State: fc.nat(9), ends: fc.boolean() })
  .map(({ dp, PkgID, State, ends }): SiteChange => (database, now) => {
    if (ends)
      database.run('DELETE FROM site.vSMS_DistributionJob WHERE PkgID = ? AND DPID = ?', [PkgID, dp.id]);
    else
      database.insert('vSMS_DistributionJob', {
        JobID: nextRecord(),
        DPID: dp.id,
        PkgID,
        State,
        CreationTime: timeText(now),
      });
  });

const group = fc
  .record({ dp: anyDp, PkgID: anyPackage, what: fc.nat(3) })
  .map(({ dp, PkgID, what }): SiteChange => (database) => {
    const [view, column, value] =
      what < 2 ? ['v_DPGroupMembers', 'DPNALPath', nal(dp)] : ['v_DPGroupPackages', 'PkgID', PkgID];
    if (what % 2 === 0) database.run(`DELETE FROM site.${view} WHERE ${column} = ?`, [value]);
    else database.insert(view, { GroupID: '{G}', [column]: value });
  });

const dpSetting = fc.tuple(anyDp, fc.nat(1)).map(([dp, HealthCheckEnabled]): SiteChange => (database) => {
  update(database, 'v_DistributionPointInfo', { HealthCheckEnabled }, { ID: dp.id });
});

const newDp = fc.constant<SiteChange>((database) => {
  const dp: Dp = { id: nextRecord() + 1000, server: `new${nextRecord()}`, siteCode: 'P01' };
  const row = { ID: dp.id, NALPath: nal(dp), ServerName: dp.server, SiteCode: dp.siteCode };
  database.insert('v_DistributionPointInfo', { ...row, ResourceType: 'Windows NT Server' });
});

/** Delete Aged Status Messages. */
const purge = fc.constantFrom(1, 9.5, 24, 600).map((hours): SiteChange => (database, now) => {
  const aged = 'SELECT RecordID FROM site.v_StatusMessage WHERE Time < ?';
  for (const view of ['v_StatMsgAttributes', 'v_StatMsgInsStrings', 'v_StatusMessage'])
    database.run(`DELETE FROM site.${view} WHERE RecordID IN (${aged})`, [timeText(now - hours * hour)]);
});

/** Any change that a site's own components or its admins make, dated as they date it. */
export const anyChange: fc.Arbitrary<SiteChange> = fc.oneof(
  { weight: 6, arbitrary: message },
  { weight: 4, arbitrary: status },
  { weight: 3, arbitrary: summary },
  { weight: 2, arbitrary: validatedVersion },
  { weight: 3, arbitrary: target },
  { weight: 2, arbitrary: content },
  { weight: 2, arbitrary: job },
  { weight: 2, arbitrary: group },
  { weight: 1, arbitrary: dpSetting },
  { weight: 1, arbitrary: newDp },
  { weight: 1, arbitrary: purge },
);

import assert from 'node:assert/strict';
import { openSqlServer } from '../../extension/adapters/sql/openSqlServer';
import { never, withSite } from '../adapters/demoSites';
import { differences, toldOf } from '../adapters/toldSite';
import { describeSiteDatabase } from '../contract/siteDatabaseContract';
import { SiteTables } from './siteTables';
import { createDatabase, siteOptions, targetOf, Writer, type Target } from './target';

const release = 'current';

describe('a T-SQL server', () => {
  let target: Target;
  const undo: (() => Promise<void> | void)[] = [];
  let database: string;

  before(async function () {
    this.timeout(600_000);
    target = targetOf(process.env);
    const created = await createDatabase(target);
    console.log(`    The views are made in database ${created.name}, and dropped afterwards.`);
    undo.push(() => created.drop());
    database = created.name;
    const writer = await Writer.open(target, database);
    undo.push(() => {
      writer.close();
    });
    const tables = new SiteTables(writer);
    if (!created.own) undo.push(() => tables.drop());
    await withSite({ release }, (site) => tables.create(site.database, release));
  });
  after(async function () {
    this.timeout(120_000);
    for (const step of undo.reverse()) await step();
  });

  describeSiteDatabase('the server', async () => {
    const opened = await openSqlServer(siteOptions(target, database), never);
    return { database: opened, close: () => opened.close() };
  });

  it('tells the truth, pair by pair', async () => {
    const opened = await openSqlServer(siteOptions(target, database), never);
    try {
      await withSite({ release }, async (site) => {
        const told = await toldOf(site, opened);
        assert.deepEqual(differences(site, told), []);
        assert.deepEqual(told.suspects, new Set(site.truth.suspectDps));
        assert.ok(told.discarded > 0);
      });
    } finally {
      await opened.close();
    }
  }).timeout(600_000);
});

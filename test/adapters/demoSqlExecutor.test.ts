import assert from 'node:assert/strict';
import { openDemoDatabase, type DemoDatabase } from '../../extension/adapters/demo/demoDatabase';
import type { Faults } from '../../extension/protocol/demoSite';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import type { SqlParameters, SqlQuery, SqlRow } from '../../extension/ports/siteDatabase';
import { SiteReadError } from '../../extension/ports/siteReadError';

const query = (parts: Partial<SqlQuery>): SqlQuery => ({
  id: 'asked',
  steps: [],
  results: [{ name: 'packages', sql: 'SELECT PackageID, Name FROM v_Package ORDER BY PackageID' }],
  needs: {},
  parameters: {},
  ...parts,
});

const never = new AbortController().signal;

const rowsOf = async (
  executor: SqlExecutor,
  asked: SqlQuery,
  parameters: SqlParameters = {},
  signal = never,
): Promise<readonly SqlRow[]> => {
  const rows: SqlRow[] = [];
  for await (const batch of executor.run(asked, parameters, signal)) rows.push(...batch.rows);
  return rows;
};

const failureOf = async (reading: Promise<unknown>): Promise<SiteReadError['failure']> => {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SiteReadError, String(error));
  return error.failure;
};

describe('demo SQL executor', () => {
  let database: DemoDatabase;
  const executor = (faults: Faults = {}): SqlExecutor => new SqlExecutor(database, faults);
  const packages = 1200;

  before(async () => {
    database = await openDemoDatabase('1806');
    for (let at = 0; at < packages; at++)
      database.insert('v_Package', {
        PackageID: `PS1${String(10_000 + at)}`,
        Name: at === 7 ? 'Größe' : 'App',
      });
    database.run(`INSERT INTO v_StatusMessage (RecordID, MessageID, Time)
      VALUES (72057594037927937, 2384, '2026-01-02T00:00:00.000Z'), (72057594037927938, 2386, '2026-01-02T00:00:00.001Z')`);
  });
  after(() => database.close());

  it('streams every row once, in order, in batches of at most 500', async () => {
    const seen: SqlRow[] = [];
    for await (const { result, rows } of executor().run(query({}), {}, never)) {
      assert.equal(result, 'packages');
      assert.ok(rows.length <= 500);
      seen.push(...rows);
    }
    assert.deepEqual(
      seen.map((row) => row['PackageID']),
      Array.from({ length: packages }, (_, at) => `PS1${String(10_000 + at)}`),
    );
  });

  it('keeps text case-insensitive through a step', async () => {
    const rows = await rowsOf(
      executor(),
      query({
        steps: [{ name: 'lower', sql: `SELECT 'ps110003' AS PackageID` }],
        results: [
          {
            name: 'same',
            sql: 'SELECT p.PackageID FROM v_Package p JOIN {lower} l ON l.PackageID = p.PackageID',
          },
        ],
      }),
    );
    assert.deepEqual(rows, [{ PackageID: 'PS110003' }]);
  });

  it('carries a RecordID beyond 2^53 exactly, out as text and in as a parameter', async () => {
    const sql = `SELECT CAST(MAX(RecordID) AS varchar(20)) AS RecordID FROM v_StatusMessage
      WHERE RecordID < CAST(@below AS bigint) AND Time < @until`;
    const asked = query({ results: [{ name: 'r', sql }], parameters: { below: 'bigint', until: 'time' } });
    const until = Date.parse('2026-01-02T00:00:00.001Z');
    const rows = await rowsOf(executor(), asked, { below: '72057594037927938', until });
    assert.deepEqual(rows, [{ RecordID: '72057594037927937' }]);
  });

  it('refuses to round a whole number beyond 2^53', async () => {
    const asked = query({ results: [{ name: 'r', sql: 'SELECT RecordID FROM v_StatusMessage' }] });
    const failure = await failureOf(rowsOf(executor(), asked));
    assert.match(failure.kind === 'failed' ? failure.cause : '', /RecordID .*CAST/);
  });

  const scoped = query({
    results: [{ name: 'r', sql: 'SELECT Name FROM v_Package WHERE PackageID = @package' }],
    parameters: { package: 'text' },
  });
  const refusals: readonly [string, SqlQuery, SqlParameters][] = [
    ['a missing one', scoped, {}],
    ['a surplus one', scoped, { package: 'PS110001', dp: 'x' }],
    ['one in another case', scoped, { Package: 'PS110001' }],
    ['one of another type', scoped, { package: 1 }],
    ['one that the text uses but nobody declared', { ...scoped, parameters: {} }, {}],
    [
      'one that nobody uses',
      { ...scoped, parameters: { package: 'text', dp: 'text' } },
      { package: 'x', dp: 'y' },
    ],
    [
      'a fraction for an int',
      query({
        results: [{ name: 'r', sql: 'SELECT Name FROM v_Package WHERE PackageType = @type' }],
        parameters: { type: 'int' },
      }),
      { type: 1.5 },
    ],
  ];
  for (const [what, asked, parameters] of refusals)
    it(`refuses parameters: ${what}`, async () => {
      assert.equal((await failureOf(rowsOf(executor(), asked, parameters))).kind, 'parameters');
    });

  it('takes a value as a value, whatever stands in it', async () => {
    const rows = await rowsOf(executor(), scoped, { package: "x' OR 1=1 --" });
    assert.deepEqual(rows, []);
  });

  it('names the view and the columns that the site lacks, before anything runs', async () => {
    const asked = query({
      needs: { v_Package: ['PackageID', 'Colour'], v_DistributionPointInfo: ['NALPath'] },
    });
    assert.deepEqual(await failureOf(rowsOf(executor(), asked)), {
      kind: 'missingColumn',
      query: 'asked',
      view: 'v_Package',
      columns: ['Colour'],
    });
  });

  it('can lack a column on demand', async () => {
    const faulty = executor({ dropColumns: { v_Package: ['Name'] } });
    const failure = await failureOf(rowsOf(faulty, query({ needs: { v_Package: ['Name'] } })));
    assert.equal(failure.kind, 'missingColumn');
    assert.equal((await rowsOf(faulty, query({ needs: { v_Package: ['PackageID'] } }))).length, packages);
  });

  it('breaks off on demand, after rows that were delivered', async () => {
    let seen = 0;
    const reading = (async () => {
      for await (const { rows } of executor({ failAfterRows: 600 }).run(query({}), {}, never))
        seen += rows.length;
    })();
    assert.equal((await failureOf(reading)).kind, 'failed');
    assert.ok(seen > 0 && seen <= 600);
  });

  it('hands out a value that no decoder takes, on demand', async () => {
    const rows = await rowsOf(executor({ badValue: { column: 'Name', value: 12 } }), query({}));
    assert.ok(rows.every((row) => row['Name'] === 12));
  });

  it('fails one query on demand and no other', async () => {
    const faulty = executor({ failQuery: 'asked' });
    assert.equal((await failureOf(rowsOf(faulty, query({})))).kind, 'failed');
    assert.equal((await rowsOf(faulty, query({ id: 'other' }))).length, packages);
  });

  it('says which SELECT failed and why', async () => {
    const failure = await failureOf(
      rowsOf(executor(), query({ results: [{ name: 'broken', sql: 'SELECT Colour FROM v_Package' }] })),
    );
    assert.match(failure.kind === 'failed' ? failure.cause : '', /broken.*Colour/);
  });

  it('stops when cancelled and leaves no table behind', async () => {
    const tables = () => database.all(`SELECT name FROM sqlite_temp_master WHERE type = 'table'`);
    const before = tables();
    const cancel = new AbortController();
    const reading = (async () => {
      for await (const { rows } of executor().run(query({}), {}, cancel.signal)) {
        assert.ok(tables().length > before.length);
        assert.ok(rows.length < packages);
        cancel.abort();
      }
    })();
    assert.equal((await failureOf(reading)).kind, 'cancelled');
    assert.deepEqual(tables(), before);
  });

  it('gives the rows of each run, of queries that run again and side by side', async () => {
    const sql = 'SELECT PackageID FROM v_Package WHERE PackageID = @id';
    const asked = query({ results: [{ name: 'one', sql }], parameters: { id: 'text' } });
    const again = executor();
    const ids = ['PS110000', 'PS110003', 'none'];
    const expected = [[{ PackageID: 'PS110000' }], [{ PackageID: 'PS110003' }], []];
    for (let round = 0; round < 2; round++)
      assert.deepEqual(await Promise.all(ids.map((id) => rowsOf(again, asked, { id }))), expected);
  });

  it('keeps only the last queries prepared', async () => {
    const one = executor();
    const count = () => database.all('SELECT COUNT(*) AS tables FROM sqlite_temp_master');
    const ask = (number: number) =>
      rowsOf(one, query({ results: [{ name: 'r', sql: `SELECT ${number} AS Number` }] }));
    for (let number = 0; number < 30; number++) assert.deepEqual(await ask(number), [{ Number: number }]);
    const before = count();
    for (let number = 30; number < 60; number++) assert.deepEqual(await ask(number), [{ Number: number }]);
    assert.deepEqual(count(), before);
  });

  it('reads all rows of one moment while others write', async () => {
    const seen: SqlRow[] = [];
    for await (const { rows } of executor().run(query({}), {}, never)) {
      database.insert('v_Package', { PackageID: `PS1Z${seen.length}`, Name: 'late' });
      seen.push(...rows);
    }
    database.run(`DELETE FROM v_Package WHERE Name = 'late'`);
    assert.equal(seen.length, packages);
  });
});

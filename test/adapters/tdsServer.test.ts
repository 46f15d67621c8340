import assert from 'node:assert/strict';
import type { Connection } from 'tedious';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { batchText } from '../../extension/adapters/sql/batchText';
import type { SqlRow } from '../../extension/ports/siteDatabase';
import { missingContent } from '../../extension/queries/missingContent';
import { siteQuery } from '../../extension/queries/siteQuery';
import { defaultOptions } from '../support/tds/options';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';
import {
  ask,
  askRows,
  lendConnection,
  secure,
  type ClientOptions,
  type ParameterSent,
} from '../support/tds/tediousClient';
import { never, withSite } from './demoSites';

/** A value without what differs by type: the demo has times as text, and bits as numbers. */
const told = (value: unknown): unknown => {
  const time = value instanceof Date ? value.getTime() : Date.parse(String(value));
  const isTime = value instanceof Date || /^\d{4}-\d\d-\d\dT/.test(String(value));
  // datetime knows three-hundredths of a second
  return isTime ? Math.round((time * 3) / 10) : typeof value === 'boolean' ? Number(value) : value;
};

const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row.map(told))).sort();

describe('the TDS server of the tests', () => {
  let server: RunningTdsServer;
  before(async function () {
    this.timeout(30_000);
    server = await startTdsServer({ generatedRows: 200_000 });
  });
  afterEach(() => server.setFaults({}));
  after(() => server.close());

  const using = <T>(use: (connection: Connection) => Promise<T>, client?: ClientOptions): Promise<T> =>
    lendConnection(server, use, client);

  describe('values', () => {
    const long = `${'x'.repeat(59_998)}😀`;
    const parameters: readonly ParameterSent[] = [
      ['big', 'BigInt', '9223372036854775807'],
      ['small', 'BigInt', '-5'],
      ['int', 'Int', -2_147_483_648],
      ['bit', 'Bit', true],
      ['float', 'Float', 0.1],
      ['time', 'DateTime', new Date(Date.UTC(2026, 1, 28, 23, 59, 59, 997))],
      ['short', 'NVarChar', `it's "q" [b] \0\u202e😀`, 60],
      ['empty', 'NVarChar', '', 60],
      ['long', 'NVarChar', long, Infinity],
      ['none', 'NVarChar', null, 60],
      ['noInt', 'Int', null],
      ['noTime', 'DateTime', null],
    ];
    const list = parameters.map(([name]) => `@${name} AS ${name}`).join(', ');
    const expected = Object.fromEntries(parameters.map(([name, , value]) => [name, value]));

    for (const [how, client] of [
      ['in clear', {}],
      ['encrypted', secure],
      ['in small packets', { options: { packetSize: 512 } }],
      ['in large packets', { options: { packetSize: 32_767, encrypt: true, trustServerCertificate: true } }],
    ] as const)
      it(`come back as they were sent, ${how}`, () =>
        using(async (connection) => {
          const [row] = await askRows(connection, `SELECT ${list}`, { parameters });
          assert.deepEqual(row, expected);
        }, client));

    it('have the types of the view columns they come from, through steps too', () =>
      using(async (connection) => {
        const sql = `SELECT * INTO #a FROM (
          SELECT d.ID AS ID, d.IsProtected AS IsProtected, d.NALPath AS NALPath FROM v_DistributionPointInfo AS d
          ) AS step_a;
          SELECT a.ID AS ID, a.IsProtected AS IsProtected, a.NALPath AS NALPath FROM #a AS a;
          SELECT m.RecordID AS RecordID, m.Time AS Time FROM v_StatusMessage AS m;`;
        const results = await ask(connection, sql);
        assert.deepEqual(
          results.map(({ columns }) =>
            columns.map(({ name, type, length }) => `${name} ${type} ${String(length)}`),
          ),
          [
            ['ID IntN 4', 'IsProtected BitN 1', 'NALPath NVarChar 510'],
            ['RecordID IntN 8', 'Time DateTimeN 8'],
          ],
        );
        for (const { rows } of results) assert.ok(rows.length > 0);
        const [, , path] = results[0]?.rows[0] ?? [];
        assert.match(String(path), /^\["Display=/);
      }));

    it('keep NULLs apart in rows that are mostly NULL', () =>
      using(async (connection) => {
        const nulls = Array.from({ length: 20 }, (_, at) => `CAST(NULL AS int) AS n${String(at)}`).join(', ');
        const [row] = await askRows(connection, `SELECT ${nulls}, 7 AS seven, '' AS empty`);
        assert.equal(Object.values(row ?? {}).filter((value) => value === null).length, 20);
        assert.deepEqual([row?.['seven'], row?.['empty']], [7, '']);
      }));
  });

  describe('statements', () => {
    it('give what the demo site gives', () =>
      withSite(defaultOptions.site, async ({ database }) => {
        const staleBefore = defaultOptions.site.now - 30 * 86_400_000;
        const query = siteQuery(missingContent).sql;
        const rows = new Map<string, SqlRow[]>(query.results.map(({ name }) => [name, []]));
        const values = { countPlain: 1, staleBefore };
        for await (const batch of new SqlExecutor(database).run(query, values, never))
          rows.get(batch.result)?.push(...batch.rows);
        const parameters: readonly ParameterSent[] = [
          ['countPlain', 'Int', 1],
          ['staleBefore', 'DateTime', new Date(staleBefore)],
        ];
        const results = await using((connection) =>
          ask(connection, batchText(query, 15_000), { parameters }),
        );
        assert.deepEqual(
          results.map((result) => sorted(result.rows)),
          [...rows.values()].map((all) => sorted(all.map((row) => Object.values(row)))),
        );
        assert.equal((await server.statistics()).temporaryTables, 0);
      })).timeout(20_000);

    it('leave temporary tables of a batch to the session, until it is reset', () =>
      using(async (connection) => {
        await ask(connection, 'SELECT * INTO #kept FROM (SELECT 1 AS n) AS q;', { asBatch: true });
        assert.deepEqual(await askRows(connection, 'SELECT k.n AS n FROM #kept AS k'), [{ n: 1 }]);
        await new Promise<void>((resolve, reject) => {
          connection.reset((error) => {
            if (error) reject(error);
            else resolve();
          });
        });
        await assert.rejects(ask(connection, 'SELECT k.n AS n FROM #kept AS k'), { number: 208 });
      }));

    it('tell their columns and views', () =>
      using(async (connection) => {
        const rows = await askRows(
          connection,
          `SELECT c.COLUMN_NAME AS name, c.DATA_TYPE AS type FROM INFORMATION_SCHEMA.COLUMNS AS c
           WHERE c.TABLE_NAME = 'V_SITE' AND c.COLUMN_NAME = 'SITECODE'`,
        );
        assert.deepEqual(rows, [{ name: 'SiteCode', type: 'nvarchar' }]);
      }));

    for (const [sql, number] of [
      ['SELECT a.x AS x FROM v_Nowhere AS a', 208],
      ['SELECT s.Absent AS x FROM v_Site AS s', 207],
      ['SELECT @nobody AS x', 137],
      ['SELECT FROM', 102],
      ['MERGE INTO x', 102],
    ] as const)
      it(`that are wrong are refused as SQL Server does: ${sql}`, () =>
        using(async (connection) => {
          await assert.rejects(ask(connection, sql), { number });
          assert.deepEqual(await askRows(connection, 'SELECT 1 AS n'), [{ n: 1 }]);
        }));

    it('stream rows that never exist as a whole', () =>
      using(async (connection) => {
        await ask(connection, 'SELECT g.Id AS Id FROM generated_rows AS g WHERE g.Id <= 20000');
        const before = (await server.statistics()).peakMemory;
        let rows = 0;
        await ask(connection, 'SELECT Id FROM generated_rows', { onRow: (_, row) => (rows = row) });
        assert.equal(rows, 200_000);
        const grown = (await server.statistics()).peakMemory - before;
        assert.ok(grown < 40_000_000, `grown by ${String(grown)}`);
      })).timeout(20_000);
  });

  describe('attention', () => {
    it('ends a statement that waits, and the connection goes on', () =>
      using(async (connection) => {
        const asked = ask(connection, "WAITFOR DELAY '00:01:00'; SELECT 1 AS n;");
        setTimeout(() => connection.cancel(), 50);
        await assert.rejects(asked, { code: 'ECANCEL' });
        assert.deepEqual(await askRows(connection, 'SELECT 2 AS n'), [{ n: 2 }]);
      }));

    it('ends a result that is being sent, to a client that has stopped reading too', () =>
      using(async (connection) => {
        for (const pause of [false, true]) {
          const asked = ask(connection, 'SELECT * FROM generated_rows', {
            onRow: (request, row) => {
              if (row !== 100) return;
              if (pause) request.pause();
              setTimeout(() => request.cancel(), pause ? 100 : 0);
            },
          });
          await assert.rejects(asked, { code: 'ECANCEL' });
        }
        assert.deepEqual(await askRows(connection, 'SELECT 3 AS n'), [{ n: 3 }]);
        assert.equal((await server.statistics()).running, 0);
      }));

    it('can be ignored', async () => {
      await server.setFaults({ ignoreAttention: true });
      await using(async (connection) => {
        const asked = ask(connection, "WAITFOR DELAY '00:00:30'");
        setTimeout(() => connection.cancel(), 50);
        await assert.rejects(asked, /Failed to cancel request/);
      });
    });
  });
});

import assert from 'node:assert/strict';
import type { WindowsSqlDatabase } from '../../extension/adapters/powershell/windowsSqlDatabase';
import type { RowBatch, SqlParameters, SqlQuery } from '../../extension/ports/siteDatabase';
import { SiteReadError } from '../../extension/ports/siteReadError';
import type { Step } from '../support/fakeShell/fakeShell';
import { eventually } from '../support/fakeShell/lendShell';
import { complete, header, rows, sqlError, withDatabase } from '../support/fakeShell/sqlShell';

const never = new AbortController().signal;

const query: SqlQuery = {
  id: 'packages',
  steps: [{ name: 'some', sql: 'SELECT p.PackageID AS PackageID FROM v_Package AS p WHERE p.Name = @name' }],
  results: [
    { name: 'packages', sql: 'SELECT s.PackageID AS PackageID FROM {some} AS s' },
    { name: 'counts', sql: 'SELECT @at AS At, @most AS Most, @number AS Number FROM {some} AS s' },
  ],
  needs: {},
  parameters: { name: 'text', at: 'time', most: 'bigint', number: 'int' },
};
const parameters: SqlParameters = {
  name: "O'Neil",
  at: Date.UTC(2026, 0, 2, 3, 4, 5, 7),
  most: '-9',
  number: 4,
};

const two = [header(0, { PackageID: 'plain' }), rows(['ABC00001']), header(1, { Most: 'bigint' })];

const read = async (database: WindowsSqlDatabase, signal = never): Promise<readonly RowBatch[]> => {
  const batches: RowBatch[] = [];
  for await (const batch of database.run(query, parameters, signal)) batches.push(batch);
  return batches;
};

const readFails =
  (kind: SiteReadError['kind'], words = /packages/) =>
  (error: unknown) => {
    assert.ok(error instanceof SiteReadError, String(error));
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, words);
    return true;
  };

describe('SQL through PowerShell', () => {
  it('gives values with their types, by result', () => {
    const long = '😀é"\\\n'.repeat(12_000);
    const kinds = {
      Text: 'plain',
      Empty: 'plain',
      Big: 'bigint',
      Time: 'time',
      Flag: 'plain',
      Nothing: 'time',
    };
    const values = [long, '', '9223372036854775807', Date.UTC(2026, 0, 2, 3, 4, 5, 7), true, null];
    return withDatabase(
      [
        {
          lines: [header(0, kinds), rows(values), header(1, { N: 'plain' }), rows([1.5], [null])],
          ...complete(),
        },
      ],
      async (database) => {
        assert.deepEqual(await read(database), [
          {
            result: 'packages',
            rows: [
              {
                Text: long,
                Empty: '',
                Big: '9223372036854775807',
                Time: new Date('2026-01-02T03:04:05.007Z'),
                Flag: true,
                Nothing: null,
              },
            ],
          },
          { result: 'counts', rows: [{ N: 1.5 }, { N: null }] },
        ]);
      },
    );
  });

  it('sends one batch, its parameters with their types, and how to connect; all of it as data', () =>
    withDatabase([{ lines: two, ...complete() }], async (database, shell) => {
      await read(database);
      const [{ verb, data } = { verb: '', data: {} }, ...more] = shell.requests();
      assert.equal(verb, 'sql');
      assert.deepEqual(more, []);
      const { text, ...rest } = data as Record<string, unknown>;
      assert.match(String(text), /SELECT \* INTO #some FROM[\s\S]*FROM #some AS s/);
      assert.ok(!String(text).includes('Neil'));
      assert.deepEqual(rest, {
        dataSource: 'tcp:SQL01\\CM',
        database: 'CM_ABC',
        encrypt: true,
        trustServerCertificate: false,
        applicationName: 'ConfigMgr Content',
        connectSeconds: 15,
        requestSeconds: 30,
        parameters: [
          { name: 'name', type: 'text', value: "O'Neil" },
          { name: 'at', type: 'time', value: '2026-01-02T03:04:05.007' },
          { name: 'most', type: 'bigint', value: '-9' },
          { name: 'number', type: 'int', value: '4' },
        ],
      });
    }));

  it('hands rows out while others are still being read, at most 1,000 at a time', () =>
    withDatabase(
      [
        {
          lines: [
            header(0, { N: 'plain' }),
            ...Array.from({ length: 125 }, () => rows(...Array.from({ length: 20 }, (_, n) => [n]))),
          ],
          then: 'silence',
        },
      ],
      async (database) => {
        const sizes: number[] = [];
        const cancel = new AbortController();
        const reading = (async () => {
          for await (const batch of database.run(query, parameters, cancel.signal))
            sizes.push(batch.rows.length);
        })();
        await eventually(() => assert.deepEqual(sizes, [1000, 1000]));
        const began = Date.now();
        cancel.abort();
        await assert.rejects(reading, readFails('cancelled'));
        assert.ok(Date.now() - began < 200);
      },
    ));

  it('who stops reading ends the shell and leaves no file; the next query works', () =>
    withDatabase(
      [
        { lines: [...two, rows(...Array.from({ length: 1000 }, (_, n) => [String(n)]))], then: 'silence' },
        { lines: two, ...complete() },
      ],
      async (database, shell) => {
        for await (const batch of database.run(query, parameters, never)) {
          assert.equal(batch.result, 'packages');
          break;
        }
        await eventually(() => assert.deepEqual(shell.running(), []));
        assert.ok(!shell.leftOvers().some((name) => name.endsWith('.ndjson')));
        assert.equal((await read(database)).length, 1);
      },
    ));

  it('fewer result sets than asked for are a failure, not fewer rows', () =>
    withDatabase([{ lines: two.slice(0, 2), ...complete(1) }], async (database) => {
      await assert.rejects(read(database), readFails('failed', /1 result sets instead of 2/));
    }));

  it('rows that are not understood are a failure', async () => {
    const wrong = ['{', '[]', rows(['a', 'b']), rows([{}]), header(0, {}).replace('[]', '[7]')];
    const steps = wrong.map((line): Step => ({ lines: [header(0, { A: 'plain' }), line], ...complete() }));
    await withDatabase(steps, async (database) => {
      for (let line = 0; line < wrong.length; line++)
        await assert.rejects(read(database), readFails('failed', /not understood/));
    });
  });

  it('failures of SQL Server are told as through mssql', async () => {
    const cases: readonly (readonly [number, SiteReadError['kind'], string?])[] = [
      [229, 'denied', 'The SELECT permission was denied.'],
      [-2, 'timeout'],
      [208, 'failed', "Invalid object name 'v_Package'."],
    ];
    const steps = cases.map(([number, , message]) => sqlError(number, message));
    await withDatabase(steps, async (database) => {
      for (const [, kind, message = ''] of cases) {
        const words = new RegExp(message.replaceAll('.', '\\.'));
        await assert.rejects(read(database), readFails(kind, words));
      }
    });
  });

  it('a deadlock victim, a broken connection and a dead shell are asked again before rows came', () =>
    withDatabase(
      [
        sqlError(1205, 'Transaction was deadlocked.'),
        { then: 'exit', code: 1 },
        { lines: two, ...complete() },
      ],
      async (database, shell) => {
        assert.equal((await read(database)).length, 1);
        assert.equal(shell.requests().length, 3);
      },
    ));

  it('one that breaks off after rows came is lost: nothing comes twice', () =>
    withDatabase(
      [
        {
          lines: [header(0, { N: 'plain' }), rows(...Array.from({ length: 1000 }, (_, n) => [n]))],
          pause: 100,
          then: 'exit',
          code: 1,
        },
      ],
      async (database, shell) => {
        await assert.rejects(read(database), readFails('lost', /ended by itself/));
        assert.equal(shell.requests().length, 1);
      },
    ));

  it('views are asked for first when a query needs some', () =>
    withDatabase(
      [
        {
          lines: [
            header(0, { VIEWNAME: 'plain', columnname: 'plain', mayread: 'plain' }),
            rows(['V_PACKAGE', 'packageid', 1], ['v_Package', 'Name', 1], ['v_Package', 'SourceVersion', 0]),
          ],
          ...complete(1),
        },
      ],
      async (database, shell) => {
        const catalogue = await database.catalogue(never);
        assert.deepEqual([...(catalogue.get('v_Package') ?? [])], ['PackageID', 'Name']);
        assert.deepEqual([...(catalogue.denied?.get('v_Package') ?? [])], ['SourceVersion']);
        const needy = { ...query, needs: { v_Package: ['PackageID', 'SourceVersion'] } };
        const reading = async (): Promise<void> => {
          for await (const batch of database.run(needy, parameters, never)) assert.fail(batch.result);
        };
        await assert.rejects(reading(), readFails('missingColumn', /SourceVersion of v_Package/));
        assert.equal(shell.requests().length, 1);
      },
    ));

  it("tells the server's time", () =>
    withDatabase(
      [{ lines: [header(0, { Now: 'time' }), rows([1_790_000_000_003])], ...complete(1) }],
      async (database) => assert.equal(await database.serverTime(never), 1_790_000_000_003),
    ));

  it('after closing nothing is read, and nothing asked again', () =>
    withDatabase([{ lines: two, ...complete() }], async (database, shell) => {
      await database.close();
      await assert.rejects(read(database), readFails('failed', /closed/));
      assert.deepEqual(shell.requests(), []);
    }));
});

import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { SqlServerDatabase } from '../../extension/adapters/sql/sqlServerDatabase';
import type { SiteReadError } from '../../extension/ports/siteReadError';
import { never, query, readErrorOf, rowOf, rowsOf, timed } from '../contract/asking';
import type { Faults } from '../support/tds/faults';
import { startTdsServer, type RunningTdsServer } from '../support/tds/startTdsServer';
import { generated, openOn, slack, soon } from './sqlServers';

describe('reading from a SQL Server that misbehaves', () => {
  let server: RunningTdsServer;
  let database: SqlServerDatabase;
  /** With a short time-out. */
  let hasty: SqlServerDatabase;

  before(async () => {
    server = await startTdsServer({ generatedRows: 2_500_000 });
    database = await openOn(server);
    hasty = await openOn(server, { requestTimeout: soon });
  });
  after(async () => {
    await database.close();
    await hasty.close();
    await server.close();
  });
  afterEach(() => server.setFaults({}));

  const worksAgain = async (from = database): Promise<void> => {
    await server.setFaults({});
    assert.equal((await rowsOf(from, generated(10))).length, 10);
  };

  const failing: readonly (readonly [string, Faults, SiteReadError['kind'], RegExp])[] = [
    ['it stalls', { stallAfterRows: 0 }, 'timeout', /1 s.*longer time/],
    ['it stalls in the middle', { stallAfterRows: 2500 }, 'timeout', /1 s.*longer time/],
    ['it stalls and cannot cancel', { stallAfterRows: 2500, ignoreAttention: true }, 'timeout', /1 s/],
    ['it goes away', { goneAfterRows: 0 }, 'lost', /connect and read again/],
    ['it goes away in the middle', { goneAfterRows: 2500 }, 'lost', /connect and read again/],
    ['the session is killed', { killAfterRows: 2500 }, 'lost', /kill state.*connect and read again/],
    [
      'a packet has an unknown token',
      { malformedAfterRows: 2500, malformed: 'token' },
      'failed',
      /malformed/,
    ],
    ['a packet has no length', { malformedAfterRows: 2500, malformed: 'length' }, 'failed', /malformed/],
    ['a deadlock cannot be got round', { error: { number: 1205, times: 99 } }, 'busy', /deadlock/],
    ['others hold locks', { error: { number: 1222, times: 99 } }, 'busy', /Lock request time out/],
    ['a right is missing', { error: { number: 229, times: 99 } }, 'denied', /db_datareader/],
    [
      'the database goes away',
      { error: { number: 9001, times: 99, afterRows: 2500 } },
      'lost',
      /log for database/,
    ],
    [
      'a deadlock on a server without numbers',
      { error: { number: 1205, times: 99 }, unnumbered: true },
      'busy',
      /deadlock/,
    ],
    [
      'a right is missing on a server without numbers',
      { error: { number: 230, times: 99 }, unnumbered: true },
      'denied',
      /db_datareader/,
    ],
  ];
  for (const [what, faults, kind, words] of failing)
    it(`names the cause and the next step, and goes on: ${what}`, async () => {
      await server.setFaults({ ...faults, onlyWith: 'generated_rows' });
      const from = kind === 'timeout' ? hasty : database;
      const { took, value: error } = await timed(readErrorOf(rowsOf(from, generated(5000))));
      assert.equal(error.kind, kind, error.message);
      assert.match(error.message, words);
      assert.ok(took < soon + slack, `${took} ms`);
      await worksAgain(from);
    });

  it('says so when a row breaks off, and goes on', async () => {
    await server.setFaults({ malformedAfterRows: 2500, malformed: 'row', onlyWith: 'generated_rows' });
    const error = await readErrorOf(rowsOf(hasty, generated(5000)));
    assert.ok(['failed', 'timeout', 'lost'].includes(error.kind), error.message);
    await worksAgain(hasty);
  });

  it('asks again when it was the victim of a deadlock', async () => {
    await server.setFaults({ error: { number: 1205, times: 2 }, onlyWith: 'generated_rows' });
    assert.equal((await rowsOf(database, generated(3000))).length, 3000);
  });

  it('asks nothing again of which rows were handed out', async () => {
    const asked = generated(4321);
    await server.setFaults({
      error: { number: 1205, times: 1, afterRows: 2500 },
      onlyWith: 'generated_rows',
    });
    const error = await readErrorOf(rowsOf(database, asked));
    assert.equal(error.kind, 'busy');
    const { batches } = await server.statistics();
    assert.equal(batches.filter((text) => text.includes('4321')).length, 1);
  });

  it('asks nothing again that will not change', async () => {
    await server.setFaults({ error: { number: 229, times: 1 }, onlyWith: 'generated_rows' });
    assert.equal((await readErrorOf(rowsOf(database, generated(4444)))).kind, 'denied');
    const { batches } = await server.statistics();
    assert.equal(batches.filter((text) => text.includes('4444')).length, 1);
  });

  it('cancels a query that is busy within a second, and the next one works', async () => {
    for (const ignoreAttention of [false, true]) {
      await server.setFaults({ stallAfterRows: 0, ignoreAttention, onlyWith: 'generated_rows' });
      const cancel = new AbortController();
      setTimeout(() => cancel.abort(), 200);
      const { took, value } = await timed(readErrorOf(rowsOf(database, generated(5000), {}, cancel.signal)));
      assert.equal(value.kind, 'cancelled');
      assert.ok(took < 1000, `${took} ms`);
      await worksAgain();
    }
  });

  it('gives up the connections of queries that it cannot cancel', async () => {
    await server.setFaults({ stallAfterRows: 0, ignoreAttention: true, onlyWith: 'generated_rows' });
    const cancel = new AbortController();
    const readings = Array.from({ length: 6 }, () =>
      readErrorOf(rowsOf(database, generated(5000), {}, cancel.signal)),
    );
    setTimeout(() => cancel.abort(), 200);
    for (const { kind } of await Promise.all(readings)) assert.equal(kind, 'cancelled');
    const { took } = await timed(rowOf(database, query('SELECT COUNT(*) AS Packages FROM v_Package AS p')));
    assert.ok(took < 1000 + slack, `${took} ms`);
  });

  it('is free again when readers have enough', async () => {
    for (let reader = 0; reader < 8; reader++)
      for await (const { rows } of database.run(generated(400_000), {}, never)) {
        assert.equal(rows.length, 1000);
        break;
      }
    const { took } = await timed(worksAgain());
    assert.ok(took < slack, `${took} ms`);
  });

  it('does not count the time in which nobody reads', async () => {
    let rows = 0;
    for await (const batch of hasty.run(generated(20_000), {}, never)) {
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, soon + 300));
      rows += batch.rows.length;
    }
    assert.equal(rows, 20_000);
  });

  it('keeps the password to itself', () => {
    const shown = inspect(database, { depth: 20, showHidden: true });
    assert.ok(!shown.includes(server.password));
  });

  const many = process.env.SOAK === undefined ? 200_000 : 2_500_000;

  it(`streams ${many} rows in flat memory, and the server waits for a slow reader`, async () => {
    const begun = process.memoryUsage().rss;
    let peak = begun;
    let rows = 0;
    for await (const batch of database.run(generated(many), {}, never)) {
      rows += batch.rows.length;
      if (rows % 20_000 !== 0) continue;
      peak = Math.max(peak, process.memoryUsage().rss);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal(rows, many);
    const growth = (peak - begun) / 2 ** 20;
    assert.ok(growth < 150, `${growth} MB`);
  }).timeout(300_000);

  it(`is cancelled within a second in the middle of ${many} rows`, async () => {
    const cancel = new AbortController();
    let rows = 0;
    let aborted = 0;
    const error = await readErrorOf(
      (async () => {
        for await (const batch of database.run(generated(many), {}, cancel.signal)) {
          rows += batch.rows.length;
          if (aborted !== 0 || rows < many / 2) continue;
          aborted = performance.now();
          cancel.abort();
        }
      })(),
    );
    assert.equal(error.kind, 'cancelled');
    assert.ok(performance.now() - aborted < 1000 && rows < many, `${rows} rows`);
    const { took } = await timed(worksAgain());
    assert.ok(took < 1000 + slack, `${took} ms`);
  }).timeout(300_000);
});

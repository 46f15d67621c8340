import assert from 'node:assert/strict';
import type { SiteDatabase } from '../../extension/ports/siteDatabase';
import { failureOf, query, rowOf, rowsOf, timed } from './asking';

const count = query('SELECT COUNT(*) AS Packages FROM v_Package AS p');

/** Every pair of packages: thousands of rows. */
const pairs = query(
  'SELECT a.PackageID AS One, b.PackageID AS Other FROM v_Package AS a CROSS JOIN v_Package AS b',
);

/** Tens of thousands of rows. */
const many = query(
  `SELECT a.PackageID AS One, d.NALPath AS Path FROM v_Package AS a CROSS JOIN v_Package AS b
    CROSS JOIN v_DistributionPointInfo AS d`,
);

/** Rows that stream, end early, are cancelled. */
export const describeReading = (database: () => SiteDatabase): void => {
  const packages = async (): Promise<number> => (await rowOf(database(), count)).int('Packages');

  it('streams every row once, in batches', async () => {
    const size = await packages();
    const seen = (await rowsOf(database(), pairs)).map(
      ({ row }) => `${row.text('One')} ${row.text('Other')}`,
    );
    assert.ok(size > 32, 'more than a batch');
    assert.equal(seen.length, size * size);
    assert.equal(new Set(seen).size, seen.length);
  });

  it('gives results in their order, also beside empty ones', async () => {
    const asked = query('', {
      steps: [
        { name: 'some', sql: 'SELECT p.PackageID AS PackageID FROM v_Package AS p' },
        { name: 'none', sql: 'SELECT s.PackageID AS PackageID FROM {some} AS s WHERE 1 = 0' },
      ],
      results: [
        { name: 'before', sql: 'SELECT n.PackageID AS PackageID FROM {none} AS n' },
        { name: 'first', sql: 'SELECT s.PackageID AS PackageID FROM {some} AS s' },
        { name: 'between', sql: 'SELECT n.PackageID AS PackageID FROM {none} AS n' },
        { name: 'second', sql: 'SELECT COUNT(*) AS Packages FROM {some} AS s' },
        { name: 'after', sql: 'SELECT n.PackageID AS PackageID FROM {none} AS n' },
      ],
    });
    const size = await packages();
    const seen = (await rowsOf(database(), asked)).map(({ result }) => result);
    assert.deepEqual(seen, [...Array.from({ length: size }, () => 'first'), 'second']);
  });

  it('runs the same query again, its steps made anew', async () => {
    const asked = query('SELECT COUNT(*) AS Packages FROM {some} AS s', {
      steps: [{ name: 'some', sql: 'SELECT p.PackageID AS PackageID FROM v_Package AS p' }],
    });
    const first = (await rowOf(database(), asked)).int('Packages');
    assert.equal((await rowOf(database(), asked)).int('Packages'), first);
  });

  it('answers several at a time', async () => {
    const size = await packages();
    const answers = await Promise.all(Array.from({ length: 6 }, () => rowsOf(database(), pairs)));
    assert.deepEqual(
      answers.map((rows) => rows.length),
      answers.map(() => size * size),
    );
  });

  it('does not begin when it is cancelled before', async () => {
    const { kind } = await failureOf(rowsOf(database(), count, {}, AbortSignal.abort()));
    assert.equal(kind, 'cancelled');
  });

  it('is cancelled within a second, and the next query works', async () => {
    const cancel = new AbortController();
    const reading = (async () => {
      for await (const { rows } of database().run(many, {}, cancel.signal))
        if (rows.length > 0) cancel.abort();
    })();
    const aborted = new Promise((resolve) => cancel.signal.addEventListener('abort', resolve));
    const failure = failureOf(reading);
    await aborted;
    const { took, value } = await timed(failure);
    assert.equal(value.kind, 'cancelled');
    assert.ok(took < 1000, `${took} ms`);
    assert.ok((await packages()) > 0);
  });

  it('is free again when a reader has enough', async () => {
    for (let reader = 0; reader < 5; reader++)
      for await (const { rows } of database().run(many, {}, new AbortController().signal)) {
        assert.ok(rows.length > 0);
        break;
      }
    assert.ok((await packages()) > 0);
  });
};

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SiteDatabase } from '../../extension/ports/siteDatabase';
import siteViews from '../../extension/queries/siteViews.json';
import { anyBigint, anyText, anyTime } from './anyValue';
import { describeReading } from './readingContract';
import { failureOf, query, readErrorOf, rowOf, rowsOf } from './asking';

/** A database with the rows of a small demo site, for one suite. */
export interface OpenedDatabase {
  readonly database: SiteDatabase;
  close(): Promise<void>;
}

export interface ContractOptions {
  /** How often a property is tried: fewer times where a query takes seconds. */
  readonly runs?: number;
}

const packages = query('SELECT p.PackageID AS PackageID, p.Name AS Name FROM v_Package AS p');

/**
 * What every SiteDatabase does, whatever carries its queries. Needs nothing of the server but the views: no
 * statement that writes, no cancelling of a busy query, no error numbers.
 */
export const describeSiteDatabase = (
  name: string,
  open: () => Promise<OpenedDatabase>,
  { runs = process.env.SOAK === undefined ? 40 : 1000 }: ContractOptions = {},
): void => {
  describe(`site database: ${name}`, () => {
    let opened: OpenedDatabase;
    const database = (): SiteDatabase => opened.database;

    before(async () => {
      opened = await open();
    });
    after(() => opened.close());

    it('tells the views and columns that it has, as the site spells them', async () => {
      const catalogue = await database().catalogue(new AbortController().signal);
      for (const view of ['v_Package', 'v_DistributionPoint', 'v_StatusMessage'] as const)
        for (const [column, type] of Object.entries(siteViews.views[view]))
          if (typeof type === 'string') assert.ok(catalogue.get(view)?.has(column), `${view}.${column}`);
    });

    it('carries values there and back, through a step too', async () => {
      const asked = query('', {
        steps: [{ name: 'given', sql: 'SELECT @text AS Told, CAST(@big AS bigint) AS Big, @at AS Moment' }],
        results: [
          {
            name: 'rows',
            sql: `SELECT g.Told AS Told, CAST(g.Big AS varchar(20)) AS Big, g.Moment AS Moment, @whole AS Whole
              FROM {given} AS g`,
          },
        ],
        parameters: { text: 'text', big: 'bigint', at: 'time', whole: 'int' },
      });
      const values = fc.record(
        { text: anyText, big: anyBigint, at: anyTime, whole: fc.integer() },
        { noNullPrototype: true },
      );
      await fc.assert(
        fc.asyncProperty(values, async (given) => {
          const row = await rowOf(database(), asked, given);
          assert.deepEqual(
            {
              text: row.text('Told'),
              big: row.bigintText('Big'),
              at: row.time('Moment'),
              whole: row.int('Whole'),
            },
            given,
          );
        }),
        { numRuns: runs },
      );
    });

    it('tells NULL from an empty text', async () => {
      const row = await rowOf(
        database(),
        query("SELECT '' AS Empty, CAST(NULL AS varchar(20)) AS NoText, CAST(NULL AS int) AS NoNumber"),
      );
      assert.equal(row.optionalText('Empty'), '');
      assert.equal(row.optionalText('NoText'), undefined);
      assert.equal(row.optionalInt('NoNumber'), undefined);
    });

    it('carries texts of 60,000 characters', async () => {
      const text = '0123456789ÄÖ😀'.repeat(4286).slice(0, 60_000);
      const asked = query('SELECT @text AS Told', { parameters: { text: 'text' } });
      assert.equal((await rowOf(database(), asked, { text })).text('Told'), text);
    });

    it('compares with the value of a parameter, never with what stands in it', async () => {
      const all = await rowsOf(database(), packages);
      const known = new Set(all.map(({ row }) => row.text('PackageID').toLowerCase()));
      const one = query('SELECT p.PackageID AS PackageID FROM v_Package AS p WHERE p.PackageID = @id', {
        parameters: { id: 'text' },
      });
      await fc.assert(
        fc.asyncProperty(anyText, async (id) => {
          fc.pre(!known.has(id.trimEnd().toLowerCase()));
          assert.deepEqual(await rowsOf(database(), one, { id }), []);
        }),
        { numRuns: runs },
      );
      const [first] = all;
      const id = first?.row.text('PackageID') ?? '';
      assert.equal((await rowOf(database(), one, { id })).text('PackageID'), id);
      assert.equal((await rowsOf(database(), packages)).length, all.length);
    });

    it('gives columns that are read whatever their case', async () => {
      const [first] = await rowsOf(database(), query('SELECT p.PackageID AS pACKAGEid FROM v_Package AS p'));
      assert.match(first?.row.text('PackageID') ?? '', /^\w{8}$/);
    });

    const scoped = query('SELECT p.Name AS Name FROM v_Package AS p WHERE p.PackageID = @package', {
      parameters: { package: 'text' },
    });
    const refused: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
      ['missing', {}],
      ['surplus', { package: 'PS100001', other: 1 }],
      ['of another type', { package: 1 }],
      ['spelt otherwise', { Package: 'PS100001' }],
    ];
    for (const [what, parameters] of refused)
      it(`refuses a parameter that is ${what}`, async () => {
        const { kind } = await failureOf(rowsOf(database(), scoped, parameters));
        assert.equal(kind, 'parameters');
      });

    it('names the query, the view and the columns that the site lacks', async () => {
      const needs = { v_Package: ['PackageID', 'Colour'] };
      assert.deepEqual(await failureOf(rowsOf(database(), { ...packages, needs })), {
        kind: 'missingColumn',
        query: 'asked',
        view: 'v_Package',
        columns: ['Colour'],
      });
    });

    it('names query and view when the server does not know it', async () => {
      const error = await readErrorOf(rowsOf(database(), query('SELECT n.Name AS Name FROM v_Nowhere AS n')));
      assert.equal(error.kind, 'failed');
      assert.match(error.message, /"asked".*v_Nowhere/);
      assert.ok((await rowsOf(database(), packages)).length > 0);
    });

    describeReading(database);
  });
};

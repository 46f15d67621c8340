import assert from 'node:assert/strict';
import { batchText } from '../../extension/adapters/sql/batchText';
import { scopedQuery } from '../../extension/adapters/sql/scopedQuery';
import type { SiteCatalogue, SqlQuery } from '../../extension/ports/siteDatabase';
import siteViews from '../../extension/queries/siteViews.json';
import { query } from '../contract/asking';
import { queryFiles } from '../unit/queries/allQueries';

const catalogue = (...views: readonly string[]): SiteCatalogue =>
  Object.assign(new Map<string, ReadonlySet<string>>(), { scoped: new Set(views) });

const scopedText = (asked: SqlQuery, ...views: readonly string[]): string =>
  scopedQuery(asked, new Map(), catalogue(...views), 'x')
    .query.results.map(({ sql }) => sql)
    .join();

describe('a query by role', () => {
  const needs = { v_Package: ['Name'], v_SmsPackage: ['PkgID'] };

  it('reads from the function of a view, and whole views as they are', () => {
    const sql =
      'SELECT p.Name AS Name FROM v_Package AS p\nLEFT JOIN v_SmsPackage AS s ON s.PkgID = p.PackageID';
    assert.equal(
      scopedText(query(sql, { needs }), 'v_Package'),
      sql.replace('v_Package', 'dbo.fn_rbac_Package(@UserSIDs)'),
    );
  });

  it('leaves literals, comments and other names alone', () => {
    const sql =
      "SELECT 'FROM v_Package' AS Told, p.v_Package AS X -- FROM v_Package\n/* JOIN v_Package */ FROM v_PackageX AS p";
    assert.equal(scopedText(query(sql, { needs }), 'v_Package'), sql);
  });

  it('keeps the whole name of a provider view', () => {
    const sql = 'SELECT d.DPID AS DPID FROM vSMS_DistributionDPStatus AS d';
    const asked = query(sql, { needs: { vSMS_DistributionDPStatus: ['DPID'] } });
    assert.match(scopedText(asked, 'vSMS_DistributionDPStatus'), /dbo\.fn_rbac_vSMS_DistributionDPStatus\(/);
  });

  it('hands the user over as a value, beside those of the query', () => {
    const told = new Map([['name', { type: 'text' as const, value: 'a' }]]);
    const asked = query('SELECT p.Name AS Name FROM v_Package AS p WHERE p.Name = @name', { needs });
    const { parameters } = scopedQuery(asked, told, catalogue('v_Package'), "'; DROP --");
    assert.deepEqual([...parameters], [...told, ['UserSIDs', { type: 'text', value: "'; DROP --" }]]);
    assert.deepEqual(scopedQuery(asked, told, catalogue(), 'x').parameters, told);
  });

  it('leaves no view that is read by role in any question of the site', () => {
    const all = catalogue(...Object.keys(siteViews.views));
    for (const { name, steps, results, needs: read } of queryFiles()) {
      const { query: asked } = scopedQuery(query('', { steps, results, needs: read }), new Map(), all, 'x');
      const text = batchText(asked, 1000).replace(/'(?:[^']|'')*'/g, "''");
      assert.doesNotMatch(text, /\b(FROM|JOIN)\s+v\w+/i, name);
    }
  });
});

import assert from 'node:assert/strict';
import { queryFiles, selectsOf } from './allQueries';
import { aliasesOf, codeOf, columnCountsOf, columnsOf, referencesOf } from './selectText';

/** What SQL Server and SQLite do not both take, or take differently. In code, without texts and comments. */
const refused: readonly (readonly [what: string, RegExp])[] = [
  ['TOP', /\bTOP\b/i],
  ['LIMIT', /\bLIMIT\b/i],
  ['OFFSET or FETCH', /\b(?:OFFSET|FETCH)\b/i],
  ['a table of VALUES', /\bVALUES\b/i],
  ['APPLY', /\bAPPLY\b/i],
  ['||', /\|\|/],
  ['+ beside a text', /''\s*\+|\+\s*''/],
  ['ISNULL and IFNULL', /\b(?:ISNULL|IFNULL|NVL)\s*\(/i],
  ['LEN and LENGTH', /\b(?:LEN|LENGTH)\s*\(/i],
  ['LEFT( and RIGHT(', /\b(?:LEFT|RIGHT)\s*\(/i],
  ['SUBSTR, INSTR, CHARINDEX', /\b(?:SUBSTR|INSTR|CHARINDEX)\s*\(/i],
  ["N''", /\bN''/],
  ['WITHIN GROUP', /\bWITHIN\s+GROUP\b/i],
  ['STRING_AGG and GROUP_CONCAT', /\b(?:STRING_AGG|GROUP_CONCAT)\b/i],
  ['dbo.', /\bdbo\./i],
  ['brackets', /[[\]]/],
  ['double quotes and backticks', /["`]/],
  ['NOT IN', /\bNOT\s+IN\b/i],
  ['LIKE', /\bLIKE\b/i],
  ['a CTE, which SQL Server runs at each reference', /\bWITH\b/i],
  ['SELECT a = b', /(?:SELECT|,)\s*\w+\s*=\s*\w+/],
  ['AVG', /\bAVG\s*\(/i],
  ['date arithmetic and the clock', /\b(?:DATEADD|DATEDIFF|GETDATE|GETUTCDATE|STRFTIME|DATETIME|NOW)\s*\(/i],
  ['SELECT *', /SELECT\s+(?:\w+\.)?\*/i],
  ['IIF', /\bIIF\s*\(/i],
  ['writing', /\b(?:INSERT|UPDATE|DELETE|MERGE|CREATE|DROP|ALTER|EXEC|INTO)\b/i],
  ['a second statement', /;/],
  ['ORDER BY outside of a window', /\bORDER\s+BY\b/i],
];

/** ORDER BY stands in `OVER (...)` only: rows have no order of their own. */
const outsideWindows = (code: string): string =>
  code.replace(/OVER\s*\((?:[^()]|\([^()]*\))*\)/gi, 'OVER ()');

describe('query text', () => {
  const files = queryFiles();

  for (const file of files)
    for (const { name, sql } of selectsOf(file)) {
      const where = `${file.name}.sql, ${name}`;
      const code = codeOf(sql);

      it(`${where}: runs on SQL Server and SQLite alike`, () => {
        const found = refused.filter(([, pattern]) => pattern.test(outsideWindows(code)));
        assert.deepEqual(
          found.map(([what]) => what),
          [],
        );
        assert.match(code, /^SELECT\b/);
      });

      it(`${where}: names every table and every derived table`, () => {
        const tables = code.match(/\b(?:FROM|JOIN)\s+(?!\()/g)?.length ?? 0;
        assert.equal(aliasesOf(code).length, tables);
        const derived = code.match(/\b(?:FROM|JOIN)\s*\(/g)?.length ?? 0;
        assert.ok((code.match(/\)\s+AS\s+\w+/g)?.length ?? 0) >= derived);
      });

      it(`${where}: names the table of every column, also in GROUP BY, WHERE and ON`, () => {
        const known = new Set([...aliasesOf(code).map(([alias]) => alias), ...derivedAliases(code)]);
        for (const [alias, column] of referencesOf(code)) assert.ok(known.has(alias), `${alias}.${column}`);
        assert.deepEqual(bareNames(code), []);
      });

      it(`${where}: gives as many columns in each part, all with names`, () => {
        assert.equal(new Set(columnCountsOf(sql)).size, 1);
        for (const column of columnsOf(sql)) assert.match(column, /^\w+$/);
      });
    }

  it('sums and counts what may pass 2^31 as bigint', () => {
    for (const file of files)
      for (const { name, sql } of selectsOf(file))
        for (const [, summed = ''] of codeOf(sql).matchAll(/\bSUM\(((?:[^()]|\([^()]*\))*)\)/g))
          assert.match(
            summed,
            /^CAST\(.* AS bigint\)$|^CASE WHEN .* THEN 1 ELSE 0 END$/,
            `${file.name}, ${name}`,
          );
  });

  it('lets bigint columns leave as text', () => {
    for (const file of files)
      for (const { name, sql } of file.results)
        for (const [item = ''] of codeOf(sql).matchAll(
          /(?<![\w(])\w+\.(?:PairNo|RecordID|LastStatusID|JobID|Bytes) AS \w+/g,
        ))
          // A step has made it text already.
          assert.match(item, /^j\.JobID/, `${file.name}, ${name}: ${item}`);
  });
});

const derivedAliases = (code: string): readonly string[] =>
  Array.from(code.matchAll(/\)\s+AS\s+(\w+)/g), ([, alias = '']) => alias);

const words = new Set(
  `ALL AND AS ASC BETWEEN BY CASE CAST COALESCE CONCAT COUNT CROSS DESC DISTINCT ELSE END EXCEPT EXISTS FROM GROUP HAVING IN
   INNER IS JOIN LEFT LOWER MAX MIN NOT NULL ON OR ORDER OUTER OVER PARTITION REPLACE ROW_NUMBER RTRIM SELECT SUBSTRING SUM THEN UNION
   UPPER WHEN WHERE`.split(/\s+/),
);

/** Names that stand alone: an alias of the select list or a bare column. */
const bareNames = (code: string): readonly string[] =>
  Array.from(
    code
      .replace(/\bAS\s+(?:varchar|nvarchar)\(\d+\)|\bAS\s+\w+/g, '')
      .replace(/\b(?:FROM|JOIN)\s+(?:\{\w+\}|\w+)/g, '')
      .replace(/\w+\.\w+|@\w+|\{\w+\}/g, '')
      .matchAll(/[A-Za-z_]\w*/g),
    ([name]) => name,
  ).filter((name) => !words.has(name));

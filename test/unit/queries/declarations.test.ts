import assert from 'node:assert/strict';
import { viewsOf } from '../../../extension/adapters/demo/schema';
import { parametersOf } from '../../../extension/queries/statementText';
import { siteQuery, type Needs } from '../../../extension/queries/siteQuery';
import { missingContent } from '../../../extension/queries/missingContent';
import { queryFiles, selectsOf, type QueryFile } from './allQueries';
import { aliasesOf, codeOf, columnsOf, referencesOf } from './selectText';

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

const listOf = (columns: Columns): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...columns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([view, names]) => [view, [...names].sort()]),
  );

const declaredBy = (needs: Needs): Columns =>
  new Map(Object.entries(needs).map(([view, names]) => [view, new Set(names)]));

/** Views and columns that a SELECT reads. An alias that stands for several views reads of all that have it. */
const readBy = (selects: readonly string[]): Columns => {
  const read = new Map<string, Set<string>>();
  for (const sql of selects) {
    const code = codeOf(sql);
    for (const [alias, source] of aliasesOf(code)) {
      if (source.startsWith('{')) continue;
      const columns = read.get(source) ?? new Set();
      const known = viewsOf('current').get(source);
      const shared = aliasesOf(code).filter(([other]) => other === alias).length > 1;
      for (const [of, column] of referencesOf(code))
        if (of === alias && (!shared || known?.has(column) === true)) columns.add(column);
      read.set(source, columns);
    }
  }
  return read;
};

/** Steps that are always run, with the results. */
const constant = ({ steps, results, optional }: QueryFile): readonly string[] => [
  ...steps.flatMap(({ name, sql, otherwise }) => (optional[name] ? [otherwise ?? ''] : [sql])),
  ...results.map(({ sql }) => sql),
];

describe('query declarations', () => {
  for (const file of queryFiles()) {
    it(`${file.name}: needs the views and columns that its text reads, and no other`, () => {
      assert.deepEqual(listOf(readBy(constant(file))), listOf(declaredBy(file.needs)));
    });

    for (const [name, { needs }] of Object.entries(file.optional)) {
      const step = file.steps.find((one) => one.name === name);

      it(`${file.name}, optional step ${name}: needs what it reads beside the rest`, () => {
        assert.ok(step !== undefined);
        const read = new Map(readBy([step.sql]));
        for (const [view, columns] of declaredBy(file.needs))
          if (!(view in needs) && [...(read.get(view) ?? [])].every((column) => columns.has(column)))
            read.delete(view);
        // Steps of one source are there together or not at all.
        const least = listOf(declaredBy(needs));
        for (const [view, columns] of Object.entries(listOf(read)))
          for (const column of columns) assert.ok(least[view]?.includes(column), `${view}.${column}`);
        assert.deepEqual(Object.keys(listOf(read)), Object.keys(least));
      });

      it(`${file.name}, optional step ${name}: what stands in gives the same columns, from views that are there`, () => {
        assert.ok(step?.otherwise !== undefined);
        assert.deepEqual(columnsOf(step.otherwise), columnsOf(step.sql));
        // Nothing, or what the step gives when nothing is known of the optional view.
        const reads = [...readBy([step.otherwise]).keys()];
        assert.ok(/\bWHERE 1 = 0$/.test(codeOf(step.otherwise)) || reads.every((view) => !(view in needs)));
      });
    }

    it(`${file.name}: has no optional text that nobody asks for`, () => {
      const written = file.steps.filter(({ otherwise }) => otherwise !== undefined).map(({ name }) => name);
      assert.deepEqual(written.sort(), Object.keys(file.optional).sort());
    });

    it(`${file.name}: reads columns that a site of 1806 has, and optionally those of a current one`, () => {
      const optional = Object.values(file.optional).map(({ needs }) => needs);
      for (const [release, all] of [
        ['1806', [file.needs]],
        ['current', optional],
      ] as const)
        for (const needs of all)
          for (const [view, columns] of Object.entries(needs))
            for (const column of columns)
              assert.ok(viewsOf(release).get(view)?.has(column), `${view}.${column}`);
    });

    it(`${file.name}: declares the parameters that it uses, in their case`, () => {
      const used = new Set(selectsOf(file).flatMap(({ sql }) => [...parametersOf(sql)]));
      assert.deepEqual([...used].sort(), Object.keys(file.parameters).sort());
    });

    it(`${file.name}: reads steps that come before, and reads all of them`, () => {
      const made = new Set<string>();
      const read = new Set<string>();
      for (const select of [...file.steps, ...file.results]) {
        const step = file.steps.find(({ name }) => name === select.name);
        const texts = [select.sql, step?.otherwise ?? ''];
        for (const text of texts)
          for (const [, earlier = ''] of codeOf(text).matchAll(/\{(\w+)\}/g)) {
            assert.ok(made.has(earlier), `${select.name} reads ${earlier}`);
            read.add(earlier);
          }
        if (step !== undefined) made.add(step.name);
      }
      assert.deepEqual(
        [...made].filter((step) => !read.has(step)),
        [],
      );
    });

    it(`${file.name}: reads only columns that earlier steps give`, () => {
      const given = new Map(file.steps.map(({ name, sql }) => [name, columnsOf(sql)]));
      for (const { name, sql } of selectsOf(file)) {
        const code = codeOf(sql);
        const aliases = aliasesOf(code);
        for (const [alias, column] of referencesOf(code)) {
          const of = aliases.filter(([other]) => other === alias).map(([, source]) => source);
          const steps = of.filter((source) => source.startsWith('{')).map((source) => source.slice(1, -1));
          if (of.length > 0 && steps.length === of.length)
            assert.ok(
              steps.some((step) => given.get(step)?.includes(column)),
              `${name}: ${alias}.${column}`,
            );
        }
      }
    });
  }
});

describe('an optional step', () => {
  const everything = new Map([...viewsOf('1806')].map(([view, columns]) => [view, new Set(columns.keys())]));

  it('runs where the site has what it needs', () => {
    assert.deepEqual(siteQuery(missingContent, everything).notRead, []);
    assert.deepEqual(siteQuery(missingContent).sql, siteQuery(missingContent, everything).sql);
  });

  it('is replaced where a column lacks, and its source is told as not read', () => {
    const views = new Map(everything);
    views.set('vSMS_DistributionJob', new Set(['JobID']));
    const query = siteQuery(missingContent, views);
    assert.deepEqual(new Set(query.notRead), new Set(['jobs']));
    assert.ok(!('vSMS_DistributionJob' in query.sql.needs));
    for (const { sql } of [...query.sql.steps, ...query.sql.results])
      assert.doesNotMatch(codeOf(sql), /vSMS_DistributionJob/);
  });

  it('is replaced where the view lacks, in every step that reads it', () => {
    const views = new Map(everything);
    views.delete('vSMS_DistributionDPStatus');
    const query = siteQuery(missingContent, views);
    assert.deepEqual(new Set(query.notRead), new Set(['statuses']));
    for (const { sql } of query.sql.steps) assert.doesNotMatch(codeOf(sql), /vSMS_DistributionDPStatus/);
  });
});

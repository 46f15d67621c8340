import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingFields, repairTexts, stateTexts } from '../../../extension/core/filter/findingFields';
import { compileFilter } from '../../../extension/core/filter/matches';
import { parseFilter } from '../../../extension/core/filter/parse';
import { cellClass, isShown, type Cell } from '../../../extension/core/matrix/cell';
import { matrixOrders, totalsOf, type MatrixView } from '../../../extension/core/matrix/matrix';
import { packageTypeName } from '../../../extension/core/content/packageType';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { SiteIndex } from '../../../extension/core/siteTree/siteIndex';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import type { LoadedMatrix } from '../../../webviews/matrix/loadedMatrix';
import { never } from '../findings/running';
import { countedSite, packed, type CountedSite } from './countedSite';
import { fetchMatrix } from './fetchMatrix';

const whole: MatrixView = { filter: '', order: 'name' };

/** Every cell of a matrix with the pair it is of. */
const cellsOf = (
  matrix: LoadedMatrix,
): readonly { readonly pair: string; readonly cell: Cell; readonly shown: boolean }[] =>
  matrix.axes.packages.flatMap((_, row) =>
    matrix.axes.dps.map((__, column) => ({
      pair: matrix.pair({ row, column }) ?? '',
      cell: matrix.cell({ row, column }),
      shown: isShown(matrix.byte({ row, column })),
    })),
  );

describe('findings as a matrix', () => {
  const running = startFindingsInProcess();
  const { findings } = running;
  let counted: CountedSite;

  before(async () => (counted = await countedSite(37, 29)));
  beforeEach(() => findings.load(counted.site.site, [{}], counted.site.pairs(), never));
  after(() => running.dispose());

  const dps = () => counted.site.site.inventory.distributionPoints.map(({ key }) => key);
  const setTargets = (targets = counted.targets) => findings.matrix.setTargets(packed(dps(), targets), never);

  it('leaves open what is only counted, and is never wrong about the rest', async () => {
    const matrix = await fetchMatrix(findings.matrix, whole);
    const cells = cellsOf(matrix);
    const open = cells.filter(({ cell }) => cell === 'open');
    assert.ok(open.length > 0 && open.length === matrix.axes.open);
    for (const { pair, cell } of cells) {
      const truth = counted.truth.get(pair as never) ?? 'none';
      if (cell === 'open') assert.ok(truth === 'validated' || truth === 'none', `${pair} is ${truth}`);
      else assert.equal(cell, truth, pair);
    }
  });

  it('knows every cell once it is told what is targeted', async () => {
    await setTargets();
    const matrix = await fetchMatrix(findings.matrix, whole);
    assert.equal(matrix.axes.open, 0);
    for (const { pair, cell } of cellsOf(matrix))
      assert.equal(cell, counted.truth.get(pair as never) ?? 'none', pair);
  });

  it('calls nothing validated that was targeted only after the findings were read', async () => {
    const targeted = new Set(counted.targets.map(([packageId, dp]) => pairId(packageId, dp)));
    const { packages } = counted.site.site.inventory;
    const later = packages
      .flatMap(({ packageId }) => dps().map((dp) => [packageId, dp] as const))
      .filter(
        ([packageId, dp]) =>
          !counted.truth.has(pairId(packageId, dp)) && !targeted.has(pairId(packageId, dp)),
      );
    assert.ok(later.length > 20);
    await setTargets([...counted.targets, ...later.filter((_, place) => place % 4 === 0)]);
    for (const { pair, cell } of cellsOf(await fetchMatrix(findings.matrix, whole)))
      if (cell === 'validated') assert.equal(counted.truth.get(pair as never), 'validated', pair);
  });

  it('forgets what was targeted when the whole site is read again, and keeps it over a read of a part', async () => {
    await setTargets();
    const [dp] = dps();
    assert.ok(dp);
    const { site, pairs } = counted.site;
    const readAt = site.readAt + 1;
    const later = { ...site, readAt, inventory: { ...site.inventory, readAt } };
    const part = { ...site, readAt };
    const facts = [];
    for await (const batch of pairs()) facts.push(...batch.filter((pair) => pair.dp === dp));
    const some = (async function* () {
      await Promise.resolve();
      yield facts;
    })();
    await findings.load(part, [{ dp }], some, never);
    assert.equal((await findings.matrix.open(whole, never)).open, 0);
    await findings.load(later, [{}], pairs(), never);
    assert.ok((await findings.matrix.open(whole, never)).open > 0);
  });

  it('shows the cells that the filter language says, of counted pairs too, and only rows and columns that have some', async () => {
    await setTargets();
    const { inventory } = counted.site.site;
    const index = new SiteIndex(inventory);
    const everything = cellsOf(await fetchMatrix(findings.matrix, whole)).filter(
      ({ cell }) => cell !== 'none',
    );
    const reasons = new Map(
      (
        await findings.page({ filter: '', sort: { column: 'package', descending: false } }, 0, 500, never)
      ).rows.map(({ id, reason }) => [id as string, reason]),
    );
    const texts = (pair: string, cell: Cell, field: string): readonly string[] => {
      const [packageId = '', dp = ''] = pair.split('@');
      const content = index.packages.get(packageId);
      switch (field) {
        case 'state':
          return cell === 'none' || cell === 'open' ? [] : stateTexts(cell);
        case 'repair':
          return cell === 'none' || cell === 'open' ? [] : repairTexts(cell);
        case 'dp':
          return [index.dpName(dp as never)];
        case 'group':
          return index.groupNamesOfPair(packageId, dp as never);
        case 'type':
          return [packageTypeName(content?.type ?? 0)];
        case 'package':
          return [content?.name ?? '', packageId];
        default:
          return [reasons.get(pair) ?? ''];
      }
    };
    const filters = fc.constantFrom(
      'state:problems',
      'state:validated group:europe',
      'group:asia or size>1GB',
      '-state:validated',
      'dp:zrh -package:7-zip',
      'repair:ask type:application',
      'zrh',
      'dp:nowhere',
      'group="Labs & kiosks" (state:stale,unknown or state:validated)',
    );
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...matrixOrders), async (filter, order) => {
        const matches = compileFilter(parseFilter(filter, findingFields), findingFields);
        const expected = everything.filter(({ pair, cell }) =>
          matches({
            texts: (field) => texts(pair, cell, field),
            size: () => index.packages.get(pair.split('@')[0] ?? '')?.bytes,
          }),
        );
        const matrix = await fetchMatrix(findings.matrix, { filter, order });
        const shown = cellsOf(matrix).filter(({ shown: is }) => is);
        const ids = (list: readonly { readonly pair: string }[]) => list.map(({ pair }) => pair).sort();
        assert.deepEqual(ids(shown), ids(expected), filter);
        const part = (place: 0 | 1) => new Set(shown.map(({ pair }) => pair.split('@')[place])).size;
        assert.equal(matrix.rows, part(0));
        assert.equal(matrix.columns, part(1));
      }),
      { numRuns: 40 },
    );
  });

  it('puts rows and columns with the most problems first, or those of one group side by side', async () => {
    await setTargets();
    const problems = (matrix: LoadedMatrix, row: number) =>
      matrix.axes.dps.filter(
        (_, column) =>
          cellClass(matrix.cell({ row, column })) === 'problems' ||
          cellClass(matrix.cell({ row, column })) === 'ask',
      ).length;
    const worst = await fetchMatrix(findings.matrix, { filter: '', order: 'problems' });
    const counts = worst.axes.packages.map((_, row) => problems(worst, row));
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    assert.ok((counts[0] ?? 0) > (counts.at(-1) ?? 0));

    const index = new SiteIndex(counted.site.site.inventory);
    const grouped = await fetchMatrix(findings.matrix, { filter: '', order: 'group' });
    const first = grouped.axes.dps.map(({ key }) => index.groupNamesOfDp(key).toSorted()[0] ?? '~');
    assert.deepEqual(first, first.toSorted());
  });

  it('sums up what is shown: each sum is what its own filter shows', async () => {
    await setTargets();
    const filter = '-state:running';
    const { counts } = await fetchMatrix(findings.matrix, { filter, order: 'name' });
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const of of totalsOf) {
      const { total, rows } = await findings.matrix.totals(
        { filter, of, sort: { column: 'problems', descending: true } },
        0,
        500,
        never,
      );
      assert.equal(rows.length, total);
      if (of !== 'group')
        assert.equal(
          rows.reduce((sum, { pairs }) => sum + pairs, 0),
          all,
          of,
        );
      for (const { value, pairs, byClass } of rows.slice(0, 4)) {
        const narrow = `${filter} ${of === 'verdict' ? `state:${value}` : `${of}="${value}"`}`;
        const shown = await fetchMatrix(findings.matrix, { filter: narrow, order: 'name' });
        assert.deepEqual(Object.fromEntries(shown.counts), byClass, narrow);
        assert.equal(
          [...shown.counts.values()].reduce((sum, count) => sum + count, 0),
          pairs,
        );
      }
      const problems = rows.map(({ byClass }) => (byClass.problems ?? 0) + (byClass.ask ?? 0));
      assert.deepEqual(
        problems,
        problems.toSorted((a, b) => b - a),
        of,
      );
    }
  });

  it('refuses tiles of a matrix that is no longer the same, and filters that are not understood', async () => {
    const { stamp } = await findings.matrix.open(whole, never);
    await setTargets();
    await assert.rejects(findings.matrix.tile(whole, stamp, 0, 5, never), { kind: 'stale' });
    await assert.rejects(findings.matrix.open({ filter: 'foo:bar', order: 'name' }, never), {
      kind: 'filter',
    });
  });
});

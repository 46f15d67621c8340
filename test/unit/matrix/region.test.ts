import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellClass, cellClasses, isShown, type CellClass } from '../../../extension/core/matrix/cell';
import { matrixAct, matrixActions, matrixOpen } from '../../../extension/protocol/matrixPage';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import type { LoadedMatrix } from '../../../webviews/matrix/loadedMatrix';
import { MapSelection } from '../../../webviews/matrix/mapSelection';
import { regionBetween, type Region } from '../../../webviews/matrix/region';
import { offeredPairs, regionSelection } from '../../../webviews/matrix/regionActions';
import { measureRegion } from '../../../webviews/matrix/regionMeasure';
import { never } from '../findings/running';
import { countedSite, packed } from './countedSite';
import { fetchMatrix } from './fetchMatrix';

const anyPlace = (matrix: LoadedMatrix) =>
  fc.record({ row: fc.nat(matrix.rows - 1), column: fc.nat(matrix.columns - 1) });

const placesIn = ({ top, left, bottom, right }: Region) =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => ({ row: top + row, column: left + column })),
  ).flat();

describe('a region of the heat map', () => {
  const running = startFindingsInProcess();
  const { findings } = running;
  let matrix: LoadedMatrix;
  let filtered: LoadedMatrix;

  before(async () => {
    const { site, targets } = await countedSite(23, 31);
    await findings.load(site.site, [{}], site.pairs(), never);
    const dps = site.site.inventory.distributionPoints.map(({ key }) => key);
    await findings.matrix.setTargets(packed(dps, targets), never);
    matrix = await fetchMatrix(findings.matrix, { filter: '', order: 'problems' });
    filtered = await fetchMatrix(findings.matrix, { filter: 'dp:zrh or type:application', order: 'group' });
  });
  after(() => running.dispose());

  it('amounts to what of it is shown: pairs, packages, DPs, and bytes of each class', () =>
    fc.assert(
      fc.property(anyPlace(filtered), anyPlace(filtered), fc.subarray([...cellClasses]), (a, b, hidden) => {
        const shown = filtered.hiding(new Set(hidden));
        const region = regionBetween(a, b);
        const places = placesIn(region).filter((place) => isShown(shown.byte(place)));
        const measure = measureRegion(shown, region);
        assert.equal(measure.pairs, places.length);
        assert.equal(measure.packages, new Set(places.map(({ row }) => row)).size);
        assert.equal(measure.dps, new Set(places.map(({ column }) => column)).size);
        for (const { of, pairs, bytes, cells } of measure.byClass) {
          for (const [cell, sum] of cells)
            assert.equal(sum.pairs, places.filter((place) => shown.cell(place) === cell).length);
          const some = places.filter((place) => cellClass(shown.cell(place)) === of);
          assert.ok(!hidden.includes(of));
          assert.equal(pairs, some.length);
          assert.equal(
            bytes,
            some.reduce((sum, place) => sum + (shown.package(place)?.bytes ?? 0), 0),
          );
        }
      }),
      { numRuns: 60 },
    ));

  it('is acted on by exactly the pairs that its buttons count, and none that is not shown', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('matrix', 'filtered'),
        fc.infiniteStream(fc.nat()),
        fc.subarray<CellClass>(['ask', 'stale', 'unknown', 'running', 'problems']),
        fc.constantFrom('redistribute', 'validate', 'cancel'),
        async (which, numbers, hidden, action) => {
          const shown = (which === 'matrix' ? matrix : filtered).hiding(new Set(hidden));
          const next = (below: number) => Number(numbers.next().value) % below;
          const place = () => ({ row: next(shown.rows), column: next(shown.columns) });
          const region = regionBetween(place(), place());
          const selection = regionSelection(action, shown, region);
          assert.ok(matrixAct.accepts({ action, selection }));
          const resolved = await findings.resolve(selection, never);
          const inside = new Set(
            placesIn(region)
              .filter((one) => isShown(shown.byte(one)))
              .map((one) => shown.pair(one)),
          );
          for (const { packageId, dp } of resolved) assert.ok(inside.has(pairId(packageId, dp)));
          assert.equal(resolved.length, offeredPairs(action, measureRegion(shown, region)));
        },
      ),
      { numRuns: 60 },
    ));

  it('begins where the pointer was pressed or Shift first held, and ends where it is now', () => {
    const at = MapSelection.start.at({ row: 5, column: 4 });
    assert.deepEqual(at.region, { top: 5, left: 4, bottom: 5, right: 4 });
    const dragged = at.extendTo({ row: 2, column: 9 });
    assert.deepEqual(dragged.region, { top: 2, left: 4, bottom: 5, right: 9 });
    const typed = dragged.move({ rows: 0, columns: -Infinity }, matrix, true);
    assert.deepEqual(typed.region, { top: 2, left: 0, bottom: 5, right: 4 });
    assert.deepEqual(typed.move({ rows: Infinity, columns: 0 }, matrix, false).cursor, {
      row: matrix.rows - 1,
      column: 0,
    });
    assert.equal(typed.cleared().region, undefined);
  });

  it('is a whole row or column from its name, and several with Shift', () => {
    const row = MapSelection.start.press({ kind: 'row', row: 3 }, matrix, false);
    assert.deepEqual(row.region, { top: 3, left: 0, bottom: 3, right: matrix.columns - 1 });
    const rows = row.press({ kind: 'row', row: 6 }, matrix, true);
    assert.deepEqual(rows.region, { top: 3, left: 0, bottom: 6, right: matrix.columns - 1 });
  });

  it('is let go when its rows and columns mean something else; the cursor stays with its pair', () => {
    const place = { row: 0, column: 2 };
    const selection = MapSelection.start.at(place);
    assert.equal(selection.carriedTo(matrix.hiding(new Set(['stale'])), matrix), selection);
    const carried = selection.carriedTo(filtered, matrix);
    assert.equal(carried.region, undefined);
    const pair = matrix.pair(place);
    if (filtered.placeFrom(matrix, place) !== undefined) assert.equal(filtered.pair(carried.cursor), pair);
    assert.ok(carried.cursor.row < filtered.rows && carried.cursor.column < filtered.columns);
  });

  it('is asked for in a shape that the host checks', () => {
    const selection = { kind: 'region', packageIds: ['P0100001'], dps: ['dp|x'], filter: '' };
    for (const action of matrixActions) assert.ok(matrixAct.accepts({ action, selection }));
    assert.ok(!matrixAct.accepts({ action: 'delete', selection }));
    assert.ok(!matrixAct.accepts({ action: 'cancel', selection: { ...selection, kind: 'pairs' } }));
    assert.ok(!matrixAct.accepts({ action: 'cancel', selection: { ...selection, dps: [7] } }));
    assert.ok(!matrixOpen.accepts({ view: { filter: '', order: 'constructor' } }));
  });
});

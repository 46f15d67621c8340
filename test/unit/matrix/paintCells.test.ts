import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { MatrixAxes } from '../../../extension/core/matrix/matrix';
import { cellCode, cellOf, cells, isShown, shownBit } from '../../../extension/core/matrix/cell';
import {
  cellAt,
  fitAxis,
  panAxis,
  pixelOf,
  zoomAxis,
  type AxisView,
} from '../../../webviews/matrix/axisView';
import { hitAt } from '../../../webviews/matrix/hit';
import { LoadedMatrix } from '../../../webviews/matrix/loadedMatrix';
import { paintCells } from '../../../webviews/matrix/paintCells';
import { takeTile } from '../../../webviews/matrix/tileCells';
import { WorstCells } from '../../../webviews/matrix/worstCells';

/** Colours that are the bytes themselves. */
const identity = Uint32Array.from({ length: 256 }, (_, byte) => byte);

const largest = 30;

/** An axis as zooming and panning may leave it. */
const anyAxis = (cellsMost: number, roomMost: number): fc.Arbitrary<AxisView> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: cellsMost }),
      room: fc.integer({ min: 1, max: roomMost }),
      zooms: fc.array(
        fc.record({ at: fc.nat(roomMost), factor: fc.double({ min: 0.2, max: 6, noNaN: true }) }),
        {
          maxLength: 4,
        },
      ),
      by: fc.integer({ min: -400, max: 4000 }),
    })
    .map(({ count, room, zooms, by }) =>
      panAxis(
        zooms.reduce(
          (axis, { at, factor }) => zoomAxis(axis, at % room, factor, largest),
          fitAxis(count, room, largest),
        ),
        by,
      ),
    );

const paint = (bytes: Uint8Array, x: AxisView, y: AxisView): Uint32Array => {
  const pixels = new Uint32Array(x.room * y.room).fill(999);
  paintCells(new WorstCells(x.cells, bytes), x, y, identity, pixels);
  return pixels;
};

/** The cells of a pixel, by the definition: those that begin in it, or else the one that covers it. */
const cellsIn = ({ cells: count, scale, start }: AxisView, pixel: number): readonly number[] => {
  if (start + pixel >= Math.ceil(count * scale - 1e-6)) return [];
  if (scale >= 1) return [Math.min(count - 1, Math.floor((start + pixel) / scale))];
  return Array.from({ length: count }, (_, cell) => cell).filter(
    (cell) => cell >= Math.floor((start + pixel) / scale) && cell < Math.floor((start + pixel + 1) / scale),
  );
};

describe('drawing the cells of the heat map', () => {
  it('shows in each pixel the worst of its cells, and each cell on screen in some pixel', () =>
    fc.assert(
      fc.property(anyAxis(90, 30), anyAxis(500, 40), fc.integer(), (x, y, seed) => {
        const bytes = Uint8Array.from(
          { length: x.cells * y.cells },
          (_, place) => Math.abs(Math.imul(place + 1, seed | 1) >> 7) % 64,
        );
        const pixels = paint(bytes, x, y);
        const columnsOf = Array.from({ length: x.room }, (_, pixel) => cellsIn(x, pixel));
        const rowsOf = Array.from({ length: y.room }, (_, pixel) => cellsIn(y, pixel));
        // The last pixel also takes what rounding leaves.
        const isLast = (axis: AxisView, pixel: number) =>
          axis.start + pixel + 1 >= axis.cells * axis.scale - 1e-6;
        for (const [py, rows] of rowsOf.entries())
          for (const [px, columns] of columnsOf.entries()) {
            if (isLast(x, px) || isLast(y, py)) continue;
            let worst = 0;
            for (const row of rows)
              for (const column of columns) worst = Math.max(worst, bytes[row * x.cells + column] ?? 0);
            if (pixels[py * x.room + px] !== worst) assert.equal(pixels[py * x.room + px], worst);
          }
      }),
      { numRuns: 80 },
    ));

  it('never loses one bad cell among millions, wherever it is', () => {
    const [rows, columns] = [10_000, 500];
    const bytes = new Uint8Array(rows * columns).fill(cellCode('validated') | shownBit);
    const bad = cellCode('missing') | shownBit;
    const cellsOfMap = fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) });
    const x = fitAxis(columns, 300, largest);
    const y = fitAxis(rows, 400, largest);
    fc.assert(
      fc.property(cellsOfMap, ({ row, column }) => {
        bytes[row * columns + column] = bad;
        const pixels = paint(bytes, x, y);
        bytes[row * columns + column] = cellCode('validated') | shownBit;
        assert.equal(pixels.filter((pixel) => pixel === bad).length, 1);
        const px = Math.floor(pixelOf(x, column));
        const py = Math.floor(pixelOf(y, row));
        const near = [0, 1].flatMap((down) =>
          [0, 1].map((across) => pixels[(py + down) * x.room + px + across]),
        );
        assert.ok(near.includes(bad), 'it is drawn elsewhere');
      }),
      { numRuns: 4 },
    );
  });

  it('points at the cell that gave a pixel its colour', () =>
    fc.assert(
      fc.property(anyAxis(60, 30), anyAxis(300, 40), fc.nat(), fc.nat(), (x, y, across, down) => {
        const bytes = Uint8Array.from({ length: x.cells * y.cells }, (_, place) => (place * 37) % 64);
        const axes: MatrixAxes = {
          stamp: 1,
          packages: Array.from({ length: y.cells }, () => ({ packageId: '', name: '', bytes: undefined })),
          dps: Array.from({ length: x.cells }, (_, place) => ({ key: dpKey(String(place), ''), name: '' })),
          open: 0,
        };
        const matrix = new LoadedMatrix(axes, { filter: '', order: 'name' }, bytes, new Set());
        const layout = { ratio: 1, width: 300, height: 300, left: 20, top: 10, x, y };
        const [px, py] = [across % x.room, down % y.room];
        const hit = hitAt(layout, matrix, px + 20, py + 10);
        const colour = paint(bytes, x, y)[py * x.room + px];
        assert.equal(hit?.kind === 'cell' ? matrix.byte(hit) : 0, colour);
        const row = hitAt(layout, matrix, 5, py + 10);
        if (hit !== undefined) assert.equal(row?.kind, 'row');
      }),
    ));

  it('takes problems for worse than what waits, what is not known for worse than what is proved', () => {
    const order = [
      'missing',
      'notTargeted',
      'inFlight',
      'stale',
      'cycleNever',
      'open',
      'validated',
      'noContent',
      'none',
    ] as const;
    const codes = order.map(cellCode);
    assert.deepEqual(
      codes,
      codes.toSorted((a, b) => b - a),
    );
    assert.equal(new Set(cells).size, cells.length);
    for (const cell of cells) {
      assert.equal(cellOf(cellCode(cell)), cell);
      assert.equal(cellOf(cellCode(cell) | shownBit), cell);
      // A cell that is not shown never hides one that is.
      assert.ok((cellCode('noContent') | shownBit) > cellCode(cell));
      assert.ok(!isShown(cellCode(cell)));
    }
  });

  it('puts each tile where its rows belong', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const all = new Uint8Array(512);
    takeTile(Buffer.from(bytes).toString('base64'), all, 200);
    assert.deepEqual(all.subarray(200, 456), bytes);
    assert.ok(
      all.subarray(0, 200).every((byte) => byte === 0) && all.subarray(456).every((byte) => byte === 0),
    );
  });
});

describe('an axis of the heat map', () => {
  it('keeps the point under the pointer where it is while it zooms, as far as its ends let it', () =>
    fc.assert(
      fc.property(
        anyAxis(5000, 800),
        fc.nat(799),
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        (axis, at, factor) => {
          const pixel = at % axis.room;
          const zoomed = zoomAxis(axis, pixel, factor, largest);
          const point = (axis.start + pixel) / axis.scale;
          const stays = Math.abs(point * zoomed.scale - zoomed.start - pixel) <= 1;
          const atEnd =
            zoomed.start === 0 || zoomed.start + zoomed.room >= Math.floor(zoomed.cells * zoomed.scale);
          assert.ok(stays || atEnd);
        },
      ),
    ));

  it('finds the cell that is drawn at a pixel, and none beside the map', () =>
    fc.assert(
      fc.property(anyAxis(300, 500), fc.nat(299), (axis, wanted) => {
        const cell = wanted % axis.cells;
        const middle = pixelOf(axis, cell + 0.5);
        const onScreen = middle >= 0 && middle < axis.room;
        assert.equal(cellAt(axis, middle), onScreen ? cell : undefined);
        assert.equal(cellAt(axis, -1), undefined);
        assert.equal(cellAt(axis, axis.room), undefined);
        assert.equal(cellAt(axis, pixelOf(axis, axis.cells) + 1), undefined);
      }),
    ));

  it('shows everything when it begins, with cells no larger than asked', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 2000 }), (count, room) => {
        const axis = fitAxis(count, room, largest);
        assert.ok(axis.scale <= largest && pixelOf(axis, count) <= room + 1e-6);
        assert.equal(zoomAxis(axis, room / 2, 0.1, largest).scale, axis.scale);
      }),
    ));
});

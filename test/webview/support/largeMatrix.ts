import { dpKey } from '../../../extension/core/content/nalPath';
import { cellCode, shownBit, type Cell } from '../../../extension/core/matrix/cell';
import type { MatrixAxes } from '../../../extension/core/matrix/matrix';

/** Shares in a thousand, of a site that is mostly in order. */
const shares: readonly (readonly [Cell, number])[] = [
  ['validated', 800],
  ['none', 130],
  ['stale', 25],
  ['newSinceCycle', 20],
  ['inFlight', 12],
  ['missing', 8],
  ['noContent', 3],
  ['notTargeted', 2],
];

/** The bytes of cells that no generated site has the time to be graded for. */
export const largeMatrix = (
  packages: number,
  dps: number,
): { readonly axes: MatrixAxes; readonly cells: Uint8Array } => {
  const lots = shares.flatMap(([cell, share]) =>
    Array.from({ length: share }, () => (cell === 'none' ? 0 : cellCode(cell) | shownBit)),
  );
  let state = 7;
  const cells = Uint8Array.from({ length: packages * dps }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return lots[(state >>> 8) % lots.length] ?? 0;
  });
  return {
    axes: {
      stamp: 1,
      packages: Array.from({ length: packages }, (_, place) => ({
        packageId: `P01${place.toString(16).toUpperCase().padStart(5, '0')}`,
        name: `Application ${place + 1} for Windows`,
        bytes: 1024 * (place + 1),
      })),
      dps: Array.from({ length: dps }, (_, place) => {
        const name = `DP${place + 1}.corp.example`;
        return { key: dpKey(name, 'Windows NT Server'), name };
      }),
      open: 0,
    },
    cells,
  };
};

import type { MatrixView } from '../../../extension/core/matrix/matrix';
import type { FindingsMatrix } from '../../../extension/ports/findingsMatrix';
import { LoadedMatrix } from '../../../webviews/matrix/loadedMatrix';
import { takeTile } from '../../../webviews/matrix/tileCells';
import { never } from '../findings/running';

/** The matrix of a view, tile by tile as a page fetches it. */
export const fetchMatrix = async (findings: FindingsMatrix, view: MatrixView): Promise<LoadedMatrix> => {
  const axes = await findings.open(view, never);
  const width = axes.dps.length;
  const cells = new Uint8Array(axes.packages.length * width);
  for (let first = 0; first < axes.packages.length; first += 7) {
    const tile = await findings.tile(view, axes.stamp, first, 7, never);
    takeTile(tile.cells, cells, first * width);
  }
  return new LoadedMatrix(axes, view, cells, new Set());
};

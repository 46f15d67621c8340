import { isShown } from '../../extension/core/matrix/cell';
import type { LoadedMatrix } from './loadedMatrix';
import type { CellPlace } from './region';
import { texts } from './texts';

/** A cell in one sentence, for those who do not see it: package, DP, verdict. */
export const spokenCell = (matrix: LoadedMatrix, place: CellPlace): string => {
  const content = matrix.package(place);
  const dp = matrix.dp(place);
  if (content === undefined || dp === undefined) return '';
  const cell = matrix.cell(place);
  const words = [`${content.name} ${texts.on} ${dp.name}: ${texts.cells[cell]}`];
  if (cell !== 'none' && !isShown(matrix.byte(place))) words.push(texts.filteredOut);
  return words.join('. ');
};

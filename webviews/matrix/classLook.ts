import type { CellClass } from '../../extension/core/matrix/cell';
import type { IconName } from '../shared/icon';
import { toneIcons } from '../shared/verdictChip';

/** The icon of each class: the same as on the chips of verdicts, so that a cell never depends on its colour. */
export const classIcons: Readonly<Record<CellClass, IconName>> = { ...toneIcons, open: 'dash' };

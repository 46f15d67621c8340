import { formatBytes } from '../../filter/bytes';
import { timeText } from './logLine';
import type { Cell, ColumnKind } from './report';
import { durationText } from './words';

/** A cell in words, with its unit; '' for what is not known. */
export const cellText = (kind: ColumnKind, cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'object') return timeText(cell);
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'bytes':
      return formatBytes(cell);
    case 'rate':
      return `${formatBytes(cell)}/s`;
    case 'duration':
      return durationText(cell);
    case 'count':
    case 'text':
    case 'line':
      return String(cell);
  }
};

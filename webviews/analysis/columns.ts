import { html, nothing } from 'lit';
import { cellText } from '../../extension/core/logs/analyse/cellText';
import type { ColumnKind, Row } from '../../extension/core/logs/analyse/report';
import type { ShownSection } from '../../extension/protocol/analysisPage';
import type { GridColumn } from '../shared/grid/gridColumn';
import { toneIcon } from './findingList';
import { timeLink, type OpenLine } from './lineLinks';

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 120,
  line: 158,
  count: 84,
  bytes: 92,
  rate: 100,
  duration: 104,
};

/** The columns of any section: what its kind of cell needs. In a narrow window the later numbers go first. */
export const sectionColumns = ({ columns }: ShownSection, open: OpenLine): readonly GridColumn<Row>[] =>
  columns.map(({ key, title, kind }, index) => ({
    key,
    title,
    ...room(key, kind),
    spare: index < 2 ? 0 : kind === 'text' ? index : 10 + index,
    numeric: kind !== 'text' && kind !== 'line',
    sortable: true,
    cell: (row) => cellOf(row, index, kind, open),
  }));

/** IDs are short, names of servers and errors are long. */
const room = (key: string, kind: ColumnKind): { readonly width: number; readonly grow: number } => {
  if (key === 'packageId') return { width: 104, grow: 0 };
  if (key === 'job' || key === 'thread' || key === 'request') return { width: 84, grow: 0 };
  if (key === 'dp') return { width: 136, grow: 4 };
  return { width: widths[kind], grow: kind === 'text' ? 2 : 0 };
};

const cellOf = (row: Row, index: number, kind: ColumnKind, open: OpenLine): unknown => {
  const cell = row.cells[index] ?? null;
  const icon = index === 0 && row.tone !== undefined ? toneIcon(row.tone) : nothing;
  if (cell === null) return html`${icon}<span class="dim">–</span>`;
  if (typeof cell === 'object') return html`${icon}${timeLink(cell, open)}`;
  const text = cellText(kind, cell);
  return html`${icon}<span title=${text}>${text}</span>`;
};

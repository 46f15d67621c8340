import { html, nothing } from 'lit';
import type { GridColumn, GridSort } from './gridColumn';
import { headRow, type GridCursor } from './gridCursor';

/** What all rows of a grid are drawn by. */
export interface GridLook<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly cursor: GridCursor;
  readonly sort: GridSort | undefined;
  readonly selectable: boolean;
  /** Each row has a box that shows whether it is selected. */
  readonly boxes: boolean;
  /** Class names of a row, beside the grid's own. */
  readonly rowClass?: ((row: Row) => string) | undefined;
}

/** The box before a row, drawn only: the row itself is what is selected and focused. */
const checkBox = (checked: boolean): unknown =>
  html`<span class="box">${checked ? html`<cm-icon name="check"></cm-icon>` : nothing}</span>`;

export const headTemplate = <Row>(look: GridLook<Row>, allSelected: boolean): unknown =>
  html`<div class="row" role="row" aria-rowindex="1">
    ${
      look.boxes
        ? html`<div class="check" role="columnheader" aria-label="Selected" data-check>
            ${checkBox(allSelected)}
          </div>`
        : nothing
    }
    ${look.columns.map((column, index) => headCell(look, column, index))}
  </div>`;

const headCell = <Row>({ sort, cursor }: GridLook<Row>, column: GridColumn<Row>, index: number): unknown => {
  const sorted = sort?.column === column.key ? sort : undefined;
  const names = [
    'cell',
    column.numeric === true ? 'number' : '',
    column.sortable === true ? 'sortable' : '',
    sorted === undefined ? '' : 'sorted',
    cursor.row === headRow && cursor.column === index ? 'active' : '',
  ];
  const order = sorted === undefined ? 'none' : sorted.descending ? 'descending' : 'ascending';
  return html`<div
    class=${names.join(' ')}
    role="columnheader"
    id="h${index}"
    data-column=${column.key}
    aria-sort=${column.sortable === true ? order : nothing}
  >
    <span>${column.title}</span>${
      sorted === undefined
        ? nothing
        : html`<cm-icon name=${sorted.descending ? 'arrow-down' : 'arrow-up'}></cm-icon>`
    }
  </div>`;
};

/** @param row undefined while it is being fetched */
export const rowTemplate = <Row>(
  { columns, cursor, selectable, boxes, rowClass }: GridLook<Row>,
  index: number,
  row: Row | undefined,
  selected: boolean,
): unknown =>
  html`<div
    class="row ${selected ? 'selected' : ''} ${index === cursor.row ? 'active' : ''} ${row === undefined ? '' : (rowClass?.(row) ?? '')}"
    role="row"
    id="r${index}"
    data-row=${index}
    aria-rowindex=${index + 2}
    aria-selected=${selectable ? String(selected) : nothing}
    aria-busy=${row === undefined ? 'true' : nothing}
  >
    ${boxes ? html`<div class="check" role="gridcell" data-check>${checkBox(selected)}</div>` : nothing}
    ${columns.map(
      (column) =>
        html`<div class="cell ${column.numeric === true ? 'number' : ''}" role="gridcell">
          ${row === undefined ? html`<div class="bone"></div>` : column.cell(row)}
        </div>`,
    )}
  </div>`;

/** The row that an element is in. */
export const rowIndex = (target: Element): number | undefined => {
  const text = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return text === undefined ? undefined : Number(text);
};

import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import {
  totalsColumns,
  totalsOf,
  type MatrixTotal,
  type TotalsOf,
  type TotalsView,
} from '../../extension/core/matrix/matrix';
import { controls } from '../shared/controls';
import { countText } from '../shared/count';
import '../shared/grid/grid';
import type { GridColumn } from '../shared/grid/gridColumn';
import type { GridHandlers } from '../shared/grid/grid';
import { PagedRows, type FetchRows } from '../shared/grid/pagedRows';
import { Latest } from '../shared/latest';
import { texts } from './texts';

type Sort = TotalsView['sort'];

/** What is shown, summed up by reason, DP, group or package; a click on a name narrows the map to it. */
export class CmTotals extends LitElement {
  static override readonly properties = {
    stamp: { attribute: false },
    filter: { attribute: false },
    of: { attribute: false },
    sort: { state: true },
    rows: { state: true },
  };
  static override readonly styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        min-height: 0;
      }
      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: 6px 10px;
      }
      cm-grid {
        min-height: 0;
      }
    `,
  ];

  /** Of the matrix that is shown: another one has other totals. */
  declare stamp: number;
  declare filter: string;
  declare of: TotalsOf;
  declare fetch: (view: TotalsView) => FetchRows<MatrixTotal>;
  declare failed: (error: unknown) => void;
  declare choose: (of: TotalsOf) => void;
  declare narrow: (of: TotalsOf, value: string) => void;
  declare private sort: Sort;
  declare private rows: PagedRows<MatrixTotal> | undefined;
  private readonly latest = new Latest();

  constructor() {
    super();
    this.sort = { column: 'problems', descending: true };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.latest.cancel();
    this.rows?.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['stamp', 'filter', 'of', 'sort'].some((name) => changed.has(name))) void this.count();
  }

  protected override render(): unknown {
    return html`<div class="tabs" role="group" aria-label=${texts.totals}>
        ${totalsOf.map(
          (one) =>
            html`<button
              class="plain"
              aria-pressed=${String(one === this.of)}
              @click=${() => this.choose(one)}
            >
              ${texts.totalsTabs[one]}
            </button>`,
        )}
      </div>
      ${
        this.rows === undefined
          ? nothing
          : html`<cm-grid
              .label=${texts.totals}
              .columns=${this.columns}
              .source=${this.rows}
              .sort=${this.sort}
              .handlers=${this.handlers}
            ></cm-grid>`
      }`;
  }

  private get columns(): readonly GridColumn<MatrixTotal>[] {
    const number = (
      key: 'problems' | 'pairs',
      of: (total: MatrixTotal) => number,
    ): GridColumn<MatrixTotal> => ({
      key,
      title: texts.totalsColumns[key],
      width: key === 'problems' ? 88 : 72,
      grow: 0,
      spare: 0,
      numeric: true,
      sortable: true,
      cell: (total) => countText(of(total)),
    });
    return [
      {
        key: 'label',
        title: texts.totalsOf[this.of],
        width: 96,
        grow: 1,
        spare: 0,
        sortable: true,
        cell: (total) => this.name(total),
      },
      number('problems', ({ byClass }) => (byClass.problems ?? 0) + (byClass.ask ?? 0)),
      number('pairs', ({ pairs }) => pairs),
    ];
  }

  private name(total: MatrixTotal): unknown {
    const label = this.labelOf(total);
    return total.value === 'open'
      ? html`<span title=${label}>${label}</span>`
      : html`<button
          class="link"
          tabindex="-1"
          title=${texts.narrowTo(label)}
          @click=${() => this.narrow(this.of, total.value)}
        >
          ${label}
        </button>`;
  }

  private labelOf({ label }: MatrixTotal): string {
    const words: Readonly<Partial<Record<string, string>>> = texts.cells;
    return this.of === 'verdict' ? (words[label] ?? label) : label;
  }

  private readonly handlers: GridHandlers<MatrixTotal> = {
    rowId: ({ value }) => value,
    sort: (key) => {
      const column = totalsColumns.find((one) => one === key);
      if (column === undefined) return;
      const same = this.sort.column === column;
      this.sort = { column, descending: same ? !this.sort.descending : column !== 'label' };
    },
    open: (index) => {
      const total = this.rows?.row(index);
      if (total !== undefined && total.value !== 'open') this.narrow(this.of, total.value);
    },
  };

  private async count(): Promise<void> {
    const { filter, of, sort } = this;
    try {
      const opened = await this.latest.ask((signal) =>
        PagedRows.open(this.fetch({ filter, of, sort }), 0, signal),
      );
      if (opened === undefined) return;
      this.rows?.close();
      this.rows = opened.answer;
      this.rows.failed = (error) => this.failed(error);
    } catch (error) {
      this.failed(error);
    }
  }
}

customElements.define('cm-totals', CmTotals);

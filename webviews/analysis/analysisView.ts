import { LitElement, html, nothing } from 'lit';
import type { LogLine } from '../../extension/core/logs/analyse/logLine';
import type { Row } from '../../extension/core/logs/analyse/report';
import * as protocol from '../../extension/protocol/analysisPage';
import type { Endpoint } from '../../extension/protocol/endpoint';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { GridHandlers, CmGrid } from '../shared/grid/grid';
import type { GridSort } from '../shared/grid/gridColumn';
import { PagedRows } from '../shared/grid/pagedRows';
import { Latest } from '../shared/latest';
import { problemBanner } from '../shared/problemBanner';
import '../shared/progressBar';
import { tabsTemplate, tabStyles } from '../shared/tabs';
import { tones } from '../shared/tones';
import { messageOf, type VsCodeApi } from '../shared/vsCodeApi';
import { analysisStyles } from './analysisStyles';
import { sectionColumns } from './columns';
import { findingList, notKnownList } from './findingList';
import { lineLinks } from './lineLinks';
import { texts } from './texts';

/** What of the analysis is shown. */
interface View {
  readonly log: number;
  readonly section: string;
  readonly text: string;
  readonly sort: GridSort | undefined;
}

/** What analysers found in logs: a tab a log, findings on top, tables below, every line a link. */
export class CmAnalysis extends LitElement {
  static override readonly properties = {
    state: { state: true },
    view: { state: true },
    rows: { state: true },
    active: { state: true },
    problem: { state: true },
  };
  static override readonly styles = [controls, tones, emptyStyles, tabStyles, analysisStyles];

  declare private state: protocol.AnalysisState | undefined;
  declare private view: View;
  declare private rows: PagedRows<Row> | undefined;
  declare private active: Row | undefined;
  declare private problem: string | undefined;
  private readonly latest = new Latest();
  private readonly latestRows = new Latest();
  private readonly open = (line: LogLine): void => this.openLine(line);

  constructor(
    private readonly endpoint: Endpoint,
    private readonly memory: Pick<VsCodeApi, 'setState'>,
  ) {
    super();
    this.view = { log: 0, section: '', text: '', sort: undefined };
    endpoint.onNotification(protocol.analysisChanged, () => void this.ask());
    void this.ask();
  }

  protected override render(): unknown {
    const { state } = this;
    const log = state?.logs[this.view.log];
    if (state === undefined || log === undefined)
      return html`<div class="whole">${this.instead(state)}</div>`;
    return html`<div>
        ${this.head(state)} ${problemBanner(this.problem, () => (this.problem = undefined))}
        ${state.notes.map((note) => html`<p class="notes dim">${note}</p>`)}
      </div>
      <div class="logs">
        ${tabsTemplate(
          tabLabels(state.logs).map((label, index) => ({ id: String(index), label })),
          String(this.view.log),
          (index) => this.show({ log: Number(index), section: '', text: this.view.text, sort: undefined }),
        )}
      </div>
      <div class="found" id="table">
        <p class="path dim" title=${log.files.join('\n')}>${log.files.join(', ')}</p>
        ${log.log === '' ? nothing : [findingList(log, this.open), notKnownList(log, this.open)]}
      </div>
      ${this.table(log)}`;
  }

  /** Instead of the page, while there is nothing to show. */
  private instead(state: protocol.AnalysisState | undefined): unknown {
    if (this.problem !== undefined)
      return emptyTemplate({ icon: 'error', title: texts.problem, hints: [this.problem] });
    if (state === undefined || state.reading)
      return emptyTemplate({ icon: 'loading', title: texts.reading, hints: [] });
    const button = { label: texts.again, press: () => this.again() };
    return emptyTemplate({
      icon: 'search',
      title: texts.nothing,
      hints: [texts.nothingHint, ...state.notes],
      button,
    });
  }

  private head({ logs, reading }: protocol.AnalysisState): unknown {
    return html`<div class="title">
        <h1>${texts.title}</h1>
        <span class="dim">${texts.logs(logs.filter(({ log }) => log !== '').length)}</span>
        <button
          class="plain"
          title=${texts.again}
          aria-label=${texts.again}
          ?disabled=${reading}
          @click=${() => this.again()}
        >
          <cm-icon name=${reading ? 'loading' : 'refresh'}></cm-icon>
        </button>
      </div>
      ${reading ? html`<cm-progress label=${texts.reading}></cm-progress>` : nothing}`;
  }

  private table(log: protocol.ShownLog): unknown {
    const section = sectionOf(log, this.view);
    if (section === undefined) return nothing;
    return html`<div class="rows">
        <div class="filter">
          ${log.sections
            .filter(({ rows }) => rows > 0)
            .map(
              ({ id, title, rows }) =>
                html`<button
                  class="chip"
                  aria-pressed=${String(id === section.id)}
                  @click=${() => this.show({ ...this.view, section: id, sort: undefined })}
                >
                  ${texts.table(title, rows)}
                </button>`,
            )}
          <input
            type="search"
            aria-label=${texts.filterLabel}
            placeholder=${texts.filterLabel}
            .value=${this.view.text}
            @input=${(event: Event) =>
              this.show({ ...this.view, text: (event.target as HTMLInputElement).value })}
          />
          <span class="matches dim number" role="status"
            >${texts.matches(this.rows?.total ?? 0)}${
              section.earlier > 0 ? ` · ${texts.earlier(section.earlier)}` : ''
            }</span
          >
        </div>
        ${this.grid(section)}
      </div>
      <div class="rests" aria-live="polite">
        ${
          this.active === undefined || this.active.lines.length === 0
            ? nothing
            : html`<span class="dim">${texts.rests}</span>${lineLinks(this.active.lines, this.open)}`
        }
      </div>`;
  }

  private grid(section: protocol.ShownSection): unknown {
    const { rows } = this;
    if (rows === undefined) return nothing;
    if (rows.total === 0)
      return emptyTemplate({
        icon: 'search',
        title: this.view.text === '' ? texts.noRows : texts.noMatch,
        hints: [],
        ...(this.view.text === ''
          ? {}
          : { button: { label: texts.clearFilter, press: () => this.show({ ...this.view, text: '' }) } }),
      });
    const handlers: GridHandlers<Row> = {
      rowId: ({ cells, lines }) => JSON.stringify([cells, lines]),
      sort: (column) => this.sortBy(column),
      activate: (index) => (this.active = rows.row(index)),
      open: (index) => {
        const [line] = rows.row(index)?.lines ?? [];
        if (line !== undefined) this.openLine(line);
      },
    };
    return html`<cm-grid
      label=${section.title}
      .columns=${sectionColumns(section, this.open)}
      .source=${rows}
      .sort=${this.view.sort}
      .handlers=${handlers}
    ></cm-grid>`;
  }

  private sortBy(column: string): void {
    const { sort } = this.view;
    this.show({
      ...this.view,
      sort: { column, descending: sort?.column === column && !sort.descending },
    });
  }

  private show(view: View): void {
    this.view = view;
    void this.askRows();
  }

  private openLine({ file, line }: LogLine): void {
    void this.attempt(() => this.endpoint.request(protocol.analysisOpen, { file, line }));
  }

  private again(): void {
    void this.attempt(() => this.endpoint.request(protocol.analysisAgain, undefined));
  }

  private ask(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latest.ask((signal) =>
        this.endpoint.request(protocol.analysisState, undefined, signal),
      );
      if (found === undefined) return;
      this.state = found.answer;
      this.memory.setState({ uris: found.answer.uris });
      await this.askRows();
    });
  }

  private askRows(): Promise<void> {
    return this.attempt(async () => {
      const { view } = this;
      const shown = this.state?.logs[view.log];
      const section = shown === undefined ? undefined : sectionOf(shown, view);
      if (section === undefined) return;
      const asked = { log: view.log, section: section.id, text: view.text };
      const order = { sort: view.sort?.column ?? '', descending: view.sort?.descending ?? false };
      const grid = this.renderRoot.querySelector<CmGrid<Row>>('cm-grid');
      const found = await this.latestRows.ask((signal) =>
        PagedRows.open<Row>(
          (offset, limit, stop) =>
            this.endpoint.request(protocol.analysisRows, { ...asked, ...order, offset, limit }, stop),
          0,
          signal,
        ),
      );
      if (found === undefined) return;
      this.rows = found.answer;
      this.rows.failed = (error) => (this.problem = messageOf(error));
      this.active = this.rows.row(Math.min(grid?.active ?? 0, this.rows.total - 1));
    });
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

/** With the folder where logs of several machines have one name. */
const tabLabels = (logs: readonly protocol.ShownLog[]): readonly string[] => {
  const short = logs.map(({ title, log }) => (log === '' ? title : `${title} · ${lastParts(log, 1)}`));
  return logs.map(({ title, log }, index) =>
    short.filter((label) => label === short[index]).length > 1
      ? `${title} · ${lastParts(log, 2)}`
      : (short[index] ?? title),
  );
};

const lastParts = (path: string, count: number): string => path.split(/[\\/]/).slice(-count).join('/');

/** The section that was chosen, else the first one that has rows. */
const sectionOf = ({ sections }: protocol.ShownLog, { section }: View): protocol.ShownSection | undefined =>
  sections.find(({ id }) => id === section) ?? sections.find(({ rows }) => rows > 0) ?? sections[0];

customElements.define('cm-analysis', CmAnalysis);

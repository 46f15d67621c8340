import { LitElement, html, nothing } from 'lit';
import { changeKinds, type ChangeKind } from '../../extension/core/history/diffSnapshots';
import type { DpKey } from '../../extension/core/content/nalPath';
import type { ToldSnapshot } from '../../extension/core/history/kept';
import type { Endpoint } from '../../extension/protocol/endpoint';
import type { ChangeRow, HistoryState } from '../../extension/protocol/historyPage';
import { utcText } from '../shared/age';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { GridHandlers } from '../shared/grid/grid';
import { RowSelection } from '../shared/grid/rowSelection';
import '../shared/icon';
import { problemBanner } from '../shared/problemBanner';
import { tones } from '../shared/tones';
import type { VsCodeApi } from '../shared/vsCodeApi';
import { changeColumns, changeKey, kindIcons, kindTones, snapshotColumns } from './columns';
import { HistoryModel } from './historyModel';
import { historyStyles } from './historyStyles';
import { validatedShare } from './share';
import { texts } from './texts';
import './trendChart';

/** How the site, or one of its DPs, stood over time, and what changed between two snapshots. */
export class CmHistory extends LitElement {
  static override readonly styles = [controls, tones, emptyStyles, historyStyles];
  private readonly model: HistoryModel;

  constructor(
    endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    this.model = new HistoryModel(endpoint, savedDp(api.getState()), () => {
      this.requestUpdate();
      this.api.setState({ site: document.body.dataset['site'] ?? '', dp: this.model.dp });
    });
    void this.model.update();
  }

  protected override render(): unknown {
    const { state, problem } = this.model;
    if (state === undefined)
      return this.instead(
        problem === undefined
          ? { icon: 'loading', title: texts.reading, hints: [] }
          : { icon: 'error', title: texts.problem, hints: [problem] },
      );
    if (state.site === undefined)
      return this.instead({ icon: 'plug', title: texts.noSite, hints: [texts.noSiteHint] });
    const [first] = state.snapshots;
    return html`<div class="head">${this.head(state)}</div>
      ${
        first === undefined || state.snapshots.length < 2
          ? html`<div class="whole-rest">
              ${emptyTemplate({
                icon: 'history',
                title: first === undefined ? texts.none : texts.one,
                hints: [first === undefined ? texts.noneHint : texts.oneHint(utcText(first.since))],
              })}
            </div>`
          : html`<div class="charts">${this.charts(state)}</div>
              <section class="pane snapshots" aria-label=${texts.snapshots}>${this.snapshots(state)}</section>
              <section class="pane changes" aria-label=${texts.columns.kind}>${this.changes()}</section>`
      }`;
  }

  private instead(empty: Parameters<typeof emptyTemplate>[0]): unknown {
    return html`<div class="whole">${emptyTemplate(empty)}</div>`;
  }

  private head({ site, dps, snapshots }: HistoryState): unknown {
    const { model } = this;
    const [first] = snapshots;
    return html`<div class="title">
        <h1>${texts.title}</h1>
        <span class="dim">${site?.code} · ${site?.name}</span>
        <label
          ><span class="dim">${texts.scope}</span>
          <select
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              model.narrow(value === '' ? undefined : (value as DpKey));
            }}
          >
            <option value="" ?selected=${model.dp === undefined}>${texts.wholeSite}</option>
            ${dps.map(
              ({ key, name }) => html`<option value=${key} ?selected=${model.dp === key}>${name}</option>`,
            )}
          </select></label
        >
        ${
          first === undefined
            ? nothing
            : html`<span class="kept dim number"
                >${texts.kept(snapshots.length, utcText(first.since).slice(0, 10))}</span
              >`
        }
      </div>
      ${problemBanner(model.problem, () => model.dismissProblem())}`;
  }

  private charts({ trend }: HistoryState): unknown {
    const compared = this.model.compared?.map(({ since }) => since) ?? [];
    const shares = trend.flatMap(({ time, tally }) => {
      const value = validatedShare(tally);
      return value === undefined ? [] : { time, value };
    });
    return html`<cm-trend
        headline=${texts.problems}
        tone="problems"
        .points=${trend.map(({ time, tally }) => ({ time, value: tally.problems }))}
        .compared=${compared}
        .say=${(value: number) => texts.count(value)}
      ></cm-trend>
      <cm-trend
        headline=${texts.validated}
        tone="validated"
        .points=${shares}
        .compared=${compared}
        .most=${1}
        .say=${(value: number) => texts.percent(value)}
      ></cm-trend>`;
  }

  private snapshots({ now, yesterday }: HistoryState): unknown {
    const compared = this.model.compared?.map(({ id }) => id) ?? [];
    return html`<div class="bar">
        <h2>${texts.snapshots}</h2>
        <span class="dim">${texts.pickTwo}</span>
      </div>
      <cm-grid
        .label=${texts.snapshots}
        .columns=${snapshotColumns(now, yesterday)}
        .source=${this.model.listed}
        .selection=${RowSelection.of(compared)}
        .handlers=${this.snapshotHandlers}
      ></cm-grid>`;
  }

  private changes(): unknown {
    const { compared, changes, counts, kinds } = this.model;
    if (compared === undefined || changes === undefined || counts === undefined)
      return html`<div class="bar"></div>`;
    const [from, to] = compared;
    return html`<div class="bar">
        ${changeKinds.map((kind) => this.chip(kind, counts[kind], kinds.includes(kind)))}
        <span class="dim">${texts.compared(minuteText(from), minuteText(to))}</span>
      </div>
      ${
        changes.total > 0
          ? html`<cm-grid
              .label=${texts.compared(minuteText(from), minuteText(to))}
              .columns=${changeColumns}
              .source=${changes}
              .handlers=${this.changeHandlers}
            ></cm-grid>`
          : kinds.length === 0
            ? emptyTemplate({ icon: 'check', title: texts.noChange, hints: [texts.noChangeHint] })
            : emptyTemplate({
                icon: 'search',
                title: texts.noneOfKind,
                hints: [],
                button: { label: texts.showAll, press: () => this.model.show([]) },
              })
      }`;
  }

  private chip(kind: ChangeKind, count: number, pressed: boolean): unknown {
    return html`<button
      class=${`tone-${kindTones[kind]}`}
      aria-pressed=${String(pressed)}
      title=${texts.kindHints[kind]}
      @click=${() => this.model.toggle(kind)}
    >
      <cm-icon name=${kindIcons[kind]}></cm-icon>
      <span><strong>${texts.count(count)}</strong> ${texts.kinds[kind]}</span>
    </button>`;
  }

  private readonly snapshotHandlers: GridHandlers<ToldSnapshot> = {
    rowId: ({ id }) => id,
    select: (selection) => {
      if (!selection.allBut) this.model.pick(selection.ids);
    },
  };

  private readonly changeHandlers: GridHandlers<ChangeRow> = {
    rowId: changeKey,
    open: (index) => {
      const row = this.model.changes?.row(index);
      if (row !== undefined) this.model.open(row);
    },
  };
}

const minuteText = ({ since }: ToldSnapshot): string => `${utcText(since).slice(0, 16)} UTC`;

/** The DP that the page was narrowed to before the window was reloaded. */
const savedDp = (saved: unknown): DpKey | undefined =>
  typeof saved === 'object' && saved !== null && 'dp' in saved && typeof saved.dp === 'string'
    ? (saved.dp as DpKey)
    : undefined;

customElements.define('cm-history', CmHistory);

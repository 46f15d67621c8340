import { LitElement, html, nothing } from 'lit';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/calendarPage';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import { Latest } from '../shared/latest';
import { tones } from '../shared/tones';
import { messageOf, type VsCodeApi } from '../shared/vsCodeApi';
import { barsOf } from './bars';
import { calendarStyles } from './calendarStyles';
import { detailsTemplate } from './details';
import { bannersTemplate, barTemplate, titleTemplate, type Choice, type HeadActions } from './head';
import { gridStyles } from './gridStyles';
import { legendTemplate } from './legend';
import { moved } from './moved';
import { barId, rowId, rowTemplate, type DrawnRow } from './rowTemplate';
import { texts } from './texts';
import { dateText, placeIn, viewOf, weekdayText, weekOf, type Week } from './week';

/** Ages and the line of the present are renewed this often, milliseconds. */
const renewal = 60_000;

/** Rows that are drawn at first, and more each time. */
const drawn = 100;

/** When the DPs of a site validate, a week at a time. */
export class CmCalendar extends LitElement {
  static override readonly properties = {
    state: { state: true },
    choice: { state: true },
    later: { state: true },
    active: { state: true },
    problem: { state: true },
    most: { state: true },
  };
  static override readonly styles = [controls, tones, emptyStyles, gridStyles, calendarStyles];

  declare private state: protocol.CalendarState | undefined;
  declare private choice: Choice;
  /** Weeks from this one. */
  declare private later: number;
  /** Key of the DP, and the bar in its row; -1 for the row itself. */
  declare private active: { readonly dp: string; readonly bar: number };
  declare private problem: string | undefined;
  declare private most: number;
  private readonly latest = new Latest();
  private rows: readonly DrawnRow[] = [];
  private week: Week = weekOf(Date.now());

  constructor(
    private readonly endpoint: Endpoint,
    api: VsCodeApi,
  ) {
    super();
    this.choice = { name: '', onlyOverlaps: false, suggests: false };
    this.later = 0;
    this.active = { dp: '', bar: -1 };
    this.most = drawn;
    // The host connects to the same site after a reload.
    api.setState({ site: document.body.dataset['site'] ?? '' });
    endpoint.onNotification(protocol.calendarChanged, () => void this.ask());
    void this.ask();
    setInterval(() => void this.ask(), renewal);
  }

  protected override render(): unknown {
    const { state } = this;
    const instead = this.instead(state);
    if (state === undefined || instead !== undefined) return html`<div class="whole">${instead}</div>`;
    return html`<div>
        ${titleTemplate(state, this.week, this.later, this.on)}
        ${bannersTemplate(state, this.problem, this.on, () => (this.problem = undefined))}
        ${barTemplate(this.choice, this.rows.length, (choice) => this.change(choice), this.on)}
        ${legendTemplate(state)}
      </div>
      ${
        this.rows.length === 0
          ? emptyTemplate({
              icon: 'search',
              title: texts.noMatch,
              hints: [],
              button: {
                label: texts.clearFilter,
                press: () => this.change({ ...this.choice, name: '', onlyOverlaps: false }),
              },
            })
          : this.grid(state)
      }
      ${this.details()}`;
  }

  private instead(state: protocol.CalendarState | undefined): unknown {
    if (state === undefined)
      return this.problem === undefined
        ? emptyTemplate({ icon: 'loading', title: texts.reading, hints: [] })
        : emptyTemplate({ icon: 'error', title: texts.stale, hints: [this.problem] });
    if (state.site !== undefined && state.loading && state.readAt === undefined)
      return emptyTemplate({ icon: 'loading', title: texts.reading, hints: [] });
    const button = { label: texts.connect, press: () => this.on.act('refresh') };
    if (state.site === undefined)
      return emptyTemplate({
        icon: 'plug',
        title: texts.noSite,
        hints: [state.stale ?? texts.noSiteHint],
        button,
      });
    if (state.readAt === undefined)
      return emptyTemplate({
        icon: 'circle-outline',
        title: texts.neverRead,
        hints: [state.stale ?? texts.neverReadHint],
        button: { ...button, label: texts.refresh },
      });
    return state.rows.length === 0
      ? emptyTemplate({ icon: 'server', title: texts.noDps, hints: [texts.noDpsHint] })
      : undefined;
  }

  private grid({ now }: protocol.CalendarState): unknown {
    const { week, active } = this;
    const at = this.rows.findIndex(({ row }) => row.dp === active.dp);
    const shown = this.rows[at];
    const descendant =
      shown === undefined ? '' : active.bar < 0 ? rowId(shown.row) : barId(shown.row, active.bar);
    const isNow = now >= week.from && now < week.to;
    return html`<div
      class="grid"
      role="grid"
      tabindex="0"
      aria-label=${texts.grid}
      aria-activedescendant=${descendant}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
    >
      <div class="row heads" role="row">
        <div class="name dim" role="columnheader">${texts.dp}</div>
        <div class="track">
          ${week.midnights
            .slice(0, -1)
            .map(
              (midnight) =>
                html`<span class="day" role="columnheader" .style=${`left: ${placeIn(week, midnight)}%`}
                  ><strong>${weekdayText(midnight)}</strong>
                  <span class="dim number">${dateText(midnight)}</span></span
                >`,
            )}
          ${isNow ? html`<i class="now" .style=${`left: ${placeIn(week, now)}%`}></i>` : nothing}
        </div>
      </div>
      ${this.rows.slice(0, this.most).map((row) =>
        rowTemplate(row, {
          week,
          isActive: row === shown,
          activeBar: active.bar,
          now: isNow ? now : undefined,
          press: (bar) => (this.active = { dp: row.row.dp, bar }),
        }),
      )}
      ${
        this.rows.length > this.most
          ? html`<button class="rest" @click=${() => (this.most += drawn)}>
              ${texts.more(Math.min(drawn, this.rows.length - this.most))}
            </button>`
          : nothing
      }
    </div>`;
  }

  private details(): unknown {
    const shown = this.rows.find(({ row }) => row.dp === this.active.dp) ?? this.rows[0];
    return shown === undefined
      ? nothing
      : detailsTemplate(shown, shown.bars[this.active.bar], (action) => this.actOn(action, shown));
  }

  private readonly on: HeadActions = {
    turn: (weeks) => this.turn(weeks),
    act: (action) => void this.attempt(() => this.endpoint.request(protocol.calendarAct, { action })),
    save: (format) =>
      void this.attempt(() =>
        this.endpoint.request(protocol.calendarSave, {
          format,
          view: viewOf(this.week, this.choice.suggests),
        }),
      ),
  };

  private key(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      this.turn(event.key === 'PageUp' ? -1 : 1);
      return;
    }
    const shown = this.rows.find(({ row }) => row.dp === this.active.dp);
    if (event.key === 'Enter' && shown !== undefined) {
      event.preventDefault();
      this.actOn('reveal', shown);
      return;
    }
    const next = moved(this.rows.slice(0, this.most), this.active, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.active = next;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.row.active')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private actOn(action: protocol.CalendarDpAction, { row }: DrawnRow): void {
    void this.attempt(() => this.endpoint.request(protocol.calendarDp, { action, dps: [row.dp] }));
  }

  private turn(weeks: number): void {
    this.later += weeks;
    this.active = { ...this.active, bar: -1 };
    void this.ask();
  }

  private change(choice: Choice): void {
    const asks = choice.suggests !== this.choice.suggests;
    this.choice = choice;
    this.most = drawn;
    this.list();
    if (asks) void this.ask();
  }

  private list(): void {
    const { name, onlyOverlaps } = this.choice;
    const wanted = name.trim().toLowerCase();
    const suggested = new Map(this.state?.suggestion?.dps.map((one) => [one.dp, one]));
    this.rows = (this.state?.rows ?? [])
      .filter(({ dpName, siteCode }) => `${dpName} ${siteCode}`.toLowerCase().includes(wanted))
      .filter(({ runs }) => !onlyOverlaps || runs.some(({ overlaps }) => overlaps.length > 0))
      .map((row) => ({ row, bars: barsOf(row, suggested.get(row.dp)) }));
  }

  private ask(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latest.ask((signal) => {
        const week = weekOf(this.state?.now ?? Date.now(), this.later);
        return this.endpoint
          .request(protocol.calendarWeek, viewOf(week, this.choice.suggests), signal)
          .then((state) => ({ state, week }));
      });
      if (found === undefined) return;
      const { state, week } = found.answer;
      const isFirst = this.state === undefined;
      this.week = week;
      this.state = state;
      this.list();
      // The site's time may be another one than that of this machine.
      if (isFirst && (state.now < week.from || state.now >= week.to)) await this.ask();
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

customElements.define('cm-calendar', CmCalendar);

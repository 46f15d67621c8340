import { LitElement, css, html, nothing } from 'lit';
import type { TimeBar, TimeBars, TimeLane } from '../../extension/core/logs/view/timeline';
import { controls } from '../shared/controls';
import '../shared/icon';
import { texts } from './texts';
import { barAt, barStyles, barTemplate, markTemplate, scaleWidth, shareOf, timeScale } from './timeScale';
import { clockText } from './timeTexts';

const height = 13;

/** The name of the event by which a lane tells what is pointed at. */
export const laneTold = 'lane-told';

/** A place in the lanes: -1 is the name of the component. */
interface Cursor {
  readonly lane: number;
  readonly bar: number;
}

/**
 * What each component wrote over time. One tab stop: arrows go from name to name, and from a name into its bars; Enter
 * filters by a name, or goes to the records of a bar.
 */
export class CmTimeLanes extends LitElement {
  static override readonly properties = {
    bars: { attribute: false },
    distance: { attribute: false },
    active: { attribute: false },
    isShown: { attribute: false },
    cursor: { state: true },
    pointed: { state: true },
  };
  static override readonly styles = [
    controls,
    barStyles,
    css`
      :host {
        display: block;
      }
      .lane {
        display: grid;
        grid-template-columns: var(--lane-names) minmax(0, 1fr);
        align-items: end;
        height: ${height + 3}px;
      }
      .lane:hover {
        background: var(--vscode-list-hoverBackground);
      }
      button.plain {
        justify-content: flex-start;
        gap: 4px;
        width: calc(100% - 8px);
        min-width: 0;
        min-height: 0;
        height: ${height + 3}px;
        padding: 0 3px;
        color: var(--vscode-foreground);
        font-size: 0.85em;
        line-height: 1;
      }
      button span {
        flex: 1;
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
      }
      cm-icon {
        font-size: 12px;
        color: var(--vscode-problemsErrorIcon-foreground);
      }
      svg {
        display: block;
        width: 100%;
        height: ${height}px;
        cursor: pointer;
      }
      svg:focus-visible {
        outline-offset: 0;
      }
      @media (max-height: 460px) {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare bars: TimeBars;
  /** Milliseconds from the log's clock, which is shown, to UTC. */
  declare distance: number;
  /** The time of the record that is looked at; NaN when there is none. */
  declare active: number;
  /** Whether the filter shows a lane alone. */
  declare isShown: (lane: TimeLane) => boolean;
  /** Shows a lane alone, or all of them again. */
  declare filter: (lane: TimeLane) => void;
  /** Goes to the first record of a lane from a time on, by the clock of the log. */
  declare goTo: (lane: TimeLane, local: number) => void;
  declare private cursor: Cursor;
  declare private pointed: Cursor | undefined;
  private isMoved = false;

  constructor() {
    super();
    this.cursor = { lane: 0, bar: -1 };
  }

  protected override render(): unknown {
    const { lanes } = this.bars;
    return html`<div
      role="grid"
      aria-label=${texts.lanes}
      title=${texts.lanesHint}
      @keydown=${this.onKey}
      @focusout=${() => this.tell(undefined)}
      @focusin=${() => this.tell(this.cursor)}
    >
      ${lanes.map((lane, index) => this.lane(lane, index))}
    </div>`;
  }

  protected override updated(): void {
    if (!this.isMoved) return;
    this.isMoved = false;
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private lane(lane: TimeLane, index: number): unknown {
    const scale = timeScale(this.bars);
    if (scale === undefined) return nothing;
    const { cursor, pointed } = this;
    const most = Math.max(...lane.bars.map(({ records }) => records));
    const isHere = Math.min(cursor.lane, this.bars.lanes.length - 1) === index;
    const shown = pointed ?? (this.matches(':focus-within') ? cursor : undefined);
    const chosen = shown?.lane === index ? lane.bars[shown.bar] : undefined;
    return html`<div class="lane" role="row" aria-label=${nameOf(lane)}>
      <div role="gridcell">
        <button
          class="plain"
          tabindex=${isHere && cursor.bar < 0 ? 0 : -1}
          aria-pressed=${String(this.isShown(lane))}
          title=${this.laneWords(lane)}
          @click=${() => this.filter(lane)}
        >
          <span>${nameOf(lane)}</span>${
            lane.errors === 0
              ? nothing
              : html`<cm-icon name="error" title=${texts.errors(lane.errors)}></cm-icon>`
          }
        </button>
      </div>
      <svg
        viewBox="0 0 ${scaleWidth} ${height}"
        preserveAspectRatio="none"
        role="gridcell"
        tabindex=${isHere && cursor.bar >= 0 ? 0 : -1}
        aria-label=${this.words({ lane: index, bar: isHere ? Math.max(0, cursor.bar) : 0 })}
        @pointermove=${(event: PointerEvent) => this.point(index, event)}
        @pointerleave=${() => this.tell((this.pointed = undefined))}
        @click=${(event: PointerEvent) => this.press(index, event)}
      >
        <rect class="base" x="0" y=${height - 1} width=${scaleWidth} height="1"></rect>
        ${lane.bars.map((bar) => barTemplate(bar, scale.x(bar.time), scale.step, most, height))}
        ${markTemplate(scale, chosen, this.active, height)}
      </svg>
    </div>`;
  }

  private laneWords(lane: TimeLane): string {
    const names = lane.isRest ? lane.components.slice(0, 20).join(', ') : nameOf(lane);
    return texts.lane(names === '' ? texts.restLane(0) : names, lane.records, lane.errors, lane.warnings);
  }

  private words({ lane: index, bar }: Cursor): string {
    const lane = this.bars.lanes[index];
    if (lane === undefined) return '';
    const at: TimeBar | undefined = lane.bars[bar];
    return at === undefined
      ? this.laneWords(lane)
      : `${nameOf(lane)}, ${texts.bar(clockText(at.time - this.distance), at.records, at.errors)}`;
  }

  private tell(cursor: Cursor | undefined): void {
    const detail = cursor === undefined ? '' : this.words(cursor);
    this.dispatchEvent(new CustomEvent(laneTold, { detail, bubbles: true }));
  }

  /** The bar of a lane that a pointer is on, or next to. */
  private cursorAt(index: number, event: PointerEvent): Cursor {
    const time = timeScale(this.bars)?.timeAt(shareOf(event)) ?? 0;
    const bars = this.bars.lanes[index]?.bars ?? [];
    const before = Math.max(0, barAt(bars, time));
    const [one, other] = [bars[before], bars[before + 1]];
    const isNearer =
      one !== undefined && other !== undefined && other.time - time < time - one.time - this.bars.width;
    return { lane: index, bar: isNearer ? before + 1 : before };
  }

  private point(index: number, event: PointerEvent): void {
    this.pointed = this.cursorAt(index, event);
    this.tell(this.pointed);
  }

  private press(index: number, event: PointerEvent): void {
    this.cursor = this.cursorAt(index, event);
    this.go();
  }

  private go(): void {
    const lane = this.bars.lanes[this.cursor.lane];
    const bar = lane?.bars[this.cursor.bar];
    if (lane !== undefined && bar !== undefined) this.goTo(lane, bar.time - this.distance);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { bar } = this.cursor;
    const next = this.moved(event.key);
    if (next !== undefined) {
      this.isMoved = true;
      this.pointed = undefined;
      this.cursor = next;
      this.tell(next);
    } else if (bar >= 0 && (event.key === 'Enter' || event.key === ' ')) this.go();
    else return;
    event.preventDefault();
  };

  private moved(key: string): Cursor | undefined {
    const { lanes } = this.bars;
    const { lane, bar } = this.cursor;
    const last = (lanes[lane]?.bars.length ?? 0) - 1;
    switch (key) {
      case 'ArrowDown':
        return this.across(Math.min(lanes.length - 1, lane + 1));
      case 'ArrowUp':
        return this.across(Math.max(0, lane - 1));
      case 'ArrowRight':
        return { lane, bar: Math.min(last, bar + 1) };
      case 'ArrowLeft':
        return { lane, bar: Math.max(-1, bar - 1) };
      case 'Home':
        return { lane, bar: bar > 0 ? 0 : -1 };
      case 'End':
        return { lane, bar: last };
      default:
        return undefined;
    }
  }

  /** To another lane, at the same time. */
  private across(lane: number): Cursor {
    const { lanes } = this.bars;
    const time = lanes[this.cursor.lane]?.bars[this.cursor.bar]?.time;
    if (time === undefined) return { lane, bar: -1 };
    return { lane, bar: Math.max(0, barAt(lanes[lane]?.bars ?? [], time)) };
  }
}

const nameOf = ({ components, isRest }: TimeLane): string =>
  isRest ? texts.restLane(components.length) : (components[0] ?? '');

customElements.define('cm-time-lanes', CmTimeLanes);

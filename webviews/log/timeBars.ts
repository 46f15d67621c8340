import { LitElement, css, html, nothing, svg } from 'lit';
import type { TimeBar, TimeBars } from '../../extension/core/logs/view/timeline';
import { laneTold } from './timeLanes';
import { barAt, barStyles, barTemplate, markTemplate, scaleWidth, shareOf, timeScale } from './timeScale';
import { clockText } from './timeTexts';
import { texts } from './texts';

const height = 40;
/** Characters of a day in a time, with the blank behind it. */
const dayLength = 11;

/**
 * Records over time, errors in front; lanes of components go inside. One tab stop: arrows go from bar to bar, Enter goes
 * to its records.
 */
export class CmTimeBars extends LitElement {
  static override readonly properties = {
    bars: { attribute: false },
    distance: { attribute: false },
    active: { attribute: false },
    chosen: { state: true },
    dragged: { state: true },
    ofLane: { state: true },
  };
  static override readonly styles = [
    barStyles,
    css`
      :host {
        display: block;
        padding: 2px 12px 0;
      }
      svg {
        display: block;
        width: calc(100% - var(--lane-names, 0px));
        height: ${height}px;
        margin-left: var(--lane-names, 0px);
        cursor: pointer;
        touch-action: none;
      }
      svg:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        min-height: 1.3em;
        margin-left: var(--lane-names, 0px);
        color: var(--vscode-descriptionForeground);
        font-size: 0.85em;
        line-height: 1.3;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        overflow: hidden;
      }
      .told {
        overflow: hidden;
        color: var(--vscode-foreground);
        text-overflow: ellipsis;
      }
      @media (max-width: 560px) {
        .ends:has(.told:not(:empty)) > :not(.told) {
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
  /** Goes to a time by the clock of the log. */
  declare goTo: (local: number) => void;
  /** Shows a span of time only. */
  declare show: (from: number, to: number) => void;
  declare private chosen: number | undefined;
  declare private dragged: { readonly from: number; readonly to: number } | undefined;
  /** What a lane tells of itself. */
  declare private ofLane: string;

  constructor() {
    super();
    this.ofLane = '';
    this.addEventListener(laneTold, (event) => (this.ofLane = (event as CustomEvent<string>).detail));
  }

  protected override render(): unknown {
    const { bars } = this.bars;
    const scale = timeScale(this.bars);
    if (scale === undefined) return nothing;
    const most = Math.max(...bars.map(({ records }) => records));
    const chosen = this.chosen === undefined ? undefined : bars[this.chosen];
    const [from, to] = [clockText(scale.first - this.distance), clockText(scale.end - this.distance)];
    return html`<svg
        viewBox="0 0 ${scaleWidth} ${height}"
        preserveAspectRatio="none"
        role="slider"
        tabindex="0"
        aria-label=${texts.bars}
        aria-valuemin="0"
        aria-valuemax=${bars.length - 1}
        aria-valuenow=${this.chosen ?? 0}
        aria-valuetext=${this.words(chosen ?? bars[0])}
        @pointerdown=${this.onDown}
        @pointermove=${this.onMove}
        @pointerup=${this.onUp}
        @pointerleave=${() => (this.chosen = undefined)}
        @keydown=${this.onKey}
        @blur=${() => (this.chosen = undefined)}
      >
        <rect class="base" x="0" y=${height - 1} width=${scaleWidth} height="1"></rect>
        ${
          this.dragged === undefined
            ? nothing
            : svg`<rect class="span" x=${Math.min(this.dragged.from, this.dragged.to) * scaleWidth} y="0"
                width=${Math.abs(this.dragged.to - this.dragged.from) * scaleWidth} height=${height}></rect>`
        }
        ${bars.map((bar) => barTemplate(bar, scale.x(bar.time), scale.step, most, height))}
        ${markTemplate(scale, chosen, this.active, height)}
      </svg>
      <slot></slot>
      <div class="ends">
        <span>${from}</span>
        <span class="told" title=${texts.barsHint}
          >${chosen === undefined ? this.ofLane : this.words(chosen)}</span
        >
        <span>${from.slice(0, dayLength) === to.slice(0, dayLength) ? to.slice(dayLength) : to}</span>
      </div>`;
  }

  private words(bar: TimeBar | undefined): string {
    return bar === undefined ? '' : texts.bar(clockText(bar.time - this.distance), bar.records, bar.errors);
  }

  private timeAt(share: number): number {
    return timeScale(this.bars)?.timeAt(share) ?? 0;
  }

  private readonly onDown = (event: PointerEvent): void => {
    const at = shareOf(event);
    this.dragged = { from: at, to: at };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const at = shareOf(event);
    const found = barAt(this.bars.bars, this.timeAt(at));
    this.chosen = found < 0 ? undefined : found;
    if (this.dragged !== undefined) this.dragged = { ...this.dragged, to: at };
  };

  private readonly onUp = (): void => {
    const { dragged } = this;
    this.dragged = undefined;
    if (dragged === undefined) return;
    const [from, to] = [Math.min(dragged.from, dragged.to), Math.max(dragged.from, dragged.to)];
    if (to - from > 0.01) this.show(this.timeAt(from) - this.distance, this.timeAt(to) - this.distance);
    else this.goToBar(this.chosen ?? barAt(this.bars.bars, this.timeAt(from)));
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const last = this.bars.bars.length - 1;
    const at = this.chosen ?? (event.key === 'ArrowLeft' ? last + 1 : -1);
    if (event.key === 'ArrowRight') this.chosen = Math.min(last, at + 1);
    else if (event.key === 'ArrowLeft') this.chosen = Math.max(0, at - 1);
    else if (event.key === 'Home') this.chosen = 0;
    else if (event.key === 'End') this.chosen = last;
    else if (event.key === 'Enter' || event.key === ' ') this.goToBar(this.chosen ?? 0);
    else return;
    event.preventDefault();
  };

  private goToBar(index: number): void {
    const bar = this.bars.bars[index];
    if (bar !== undefined) this.goTo(bar.time - this.distance);
  }
}

customElements.define('cm-time-bars', CmTimeBars);

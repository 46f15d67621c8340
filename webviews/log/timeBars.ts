import { LitElement, css, html, nothing, svg } from 'lit';
import type { TimeBar, TimeBars } from '../../extension/core/logs/view/timeline';
import { clockText } from './timeTexts';
import { texts } from './texts';

const height = 40;

/** Records over time, errors in front. One tab stop: arrows go from bar to bar, Enter goes to its records. */
export class CmTimeBars extends LitElement {
  static override readonly properties = {
    bars: { attribute: false },
    distance: { attribute: false },
    active: { attribute: false },
    chosen: { state: true },
    dragged: { state: true },
  };
  static override readonly styles = css`
    :host {
      display: block;
      padding: 2px 12px 0;
    }
    svg {
      display: block;
      width: 100%;
      height: ${height}px;
      cursor: pointer;
      touch-action: none;
    }
    svg:focus-visible {
      outline: 1px solid var(--vscode-focusBorder);
    }
    .all {
      fill: var(--vscode-charts-blue);
      opacity: 0.45;
    }
    .warnings {
      fill: var(--vscode-problemsWarningIcon-foreground);
    }
    .errors {
      fill: var(--vscode-problemsErrorIcon-foreground);
    }
    .base {
      fill: var(--vscode-descriptionForeground);
      opacity: 0.25;
    }
    .active {
      fill: var(--vscode-foreground);
    }
    .span {
      fill: var(--vscode-list-hoverBackground);
      stroke: var(--vscode-focusBorder);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      min-height: 1.3em;
      color: var(--vscode-descriptionForeground);
      font-size: 0.85em;
      line-height: 1.3;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      overflow: hidden;
    }
    .told {
      color: var(--vscode-foreground);
    }
    @media (forced-colors: active) {
      .all {
        fill: CanvasText;
      }
    }
  `;

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

  protected override render(): unknown {
    const { bars, width } = this.bars;
    const first = bars[0]?.time;
    const end = (bars.at(-1)?.time ?? 0) + width;
    if (first === undefined) return nothing;
    const most = Math.max(...bars.map(({ records }) => records));
    const place = (time: number): number => (1000 * (time - first)) / (end - first);
    const chosen = this.chosen === undefined ? undefined : bars[this.chosen];
    return html`<svg
        viewBox="0 0 1000 ${height}"
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
        <rect class="base" x="0" y=${height - 1} width="1000" height="1"></rect>
        ${
          this.dragged === undefined
            ? nothing
            : svg`<rect class="span" x=${Math.min(this.dragged.from, this.dragged.to) * 1000} y="0"
                width=${Math.abs(this.dragged.to - this.dragged.from) * 1000} height=${height}></rect>`
        }
        ${bars.map((bar) => this.bar(bar, place(bar.time), (1000 * width) / (end - first), most))}
        ${
          chosen === undefined
            ? nothing
            : svg`<rect class="span" x=${place(chosen.time)} y="0" width=${(1000 * width) / (end - first)}
                height=${height} fill-opacity="0.4"></rect>`
        }
        ${
          this.active >= first && this.active <= end
            ? svg`<rect class="active" x=${place(this.active)} y="0" width="1.5" height=${height}></rect>`
            : nothing
        }
      </svg>
      <div class="ends">
        <span>${clockText(first - this.distance)}</span>
        <span class="told" title=${texts.barsHint}>${chosen === undefined ? '' : this.words(chosen)}</span>
        <span>${clockText(end - this.distance)}</span>
      </div>`;
  }

  /** Few errors among many records are still seen. */
  private bar({ records, warnings, errors }: TimeBar, x: number, width: number, most: number): unknown {
    const tall = (count: number): number =>
      count === 0 ? 0 : Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * (height - 2));
    const rect = (name: string, count: number): unknown =>
      count === 0
        ? nothing
        : svg`<rect class=${name} x=${x} y=${height - tall(count)} width=${Math.max(1, width * 0.85)}
            height=${tall(count)}></rect>`;
    return svg`${rect('all', records)}${rect('warnings', warnings)}${rect('errors', errors)}`;
  }

  private words(bar: TimeBar | undefined): string {
    return bar === undefined ? '' : texts.bar(clockText(bar.time - this.distance), bar.records, bar.errors);
  }

  private share(event: PointerEvent): number {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width));
  }

  private timeAt(share: number): number {
    const { bars, width } = this.bars;
    const first = bars[0]?.time ?? 0;
    return first + share * ((bars.at(-1)?.time ?? first) + width - first);
  }

  private readonly onDown = (event: PointerEvent): void => {
    const at = this.share(event);
    this.dragged = { from: at, to: at };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const at = this.share(event);
    const time = this.timeAt(at);
    const found = this.bars.bars.findLastIndex((bar) => bar.time <= time);
    this.chosen = found < 0 ? undefined : found;
    if (this.dragged !== undefined) this.dragged = { ...this.dragged, to: at };
  };

  private readonly onUp = (): void => {
    const { dragged } = this;
    this.dragged = undefined;
    if (dragged === undefined) return;
    const [from, to] = [Math.min(dragged.from, dragged.to), Math.max(dragged.from, dragged.to)];
    if (to - from > 0.01) this.show(this.timeAt(from) - this.distance, this.timeAt(to) - this.distance);
    else this.goToBar(this.chosen ?? this.bars.bars.findLastIndex((bar) => bar.time <= this.timeAt(from)));
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

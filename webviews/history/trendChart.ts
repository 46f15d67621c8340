import { LitElement, css, html, nothing, svg } from 'lit';
import { utcText } from '../shared/age';
import { tones } from '../shared/tones';
import { texts } from './texts';
import { trendScale, type ChartPoint, type TrendScale } from './trendScale';

const height = 96;
const left = 54;
const right = 10;
const top = 8;
const bottom = 18;

/** One number over time: a line with the times that are compared, and the value under the pointer. */
export class CmTrend extends LitElement {
  static override readonly properties = {
    points: { attribute: false },
    compared: { attribute: false },
    headline: { type: String },
    tone: { type: String },
    most: { attribute: false },
    pointed: { state: true },
    width: { state: true },
  };
  static override readonly styles = [
    tones,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 10px;
        min-height: 22px;
      }
      strong {
        font-weight: 600;
      }
      .value {
        font-variant-numeric: tabular-nums;
      }
      .dim,
      text {
        color: var(--vscode-descriptionForeground);
        fill: var(--vscode-descriptionForeground);
        font-size: 11px;
      }
      svg {
        display: block;
        width: 100%;
      }
      .tick {
        stroke: var(--vscode-widget-border, currentColor);
        opacity: 0.35;
      }
      .area {
        fill: var(--tone);
        opacity: 0.12;
      }
      .trend {
        fill: none;
        stroke: var(--tone);
        stroke-width: 2;
        stroke-linejoin: round;
      }
      .dot {
        fill: var(--tone);
      }
      .compared {
        stroke: var(--vscode-focusBorder);
        stroke-dasharray: 3 3;
      }
      .pointed {
        stroke: var(--vscode-descriptionForeground);
      }
      @media (forced-colors: active) {
        .trend {
          stroke: CanvasText;
        }
        .area {
          fill: none;
        }
      }
    `,
  ];

  declare points: readonly ChartPoint[];
  /** Times to mark. */
  declare compared: readonly number[];
  declare headline: string;
  declare tone: string;
  /** The highest value that there can be. */
  declare most: number | undefined;
  declare say: (value: number) => string;
  declare private pointed: number | undefined;
  declare private width: number;
  private readonly resized = new ResizeObserver(() => (this.width = this.clientWidth));

  constructor() {
    super();
    this.points = [];
    this.compared = [];
    this.width = 300;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override render(): unknown {
    const { points, say } = this;
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return nothing;
    const shown = this.pointed === undefined ? last : (points[this.pointed] ?? last);
    const label = texts.chart(
      this.headline,
      say(first.value),
      say(last.value),
      say(Math.max(...points.map(({ value }) => value))),
    );
    return html`<div class="line">
        <strong>${this.headline}</strong><span class="value">${say(shown.value)}</span>
        <span class="dim">${utcText(shown.time)}</span>
      </div>
      <svg
        role="img"
        aria-label=${label}
        class=${`tone-${this.tone}`}
        height=${height + top + bottom}
        @pointermove=${this.onMove}
        @pointerleave=${() => (this.pointed = undefined)}
      >
        ${this.drawing(first, last, shown)}
      </svg>`;
  }

  private drawing(first: ChartPoint, last: ChartPoint, shown: ChartPoint): unknown {
    const { points, compared, say } = this;
    const scale = this.scale();
    const { x, y, ticks } = scale;
    const place = ({ time, value }: ChartPoint): string => `${x(time).toFixed(1)},${y(value).toFixed(1)}`;
    const line = points.map(place).join(' L');
    const marks = compared.filter((time) => time >= first.time && time <= last.time);
    return svg`<g transform="translate(${left} ${top})">
      ${ticks.map(
        (tick) => svg`<line class="tick" x1="0" x2=${this.room} y1=${y(tick)} y2=${y(tick)} />
          <text x="-6" y=${y(tick) + 4} text-anchor="end">${say(tick)}</text>`,
      )}
      <path class="area" d="M${x(first.time)},${height} L${line} L${x(last.time)},${height} Z" />
      ${marks.map((time) => svg`<line class="compared" x1=${x(time)} x2=${x(time)} y1="0" y2=${height} />`)}
      <path class="trend" d="M${line}" />
      ${
        this.pointed === undefined
          ? nothing
          : svg`<line class="pointed" x1=${x(shown.time)} x2=${x(shown.time)} y1="0" y2=${height} />`
      }
      <circle class="dot" r="3.5" cx=${x(shown.time)} cy=${y(shown.value)} />
      <text x="0" y=${height + 14}>${dayText(first.time)}</text>
      <text x=${this.room} y=${height + 14} text-anchor="end">${dayText(last.time)}</text>
    </g>`;
  }

  private get room(): number {
    return Math.max(40, this.width - left - right);
  }

  private scale(): TrendScale {
    return trendScale(this.points, this.room, height, this.most);
  }

  private readonly onMove = (event: PointerEvent): void => {
    const at = event.clientX - this.getBoundingClientRect().left - left;
    const { x } = this.scale();
    let nearest = 0;
    for (const [index, { time }] of this.points.entries())
      if (Math.abs(x(time) - at) < Math.abs(x(this.points[nearest]?.time ?? 0) - at)) nearest = index;
    this.pointed = nearest;
  };
}

const dayText = (time: number): string => utcText(time).slice(0, 16);

customElements.define('cm-trend', CmTrend);

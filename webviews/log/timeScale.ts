import { css, nothing, svg } from 'lit';
import type { RecordCounts, TimeBar, TimeBars } from '../../extension/core/logs/view/timeline';

/** Units from the first record to the end of the last bar, whatever that is in pixels. */
export const scaleWidth = 1000;

/** Where times are, from left to right; milliseconds since 1970. */
export interface TimeScale {
  readonly first: number;
  readonly end: number;
  /** Units that a bar takes. */
  readonly step: number;
  x(time: number): number;
  /** @param share 0 is the first, 1 the end */
  timeAt(share: number): number;
}

/** undefined where nothing has a time. */
export const timeScale = ({ bars, width }: TimeBars): TimeScale | undefined => {
  const [bar] = bars;
  if (bar === undefined) return undefined;
  const first = bar.time;
  const end = (bars.at(-1)?.time ?? first) + width;
  return {
    first,
    end,
    step: (scaleWidth * width) / (end - first),
    x: (time) => (scaleWidth * (time - first)) / (end - first),
    timeAt: (share) => first + share * (end - first),
  };
};

/** The share of the width at which a pointer is. */
export const shareOf = (event: PointerEvent): number => {
  const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
  return Math.max(0, Math.min(1, (event.clientX - left) / width));
};

/** The bar at a time, or the last one before it; -1 for none. */
export const barAt = (bars: readonly TimeBar[], time: number): number =>
  bars.findLastIndex((bar) => bar.time <= time);

/** Colours of bars: errors before warnings before all records. */
export const barStyles = css`
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
  @media (forced-colors: active) {
    .all {
      fill: CanvasText;
    }
  }
`;

/** One bar; few errors among many records are still seen. @param most records of the tallest bar */
export const barTemplate = (
  { records, warnings, errors }: RecordCounts,
  x: number,
  step: number,
  most: number,
  height: number,
): unknown => {
  const tall = (count: number): number => Math.max(2, Math.sqrt(count / most) * (height - 1));
  const rect = (name: string, count: number): unknown =>
    count === 0
      ? nothing
      : svg`<rect class=${name} x=${x} y=${height - tall(count)} width=${Math.max(1, step * 0.85)}
          height=${tall(count)}></rect>`;
  return svg`${rect('all', records)}${rect('warnings', warnings)}${rect('errors', errors)}`;
};

/** What is pointed at, and the record that is looked at. */
export const markTemplate = (
  scale: TimeScale,
  chosen: TimeBar | undefined,
  active: number,
  height: number,
): unknown =>
  svg`${
    chosen === undefined
      ? nothing
      : svg`<rect class="span" x=${scale.x(chosen.time)} y="0" width=${scale.step} height=${height}
        fill-opacity="0.4"></rect>`
  }${
    active >= scale.first && active <= scale.end
      ? svg`<rect class="active" x=${scale.x(active)} y="0" width="1.5" height=${height}></rect>`
      : nothing
  }`;

import { minute } from './time';

/** One run of content validation over a whole DP. Times are UTC epoch milliseconds. */
export interface Cycle {
  /** 2393: the package list was read. */
  readonly start: number;
  /** When its last package is due. */
  readonly stop: number;
  /** How far it came: `stop` when it finished, the present when it runs, earlier when it died. */
  readonly reached: number;
  /** 2386 all verified, 2388 lists disagree; undefined: it has not said that it is done. */
  readonly mark: { readonly id: 2386 | 2388; readonly time: number } | undefined;
  /** False for older cycles of a big site, of which only the marks are generated. */
  readonly detailed: boolean;
}

/** When a package is done: they go one after the other in a fixed order. `position` is 0 to 1. */
export const evaluatedAt = (cycle: Cycle, position: number): number =>
  Math.floor(cycle.start + minute + position * (cycle.stop - cycle.start - 2 * minute));

/** How long one package takes when there are `packages` of them. */
export const evaluationTime = (cycle: Cycle, packages: number): number =>
  Math.max(1, Math.floor((0.8 * (cycle.stop - cycle.start - 2 * minute)) / Math.max(1, packages)));

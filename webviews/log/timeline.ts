import { html, nothing } from 'lit';
import type { TimeLane } from '../../extension/core/logs/view/timeline';
import { filterOfLane, filterOfSpan, isComponentTerm, laneTerm, termsOf } from './filterTerms';
import type { LogModel } from './logModel';
import type { Steering } from './steering';
import './timeBars';
import './timeLanes';

/** One component has the same bars as all records; but where it was chosen, its lane is the way back. */
export const hasLanes = ({ bars, filterText }: LogModel): boolean =>
  (bars?.lanes.length ?? 0) > (termsOf(filterText).some(isComponentTerm) ? 0 : 1);

/** Records over time, and below them those of each component. */
export const timelineTemplate = (model: LogModel, steering: Steering, showsLanes: boolean): unknown => {
  const { bars, filterText, state } = model;
  if (bars === undefined || bars.bars.length < 2) return html`<span></span>`;
  const { lanes } = bars;
  const isLaned = hasLanes(model) && showsLanes;
  const distance = state?.distance ?? 0;
  return html`<cm-time-bars
    class=${isLaned ? 'laned' : ''}
    .bars=${bars}
    .distance=${distance}
    .active=${steering.activeTime}
    .goTo=${(time: number) => void steering.goToTime(time)}
    .show=${(from: number, to: number) => model.setFilter(filterOfSpan(filterText, from, to))}
    >${
      isLaned
        ? html`<cm-time-lanes
            .bars=${bars}
            .distance=${distance}
            .active=${steering.activeTime}
            .isShown=${(lane: TimeLane) => termsOf(filterText).includes(laneTerm(lane, lanes))}
            .filter=${(lane: TimeLane) => model.setFilter(filterOfLane(filterText, lane, lanes))}
            .goTo=${(lane: TimeLane, time: number) => void steering.goToTimeOf(time, laneTerm(lane, lanes))}
          ></cm-time-lanes>`
        : nothing
    }</cm-time-bars
  >`;
};

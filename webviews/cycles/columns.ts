import { html, nothing } from 'lit';
import type { CycleReport, CycleState } from '../../extension/core/validate/cycleReport';
import { ageText, utcText } from '../shared/age';
import type { GridColumn } from '../shared/grid/gridColumn';
import { toneIcons, type Tone } from '../shared/verdictChip';
import { tookOf, type SortColumn } from './cycleRows';
import { durationText } from './durationText';
import { texts } from './texts';

const titles = texts.columns;

export const toneOfState: Readonly<Record<CycleState, Tone>> = {
  broken: 'problems',
  never: 'stale',
  off: 'ask',
  unread: 'unknown',
  running: 'running',
  finished: 'validated',
  cloud: 'nothing',
};

/** A state as icon and word: the colour only helps. */
export const stateTemplate = (state: CycleState): unknown =>
  html`<span class="tone-${toneOfState[state]}"
    ><cm-icon name=${toneIcons[toneOfState[state]]}></cm-icon> ${texts.states[state]}</span
  >`;

/** @param now the site's time, to say ages by */
export const cycleColumns = (now: number): readonly GridColumn<CycleReport>[] => [
  sortable('state', {
    width: 130,
    grow: 0,
    spare: 0,
    cell: (row) =>
      html`${stateTemplate(row.state)}
      ${
        row.isSuspect
          ? html`<span class="tone-ask"><cm-icon name="warning" title=${texts.suspect}></cm-icon></span>`
          : nothing
      }`,
  }),
  sortable('dp', {
    width: 180,
    grow: 2,
    spare: 0,
    cell: ({ dpName }) => html`<span title=${dpName}>${dpName}</span>`,
  }),
  sortable('finished', {
    width: 130,
    grow: 0,
    spare: 1,
    cell: ({ finished }) => timeCell(finished, now),
  }),
  sortable('took', {
    width: 116,
    grow: 0,
    spare: 4,
    numeric: true,
    cell: (row) => {
      const took = tookOf(row);
      if (took === undefined) return unknownCell();
      return row.startEstimated
        ? html`<span class="dim" title=${texts.estimated}>~ ${durationText(took)}</span>`
        : durationText(took);
    },
  }),
  sortable('results', {
    width: 120,
    grow: 0,
    spare: 2,
    numeric: true,
    cell: ({ results, expected }) =>
      results === undefined
        ? unknownCell()
        : html`<span title=${texts.resultsHint}>${texts.resultsOf(results, expected)}</span>`,
  }),
  sortable('previous', {
    width: 130,
    grow: 0,
    spare: 6,
    cell: ({ previousEnd, previousResults }) =>
      previousEnd === undefined
        ? unknownCell()
        : html`<span
            title=${[utcText(previousEnd), previousResults === undefined ? '' : texts.counted(previousResults)].join(' ')}
            >${ageText(previousEnd, now)}</span
          >`,
  }),
  {
    key: 'schedule',
    title: titles.schedule,
    width: 170,
    grow: 1,
    spare: 5,
    cell: ({ schedule }) => html`<span class="dim" title=${schedule}>${schedule}</span>`,
  },
  {
    key: 'notes',
    title: titles.notes,
    width: 180,
    grow: 4,
    spare: 3,
    cell: ({ notes, words, state }) => {
      const said = notes.length > 0 || state === 'finished' ? notes.join(' ') : words;
      return html`<span class="dim" title=${[words, ...notes].join(' ')}>${said}</span>`;
    },
  },
];

const sortable = (
  key: SortColumn,
  column: Omit<GridColumn<CycleReport>, 'key' | 'title' | 'sortable'>,
): GridColumn<CycleReport> => ({ key, title: titles[key], sortable: true, ...column });

const unknownCell = (): unknown => html`<span class="dim" title=${texts.unknown}>–</span>`;

const timeCell = (time: number | undefined, now: number): unknown =>
  time === undefined ? unknownCell() : html`<span title=${utcText(time)}>${ageText(time, now)}</span>`;

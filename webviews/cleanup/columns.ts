import { html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { CleanupStanding, JudgedItem } from '../../extension/core/library/cleanup/judgeItem';
import type { GridColumn } from '../shared/grid/gridColumn';
import { toneIcons, type Tone } from '../shared/verdictChip';
import type { SortColumn } from './cleanupRows';
import { texts } from './texts';

export const toneOfStanding: Readonly<Record<CleanupStanding, Tone>> = {
  inFlight: 'running',
  mistake: 'problems',
  unknown: 'ask',
  safe: 'validated',
};

/** @param agreed IDs of flagged items that the admin agreed to lose */
export const cleanupColumns = (agreed: ReadonlySet<string>): readonly GridColumn<JudgedItem>[] => [
  sortable('standing', {
    width: 168,
    grow: 0,
    spare: 0,
    cell: ({ standing, id }) => standingTemplate(standing, agreed.has(id)),
  }),
  sortable('name', {
    width: 150,
    grow: 2,
    spare: 0,
    cell: ({ name, id, packageId }) =>
      name === ''
        ? html`<span class="dim" title=${id}>${packageId === undefined ? id : texts.unknownName}</span>`
        : html`<span title=${name}>${name}</span>`,
  }),
  sortable('id', { width: 96, grow: 0, spare: 2, cell: ({ packageId }) => packageId ?? nothing }),
  sortable('bytes', {
    width: 92,
    grow: 0,
    spare: 1,
    numeric: true,
    cell: ({ bytes }) =>
      bytes === undefined
        ? html`<span class="dim" title=${texts.unknownSizeHint}>${texts.unknownSize}</span>`
        : formatBytes(bytes),
  }),
  {
    key: 'why',
    title: texts.columns.why,
    width: 220,
    grow: 4,
    spare: 3,
    cell: ({ evidence }) => {
      const said = evidence.map(({ text }) => text).join(' ');
      return html`<span class="dim" title=${said}>${said}</span>`;
    },
  },
  sortable('line', { width: 64, grow: 0, spare: 4, numeric: true, cell: ({ first }) => String(first) }),
];

/** As icon and word: the colour only helps. */
export const standingTemplate = (standing: CleanupStanding, isAgreed: boolean): unknown => {
  const tone: Tone = isAgreed ? 'acknowledged' : toneOfStanding[standing];
  return html`<span class="standing tone-${tone}"
    ><cm-icon name=${toneIcons[tone]}></cm-icon> ${isAgreed ? texts.agreed : texts.standings[standing]}</span
  >`;
};

const sortable = (
  key: SortColumn,
  column: Omit<GridColumn<JudgedItem>, 'key' | 'title' | 'sortable'>,
): GridColumn<JudgedItem> => ({ key, title: texts.columns[key], sortable: true, ...column });

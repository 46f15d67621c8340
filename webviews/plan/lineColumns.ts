import { html, svg } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { LineBudget } from '../../extension/core/redistribute/budget/budget';
import type { GridColumn } from '../shared/grid/gridColumn';
import { texts } from './texts';

const titles = texts.columns;

/** @param most bytes of the line that gets the most */
export const lineColumns = (most: number): readonly GridColumn<LineBudget>[] => [
  {
    key: 'dp',
    title: titles.dp,
    width: 140,
    grow: 2,
    spare: 0,
    cell: ({ line }) =>
      html`<span title=${line.dpName}><cm-icon name="server"></cm-icon> ${line.dpName}</span>`,
  },
  {
    key: 'from',
    title: titles.from,
    width: 130,
    grow: 1,
    spare: 3,
    cell: ({ sources }) => {
      const from = texts.from(sources);
      return html`<span class="dim" title=${from}>${from}</span>`;
    },
  },
  {
    key: 'steps',
    title: titles.steps,
    width: 64,
    grow: 0,
    spare: 2,
    numeric: true,
    cell: ({ steps }) => String(steps),
  },
  {
    key: 'bytes',
    title: titles.bytes,
    width: 84,
    grow: 0,
    spare: 0,
    numeric: true,
    cell: ({ bytes }) => formatBytes(bytes),
  },
  {
    key: 'share',
    title: '',
    width: 140,
    grow: 0,
    spare: 4,
    cell: ({ bytes }) => bar(most === 0 ? 0 : bytes / most),
  },
  {
    key: 'time',
    title: titles.time,
    width: 130,
    grow: 2,
    spare: 0,
    cell: ({ time }) => {
      const words = texts.time(time);
      return html`<span class=${time.kind === 'unknown' ? 'dim' : ''} title=${words}>${words}</span>`;
    },
  },
  {
    key: 'notes',
    title: titles.notes,
    width: 180,
    grow: 3,
    spare: 1,
    cell: ({ notes }) => html`<span class="dim" title=${notes.join('; ')}>${notes.join('; ')}</span>`,
  },
];

/** How much that is beside the line with the most; the number stands beside it. */
const bar = (share: number): unknown =>
  html`<span class="tone-running"
    ><svg width="120" height="8" viewBox="0 0 120 8" aria-hidden="true">
      ${svg`<rect width="120" height="8" rx="2" fill="var(--tone)" opacity="0.15"></rect>
        <rect width=${Math.max(2, Math.round(120 * share))} height="8" rx="2" fill="var(--tone)"></rect>`}
    </svg></span
  >`;

import { html, nothing } from 'lit';
import type { LogPlace, LogRow, ShownLog } from '../../extension/protocol/logPage';
import type { GridColumn } from '../shared/grid/gridColumn';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import { texts } from './texts';

const icons = {
  error: 'error',
  warning: 'warning',
  success: 'pass',
  info: undefined,
  none: undefined,
} as const;

/** What a find is looking for, to be marked in messages; undefined marks nothing. */
export type Highlight = RegExp | undefined;

/** What the rows are of: a column that says the same in each row is left out. */
export interface ShownRows {
  readonly logs: readonly ShownLog[];
  readonly hasComponents: boolean;
  readonly hasDays: boolean;
  readonly bookmarks: readonly LogPlace[];
  readonly highlight: Highlight;
}

export const logColumns = ({
  logs,
  hasComponents,
  hasDays,
  bookmarks,
  highlight,
}: ShownRows): readonly GridColumn<LogRow>[] => [
  {
    key: 'severity',
    title: texts.columns.severity,
    width: bookmarks.length > 0 ? 58 : 38,
    grow: 0,
    spare: 0,
    cell: (row) => signs(row, bookmarks),
  },
  {
    key: 'time',
    title: texts.columns.time,
    width: hasDays ? 150 : 108,
    grow: 0,
    spare: 2,
    cell: (row) => timeCell(row, hasDays),
  },
  ...(logs.length > 1
    ? [
        {
          key: 'log',
          title: texts.columns.log,
          width: 120,
          grow: 0,
          spare: 3,
          cell: (row: LogRow) =>
            html`<span class="dim" title=${logs[row.log]?.path ?? ''}>${logs[row.log]?.name}</span>`,
        },
      ]
    : []),
  ...(hasComponents
    ? [
        {
          key: 'component',
          title: texts.columns.component,
          width: 120,
          claim: 420,
          grow: 0.22,
          spare: 4,
          cell: ({ component }: LogRow) => html`<span title=${component ?? ''}>${component}</span>`,
        },
      ]
    : []),
  {
    key: 'thread',
    title: texts.columns.thread,
    width: 64,
    claim: 380,
    grow: 0,
    numeric: true,
    spare: 5,
    cell: ({ thread }) => html`<span class="dim" title=${threadTitle(thread)}>${thread}</span>`,
  },
  {
    key: 'message',
    title: texts.columns.message,
    width: 160,
    grow: 1,
    spare: 0,
    cell: (row) => messageCell(row, highlight),
  },
];

const signs = (row: LogRow, bookmarks: readonly LogPlace[]): unknown => {
  const icon: IconName | undefined = icons[row.severity];
  const tone = { error: 'tone-problems', warning: 'tone-ask', success: 'tone-validated', info: '', none: '' };
  return html`${
    icon === undefined
      ? nothing
      : html`<cm-icon class=${tone[row.severity]} name=${icon}></cm-icon
          ><span class="hidden-text">${texts.severity[row.severity]}</span>`
  }${
    bookmarks.some((place) => isSame(place, row))
      ? html`<cm-icon class="tone-running" name="bookmark" title=${texts.bookmarked}></cm-icon
          ><span class="hidden-text">${texts.bookmarked}</span>`
      : nothing
  }`;
};

const isSame = (a: LogPlace, b: LogPlace): boolean =>
  a.log === b.log && a.part === b.part && a.offset === b.offset;

/** As written; with UTC in the tooltip. */
const timeCell = ({ time, utc }: LogRow, hasDays: boolean): unknown => {
  if (time === null) return nothing;
  const inUtc = utc === null ? '' : `\n${utc.slice(0, -1).replace('T', ' ')} ${texts.utc}`;
  return html`<span class="number" title=${time.replace('T', ' ') + inUtc}
    >${hasDays ? html`<span class="dim">${time.slice(5, 10)}</span> ` : nothing}${time.slice(11)}</span
  >`;
};

const threadTitle = (thread: LogRow['thread']): string =>
  typeof thread === 'number' ? `${thread} (0x${thread.toString(16).toUpperCase()})` : (thread ?? '');

const messageCell = (row: LogRow, highlight: Highlight): unknown =>
  row.unread
    ? html`<em class="dim">${texts.unread}</em>`
    : html`${
        row.count > 1
          ? html`<strong class="number" title=${texts.alike(row.count)}>${texts.times(row.count)}</strong> `
          : nothing
      }${marked(row.message, highlight)}${
        row.lines > 1 ? html` <span class="dim">(${texts.lines(row.lines)})</span>` : nothing
      }${row.torn ? html` <span class="dim">(${texts.torn})</span>` : nothing}`;

/** The parts of a text that a find is looking for, marked. */
export const marked = (text: string, highlight: Highlight): unknown => {
  if (highlight === undefined) return text;
  const parts: unknown[] = [];
  let from = 0;
  for (const match of text.matchAll(highlight)) {
    if (match[0] === '') break;
    parts.push(text.slice(from, match.index), html`<mark>${match[0]}</mark>`);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
};

import { html } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { FindingColumn, FindingRow } from '../../extension/core/reconcile/findingRow';
import { installedWords } from '../../extension/core/reconcile/installed';
import { ageText, utcText } from '../shared/age';
import type { GridColumn } from '../shared/grid/gridColumn';
import '../shared/verdictChip';
import { impactCell } from './impactCell';
import { rowMarks } from './rowMarks';
import { texts } from './texts';

const titles = texts.columns;

/** @param now the site's time, to say ages by */
export const findingColumns = (now: number): readonly GridColumn<FindingRow>[] => [
  sortable('state', {
    width: 216,
    grow: 0,
    spare: 0,
    cell: (row) =>
      html`<cm-verdict
          .verdict=${row.verdict}
          .installed=${row.installed}
          title=${row.verdict === 'missing' ? installedWords(row.installed) : ''}
        ></cm-verdict
        >${
          row.disagrees
            ? html`<cm-icon class="tone-stale" name="git-compare" title=${texts.disagrees}></cm-icon>`
            : ''
        }${
          row.suspectCycle
            ? html`<cm-icon class="tone-ask" name="warning" title=${texts.suspect}></cm-icon>`
            : ''
        }`,
  }),
  sortable('package', {
    width: 160,
    grow: 3,
    spare: 0,
    cell: (row) => html`<span title=${row.packageName}>${rowMarks(row.marks)}${row.packageName}</span>`,
  }),
  sortable('packageId', {
    width: 90,
    claim: 120,
    grow: 0,
    spare: 4,
    cell: (row) => html`<span class="dim">${row.packageId}</span>`,
  }),
  sortable('type', { width: 120, claim: 240, grow: 1, spare: 6, cell: (row) => row.packageType }),
  sortable('dp', {
    width: 140,
    grow: 2,
    spare: 0,
    cell: (row) => html`<span title=${row.dpName}>${row.dpName}</span>`,
  }),
  sortable('impact', { width: 130, grow: 0, spare: 1, cell: impactCell }),
  sortable('group', {
    width: 110,
    claim: 240,
    grow: 1,
    spare: 7,
    cell: (row) => html`<span title=${row.groups.join(', ')}>${row.groups.join(', ')}</span>`,
  }),
  {
    key: 'reason',
    title: titles.reason,
    width: 112,
    grow: 4,
    spare: 1,
    cell: (row) => html`<span class="dim" title=${row.reason}>${row.reason}</span>`,
  },
  sortable('bytes', {
    width: 84,
    grow: 0,
    spare: 2,
    numeric: true,
    cell: (row) =>
      row.bytes === undefined ? html`<span class="dim">${texts.sizeUnknown}</span>` : formatBytes(row.bytes),
  }),
  sortable('since', { width: 104, claim: 200, grow: 0, spare: 3, cell: (row) => timeCell(row.since, now) }),
  sortable('lastResult', {
    width: 104,
    claim: 200,
    grow: 0,
    spare: 5,
    cell: (row) => timeCell(row.lastResult, now),
  }),
];

const sortable = (
  key: FindingColumn & keyof typeof titles,
  column: Omit<GridColumn<FindingRow>, 'key' | 'title' | 'sortable'>,
): GridColumn<FindingRow> => ({ key, title: titles[key], sortable: true, ...column });

const timeCell = (time: number | undefined | null, now: number): unknown =>
  time === undefined || time === null
    ? html`<span class="dim">–</span>`
    : html`<span title=${utcText(time)}>${ageText(time, now)}</span>`;

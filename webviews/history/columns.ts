import { html } from 'lit';
import type { ChangeKind, PairChange } from '../../extension/core/history/diffSnapshots';
import type { ToldSnapshot } from '../../extension/core/history/kept';
import type { ChangeRow } from '../../extension/protocol/historyPage';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import { ageText, utcText } from '../shared/age';
import type { GridColumn } from '../shared/grid/gridColumn';
import type { IconName } from '../shared/icon';
import '../shared/verdictChip';
import { validatedShare } from './share';
import { texts } from './texts';

const titles = texts.columns;

/** @param now the site's time, to say ages by */
export const snapshotColumns = (
  now: number,
  yesterday: string | undefined,
): readonly GridColumn<ToldSnapshot>[] => [
  {
    key: 'time',
    title: titles.time,
    width: 196,
    grow: 1,
    spare: 0,
    cell: ({ id, since, until }) =>
      html`<span title=${since === until ? utcText(since) : texts.compared(utcText(since), utcText(until))}
        >${utcText(since).slice(0, 16)}
        <span class="dim">${id === yesterday ? texts.yesterday : ageText(since, now)}</span></span
      >`,
  },
  {
    key: 'problems',
    title: titles.problems,
    width: 76,
    grow: 0,
    spare: 0,
    numeric: true,
    cell: ({ point }) => texts.count(point.tally.problems),
  },
  {
    key: 'validated',
    title: titles.validated,
    width: 80,
    grow: 0,
    spare: 1,
    numeric: true,
    cell: ({ point }) => texts.percent(validatedShare(point.tally)),
  },
];

export const kindIcons: Readonly<Record<ChangeKind, IconName>> = {
  new: 'error',
  cleared: 'pass',
  changed: 'sync',
};

export const kindTones: Readonly<Record<ChangeKind, string>> = {
  new: 'problems',
  cleared: 'validated',
  changed: 'unknown',
};

export const changeColumns: readonly GridColumn<ChangeRow>[] = [
  {
    key: 'kind',
    title: titles.kind,
    width: 156,
    grow: 0,
    spare: 3,
    cell: ({ kind }) =>
      html`<span class=${`tone-${kindTones[kind]}`}
        ><cm-icon name=${kindIcons[kind]}></cm-icon> ${texts.kinds[kind]}</span
      >`,
  },
  {
    key: 'package',
    title: titles.package,
    width: 110,
    grow: 3,
    spare: 0,
    cell: ({ packageName }) => html`<span title=${packageName}>${packageName}</span>`,
  },
  {
    key: 'packageId',
    title: titles.packageId,
    width: 90,
    grow: 0,
    spare: 4,
    cell: ({ packageId }) => html`<span class="dim">${packageId}</span>`,
  },
  {
    key: 'dp',
    title: titles.dp,
    width: 110,
    grow: 2,
    spare: 1,
    cell: ({ dpName }) => html`<span title=${dpName}>${dpName}</span>`,
  },
  { key: 'before', title: titles.before, width: 165, grow: 0, spare: 2, cell: ({ before }) => stood(before) },
  { key: 'after', title: titles.after, width: 165, grow: 0, spare: 0, cell: ({ after }) => stood(after) },
];

/** A snapshot lists what was not validated: of the rest it cannot tell validated from not expected. */
const stood = (verdict: Verdict): unknown =>
  verdict === 'validated'
    ? html`<span class="dim" title=${texts.absentHint}>${texts.absent}</span>`
    : html`<cm-verdict .verdict=${verdict}></cm-verdict>`;

export const changeKey = ({ packageId, dp }: PairChange): string => `${packageId}@${dp}`;

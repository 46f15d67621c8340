import { html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { RunRow } from '../../extension/core/runView/runRow';
import type { RunLane } from '../../extension/core/runView/runSummary';
import { utcText } from '../shared/age';
import type { GridColumn } from '../shared/grid/gridColumn';
import '../shared/icon';
import './runBar';
import { spoken } from './runBar';
import { standingIcons, standingTones } from './standingLook';
import { durationText, texts } from './texts';

const titles = texts.columns;

const dim = (text: string): unknown => html`<span class="dim" title=${text}>${text}</span>`;

export const laneColumns: readonly GridColumn<RunLane>[] = [
  {
    key: 'dp',
    title: titles.dp,
    width: 130,
    grow: 2,
    spare: 0,
    cell: ({ name }) => html`<span title=${name}>${name === '' ? texts.allContent : name}</span>`,
  },
  {
    key: 'progress',
    title: titles.progress,
    width: 130,
    grow: 3,
    spare: 0,
    cell: ({ counts, name, steps }) =>
      html`<cm-run-bar
        title=${spoken(counts)}
        label=${name}
        note=${`${steps - counts.waiting - counts.underWay}/${steps}`}
        .counts=${counts}
      ></cm-run-bar>`,
  },
  { key: 'now', title: titles.now, width: 170, grow: 4, spare: 1, cell: nowCell },
  {
    key: 'sent',
    title: titles.sent,
    width: 165,
    grow: 0,
    spare: 4,
    numeric: true,
    cell: ({ sent, bytes }) => (bytes === 0 ? nothing : dim(texts.sent(sent, bytes))),
  },
  {
    key: 'rate',
    title: titles.rate,
    width: 95,
    grow: 0,
    spare: 3,
    numeric: true,
    cell: ({ rate }) => texts.rate(rate),
  },
  {
    key: 'left',
    title: titles.left,
    width: 100,
    grow: 0,
    spare: 2,
    numeric: true,
    cell: ({ left }) => (left === undefined ? nothing : durationText(left)),
  },
];

function nowCell(lane: RunLane): unknown {
  const { now, heldBy, counts } = lane;
  if (heldBy !== '')
    return html`<span class="tone-ask" title=${texts.heldBy(heldBy)}
      ><cm-icon name="watch"></cm-icon> ${texts.heldBy(heldBy)}</span
    >`;
  if (now !== undefined)
    return html`<span title=${now.packageName}
      >${now.percent === undefined ? nothing : html`<span class="number">${Math.round(now.percent)} %</span> `}${
        now.packageName === '' ? texts.allContent : now.packageName
      }</span
    >`;
  return dim(counts.waiting > 0 ? texts.waits(counts.waiting) : texts.over(lane));
}

export const stepColumns: readonly GridColumn<RunRow>[] = [
  {
    key: 'standing',
    title: titles.standing,
    width: 118,
    grow: 0,
    spare: 0,
    cell: ({ standing, percent }) =>
      html`<span class="standing tone-${standingTones[standing]}"
        ><cm-icon name=${standingIcons[standing]}></cm-icon> ${
          standing === 'underWay' && percent !== undefined && percent < 100
            ? html`<span class="number">${Math.round(percent)} %</span>`
            : texts.standings[standing]
        }</span
      >`,
  },
  {
    key: 'package',
    title: titles.package,
    width: 150,
    grow: 3,
    spare: 0,
    cell: ({ packageName }) =>
      packageName === '' ? texts.allContent : html`<span title=${packageName}>${packageName}</span>`,
  },
  {
    key: 'packageId',
    title: titles.packageId,
    width: 88,
    grow: 0,
    spare: 5,
    cell: (row) => dim(row.packageId),
  },
  {
    key: 'dp',
    title: titles.dp,
    width: 120,
    grow: 2,
    spare: 0,
    cell: ({ dpName }) => html`<span title=${dpName}>${dpName}</span>`,
  },
  {
    key: 'action',
    title: titles.action,
    width: 100,
    grow: 0,
    spare: 4,
    cell: ({ action }) => dim(texts.actions[action]),
  },
  {
    key: 'bytes',
    title: titles.bytes,
    width: 80,
    grow: 0,
    spare: 3,
    numeric: true,
    cell: ({ bytes }) => (bytes === undefined ? dim(texts.sizeUnknown) : formatBytes(bytes)),
  },
  {
    key: 'words',
    title: titles.words,
    width: 200,
    grow: 5,
    spare: 1,
    cell: ({ words, at }) =>
      html`<span class="dim" title=${at === undefined ? words : `${words}\n${utcText(at)}`}>${words}</span>`,
  },
];

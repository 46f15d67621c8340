import { html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { PlanRefusal, StepOutcome } from '../../extension/core/redistribute/plan';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import { utcText } from '../shared/age';
import type { GridColumn } from '../shared/grid/gridColumn';
import type { IconName } from '../shared/icon';
import '../shared/verdictChip';
import type { Tone } from '../shared/verdictChip';
import { actionIcons } from './actionLook';
import type { DpRow, PlanRow, StepRow } from './planRows';
import { texts } from './texts';

const titles = texts.columns;

/**
 * @param started the outcome column is shown once there can be one
 * @param byDp the DPs stand above their steps
 */
export const stepColumns = (started: boolean, byDp: boolean): readonly GridColumn<PlanRow>[] => [
  ...(started
    ? [{ key: 'outcome', title: titles.outcome, width: 120, grow: 0, spare: 0, cell: ofStep(outcomeCell) }]
    : []),
  {
    key: 'package',
    title: byDp ? titles.dpAndPackage : titles.package,
    width: 150,
    grow: 3,
    spare: 0,
    cell: (row) => (row.kind === 'dp' ? dpCell(row) : packageCell(row.step.packageName, byDp)),
  },
  {
    key: 'packageId',
    title: titles.packageId,
    width: 90,
    grow: 0,
    spare: 4,
    cell: ofStep(({ step }) => html`<span class="dim">${step.packageId}</span>`),
  },
  ...(byDp
    ? []
    : [
        {
          key: 'dp',
          title: titles.dp,
          width: 140,
          grow: 2,
          spare: 0,
          cell: ofStep(({ step: { dpName, reaches } }) =>
            dpName === '' ? texts.reaches(reaches.length) : html`<span title=${dpName}>${dpName}</span>`,
          ),
        },
      ]),
  {
    key: 'action',
    title: titles.action,
    width: 124,
    grow: 0,
    spare: 0,
    cell: (row) =>
      row.kind === 'dp'
        ? html`<span class="dim number">${texts.stepCount(row.steps)}</span>`
        : html`<cm-icon name=${actionIcons[row.step.action]}></cm-icon>
            ${texts.actionWords[row.step.action]}`,
  },
  {
    key: 'verdict',
    title: titles.verdict,
    width: 185,
    grow: 0,
    spare: 3,
    cell: ofStep(({ step: { verdict } }) => verdictCell(verdict)),
  },
  { key: 'bytes', title: titles.bytes, width: 84, grow: 0, spare: 0, numeric: true, cell: bytesCell },
  {
    key: 'reason',
    title: titles.reason,
    width: 200,
    grow: 4,
    spare: 1,
    cell: (row) => (row.kind === 'dp' ? dpNotes(row) : reasonCell(row)),
  },
];

function ofStep(cell: (row: StepRow) => unknown): (row: PlanRow) => unknown {
  return (row) => (row.kind === 'step' ? cell(row) : nothing);
}

const dpCell = ({ dpName }: DpRow): unknown =>
  html`<span title=${dpName}><cm-icon name="server"></cm-icon> <strong>${dpName}</strong></span>`;

const packageCell = (name: string, indented = false): unknown =>
  name === '' ? texts.allContent : html`<span title=${name}>${indented ? '\u2003' : ''}${name}</span>`;

const verdictCell = (verdict: Verdict | undefined): unknown =>
  verdict === undefined ? nothing : html`<cm-verdict .verdict=${verdict}></cm-verdict>`;

function bytesCell(row: PlanRow): unknown {
  const bytes = row.kind === 'dp' ? row.bytes : row.step.bytes;
  if (bytes === undefined) return html`<span class="dim">${texts.sizeUnknown}</span>`;
  if (bytes === 0) return html`<span class="dim">${texts.none}</span>`;
  return row.kind === 'dp' ? html`<strong>${formatBytes(bytes)}</strong>` : formatBytes(bytes);
}

const dpNotes = ({ budget }: DpRow): unknown => {
  if (budget === undefined) return nothing;
  const words = texts.lineWords(budget);
  return html`<span class="dim" title=${words}>${words}</span>`;
};

function reasonCell({ step, outcome }: StepRow): unknown {
  const why = 'cause' in outcome ? outcome.cause : [step.reason, ...step.cautions].join(' ');
  const warns = step.cautions.length > 0 && !('cause' in outcome);
  return html`<span class="dim" title=${why}
    >${warns ? html`<cm-icon class="tone-ask" name="warning"></cm-icon> ` : nothing}${why}</span
  >`;
}

export const refusalColumns: readonly GridColumn<PlanRefusal>[] = [
  {
    key: 'package',
    title: titles.package,
    width: 130,
    grow: 3,
    spare: 0,
    cell: ({ packageName }) => packageCell(packageName),
  },
  {
    key: 'packageId',
    title: titles.packageId,
    width: 90,
    grow: 0,
    spare: 3,
    cell: ({ packageId }) => html`<span class="dim">${packageId}</span>`,
  },
  {
    key: 'dp',
    title: titles.dp,
    width: 130,
    grow: 2,
    spare: 0,
    cell: ({ dpName }) => (dpName === '' ? texts.everyDp : html`<span title=${dpName}>${dpName}</span>`),
  },
  {
    key: 'verdict',
    title: titles.verdict,
    width: 185,
    grow: 0,
    spare: 2,
    cell: ({ verdict }) => verdictCell(verdict),
  },
  {
    key: 'rule',
    title: titles.rule,
    width: 120,
    grow: 0,
    spare: 0,
    cell: ({ rule, reason }) =>
      html`<span class="dim" title=${reason}><cm-icon name="shield"></cm-icon> ${rule}</span>`,
  },
  {
    key: 'reason',
    title: titles.reason,
    width: 220,
    grow: 5,
    spare: 1,
    cell: ({ reason }) => html`<span title=${reason}>${reason}</span>`,
  },
];

const outcomeIcons: Readonly<Record<StepOutcome['kind'], IconName>> = {
  waiting: 'circle-outline',
  writing: 'loading',
  accepted: 'pass',
  failed: 'error',
  skipped: 'circle-slash',
};

const outcomeTones: Readonly<Record<StepOutcome['kind'], Tone>> = {
  waiting: 'nothing',
  writing: 'running',
  accepted: 'validated',
  failed: 'problems',
  skipped: 'ask',
};

function outcomeCell({ outcome }: StepRow): unknown {
  const title = outcome.kind === 'accepted' ? utcText(outcome.at) : 'cause' in outcome ? outcome.cause : '';
  return html`<span class=${`tone-${outcomeTones[outcome.kind]}`} title=${title}
    ><cm-icon name=${outcomeIcons[outcome.kind]}></cm-icon> ${texts.outcomes[outcome.kind]}</span
  >`;
}

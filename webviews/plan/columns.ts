import { html } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { PlanRefusal, StepOutcome } from '../../extension/core/redistribute/plan';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import { utcText } from '../shared/age';
import type { GridColumn } from '../shared/grid/gridColumn';
import type { IconName } from '../shared/icon';
import '../shared/verdictChip';
import type { Tone } from '../shared/verdictChip';
import type { StepRow } from './planRows';
import { texts } from './texts';

const titles = texts.columns;

/** What stands in a row of steps and in one of refusals alike. */
interface Pair {
  readonly packageId: string;
  readonly packageName: string;
  readonly dpName: string;
  readonly verdict: Verdict | undefined;
  readonly reason: string;
}

/** @param started the outcome column is shown once there can be one */
export const stepColumns = (started: boolean): readonly GridColumn<StepRow>[] => [
  ...(started
    ? [{ key: 'outcome', title: titles.outcome, width: 130, grow: 0, spare: 0, cell: outcomeCell }]
    : []),
  ...pairColumns<StepRow>(({ step }) => step),
  {
    key: 'bytes',
    title: titles.bytes,
    width: 90,
    grow: 0,
    spare: 0,
    numeric: true,
    cell: ({ step }) =>
      step.bytes === undefined
        ? html`<span class="dim">${texts.sizeUnknown}</span>`
        : step.bytes === 0
          ? html`<span class="dim">${texts.none}</span>`
          : formatBytes(step.bytes),
  },
  {
    key: 'reason',
    title: titles.reason,
    width: 200,
    grow: 4,
    spare: 1,
    cell: ({ step, outcome }) => {
      const why = 'cause' in outcome ? outcome.cause : [step.reason, ...step.cautions].join(' ');
      return html`<span class="dim" title=${why}
        >${
          step.cautions.length > 0 && !('cause' in outcome)
            ? html`<cm-icon class="tone-ask" name="warning"></cm-icon> `
            : ''
        }${why}</span
      >`;
    },
  },
];

export const refusalColumns: readonly GridColumn<PlanRefusal>[] = [
  ...pairColumns<PlanRefusal>((refusal) => refusal),
  {
    key: 'rule',
    title: titles.rule,
    width: 130,
    grow: 0,
    spare: 1,
    cell: ({ rule }) => html`<span class="dim">${rule}</span>`,
  },
  {
    key: 'reason',
    title: titles.reason,
    width: 220,
    grow: 5,
    spare: 0,
    cell: ({ reason }) => html`<span title=${reason}>${reason}</span>`,
  },
];

function pairColumns<Row>(pairOf: (row: Row) => Pair): readonly GridColumn<Row>[] {
  return [
    {
      key: 'package',
      title: titles.package,
      width: 160,
      grow: 3,
      spare: 0,
      cell: (row) => {
        const { packageName } = pairOf(row);
        return packageName === '' ? texts.allContent : html`<span title=${packageName}>${packageName}</span>`;
      },
    },
    {
      key: 'packageId',
      title: titles.packageId,
      width: 90,
      grow: 0,
      spare: 3,
      cell: (row) => html`<span class="dim">${pairOf(row).packageId}</span>`,
    },
    {
      key: 'dp',
      title: titles.dp,
      width: 150,
      grow: 2,
      spare: 0,
      cell: (row) => html`<span title=${pairOf(row).dpName}>${pairOf(row).dpName}</span>`,
    },
    {
      key: 'verdict',
      title: titles.verdict,
      width: 185,
      grow: 0,
      spare: 2,
      cell: (row) => {
        const { verdict } = pairOf(row);
        return verdict === undefined ? '' : html`<cm-verdict .verdict=${verdict}></cm-verdict>`;
      },
    },
  ];
}

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

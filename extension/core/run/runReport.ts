import { markdownText } from '../connection/markdownText';
import { isoTime, utcText } from '../export/isoTime';
import { formatBytes } from '../filter/bytes';
import { markdownTable } from '../impact/markdownTable';
import { actionWords, countWords, runWords, stepWords } from './fateWords';
import type { FateKind } from './fate';
import { badWords } from '../validate/badWords';
import type { RunStep } from './runPlan';
import type { RunState, StepState } from './runState';

const worstFirst: readonly FateKind[] = ['unsure', 'failed', 'notProved', 'skipped', 'repaired', 'accepted'];

/** Every step of a run with what became of it, and why: for a ticket, as Markdown. */
export const runReport = (id: string, state: RunState): string => {
  const { plan, by, siteName, startedAt, endedAt, problems, stopCause } = state;
  const steps = plan.steps.map((step) => ({ step, is: state.of(step.id) }));
  const open = steps.filter(({ is }) => is.phase !== 'ended');
  const blocks = [
    `# Run ${markdownText(id)}`,
    [
      `Site ${markdownText(`${plan.siteCode} ${siteName}`)}, plan ${markdownText(plan.hash)}.`,
      `Begun ${timeText(startedAt)} by ${markdownText(`${by.user} on ${by.computer}`)} (${by.program === 'window' ? 'a window' : 'the command line'}).`,
      endedAt === undefined
        ? `It has not ended: ${markdownText(runWords(state))}.`
        : `Ended ${timeText(endedAt)}: ${markdownText(countWords(state.ended.map(({ fate }) => fate)))}.`,
      ...(stopCause === undefined ? [] : [markdownText(stopCause)]),
    ].join('\n'),
    ...(problems.length === 0
      ? []
      : ['## The journal', problems.map((problem) => `- ${markdownText(problem)}`).join('\n')]),
    ...(open.length === 0 ? [] : ['## Not ended', stepTable(open)]),
    ...worstFirst.flatMap((kind) => {
      const ended = steps.filter(({ is }) => is.phase === 'ended' && is.fate.kind === kind);
      const [first] = ended;
      return first === undefined ? [] : [`## ${stepWords(first.is)}`, stepTable(ended)];
    }),
  ];
  return `${blocks.join('\n\n')}\n`;
};

const timeText = (time: number): string => utcText(isoTime(time) ?? '');

const stepTable = (steps: readonly { readonly step: RunStep; readonly is: StepState }[]): string =>
  markdownTable(
    ['Step', 'Action', 'Package', 'Name', 'Distribution point', 'Size', 'What became of it'],
    steps.map(({ step, is }) => [
      step.id,
      actionWords[step.action],
      step.packageId,
      step.packageName,
      step.dpName === '' ? 'all of the package' : step.dpName,
      step.bytes === undefined ? 'unknown' : step.bytes === 0 ? '' : formatBytes(step.bytes),
      is.phase === 'ended'
        ? [is.fate.cause, ...(is.fate.culprits ?? []).map(badWords)].join(' ')
        : stepWords(is),
    ]),
  );

/** The same as data, for JSON: times as ISO 8601. */
export const runData = (id: string, state: RunState): object => ({
  id,
  siteCode: state.plan.siteCode,
  siteName: state.siteName,
  plan: state.plan.hash,
  by: state.by,
  phase: state.phase,
  startedAt: isoTime(state.startedAt),
  endedAt: isoTime(state.endedAt),
  problems: state.problems,
  steps: state.plan.steps.map((step) => {
    const is = state.of(step.id);
    return {
      ...step,
      phase: is.phase,
      fate: is.phase === 'ended' ? is.fate.kind : null,
      cause: is.phase === 'ended' ? is.fate.cause : null,
      ...(is.phase === 'ended' && is.fate.culprits !== undefined ? { culprits: is.fate.culprits } : {}),
      at: is.phase === 'waiting' ? null : isoTime(is.at),
    };
  }),
});

import { formatBytes } from '../filter/bytes';
import { countFates, fateKinds, type FateKind } from '../run/fate';
import type { RunState, StepState } from '../run/runState';

/** What Markdown gives a meaning is text here. */
const plain = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|!~]/g, '\\$&').replaceAll(/\s+/g, ' ');

const utc = (time: number): string => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const titles: Readonly<Record<FateKind, string>> = {
  failed: 'Failed',
  unsure: 'Unsure: written or not, nobody can tell',
  notProved: 'Not proved',
  skipped: 'Not written',
  accepted: 'Accepted by the site',
  repaired: 'Repaired, and proved by a validation',
};

/** What needs a look first. */
const order: readonly FateKind[] = ['failed', 'unsure', 'notProved', 'skipped', 'accepted', 'repaired'];

/** The report of a run as a Markdown document: who, what, and what became of every step. */
export const runReport = (id: string, run: RunState): string => {
  const counts = countFates(run.ended.map(({ fate }) => fate));
  const open = run.plan.steps.length - run.ended.length;
  const lines = [
    `# Run ${plain(id)}`,
    '',
    `${plain(run.siteName)} (${run.plan.siteCode}), ${run.plan.steps.length} steps, by ${plain(run.by.user)} on ${plain(run.by.computer)}.`,
    `Began ${utc(run.startedAt)}${run.endedAt === undefined ? '' : `, ended ${utc(run.endedAt)}`}. Plan ${plain(run.plan.hash)}.`,
    ...(run.stopCause === undefined ? [] : ['', `**Stopped:** ${plain(run.stopCause)}`]),
    ...run.problems.map((problem) => `\n**Journal:** ${plain(problem)}`),
    '',
    '| Fate | Steps |',
    '| --- | ---: |',
    ...fateKinds.map((kind) => `| ${titles[kind]} | ${counts[kind]} |`),
    ...(open === 0 ? [] : [`| Not ended yet | ${open} |`]),
  ];
  for (const kind of order) {
    const rows = run.ended.filter(({ fate }) => fate.kind === kind);
    if (rows.length === 0) continue;
    lines.push('', `## ${titles[kind]} (${rows.length})`, '');
    lines.push('| Step | Action | Package | Distribution point | Size | What is known |');
    lines.push('| --- | --- | --- | --- | ---: | --- |');
    for (const { step, fate } of rows) {
      const size = step.bytes === undefined ? '' : formatBytes(step.bytes);
      const what = step.packageId === '' ? '' : `${plain(step.packageName)} (${step.packageId})`;
      const ended = run.of(step.id);
      lines.push(
        `| ${step.id} | ${step.action} | ${what} | ${plain(step.dpName)} | ${size} | ${plain(fate.cause)} ${endTime(ended)} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
};

const endTime = (state: StepState): string => (state.phase === 'ended' ? `(${utc(state.at)})` : '');

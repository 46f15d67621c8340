import { formatBytes } from '../../extension/core/filter/bytes';
import type { Plan, PlanPurpose, StepOutcome } from '../../extension/core/redistribute/plan';
import { counted, countText } from '../shared/count';

type Totals = Plan['totals'];

const dps = (count: number): string => counted(count, 'distribution point');
const packages = (count: number): string => counted(count, 'package');

const sentWords = (totals: Totals): string =>
  totals.stepsOfUnknownSize === 0
    ? `${formatBytes(totals.bytes)} will be sent.`
    : `${formatBytes(totals.bytes)} will be sent, and ${counted(totals.stepsOfUnknownSize, 'step')} of unknown size.`;

/** Every text of this page. */
export const texts = {
  loading: 'Making the plan\u2026',
  gone: 'This plan is gone',
  goneHint:
    'The window was reloaded since. Nothing more will be written; make a new plan from the missing content.',
  problem: 'That did not work.',
  dismiss: 'Dismiss',
  /** What is done, to how much of what, where. */
  headline: {
    repair: (totals: Totals) => `Repair ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
    distribute: (totals: Totals) =>
      `Distribute ${packages(totals.packages)} to ${dps(totals.distributionPoints)}`,
    updateContent: (totals: Totals) =>
      `Update the content of ${packages(totals.packages)} on all ${dps(totals.distributionPoints)}`,
    remove: (totals: Totals) => `Remove ${packages(totals.packages)} from ${dps(totals.distributionPoints)}`,
    redistribute: (totals: Totals) =>
      `Redistribute ${packages(totals.packages)} to ${dps(totals.distributionPoints)}`,
    validate: (totals: Totals) =>
      `Validate ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
    validateDp: (totals: Totals) => `Validate all content of ${dps(totals.distributionPoints)}`,
    cancel: (totals: Totals) =>
      `Cancel the distribution of ${packages(totals.packages)} to ${dps(totals.distributionPoints)}`,
  } satisfies Record<PlanPurpose, (totals: Totals) => string>,
  nothing: {
    repair: 'Nothing to repair',
    distribute: 'Nothing to distribute',
    updateContent: 'Nothing to update',
    remove: 'Nothing to remove',
    redistribute: 'Nothing to redistribute',
    validate: 'Nothing to validate',
    validateDp: 'Nothing to validate',
    cancel: 'Nothing to cancel',
  } satisfies Record<PlanPurpose, string>,
  nothingHint: 'Every pair you chose is left alone, each for the reason below.',
  consequence: {
    repair: sentWords,
    distribute: sentWords,
    updateContent: sentWords,
    redistribute: sentWords,
    remove: () => 'The content and its target are taken away; no content is sent.',
    validate: () => 'The distribution points check what they hold; no content is sent.',
    validateDp: () => 'The distribution points check all that they hold; no content is sent.',
    cancel: () => 'The site is asked to stop what is on its way; no content is sent.',
  } satisfies Record<PlanPurpose, (totals: Totals) => string>,
  unwritten: 'Nothing has been written yet.',
  madeAt: (time: string) => `Planned at ${time}`,
  steps: (count: number) => `Steps (${countText(count)})`,
  refused: (count: number) => `Left alone (${countText(count)})`,
  refusedNote: (count: number) =>
    count === 1 ? '1 pair you chose is left alone.' : `${countText(count)} pairs you chose are left alone.`,
  showRefused: 'Show why',
  cautions: 'Before you confirm',
  times: (count: number) => `${countText(count)}\u00d7`,
  confirm: {
    repair: (totals: Totals) =>
      `Repair ${packages(totals.packages)} on ${dps(totals.distributionPoints)}, ${formatBytes(totals.bytes)}`,
    distribute: (totals: Totals) =>
      `Distribute ${packages(totals.packages)} to ${dps(totals.distributionPoints)}, ${formatBytes(totals.bytes)}`,
    updateContent: (totals: Totals) =>
      `Update ${packages(totals.packages)} on all ${dps(totals.distributionPoints)}, ${formatBytes(totals.bytes)}`,
    remove: (totals: Totals) => `Remove ${packages(totals.packages)} from ${dps(totals.distributionPoints)}`,
    redistribute: (totals: Totals) =>
      `Redistribute ${packages(totals.packages)} to ${dps(totals.distributionPoints)}, ${formatBytes(totals.bytes)}`,
    validate: (totals: Totals) =>
      `Validate ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
    validateDp: (totals: Totals) => `Validate ${dps(totals.distributionPoints)}`,
    cancel: (totals: Totals) => `Cancel the distribution of ${packages(totals.packages)}`,
  } satisfies Record<PlanPurpose, (totals: Totals) => string>,
  keep: 'Cancel',
  close: 'Close',
  stop: 'Stop after this step',
  stopping: 'Stopping\u2026',
  running: (done: number, all: number) => `${countText(done)} of ${counted(all, 'step')} done`,
  runningOn: (what: string, where: string) => `\u00b7 now ${what} on ${where}`,
  allContent: 'All content',
  done: (accepted: number, all: number) =>
    accepted === all
      ? all === 1
        ? 'The site accepted it'
        : `The site accepted all ${counted(all, 'step')}`
      : `The site accepted ${countText(accepted)} of ${counted(all, 'step')}`,
  doneHint:
    'Accepted means asked for, not finished. The missing content shows what comes of it as the site reports.',
  failed: (count: number) => `${counted(count, 'step')} failed.`,
  skipped: (count: number) => `${counted(count, 'step')} not made.`,
  columns: {
    outcome: 'Outcome',
    package: 'Package',
    packageId: 'ID',
    dp: 'Distribution point',
    bytes: 'Size',
    verdict: 'State',
    reason: 'Why',
    rule: 'Rule',
  },
  outcomes: {
    waiting: 'Waiting',
    writing: 'Writing',
    accepted: 'Accepted',
    failed: 'Failed',
    skipped: 'Not made',
  } satisfies Record<StepOutcome['kind'], string>,
  sizeUnknown: 'unknown',
  none: '\u2013',
} as const;

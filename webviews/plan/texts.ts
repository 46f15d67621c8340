import { formatBytes } from '../../extension/core/filter/bytes';
import type { Budget, Estimate, LineBudget } from '../../extension/core/redistribute/budget/budget';
import type {
  PlanAction,
  PlanPurpose,
  PlanTotals,
  StepOutcome,
} from '../../extension/core/redistribute/plan';
import { budgetText, durationText, estimateText } from '../../extension/core/redistribute/planSummary';
import { counted, countText } from '../shared/count';

type Totals = PlanTotals;

const dps = (count: number): string => counted(count, 'distribution point');
const packages = (count: number): string => counted(count, 'package');

const sent = ({ bytes, stepsOfUnknownSize }: Totals): string =>
  stepsOfUnknownSize === 0
    ? `${formatBytes(bytes)} will be sent.`
    : `${formatBytes(bytes)} will be sent, and ${counted(stepsOfUnknownSize, 'step')} of unknown size.`;

/** What is done, to how much of what, where. */
const headline = {
  repair: (totals: Totals) => `Repair ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
  redistribute: (totals: Totals) =>
    `Redistribute ${packages(totals.packages)} to ${dps(totals.distributionPoints)}`,
  distribute: (totals: Totals) =>
    `Distribute ${packages(totals.packages)} to ${dps(totals.distributionPoints)}`,
  updateContent: (totals: Totals) =>
    `Update the content of ${packages(totals.packages)} on all ${dps(totals.distributionPoints)}`,
  remove: (totals: Totals) => `Remove ${packages(totals.packages)} from ${dps(totals.distributionPoints)}`,
  validate: (totals: Totals) => `Validate ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
  validateDp: (totals: Totals) => `Validate all content of ${dps(totals.distributionPoints)}`,
  repairLibrary: (totals: Totals) =>
    `Repair the lists of ${dps(totals.distributionPoints)} for ${packages(totals.packages)}`,
  quarantine: (totals: Totals) =>
    `Quarantine ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
  restore: (totals: Totals) => `Put back ${packages(totals.packages)} on ${dps(totals.distributionPoints)}`,
  checkLists: (totals: Totals) => `Check the lists of ${dps(totals.distributionPoints)}`,
  cancel: (totals: Totals) =>
    `Cancel the distribution of ${packages(totals.packages)} to ${dps(totals.distributionPoints)}`,
} satisfies Record<PlanPurpose, (totals: Totals) => string>;

/** On the button: short where little is at stake, with all its numbers where much is. */
const confirm =
  (short: string, purpose: PlanPurpose) =>
  (totals: Totals, isSmall: boolean): string =>
    isSmall
      ? short
      : `${headline[purpose](totals)}${totals.bytes === 0 ? '' : `, ${formatBytes(totals.bytes)}`}`;

/** Every text of this page. */
export const texts = {
  showRun: 'Show Run',
  waits: (dp: string, by: string) => `${dp} waits for ${by}, who works on it.`,
  loading: 'Making the plan\u2026',
  gone: 'This plan is gone',
  goneHint:
    'The window was reloaded since. Nothing more will be written; make a new plan from the missing content, or open one that was saved.',
  problem: 'That did not work.',
  headline,
  nothing: {
    repair: 'Nothing to repair',
    redistribute: 'Nothing to redistribute',
    distribute: 'Nothing to distribute',
    updateContent: 'Nothing to update',
    remove: 'Nothing to remove',
    validate: 'Nothing to validate',
    validateDp: 'Nothing to validate',
    repairLibrary: 'Nothing to repair',
    quarantine: 'Nothing to quarantine',
    restore: 'Nothing to put back',
    checkLists: 'Nothing to check',
    cancel: 'Nothing to cancel',
  } satisfies Record<PlanPurpose, string>,
  nothingHint: 'Every pair you chose is left alone, each for the reason below.',
  consequence: {
    repair: sent,
    redistribute: sent,
    distribute: sent,
    updateContent: sent,
    remove: () => 'The content and its target are taken away; no content is sent.',
    validate: () => 'The distribution points check what they hold; no content is sent.',
    validateDp: () => 'The distribution points check all that they hold; no content is sent.',
    repairLibrary: (totals: Totals) =>
      `What is not targeted is moved beside the library, and can be put back. ${sent(totals)}`,
    quarantine: () => 'Entries are moved beside the library, and can be put back; no content is sent.',
    restore: () => 'Entries go back where they were, unless newer ones have come; no content is sent.',
    checkLists: () => 'The distribution points check all that they hold; no content is sent.',
    cancel: () => 'The site is asked to stop what is on its way; no content is sent.',
  } satisfies Record<PlanPurpose, (totals: Totals) => string>,
  unwritten: 'Nothing has been written yet.',
  estimate: (budget: Budget) => `${budgetText(budget)}.`,
  madeAt: (time: string) => `Planned at ${time}`,
  tabs: {
    steps: (count: number) => `Steps (${countText(count)})`,
    lines: (count: number) => `Where it goes (${countText(count)})`,
    refused: (count: number) => `Left alone (${countText(count)})`,
  },
  stepCount: (count: number) => counted(count, 'step'),
  refusedNote: (count: number) =>
    count === 1 ? '1 pair you chose is left alone.' : `${countText(count)} pairs you chose are left alone.`,
  showRefused: 'Show why',
  times: (count: number) => `${countText(count)}\u00d7`,
  confirm: {
    repair: confirm('Repair', 'repair'),
    redistribute: confirm('Redistribute', 'redistribute'),
    distribute: confirm('Distribute', 'distribute'),
    updateContent: confirm('Update content', 'updateContent'),
    remove: confirm('Remove', 'remove'),
    validate: confirm('Validate', 'validate'),
    validateDp: confirm('Validate', 'validateDp'),
    repairLibrary: confirm('Repair', 'repairLibrary'),
    quarantine: confirm('Quarantine', 'quarantine'),
    restore: confirm('Put back', 'restore'),
    checkLists: confirm('Check', 'checkLists'),
    cancel: confirm('Cancel the distribution', 'cancel'),
  } satisfies Record<PlanPurpose, (totals: Totals, isSmall: boolean) => string>,
  overCaps: (over: readonly string[]) => `This plan is over its caps: ${over.join('; ')}.`,
  typeBack: 'Type the number of its steps to confirm it.',
  document: 'Show as document',
  documentHint: 'Opens the plan in an editor, to be reviewed, edited down, saved and opened again',
  keep: 'Cancel',
  close: 'Close',
  stop: 'Stop after this step',
  stopping: 'Stopping\u2026',
  running: (done: number, all: number) => `${countText(done)} of ${counted(all, 'step')} done`,
  runningOn: (what: string, where: string) => `\u00b7 now ${what} on ${where}`,
  allContent: 'All content',
  reaches: (count: number) => `All ${dps(count)}`,
  everyDp: 'All of the package',
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
    dpAndPackage: 'Distribution point and package',
    packageId: 'ID',
    dp: 'Distribution point',
    action: 'Action',
    bytes: 'Size',
    verdict: 'State',
    reason: 'Why',
    rule: 'Rule',
    from: 'Fetched from',
    steps: 'Steps',
    time: 'Time',
    notes: 'Limits',
  },
  actionWords: {
    redistribute: 'Redistribute',
    distribute: 'Distribute',
    updateContent: 'Update',
    remove: 'Remove',
    validate: 'Validate',
    validateDp: 'Validate',
    quarantine: 'Quarantine',
    restore: 'Put back',
    checkLists: 'Check lists',
    cancel: 'Cancel',
  } satisfies Record<PlanAction, string>,
  outcomes: {
    waiting: 'Waiting',
    writing: 'Writing',
    accepted: 'Accepted',
    failed: 'Failed',
    skipped: 'Not made',
  } satisfies Record<StepOutcome['kind'], string>,
  from: (sources: readonly string[]) =>
    sources.length === 0
      ? 'The site'
      : sources.map((source) => source.slice(0, source.lastIndexOf('|'))).join(', '),
  time: (time: Estimate) =>
    time.kind === 'unknown'
      ? `Not known: ${time.why}`
      : `${durationText(time.middle)} (${durationText(time.low)} \u2013 ${durationText(time.high)})`,
  lineWords: ({ time, notes }: LineBudget) => [estimateText(time), ...notes].join(' \u00b7 '),
  noLines: 'No content is sent',
  noLinesHint: 'None of the steps sends content over the network.',
  details: 'The chosen step',
  stepTitle: (action: string, what: string, where: string) => `${action} ${what} \u2013 ${where}`,
  why: 'Why',
  truth: 'Evidence',
  instead: 'Why not something else',
  beware: 'Before you confirm',
  goesTo: 'Goes to',
  skippedUnless: 'Skipped unless still',
  before: (state: number | undefined, version: number | undefined, refreshed: string | undefined) =>
    [
      ...(state === undefined ? [] : [`State ${state}`]),
      ...(version === undefined ? [] : [`version ${version}`]),
      ...(refreshed === undefined ? [] : [`last refreshed ${refreshed}`]),
    ].join(', '),
  sizeUnknown: 'unknown',
  none: '\u2013',
} as const;

import { formatBytes } from '../../extension/core/filter/bytes';
import type { RunAction } from '../../extension/core/run/runPlan';
import type { RowStanding } from '../../extension/core/runView/runRow';
import type { RunSummary } from '../../extension/core/runView/runSummary';
import { counted, countText } from '../shared/count';

const minute = 60_000;
const hour = 60 * minute;

const actionNames: Readonly<Record<RunAction, string>> = {
  redistribute: 'Redistributing',
  distribute: 'Distributing',
  validate: 'Validating',
  validateDp: 'Validating',
  quarantine: 'Quarantining',
  restore: 'Putting back',
  checkLists: 'Checking lists:',
  updateContent: 'Updating',
  cancel: 'Cancelling',
  remove: 'Removing',
};

/** `about 3 h 20 min`, coarser the longer it is. */
export const durationText = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.round(milliseconds / minute));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(milliseconds / hour);
  if (hours >= 24) return `${Math.round(milliseconds / (24 * hour))} days`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
};

const what = ({ actions, steps }: RunSummary): string => {
  const [first, another] = actions;
  const name = first === undefined || another !== undefined ? 'Carrying out' : actionNames[first.action];
  return `${name} ${counted(steps, 'step')}`;
};

/** Every text of this page. */
export const texts = {
  loading: 'Reading the run\u2026',
  gone: 'This run is not at work in this window',
  goneHint:
    'The window was reloaded, and the site or the journal of the run is gone. Show Journal of a Run\u2026 lists those that are kept.',
  problem: 'That did not work.',
  headline: {
    running: (run: RunSummary) => what(run),
    paused: (run: RunSummary) => `Paused: ${what(run).toLowerCase()}`,
    stopped: (run: RunSummary) =>
      run.counts.underWay > 0 ? 'Stopped: what is under way is followed to its end' : 'Stopped',
    left: () => 'Nobody works on this run here any more',
    ended: (run: RunSummary) => endText(run),
  } satisfies Record<RunSummary['phase'], (run: RunSummary) => string>,
  done: (ended: number, all: number) => `${countText(ended)} of ${counted(all, 'step')} done`,
  sent: (sent: number, bytes: number) => `${formatBytes(sent)} of ${formatBytes(bytes)}`,
  rate: (rate: number | undefined) => (rate === undefined ? '' : `${formatBytes(rate)}/s`),
  left: (left: number | undefined) => (left === undefined ? '' : `about ${durationText(left)} left`),
  took: (milliseconds: number) => `in ${durationText(milliseconds)}`,
  by: (by: string, time: string) => `Begun by ${by}, ${time}`,
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  stopHint: 'Nothing more is begun; what is under way goes on.',
  cancel: 'Cancel All\u2026',
  cancelHint: 'Nothing more is begun, and the site is asked to cancel what is under way.',
  goOn: 'Continue',
  goOnHint: 'What was written is not written again.',
  cancelStep: 'Cancel Step\u2026',
  report: 'Show Report',
  lanes: (count: number) => `Distribution points (${countText(count)})`,
  steps: (count: number) => `Steps (${countText(count)})`,
  onlyOn: (dp: string) => `Only ${dp}`,
  showAll: 'Show all',
  noRows: 'No step stands like that',
  noRowsHint: 'Another choice shows others.',
  allContent: 'All content',
  heldBy: (who: string) => `Waits for ${who}, who works on this DP`,
  nothingNow: '',
  waits: (count: number) => `${counted(count, 'step')} to come`,
  over: (run: RunSummary['lanes'][number]) =>
    run.counts.failed + run.counts.unsure > 0
      ? `${countText(run.counts.failed + run.counts.unsure)} failed`
      : 'Done',
  standings: {
    underWay: 'Under way',
    waiting: 'To come',
    failed: 'Failed',
    unsure: 'Unsure',
    notProved: 'Not proved',
    skipped: 'Not written',
    accepted: 'Accepted',
    repaired: 'Repaired',
  } satisfies Record<RowStanding, string>,
  actions: {
    redistribute: 'Redistribute',
    distribute: 'Distribute',
    validate: 'Validate',
    validateDp: 'Validate all',
    quarantine: 'Quarantine',
    restore: 'Put back',
    checkLists: 'Check lists',
    updateContent: 'Update',
    cancel: 'Cancel',
    remove: 'Remove',
  } satisfies Record<RunAction, string>,
  columns: {
    dp: 'Distribution point',
    progress: 'Progress',
    now: 'Now',
    rate: 'Rate',
    left: 'Left',
    sent: 'Sent',
    standing: 'State',
    package: 'Package',
    packageId: 'ID',
    action: 'Action',
    bytes: 'Size',
    words: 'What is known',
  },
  sizeUnknown: 'unknown',
  details: 'The chosen step',
} as const;

const endText = ({ counts, steps }: RunSummary): string => {
  const good = counts.repaired + counts.accepted;
  if (good === steps)
    return counts.accepted === 0
      ? `All ${counted(steps, 'step')} repaired, and proved`
      : `All ${counted(steps, 'step')} done`;
  return `${countText(good)} of ${counted(steps, 'step')} ended well`;
};

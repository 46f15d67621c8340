import type { CleanupAction } from '../../extension/protocol/cleanupPage';
import type { CleanupEnd } from '../../extension/core/library/cleanup/cleanupLog';
import type { CleanupStanding } from '../../extension/core/library/cleanup/judgeItem';
import type { PreconditionStanding } from '../../extension/core/library/cleanup/preconditions';
import { counted } from '../shared/count';

/** Every text of this page. */
export const texts = {
  title: (dp: string) => `Content library cleanup of ${dp}`,
  reading: 'Reading the log and the site\u2026',
  waiting: 'The site has not been read yet',
  waitingHint: 'The log is held against it as soon as it has been.',
  connect: 'Connect and review',
  refresh: 'Read the log and the site again',
  read: (age: string) => `Reviewed ${age}`,
  problem: 'That did not work.',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  mode: {
    whatIf: 'What-if: nothing was deleted',
    delete: 'Delete: this run deleted',
    unknown: 'Mode not told',
  },
  ends: {
    finished: 'Finished',
    stopped: 'Stopped',
    notFinished: 'Not finished',
    notKnown: 'Not known to be whole',
  } satisfies Record<CleanupEnd['kind'], string>,
  ended: (age: string) => `ended ${age}`,
  foreign: 'This is no log of the cleanup tool.',
  foreignHint: 'Choose the log that the tool wrote. What was found in it anyhow is not to be relied on.',
  openLog: 'Open log',
  tabs: {
    items: (count: number) => `Would be deleted (${count})`,
    lines: (count: number) => `Not recognised (${count})`,
    preconditions: (count: number) => (count === 0 ? 'Preconditions' : `Preconditions (${count} to check)`),
  },
  gridLabel: 'What the cleanup tool would delete',
  filterLabel: 'Filter by name or ID',
  matches: (count: number) => counted(count, 'item'),
  standings: {
    inFlight: 'On its way: stop',
    mistake: 'Removed by mistake?',
    unknown: 'Not known',
    safe: 'Safe to delete',
  } satisfies Record<CleanupStanding, string>,
  agreed: 'Agreed to be lost',
  columns: {
    standing: 'Standing',
    name: 'Package',
    id: 'ID',
    bytes: 'Size',
    why: 'Why',
    line: 'Line',
  },
  unknownName: 'not a package of the site',
  unknownSize: 'unknown',
  unknownSizeHint: 'No line of the log that names it tells a size',
  total: (size: string, unknown: number) =>
    unknown === 0 ? size : `${size}, and ${counted(unknown, 'item')} of unknown size`,
  otherPaths: (lines: number, size: string) => `${counted(lines, 'more path')} without a package, ${size}`,
  noMatch: 'Nothing fits the filter',
  clearFilter: 'Clear the filter',
  nothing: 'The log names no package',
  nothingHint:
    'Either nothing would be deleted, or the log words it in a way that was not recognised: see its lines.',
  allRecognised: 'Every line was recognised',
  linesHint:
    'How the tool words its log is documented nowhere. From these lines nothing was concluded: read them before anything is deleted.',
  linesRead: 'I have read these lines',
  moreLines: (count: number) => `${counted(count, 'more line')} in the log`,
  line: (line: number) => `Line ${line}`,
  troubles: 'Errors and warnings of the tool',
  moreTroubles: (count: number) => `${counted(count, 'more')} in the log`,
  marks: {
    met: 'met',
    unmet: 'not met',
    unknown: 'not known',
    check: 'check this',
  } satisfies Record<PreconditionStanding, string>,
  agree: (count: number) => `Agree to lose ${counted(count, 'item')}`,
  takeBack: (count: number) => `Take back for ${counted(count, 'item')}`,
  selected: (count: number) => `${counted(count, 'item')} selected`,
  actions: {
    openLog: 'Open the log',
    prepareWhatIf: 'Prepare a new what-if',
    prepareDelete: 'Prepare the delete script',
    distribute: 'Plan to distribute again',
    reconcile: 'Plan a reconciliation',
  } satisfies Record<CleanupAction, string>,
  next: 'Next step',
  mayDelete: 'Nothing speaks against it. The script deletes nothing before it is read, run and confirmed.',
  mayNotDelete: (count: number) =>
    `${counted(count, 'thing')} ${count === 1 ? 'speaks' : 'speak'} against deleting:`,
  deleted: 'This run deleted. Check what is missing now, and plan its repair.',
  details: 'Why',
  contents: (ids: readonly string[]) => `Content: ${ids.join(', ')}`,
} as const;

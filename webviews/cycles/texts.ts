import type { CyclesAction } from '../../extension/protocol/cyclesPage';
import type { CycleState } from '../../extension/core/validate/cycleReport';
import { countText, counted } from '../shared/count';

/** Every text of this page. */
export const texts = {
  title: 'Validation cycles',
  read: (age: string) => `Read ${age}`,
  refresh: 'Read the site again',
  reading: 'Reading the site\u2026',
  noSite: 'No site is connected',
  noSiteHint:
    'Connect to a site in the sidebar to see how content validation runs on its distribution points.',
  connect: 'Connect',
  neverRead: 'The site has not been read yet',
  neverReadHint: 'Nothing can be said about its validation cycles before it is.',
  noDps: 'The site has no distribution points',
  noDpsHint: 'Without one, nothing is validated.',
  noMatch: 'No distribution point fits the filter',
  clearFilter: 'Clear the filter',
  stale: 'What you see is not up to date.',
  tryAgain: 'Try again',
  filterLabel: 'Filter by name',
  matches: (count: number) => counted(count, 'distribution point'),
  gridLabel: 'Validation cycles of distribution points',
  states: {
    broken: 'Broken',
    never: 'Never',
    off: 'Switched off',
    unread: 'Not read',
    running: 'Running',
    finished: 'Finished',
    cloud: 'Cloud',
  } satisfies Record<CycleState, string>,
  suspect: 'Suspect',
  columns: {
    state: 'State',
    dp: 'Distribution point',
    finished: 'Last cycle ended',
    took: 'Took',
    results: 'Results',
    previous: 'The one before',
    schedule: 'Schedule',
    notes: 'What to know',
  },
  resultsOf: (results: number, expected: number | undefined) =>
    expected === undefined ? countText(results) : `${countText(results)} of ${countText(expected)}`,
  resultsHint: 'Results that the cycle gave, of the pairs that the distribution point should hold',
  counted: (results: number) => counted(results, 'result'),
  estimated: 'Its beginning is estimated',
  unknown: 'not known',
  actions: {
    missing: 'Show missing content',
    reveal: 'Reveal in tree',
  } satisfies Record<CyclesAction, string>,
  details: 'Details of the chosen distribution point',
  since: (time: string, age: string) => `Open since ${time} (${age}).`,
  lastCycle: (start: string | undefined, end: string) =>
    start === undefined ? `Last cycle: until ${end}.` : `Last cycle: ${start} to ${end}.`,
} as const;

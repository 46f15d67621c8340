import type { ChangeKind } from '../../extension/core/history/diffSnapshots';
import { counted, countText } from '../shared/count';

/** Every text of this page. */
export const texts = {
  title: 'History',
  reading: 'Reading the history\u2026',
  noSite: 'The site is not connected',
  noSiteHint: 'Connect to it in the sidebar to see how it stood before.',
  none: 'Nothing is remembered yet',
  one: 'One snapshot so far',
  oneHint: (time: string) =>
    `It was taken at ${time}. Each time the whole site is read, a snapshot is kept; from the second on, this page shows what has changed.`,
  noneHint: 'Each time the whole site is read, a snapshot is kept. Refresh the site to take the first one.',
  problem: 'That did not work.',
  scope: 'Of',
  wholeSite: 'Whole site',
  kept: (count: number, since: string) => `${counted(count, 'snapshot')} since ${since}`,
  problems: 'Problems',
  validated: 'Validated',
  chart: (title: string, first: string, last: string, most: string) =>
    `${title}: ${first} at first, ${last} at last, ${most} at most`,
  snapshots: 'Snapshots',
  pickTwo: 'Pick two to compare',
  columns: {
    time: 'Read',
    problems: 'Problems',
    validated: 'Validated',
    expected: 'Pairs',
    kind: 'Change',
    package: 'Package',
    packageId: 'ID',
    dp: 'Distribution point',
    before: 'Before',
    after: 'After',
  },
  yesterday: 'yesterday',
  compared: (from: string, to: string) => `From ${from} to ${to}`,
  kinds: { new: 'New', cleared: 'Repaired or gone', changed: 'Changed' } satisfies Record<ChangeKind, string>,
  kindHints: {
    new: 'Show problems that were none in the older snapshot',
    cleared: 'Show problems of the older snapshot that are none in the newer one, or no longer expected',
    changed: 'Show what stands otherwise without becoming a problem or ceasing to be one',
  } satisfies Record<ChangeKind, string>,
  absent: 'Validated or gone',
  absentHint: 'The snapshot does not list it: it was validated, or not expected there',
  noChange: 'Nothing changed',
  noChangeHint: 'Every pair stands as it did in the older snapshot.',
  noneOfKind: 'No change of this kind',
  showAll: 'Show all changes',
  count: countText,
  percent: (share: number | undefined) =>
    share === undefined ? '\u2013' : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`,
} as const;

import type { Cell, CellClass } from '../../extension/core/matrix/cell';
import type { MatrixOrder, TotalsOf } from '../../extension/core/matrix/matrix';
import type { MatrixAction } from '../../extension/protocol/matrixPage';
import { counted, countText } from '../shared/count';
import { verdictLabels } from '../shared/verdictTexts';

/** Every text of this page. */
export const texts = {
  title: 'Heat map',
  size: (packages: number, dps: number) =>
    `${counted(packages, 'package')} × ${counted(dps, 'distribution point')}`,
  mapLabel: (packages: number, dps: number) =>
    `Packages on distribution points, ${countText(packages)} rows and ${countText(dps)} columns. Arrow keys move, Shift extends, plus and minus zoom, Enter shows the pair in missing content.`,
  mapRole: 'heat map',
  read: (age: string) => `Read ${age}`,
  refresh: 'Read the site again',
  showMissing: 'Missing content',
  reading: 'Reading the site…',
  drawing: 'Putting the heat map together…',
  tellingApart: 'Finding out which packages are targeted where…',
  stale: 'What you see is not up to date.',
  tryAgain: 'Try again',
  problem: 'That did not work.',
  dismiss: 'Dismiss',
  notToldApart: 'Cells without a finding may be validated or not expected.',
  order: 'Order',
  orders: {
    problems: 'Worst first',
    name: 'By name',
    group: 'By group',
  } satisfies Record<MatrixOrder, string>,
  zoomIn: 'Zoom in (+)',
  zoomOut: 'Zoom out (-)',
  fit: 'Show everything (0)',
  nothingShown: 'Nothing fits the filter',
  nothingShownHint: 'No package on any distribution point is shown by it.',
  nothingExpected: 'No content is targeted',
  nothingExpectedHint: 'The site targets no package to any distribution point.',
  clearFilter: 'Clear the filter',
  legend: 'Legend: what is shown',
  classes: {
    problems: 'Problems',
    ask: 'To decide',
    running: 'Running',
    stale: 'Stale',
    unknown: 'Not proved',
    open: 'Validated or not expected',
    validated: 'Validated',
    nothing: 'Nothing to validate',
  } satisfies Record<CellClass, string>,
  cells: {
    ...verdictLabels,
    none: 'Not expected',
    open: 'Validated or not expected',
  } satisfies Record<Cell, string>,
  about: {
    none: 'The package is not targeted to this distribution point.',
    open: 'Validated pairs are only counted, and which of these cells they are is not known.',
    validated: 'The last check passed, and is not older than the last finished validation cycle.',
  },
  filteredOut: 'The filter does not show it.',
  lastResult: 'Last result',
  noResult: 'none known',
  on: 'on',
  totals: 'Totals',
  showTotals: 'Totals',
  totalsOf: {
    verdict: 'Reason',
    dp: 'Distribution point',
    group: 'Group',
    package: 'Package',
  } satisfies Record<TotalsOf, string>,
  totalsTabs: {
    verdict: 'Reason',
    dp: 'DP',
    group: 'Group',
    package: 'Package',
  } satisfies Record<TotalsOf, string>,
  totalsColumns: { problems: 'Problems', pairs: 'Pairs' },
  narrowTo: (label: string) => `Show only ${label}, or all again`,
  region: 'Region',
  regionSize: (pairs: number, packages: number, dps: number) =>
    `${counted(pairs, 'pair')}: ${counted(packages, 'package')} on ${counted(dps, 'distribution point')}`,
  cellMeasure: (cell: string, pairs: number, bytes: string) => `${cell}: ${counted(pairs, 'pair')}, ${bytes}`,
  unknownSizes: (count: number) => `${countText(count)} of unknown size`,
  noRegion: 'Drag over cells, or hold Shift with the arrow keys, to act on a region',
  nothingInRegion: 'Nothing of the region is shown',
  clearRegion: 'Clear',
  actions: {
    repair: (count: number) => (count === 0 ? 'Repair…' : `Repair ${countText(count)}…`),
    redistribute: (count: number) => (count === 0 ? 'Redistribute…' : `Redistribute ${countText(count)}…`),
    validate: (count: number) => (count === 0 ? 'Validate…' : `Validate ${countText(count)}…`),
    cancel: (count: number) => (count === 0 ? 'Cancel distribution…' : `Cancel ${countText(count)}…`),
    reveal: () => 'Reveal in tree',
  } satisfies Record<MatrixAction, (count: number) => string>,
  actionHints: {
    repair:
      'Plans for each cell the cheapest action that repairs it; nothing is written before you confirm it',
    redistribute: 'Redistributes what redistribution mends; shows a plan first',
    validate: 'Validates what is not proved; shows a plan first',
    cancel: 'Cancels the distributions on their way; shows a plan first',
    reveal: 'Shows the package on this distribution point in the sidebar',
  } satisfies Record<MatrixAction, string>,
  actionRefused: {
    repair: 'Nothing in the region can be repaired now',
    redistribute: 'Nothing in the region can be redistributed',
    validate: 'Nothing in the region needs validation',
    cancel: 'No distribution in the region is running',
    reveal: 'Choose a single cell',
  } satisfies Record<MatrixAction, string>,
} as const;

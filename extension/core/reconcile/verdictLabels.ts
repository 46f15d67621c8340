import type { Verdict } from './verdict';

/** The word for a verdict, where texts are the same on every machine: pages and tickets. */
export const verdictLabels: Readonly<Record<Verdict, string>> = {
  notTargeted: 'Not targeted',
  dpGone: 'DP gone',
  removing: 'Removing',
  removeFailed: 'Removal failed',
  deleted: 'Deleted',
  unread: 'Not read',
  noContent: 'No content',
  siteProcessing: 'Site processing',
  inFlight: 'In flight',
  stalled: 'Stalled',
  cancelled: 'Cancelled',
  missing: 'Missing',
  hashFailed: 'Hash failed',
  filesMissing: 'Files missing',
  corrupt: 'Corrupt',
  distributionFailed: 'Distribution failed',
  oldVersion: 'Old version',
  validated: 'Validated',
  newSinceCycle: 'New since cycle',
  cycleBroken: 'Cycle broken',
  purged: 'Messages purged',
  notValidating: 'Not validating',
  stale: 'Stale',
  cycleNever: 'Never validated',
};

/** The same, and whether the DP's status says installed: then clients run into what is missing. */
export const verdictLabel = (verdict: Verdict, installed?: boolean): string =>
  verdict === 'missing' && installed === true ? 'Missing \u00b7 installed' : verdictLabels[verdict];

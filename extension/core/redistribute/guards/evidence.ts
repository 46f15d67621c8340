import { every, ofInstance, type Guard } from './guard';

const hour = 60 * 60 * 1000;

/** What a write would rest on was not read, is too old, or no longer holds. */
export const evidenceGuards: readonly Guard[] = [
  {
    rule: 'unread',
    actions: every,
    against: ({ finding }) =>
      finding.verdict === 'unread'
        ? `${finding.reason} What was not read is unknown: nothing is written by it.`
        : undefined,
  },
  {
    rule: 'evidenceOld',
    actions: every,
    against: (_, { now, readAt, evidenceLimit }) =>
      now - readAt > evidenceLimit
        ? `The site was read ${Math.floor((now - readAt) / hour)} hours ago, longer than the limit. Refresh it, then plan again.`
        : undefined,
  },
  {
    rule: 'evidenceNotRead',
    actions: ofInstance,
    against: (_, { notRead, findingsNotRead }) =>
      notRead.has('summaries') || findingsNotRead.has('summaries')
        ? 'How the pair stands could not be read (v_PackageStatusDistPointsSumm), so it is not known whether something is under way.'
        : undefined,
  },
  {
    rule: 'changedSince',
    actions: ['redistribute', 'validate', 'distribute'],
    against: ({ package: content, packageNow }) =>
      content?.sourceVersion !== undefined &&
      packageNow?.sourceVersion !== undefined &&
      content.sourceVersion !== packageNow.sourceVersion
        ? `The package was updated since the site was read (version ${content.sourceVersion}, now ${packageNow.sourceVersion}). Refresh, then plan again.`
        : undefined,
  },
];

import type { Verdict } from '../../extension/core/reconcile/verdict';

export { verdictLabel, verdictLabels } from '../../extension/core/reconcile/verdictLabels';

/** What to do about it. */
export const verdictAdvice: Readonly<Record<Verdict, string>> = {
  notTargeted:
    'A group asks for this package here, but it was never targeted. Distribute it to the DP in the console.',
  dpGone: 'The distribution point no longer exists. Remove the target.',
  removing: 'Content is being removed. Wait until the site has finished.',
  removeFailed: 'The site could not remove the content. Look at distmgr.log on the site server.',
  deleted: 'The package was deleted; its rows will go. Nothing to do.',
  unread:
    'What a verdict needs could not be read, so nothing is known. Refresh, or check what the account may read.',
  noContent: 'The package has no content to distribute. Nothing to do.',
  siteProcessing: 'The site is still processing the package itself. Wait until it has finished.',
  inFlight: 'A distribution is on its way. Wait for its result.',
  stalled:
    'A distribution has not moved for a long time. Look at the DP and at PkgXferMgr.log before anything is sent again.',
  cancelled: 'Someone cancelled this distribution. Ask why, then redistribute if the content is wanted.',
  missing: 'Redistribute the package to this DP.',
  hashFailed: 'The content on the DP differs from its hash. Redistribute the package.',
  filesMissing: 'Files of the content are missing on the DP. Redistribute the package.',
  corrupt: 'The content is missing or corrupt. Redistribute the package.',
  distributionFailed: 'The last distribution failed. Find the cause first, then redistribute.',
  oldVersion: 'The DP holds an older version. Redistribute the package.',
  validated: 'The content is proved to be there. Nothing to do.',
  newSinceCycle:
    'Placed after the last validation cycle began, so no cycle has looked at it yet. Validate to know.',
  cycleBroken: 'The last validation cycle did not finish. Mend the DP\u2019s package lists, then validate.',
  purged: 'The messages that would prove it are no longer kept. Validate to know.',
  notValidating: 'Content validation does not run on this DP. Nothing proves or disproves the content.',
  stale: 'The last proof is old. Validate to know.',
  cycleNever: 'No validation cycle is known for this DP. Validate to know.',
};

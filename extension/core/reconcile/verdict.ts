/** What is said about a package on a DP. Names are the contract with tree, plan, CLI and exports. */
export const verdicts = [
  'notTargeted',
  'dpGone',
  'removing',
  'removeFailed',
  'deleted',
  'unread',
  'noContent',
  'siteProcessing',
  'inFlight',
  'stalled',
  'cancelled',
  'missing',
  'hashFailed',
  'filesMissing',
  'corrupt',
  'distributionFailed',
  'oldVersion',
  'validated',
  'newSinceCycle',
  'cycleBroken',
  'purged',
  'notValidating',
  'stale',
  'cycleNever',
] as const;

export type Verdict = (typeof verdicts)[number];

/** `ask`: an admin has to decide first (not targeted, cancelled by someone). */
export type RepairNeed = 'yes' | 'ask' | 'no';

export const repairNeed = (verdict: Verdict): RepairNeed => {
  switch (verdict) {
    case 'missing':
    case 'hashFailed':
    case 'filesMissing':
    case 'corrupt':
    case 'distributionFailed':
    case 'oldVersion':
      return 'yes';
    case 'notTargeted':
    case 'cancelled':
      return 'ask';
    case 'dpGone':
    case 'removing':
    case 'removeFailed':
    case 'deleted':
    case 'unread':
    case 'noContent':
    case 'siteProcessing':
    case 'inFlight':
    case 'stalled':
    case 'validated':
    case 'newSinceCycle':
    case 'cycleBroken':
    case 'purged':
    case 'notValidating':
    case 'stale':
    case 'cycleNever':
      return 'no';
  }
};

/** The one predicate that reconciliation, guards and plans share: nothing may be written to such a pair. */
export const blocksWrite = (verdict: Verdict): boolean =>
  verdict === 'inFlight' ||
  verdict === 'stalled' ||
  verdict === 'removing' ||
  verdict === 'removeFailed' ||
  verdict === 'siteProcessing' ||
  verdict === 'unread';

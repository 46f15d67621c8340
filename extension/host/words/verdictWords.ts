import { l10n } from 'vscode';
import type { Finding } from '../../core/reconcile/finding';
import type { Verdict } from '../../core/reconcile/verdict';

/** The same, and of what is missing whether the DP's status says installed, so that clients run into it. */
export const findingWords = ({ verdict, installed }: Pick<Finding, 'verdict' | 'installed'>): string =>
  verdict === 'missing' && installed === true
    ? l10n.t('Missing, though its status says installed')
    : verdictWords(verdict);

/** The verdict as the tree and the messages say it; the name itself stays in filters and exports. */
export const verdictWords = (verdict: Verdict): string => {
  switch (verdict) {
    case 'notTargeted':
      return l10n.t('Not targeted');
    case 'dpGone':
      return l10n.t('DP gone');
    case 'removing':
      return l10n.t('Removing');
    case 'removeFailed':
      return l10n.t('Removal failed');
    case 'deleted':
      return l10n.t('Deleted');
    case 'unread':
      return l10n.t('Not read');
    case 'noContent':
      return l10n.t('No content');
    case 'siteProcessing':
      return l10n.t('Site processing');
    case 'inFlight':
      return l10n.t('In flight');
    case 'stalled':
      return l10n.t('Stalled');
    case 'cancelled':
      return l10n.t('Cancelled');
    case 'missing':
      return l10n.t('Missing');
    case 'hashFailed':
      return l10n.t('Hash failed');
    case 'filesMissing':
      return l10n.t('Files missing');
    case 'corrupt':
      return l10n.t('Corrupt');
    case 'distributionFailed':
      return l10n.t('Distribution failed');
    case 'oldVersion':
      return l10n.t('Old version');
    case 'validated':
      return l10n.t('Validated');
    case 'newSinceCycle':
      return l10n.t('New since cycle');
    case 'cycleBroken':
      return l10n.t('Cycle broken');
    case 'purged':
      return l10n.t('Messages purged');
    case 'notValidating':
      return l10n.t('Not validating');
    case 'stale':
      return l10n.t('Stale');
    case 'cycleNever':
      return l10n.t('Never validated');
  }
};

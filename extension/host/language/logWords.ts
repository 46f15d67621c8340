import { l10n } from 'vscode';
import type { LogWords } from '../../protocol/lsp';

/** What the log server says, in the language of the window. */
export const logWords = (): LogWords => ({
  components: l10n.t('Components'),
  threads: l10n.t('Threads'),
  packages: l10n.t('Packages'),
  dps: l10n.t('Distribution Points'),
  jobs: l10n.t('Jobs'),
  record: l10n.t('1 record'),
  records: l10n.t('{0} records'),
  error: l10n.t('1 error'),
  errors: l10n.t('{0} errors'),
  listed: l10n.t('{0} of {1}'),
  showPackage: l10n.t('Show {0} in the content tree'),
  redistribute: l10n.t('Redistribute…'),
  redistributeTo: l10n.t('Redistribute to {0}…'),
  redistributeToOneOf: l10n.t('Redistribute to one of {0} distribution points…'),
  gap: l10n.t('{0} later'),
  clockWentBack: l10n.t('clock went back {0}'),
});

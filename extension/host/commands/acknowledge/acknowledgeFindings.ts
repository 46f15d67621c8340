import { userInfo } from 'node:os';
import { l10n, window } from 'vscode';
import type { Acknowledgement } from '../../../core/acknowledge/acknowledgement';
import { canAcknowledge } from '../../../core/reconcile/tally';
import { chosenPairs } from '../chosen';
import type { Command } from '../command';
import { connected, marksOf } from '../connected';
import { askAgreement } from './askAgreement';
import { askScope, type AcknowledgedScope } from './askScope';

/** Sets findings aside, with a reason, until a day: they no longer count as problems. */
export const acknowledgeFindings: Command = async (host, args) => {
  const chosen = connected(host, args);
  const marks = marksOf(host, chosen.known);
  const pairs = await chosenPairs(host, chosen, args, ({ verdict }) => canAcknowledge(verdict));
  const findings = pairs.filter(({ verdict }) => canAcknowledge(verdict));
  const scopes = await askScope(host, chosen.known, args, findings);
  if (scopes === undefined) return;
  if (scopes.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing was chosen that could be acknowledged.'));
    return;
  }
  const now = chosen.site.connection.clock.now();
  const agreement = await askAgreement(scopes.length, now);
  if (agreement === undefined) return;
  const { siteCode } = chosen.site.connection.info;
  await marks.acknowledgements.add(
    scopes.map((scope): Acknowledgement => ({
      siteCode,
      ...scope,
      ...agreement,
      by: userInfo().username,
      created: now,
    })),
  );
  void window.setStatusBarMessage(told(scopes), 5_000);
};

const told = (scopes: readonly AcknowledgedScope[]): string =>
  scopes.length === 1 ? l10n.t('Acknowledged.') : l10n.t('Acknowledged {0} findings.', scopes.length);

import { l10n, window } from 'vscode';
import { planWrites } from '../../app/planWrites';
import type { PairAction } from '../../core/redistribute/guards';
import type { Finding } from '../../core/reconcile/finding';
import { validatingDps } from '../../core/validate/validatingDps';
import type { Host } from '../host';
import { chosenPairs } from './chosen';
import { connected } from './connected';

/** Shows the plan that would do this to the chosen pairs. Nothing is written before it is confirmed there. */
export const proposeWrites = async (
  host: Host,
  action: PairAction,
  args: readonly unknown[],
  fits: (finding: Finding) => boolean,
): Promise<void> => {
  const chosen = connected(host, args);
  const { site, facts } = chosen;
  const pairs = await chosenPairs(host, chosen, args, fits);
  if (pairs.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing was chosen that this can be done to.'));
    return;
  }
  const { clock } = site.connection;
  const circumstances = { validating: validatingDps(facts.cycles, clock.now()) };
  host.plans.propose(planWrites(action, pairs, facts.inventory, circumstances, clock), site);
};

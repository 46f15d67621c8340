import { l10n, ProgressLocation, window } from 'vscode';
import type { Finding } from '../../core/reconcile/finding';
import type { PairPurpose } from '../../core/redistribute/makePlan';
import type { Plan } from '../../core/redistribute/plan';
import type { Host } from '../host';
import { planLimits } from '../plans/planLimits';
import { chosenPairs } from './chosen';
import { connected, type ConnectedSite } from './connected';

/** Shows the plan that would do this to the chosen pairs. Nothing is written before it is confirmed there. */
export const proposeWrites = async (
  host: Host,
  purpose: PairPurpose,
  args: readonly unknown[],
  fits: (finding: Finding) => boolean,
): Promise<void> => {
  const chosen = connected(host, args);
  await proposePlan(host, chosen, purpose, await chosenPairs(host, chosen, args, fits));
};

/** The same for pairs that are known; of an update of content, all pairs of its packages. */
export const proposePlan = async (
  host: Pick<Host, 'plans'>,
  { site, facts, known }: ConnectedSite,
  purpose: PairPurpose | 'updateContent',
  pairs: readonly Finding[],
): Promise<void> => {
  const { index } = known.session.state;
  if (pairs.length === 0 || index === undefined) {
    void window.showInformationMessage(l10n.t('Nothing was chosen that this can be done to.'));
    return;
  }
  const limits = planLimits();
  const plan = await whilePlanning(async (signal) => {
    const { planWrites } = await import('../../app/planWrites.js');
    const { openTransferLogs } = await import('../plans/openTransferLogs.js');
    const planned = { connection: site.connection, index, facts, transfers: openTransferLogs() };
    return planWrites(purpose, pairs, planned, limits, signal);
  });
  if (plan !== undefined) host.plans.propose(plan, site);
};

/** undefined: the user gave up waiting for what the plan has to read. */
export const whilePlanning = async (make: (signal: AbortSignal) => Promise<Plan>): Promise<Plan | undefined> =>
  window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Reading what the plan has to know'),
      cancellable: true,
    },
    async (_, token) => {
      const reading = new AbortController();
      const listener = token.onCancellationRequested(() => reading.abort());
      try {
        return await make(reading.signal);
      } catch (error) {
        if (reading.signal.aborted) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );

import { l10n, window } from 'vscode';
import type { Mismatch } from '../../../core/library/mismatch';
import { planLimits } from '../../plans/planLimits';
import type { Command } from '../command';
import { connected } from '../connected';
import { whilePlanning } from '../proposeWrites';

/** Rows of the page of content libraries. */
interface ChosenMismatches {
  readonly kind: 'mismatches';
  readonly mismatches: readonly Mismatch[];
}

/** Shows the plan that repairs the chosen mismatches. Nothing is written before it is confirmed there. */
export const repairLibrary: Command = async (host, args) => {
  const chosen = mismatchesOf(args);
  if (chosen.length === 0) {
    void window.showInformationMessage(
      l10n.t('Look for mismatches of content libraries first, and choose there what is to be repaired.'),
    );
    return;
  }
  const { known, site, facts } = connected(host, args);
  const { index } = known.session.state;
  if (index === undefined) return;
  const takeOutFirst = await askTakeOutFirst(chosen);
  if (takeOutFirst === undefined) return;
  const limits = planLimits();
  const plan = await whilePlanning(async (signal) => {
    const { planLibraryRepair } = await import('../../../app/library/repair/planLibraryRepair.js');
    const { connection, findings } = site;
    return planLibraryRepair(
      chosen,
      { takeOutFirst },
      { connection, index, facts, findings },
      limits,
      signal,
    );
  });
  if (plan !== undefined) host.plans.propose(plan, site);
};

const mismatchesOf = ([first]: readonly unknown[]): readonly Mismatch[] =>
  typeof first === 'object' && first !== null && 'kind' in first && first.kind === 'mismatches'
    ? (first as ChosenMismatches).mismatches
    : [];

/** Asked where it makes a difference: targeted content that only one of the lists has. undefined: given up. */
const askTakeOutFirst = async (chosen: readonly Mismatch[]): Promise<boolean | undefined> => {
  const concerned = chosen.some(
    ({ kind, targeted }) => targeted === true && (kind === 'onlyInWmi' || kind === 'onlyInPkgLib'),
  );
  if (!concerned) return false;
  const picked = await window.showQuickPick(
    [
      {
        label: l10n.t('Send the content again'),
        detail: l10n.t('A distribution writes both lists. Nothing is taken out of them before.'),
        takeOutFirst: false,
      },
      {
        label: l10n.t('Take the entry out first, then send the content again'),
        detail: l10n.t(
          'For entries that stay whatever is sent. The entry is put back when the content cannot be sent.',
        ),
        takeOutFirst: true,
      },
    ],
    { placeHolder: l10n.t('Targeted content that only one of the lists has') },
  );
  return picked?.takeOutFirst;
};

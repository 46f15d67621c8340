import { l10n, window, type QuickPickItem } from 'vscode';
import type { DpKey } from '../../../core/content/nalPath';
import { dpsWithListTrouble } from '../../../core/library/dpsWithListTrouble';
import type { Command } from '../command';
import { comparedNodes } from '../compare/comparedNodes';
import { connected, type ConnectedSite } from '../connected';
import { pickDps } from '../pickPair';

/** Looks for mismatches in the content libraries of the chosen DPs, or of those of a group. */
export const findMismatches: Command = async (host, args) => {
  const chosen = connected(host, args);
  const { dps, groupIds } = comparedNodes(host, chosen, args);
  const { index } = chosen.known.session.state;
  const ofGroups = groupIds.flatMap((groupId) => index?.groups.get(groupId)?.members ?? []);
  const keys = [...new Set([...dps, ...ofGroups])];
  const wanted = keys.length > 0 ? keys : await askDps(chosen);
  if (wanted.length > 0) await host.libraries.find(chosen.known, wanted);
};

/** Nothing was chosen: those that validation complains of, if there are any, or some by name. */
const askDps = async ({ known, facts }: ConnectedSite): Promise<readonly DpKey[]> => {
  const pickByName = async (): Promise<readonly DpKey[]> => (await pickDps(known)).map(({ key }) => key);
  const troubled = dpsWithListTrouble(facts.cycles);
  if (troubled.length === 0) return pickByName();
  const ofTrouble: QuickPickItem = {
    label: l10n.t('Distribution points whose lists disagree (2388): {0}', troubled.length),
  };
  const byName: QuickPickItem = { label: l10n.t('Choose distribution points…') };
  const picked = await window.showQuickPick([ofTrouble, byName], {
    placeHolder: l10n.t('Where to look for mismatches'),
  });
  if (picked === undefined) return [];
  return picked === ofTrouble ? troubled : pickByName();
};
